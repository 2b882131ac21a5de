import Files
import Glibc
import Testing

@Suite("FileLock")
struct FileLockTests {
    @Test("One holder at a time; the lock is free again when it is dropped")
    func isExclusive() throws {
        umask(0)
        let folder = TemporaryFolder()
        func holdAndTry() throws {
            let first = try FileLock.acquire(folder("kunci"))
            let second = try FileLock.acquire(folder("kunci"))
            let (firstHolds, secondHolds) = (first != nil, second != nil)
            #expect(firstHolds)
            #expect(!secondHolds)
            #expect(Disk.mode(folder("kunci")) == 0o600)
        }
        try holdAndTry()
        try holdAndTry()
    }

    @Test("Locks of different files do not meet")
    func isPerFile() throws {
        let folder = TemporaryFolder()
        let first = try FileLock.acquire(folder("a"))
        let second = try FileLock.acquire(folder("b"))
        let bothHold = first != nil && second != nil
        #expect(bothHold)
    }

    @Test("A link or folder of that name is refused", arguments: ["link", "folder"])
    func refusesOthers(_ name: String) {
        let folder = TemporaryFolder()
        unsafe symlink("elsewhere", folder("link"))
        unsafe mkdir(folder("folder"), 0o700)
        #expect(throws: FileFailure.self) { _ = try FileLock.acquire(folder(name)) }
        #expect(Disk.names(in: folder.path) == ["folder", "link"])
    }
}
