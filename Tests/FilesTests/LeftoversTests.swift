import Files
import Testing

@Suite("Leftovers")
struct LeftoversTests {
    @Test("Hidden names that end in a process's number go; everything else stays")
    func removes() throws {
        let folder = TemporaryFolder()
        let gone = [".a.staging-12", ".terkini.pointer-7", ".x.csv.new-99"]
        let kept = [
            "a.staging-12", ".a.staging-", ".a.staging-1x", ".staging-12", "terkini", ".kunci",
            ".a.asal", ".a.new-12.csv",
        ]
        for name in gone + kept {
            try FileTree.createDirectories(folder("\(name)/isi"))
        }
        #expect(try Leftovers.remove(in: folder.path) == gone.sorted())
        #expect(try FileTree.folders(in: folder.path) == kept.sorted())
    }

    @Test("A published folder that is discarded is gone, and one that is not there is no fault")
    func discards() throws {
        let folder = TemporaryFolder()
        try FileTree.createDirectories(folder("run/sub"))
        try StagedDirectory.discard(folder("run"))
        #expect(try FileTree.folders(in: folder.path) == [])
        try StagedDirectory.discard(folder("run"))
        #expect(throws: FileFailure.self) { try StagedDirectory.discard(folder("..")) }
    }

    @Test("A link says where it leads; nothing else does")
    func targets() throws {
        let folder = TemporaryFolder()
        try FileTree.createDirectories(folder("a"))
        try AtomicPointer.point(folder("l"), to: "a")
        #expect(FileTree.target(of: folder("l")) == "a")
        #expect(FileTree.target(of: folder("a")) == nil)
        #expect(FileTree.target(of: folder("tiada")) == nil)
    }
}
