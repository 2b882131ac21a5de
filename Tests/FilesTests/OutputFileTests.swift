import Files
import Glibc
import Testing

@Suite("OutputFile")
struct OutputFileTests {
    @Test("What is written is on the disk, readable by its owner alone, whatever the umask")
    func writesPrivately() throws {
        umask(0)
        let folder = TemporaryFolder()
        var file = try OutputFile(path: folder("hasil.csv"))
        #expect(Disk.mode(folder("hasil.csv")) == 0o600)
        try file.write(Array("nip;".utf8).span)
        let nothing: [UInt8] = []
        try file.write(nothing.span)
        try file.write(Array("nilai\n".utf8).span)
        #expect(file.bytesWritten == 10)
        try file.close()
        #expect(Disk.read(folder("hasil.csv")) == "nip;nilai\n")
        #expect(Disk.mode(folder("hasil.csv")) == 0o600)
    }

    @Test("An existing file is not touched")
    func refusesExisting() {
        let folder = TemporaryFolder()
        Disk.write("old", to: folder("a"))
        let failure = #expect(throws: FileFailure.self) { _ = try OutputFile(path: folder("a")) }
        #expect(failure?.errno == EEXIST)
        #expect(Disk.read(folder("a")) == "old")
    }

    @Test("A link is not followed, even one that leads nowhere")
    func refusesLink() {
        let folder = TemporaryFolder()
        unsafe symlink("elsewhere", folder("a"))
        #expect(throws: FileFailure.self) { _ = try OutputFile(path: folder("a")) }
        #expect(Disk.names(in: folder.path) == ["a"])
    }

    @Test("A full disk is named with the file and the bytes that reached it")
    func reportsFullDisk() throws {
        let failure = FileFailure(errno: ENOSPC, path: "out/hasil.csv", bytesWritten: 4_096)
        #expect(failure.kind == .diskFull)
        #expect(
            failure.description == "the disk is full at 'out/hasil.csv' after 4096 bytes were"
                + " written (No space left on device)")
    }
}
