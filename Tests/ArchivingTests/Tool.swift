import Foundation

/// Another program, so that our bytes are judged by somebody else.
enum Tool {
    /// What a program left behind: exit code and standard output.
    struct Outcome {
        let status: Int32
        let output: String
    }

    static let hasPython = isPresent("python3")
    static let hasTar = isPresent("tar")

    /// Runs a program found on the path.
    static func run(_ arguments: String...) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    /// Gives `use` a folder of its own that holds `bytes` as the file `input`.
    static func withFile<Result>(
        _ bytes: [UInt8] = [], _ use: (_ folder: String, _ file: String) throws -> Result
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("kinerja-archiving-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("input")
        try Data(bytes).write(to: file)
        return try use(folder.path, file.path)
    }

    static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func isPresent(_ name: String) -> Bool {
        (try? run(name, "--version"))?.status == 0
    }
}
