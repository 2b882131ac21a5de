internal import Foundation

/// The built program as people start it.
package enum Program {
    /// `KINERJA_PROGRAM` where it is set (the gate names an optimized build), else what stands
    /// beside the test bundle.
    package static var path: String {
        get throws {
            if let named = ProcessInfo.processInfo.environment["KINERJA_PROGRAM"] { return named }
            var folder = URL(fileURLWithPath: CommandLine.arguments[0])
                .deletingLastPathComponent()
            // The bundle is an executable beside the program, or stands in a folder beside it.
            for _ in 0..<4 {
                let program = folder.appendingPathComponent("kinerja")
                if FileManager.default.isExecutableFile(atPath: program.path),
                    !Disk.isFolder(program.path)
                {
                    return program.path
                }
                folder.deleteLastPathComponent()
            }
            throw ToolFailure(
                "no program 'kinerja' beside \(CommandLine.arguments[0]): "
                    + "build it, or name it in KINERJA_PROGRAM")
        }
    }

    package static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Subprocess.Outcome {
        try Subprocess.run([path] + arguments, environment: environment, in: folder)
    }

    package static func start(
        _ arguments: [String], in folder: String? = nil
    ) throws -> Subprocess.Running {
        try Subprocess.start([path] + arguments, in: folder)
    }
}
