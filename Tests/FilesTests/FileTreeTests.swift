import Files
import Glibc
import Testing

@Suite("FileTree")
struct FileTreeTests {
    @Test("Files are listed by the bytes of their paths, all else is refused")
    func lists() throws {
        let folder = TemporaryFolder()
        for name in ["b", "b/c", "a"] { unsafe mkdir(folder(name), 0o700) }
        for name in ["b.csv", "b/z", "b/c/x", "B", "\u{e9}", "zz", ".hidden"] {
            Disk.write(name, to: folder(name))
        }
        unsafe symlink("b.csv", folder("link"))
        unsafe symlink("b", folder("a/linked-folder"))
        unsafe symlink("gone", folder("dangling"))
        unsafe mkfifo(folder("pipe"), 0o600)
        let notUTF8: [CChar] = Array(folder("bad-").utf8CString.dropLast()) + [-1, 0]
        close(unsafe open(notUTF8, O_WRONLY | O_CREAT, 0o600))

        let (files, refused) = try FileTree.list(folder.path)
        // '.' 2E, 'B' 42, 'b.csv' 62 2E, 'b/c/x' 62 2F 63, 'b/z' 62 2F 7A, 'zz' 7A, e acute C3.
        #expect(files == [".hidden", "B", "b.csv", "b/c/x", "b/z", "zz", "\u{e9}"])
        #expect(refused == ["a/linked-folder", "bad-\u{fffd}", "dangling", "link", "pipe"])
    }

    @Test("A root that is not a folder cannot be listed")
    func refusesFileAsRoot() {
        let folder = TemporaryFolder()
        Disk.write("", to: folder("a"))
        #expect(throws: FileFailure.self) { try FileTree.list(folder("a")) }
        let failure = #expect(throws: FileFailure.self) { try FileTree.list(folder("b")) }
        #expect(failure?.kind == .missing)
    }

    @Test("Missing folders are made 0700, whatever the umask, and made again without complaint")
    func createsDirectories() throws {
        umask(0)
        let folder = TemporaryFolder()
        try FileTree.createDirectories(folder("a//b/c/"))
        for name in ["a", "a/b", "a/b/c"] { #expect(Disk.mode(folder(name)) == 0o700) }
        try FileTree.createDirectories(folder("a/b/c"))
    }

    @Test("A file in the way of a folder is refused")
    func refusesFileInTheWay() {
        let folder = TemporaryFolder()
        Disk.write("", to: folder("a"))
        #expect(throws: FileFailure.self) { try FileTree.createDirectories(folder("a/b")) }
        #expect(throws: FileFailure.self) { try FileTree.createDirectories(folder("a")) }
    }

    @Test("A name exists as file, folder or link to nowhere")
    func exists() {
        let folder = TemporaryFolder()
        Disk.write("", to: folder("a"))
        unsafe symlink("gone", folder("l"))
        #expect(FileTree.exists(folder("a")))
        #expect(FileTree.exists(folder.path))
        #expect(FileTree.exists(folder("l")))
        #expect(!FileTree.exists(folder("b")))
    }

    @Test("Removing takes what is below and nothing that a link leads to")
    func removes() {
        let folder = TemporaryFolder()
        for name in ["keep", "go", "go/a", "go/a/b"] { unsafe mkdir(folder(name), 0o700) }
        Disk.write("precious", to: folder("keep/x"))
        Disk.write("", to: folder("go/a/b/y"))
        Disk.write("", to: folder("go/.z"))
        unsafe symlink("../keep", folder("go/link"))
        unsafe symlink("../../keep/x", folder("go/a/link"))
        #expect(FileTree.remove(folder("go")))
        #expect(Disk.names(in: folder.path) == ["keep"])
        #expect(Disk.read(folder("keep/x")) == "precious")
    }

    @Test("Removing a link leaves its target; removing nothing succeeds")
    func removesLinkAlone() {
        let folder = TemporaryFolder()
        unsafe mkdir(folder("keep"), 0o700)
        Disk.write("precious", to: folder("keep/x"))
        unsafe symlink("keep", folder("link"))
        #expect(FileTree.remove(folder("link")))
        #expect(FileTree.remove(folder("never-there")))
        #expect(Disk.read(folder("keep/x")) == "precious")
    }
}
