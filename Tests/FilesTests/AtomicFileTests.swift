import Files
import Glibc
import Testing

@Suite("AtomicFile")
struct AtomicFileTests {
    @Test("The file is the owner's alone, replaces the older one, and nothing else is left")
    func writes() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write(Array("satu".utf8), to: folder("hasil.csv"))
        #expect(Disk.mode(folder("hasil.csv")) == 0o600)
        try AtomicFile.write(Array("dua".utf8), to: folder("hasil.csv"))
        #expect(Disk.read(folder("hasil.csv")) == "dua")
        #expect(Disk.names(in: folder.path) == ["hasil.csv"])
    }

    @Test("A file that is dropped before its end leaves the older one, and no trace")
    func drops() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write(Array("satu".utf8), to: folder("hasil.csv"))
        do {
            var file = try FreshFile(path: folder("hasil.csv"))
            try file.write(Array("dua".utf8).span)
            #expect(Disk.names(in: folder.path).count == 2)
        }
        #expect(Disk.names(in: folder.path) == ["hasil.csv"])
        #expect(Disk.read(folder("hasil.csv")) == "satu")
    }

    @Test("A folder in the way stays, and no temporary file is left")
    func keepsFolder() {
        let folder = TemporaryFolder()
        unsafe mkdir(folder("hasil.csv"), 0o700)
        #expect(throws: FileFailure.self) {
            try AtomicFile.write([1], to: folder("hasil.csv"))
        }
        #expect(Disk.names(in: folder.path) == ["hasil.csv"])
    }
}
