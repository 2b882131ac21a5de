import Files
import Glibc
import Testing

@Suite("InputFile")
struct InputFileTests {
    @Test("All bytes are handed out in order, whatever the size of the buffer", arguments: 1...12)
    func readsEverything(atMost: Int) throws {
        let folder = TemporaryFolder()
        Disk.write("nip;nilai\n", to: folder("a.csv"))
        var file = try InputFile(path: folder("a.csv"))
        #expect(file.size == 10)
        var bytes: [UInt8] = Array(">".utf8)
        while try file.read(into: &bytes, atMost: atMost) > 0 {}
        #expect(String(decoding: bytes, as: UTF8.self) == ">nip;nilai\n")
        #expect(file.bytesRead == 10)
        try file.verifyUnchanged()
    }

    @Test("A buffer is filled up to the end of the file, then nothing")
    func fillsBuffers() throws {
        let folder = TemporaryFolder()
        Disk.write("abcde", to: folder("a"))
        var file = try InputFile(path: folder("a"))
        var buffer: [UInt8] = [0, 0, 0]
        #expect(try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) } == 3)
        #expect(buffer == Array("abc".utf8))
        #expect(try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) } == 2)
        #expect(buffer == Array("dec".utf8))
        #expect(try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) } == 0)
    }

    @Test("Anything but a regular file is refused at once", arguments: ["folder", "pipe", "null"])
    func refusesOthers(_ kind: String) {
        let folder = TemporaryFolder()
        let path = kind == "null" ? "/dev/null" : folder(kind)
        if kind == "folder" { unsafe mkdir(path, 0o700) }
        if kind == "pipe" { unsafe mkfifo(path, 0o600) }
        #expect(throws: FileFailure(kind: .notAFile, path: path, errno: 0)) {
            _ = try InputFile(path: path)
        }
    }

    @Test("A missing file is named in a sentence")
    func namesMissing() throws {
        let failure = try #require(throws: FileFailure.self) {
            _ = try InputFile(path: "/nowhere/pegawai.csv")
        }
        #expect(failure.kind == .missing)
        #expect(failure.errno == ENOENT)
        #expect(
            failure.description
                == "'/nowhere/pegawai.csv' does not exist (No such file or directory)")
    }

    @Test("A NUL in a path opens nothing")
    func refusesNUL() {
        let folder = TemporaryFolder()
        Disk.write("secret", to: folder("a"))
        #expect(throws: FileFailure(kind: .other, path: "", errno: EINVAL)) {
            _ = try InputFile(path: folder("a\0.csv"))
        }
    }

    /// What somebody else does to the file while it is read.
    enum Change: CaseIterable, Sendable {
        case append
        case truncate
        case overwrite
        case replace
        case remove
    }

    @Test("A file that changes under the reader is refused", arguments: Change.allCases)
    func noticesChange(_ change: Change) throws {
        let folder = TemporaryFolder()
        let path = folder("a.csv")
        Disk.write("0123456789", to: path)
        // A time long past, so that a change within one tick of the clock still shows.
        let past = [
            timespec(tv_sec: 1_000_000, tv_nsec: 5), timespec(tv_sec: 1_000_000, tv_nsec: 5),
        ]
        #expect(unsafe utimensat(AT_FDCWD, path, past, 0) == 0)
        var file = try InputFile(path: path)
        var bytes: [UInt8] = []
        #expect(try file.read(into: &bytes, atMost: 4) == 4)
        switch change {
        case .append: Disk.write("x", to: path, flags: O_APPEND)
        case .truncate: unsafe truncate(path, 7)
        case .overwrite: Disk.write("X", to: path, flags: 0)
        case .replace:
            Disk.write("0123456789", to: folder("b"))
            unsafe utimensat(AT_FDCWD, folder("b"), past, 0)
            unsafe rename(folder("b"), path)
        case .remove: unsafe unlink(path)
        }
        // Either the read or the final check notices; neither may be the last word.
        let failure = #expect(throws: FileFailure.self) {
            while try file.read(into: &bytes, atMost: 4) > 0 {}
            try file.verifyUnchanged()
        }
        #expect(failure?.kind == .changedWhileReading)
    }

    @Test("A file that was not read to its end does not pass the final check")
    func refusesHalfRead() throws {
        let folder = TemporaryFolder()
        Disk.write("0123", to: folder("a"))
        var file = try InputFile(path: folder("a"))
        var bytes: [UInt8] = []
        _ = try file.read(into: &bytes, atMost: 3)
        #expect(throws: FileFailure(kind: .changedWhileReading, path: "", errno: 0)) {
            try file.verifyUnchanged()
        }
    }

    @Test("A file that grows without end stops the reader")
    func refusesEndless() throws {
        let folder = TemporaryFolder()
        Disk.write("0123", to: folder("a"))
        var file = try InputFile(path: folder("a"))
        Disk.write(String(repeating: "x", count: 100), to: folder("a"), flags: O_APPEND)
        var bytes: [UInt8] = []
        let failure = #expect(throws: FileFailure.self) {
            _ = try file.read(into: &bytes, atMost: 50)
        }
        #expect(failure?.kind == .changedWhileReading)
        #expect(bytes.isEmpty)
    }

    @Test(
        "Below a root neither a link nor '..' leads to a file",
        arguments: ["link", "sub/link", "linked/a", "sub/../a", "../a", "/etc/hostname", "", "./a"])
    func staysBelow(_ relative: String) {
        let folder = TemporaryFolder()
        unsafe mkdir(folder("sub"), 0o700)
        Disk.write("x", to: folder("a"))
        Disk.write("x", to: folder("sub/a"))
        unsafe symlink("a", folder("link"))
        unsafe symlink("../a", folder("sub/link"))
        unsafe symlink("sub", folder("linked"))
        #expect(throws: FileFailure(kind: .symlinkOutside, path: "", errno: 0)) {
            _ = try InputFile(path: relative, below: folder.path)
        }
    }

    @Test("Below a root a plain path leads to its file")
    func opensBelow() throws {
        let folder = TemporaryFolder()
        unsafe mkdir(folder("sub"), 0o700)
        Disk.write("abc", to: folder("sub/a"))
        var file = try InputFile(path: "sub/a", below: folder.path)
        var bytes: [UInt8] = []
        #expect(try file.read(into: &bytes, atMost: 10) == 3)
        try file.verifyUnchanged()
    }
}
