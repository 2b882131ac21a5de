import Files
import Glibc
import Testing

@Suite("AtomicPointer")
struct AtomicPointerTests {
    @Test(
        "The link is relative and leads to the newest target",
        arguments: [("run-2", "run-2"), ("FOLDER/run-2", "run-2"), ("sub/run-2", "sub/run-2")])
    func points(to target: String, reads expected: String) throws {
        let folder = TemporaryFolder()
        try AtomicPointer.point(folder("terkini"), to: "run-1")
        #expect(Disk.linkTarget(folder("terkini")) == "run-1")
        let whole = target.hasPrefix("FOLDER") ? folder("run-2") : target
        try AtomicPointer.point(folder("terkini"), to: whole)
        #expect(Disk.linkTarget(folder("terkini")) == expected)
        #expect(Disk.names(in: folder.path) == ["terkini"])
    }

    @Test("A folder in the way stays, and no temporary link is left")
    func keepsFolder() {
        let folder = TemporaryFolder()
        unsafe mkdir(folder("terkini"), 0o700)
        #expect(throws: FileFailure.self) {
            try AtomicPointer.point(folder("terkini"), to: "run-1")
        }
        #expect(Disk.names(in: folder.path) == ["terkini"])
        #expect(Disk.mode(folder("terkini")) == 0o700)
    }

    @Test("An absolute target elsewhere, or none, is refused", arguments: ["/etc", "", "a\0b"])
    func refusesTarget(_ target: String) {
        let folder = TemporaryFolder()
        #expect(throws: FileFailure.self) {
            try AtomicPointer.point(folder("terkini"), to: target)
        }
        #expect(Disk.names(in: folder.path) == [])
    }
}
