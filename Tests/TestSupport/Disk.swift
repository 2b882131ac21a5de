internal import Foundation
internal import Glibc

/// The system's own view of files, so that the code under test does not check itself.
package enum Disk {
    /// Creates the folders on the way, then the file; replaces what was there.
    package static func write(_ bytes: [UInt8], to path: String) throws(DiskFailure) {
        try makeFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw DiskFailure("open", path) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(file, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw DiskFailure("write", path) }
            rest = rest.dropFirst(count)
        }
    }

    package static func write(_ text: String, to path: String) throws(DiskFailure) {
        try write(Array(text.utf8), to: path)
    }

    package static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    package static func text(_ path: String) throws -> String {
        String(decoding: try read(path), as: UTF8.self)
    }

    package static func makeFolder(_ path: String) throws(DiskFailure) {
        guard !path.isEmpty, !exists(path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiskFailure("mkdir", path)
        }
    }

    package static func link(_ path: String, to target: String) throws(DiskFailure) {
        guard unsafe symlink(target, path) == 0 else { throw DiskFailure("symlink", path) }
    }

    /// Whether anything is there, a broken link too.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
    }

    /// The permission bits, or `nil` where nothing is.
    package static func mode(_ path: String) -> UInt32? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Names in a folder, hidden ones too, sorted by bytes; none where no folder is.
    package static func names(in path: String) -> [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Paths relative to `path` of everything below it, folders included; links are not followed.
    package static func tree(_ path: String) -> [String] {
        names(in: path).flatMap { name in
            isFolder("\(path)/\(name)")
                ? [name] + tree("\(path)/\(name)").map { "\(name)/\($0)" } : [name]
        }
    }

    /// Every file of a folder with its bytes, by relative path; of a link, where it points.
    package static func contents(_ path: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in tree(path) where !isFolder("\(path)/\(name)") {
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "\(path)/\(name)")
            files[name] = try target.map { Array($0.utf8) } ?? read("\(path)/\(name)")
        }
        return files
    }

    /// The files of an output tree without its book, which notes every attempt with its time.
    package static func results(_ tree: String) throws -> [String: [UInt8]] {
        try contents(tree).filter { !$0.key.hasPrefix(".kinerja/") }
    }
}
