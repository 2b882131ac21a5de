import Files
import Glibc
import Testing

@Suite("StagedDirectory")
struct StagedDirectoryTests {
    @Test("Nothing has the name before publishing, everything after")
    func publishesWhole() throws {
        umask(0)
        let folder = TemporaryFolder()
        let staged = try StagedDirectory(parent: folder.path, name: "run-1")
        #expect(Disk.names(in: folder.path) == [".run-1.staging-\(getpid())"])
        #expect(Disk.mode(staged.path) == 0o700)
        try FileTree.createDirectories("\(staged.path)/sub")
        for name in ["a.csv", "sub/b.csv"] {
            var file = try OutputFile(path: "\(staged.path)/\(name)")
            try file.write(Array(name.utf8).span)
            try file.close()
        }
        try staged.publish()
        #expect(Disk.names(in: folder.path) == ["run-1"])
        #expect(Disk.read(folder("run-1/sub/b.csv")) == "sub/b.csv")
        #expect(Disk.read(folder("run-1/a.csv")) == "a.csv")
        #expect(Disk.mode(folder("run-1")) == 0o700)
    }

    @Test("Dropped without publishing, it leaves no trace")
    func removesItself() throws {
        let folder = TemporaryFolder()
        func abandon() throws {
            let staged = try StagedDirectory(parent: folder.path, name: "run-1")
            Disk.write("half", to: "\(staged.path)/a.csv")
            #expect(Disk.names(in: staged.path) == ["a.csv"])
        }
        try abandon()
        #expect(Disk.names(in: folder.path) == [])
    }

    @Test("What was not meant to be published is gone when it is removed, with all in it")
    func removed() throws {
        let folder = TemporaryFolder()
        let staged = try StagedDirectory(parent: folder.path, name: "run-1")
        try FileTree.createDirectories("\(staged.path)/sub")
        Disk.write("half", to: "\(staged.path)/sub/a.csv")
        try staged.remove()
        #expect(Disk.names(in: folder.path) == [])
    }

    @Test("A published folder is not replaced, and the attempt leaves no trace")
    func keepsPublished() throws {
        let folder = TemporaryFolder()
        unsafe mkdir(folder("run-1"), 0o700)
        Disk.write("old", to: folder("run-1/a.csv"))
        let failure = #expect(throws: FileFailure.self) {
            let staged = try StagedDirectory(parent: folder.path, name: "run-1")
            Disk.write("new", to: "\(staged.path)/a.csv")
            try staged.publish()
        }
        #expect(failure?.errno == ENOTEMPTY || failure?.errno == EEXIST)
        #expect(Disk.names(in: folder.path) == ["run-1"])
        #expect(Disk.read(folder("run-1/a.csv")) == "old")
    }

    @Test("What a dead process of the same number left behind is not published")
    func startsEmpty() throws {
        let folder = TemporaryFolder()
        let hidden = ".run-1.staging-\(getpid())"
        unsafe mkdir(folder(hidden), 0o700)
        Disk.write("stale", to: folder("\(hidden)/stale.csv"))
        let staged = try StagedDirectory(parent: folder.path, name: "run-1")
        #expect(Disk.names(in: staged.path) == [])
        try staged.publish()
    }

    @Test("Only staging folders of that very name count as abandoned")
    func removesAbandoned() throws {
        let folder = TemporaryFolder()
        let names = [".r.staging-1", ".r.staging-77", ".r.staging-x", ".r2.staging-1", "r"]
        for name in names { unsafe mkdir(folder(name), 0o700) }
        Disk.write("half", to: folder(".r.staging-77/a"))
        Disk.write("a file", to: folder(".r.staging-2"))
        try StagedDirectory.removeAbandoned(parent: folder.path, name: "r")
        #expect(
            Disk.names(in: folder.path) == [".r.staging-2", ".r.staging-x", ".r2.staging-1", "r"])
    }

    @Test(
        "A name that leads out of the parent is refused", arguments: ["", ".", "..", "a/b", "a\0b"])
    func refusesPaths(_ name: String) {
        let folder = TemporaryFolder()
        let failure = #expect(throws: FileFailure.self) {
            _ = try StagedDirectory(parent: folder.path, name: name)
        }
        #expect(failure?.errno == EINVAL)
        #expect(Disk.names(in: folder.path) == [])
    }

    @Test("A parent that is missing is reported as missing")
    func reportsMissingParent() {
        let folder = TemporaryFolder()
        let failure = #expect(throws: FileFailure.self) {
            _ = try StagedDirectory(parent: folder("gone"), name: "run-1")
        }
        #expect(failure?.kind == .missing)
    }
}
