internal import Foundation
internal import Glibc
internal import Synchronization

/// Another program run to its end.
package enum Subprocess {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: [UInt8]
        package let errors: String

        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs a program found on the path (or named by an absolute one).
    ///
    /// Both streams go through files: a pipe that nobody empties would stop a talkative program.
    /// The environment is added to the test's own.
    package static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        let process = try start(arguments, environment: environment, in: folder)
        return try process.finish()
    }

    /// A program that still runs, for tests of two at a time.
    package struct Running: ~Copyable {
        fileprivate let process: Process
        fileprivate let output: URL
        fileprivate let errors: URL

        /// Sends a signal to it, if it still runs.
        package func send(_ signal: Int32) {
            if process.isRunning { kill(process.processIdentifier, signal) }
        }

        package consuming func finish() throws -> Outcome {
            process.waitUntilExit()
            defer {
                try? FileManager.default.removeItem(at: output)
                try? FileManager.default.removeItem(at: errors)
            }
            let status =
                process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus
            return Outcome(
                status: status, output: Array(try Data(contentsOf: output)),
                errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }
    }

    package static func start(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Running {
        let manager = FileManager.default
        let name = manager.temporaryDirectory.appendingPathComponent(
            "kinerja-\(UUID().uuidString)")
        let output = name.appendingPathExtension("out")
        let errors = name.appendingPathExtension("err")
        for file in [output, errors] {
            guard manager.createFile(atPath: file.path, contents: nil) else {
                throw ToolFailure("cannot create \(file.path)")
            }
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try starting.withLock { _ in try unblockingSignals { try process.run() } }
        return Running(process: process, output: output, errors: errors)
    }

    /// Foundation's `Process.run` was seen to read freed memory where two threads start a child at once.
    private static let starting = Mutex(())

    /// A child inherits the blocked signals of the thread that starts it, and threads of the test
    /// runner block nearly all: a child that ends its own workers by SIGTERM would wait for ever.
    private static func unblockingSignals(_ start: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try start()
    }

    /// Runs a tool whose failure is the test's failure, with a message that says what to install.
    package static func require(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        let outcome = try run(arguments, environment: environment, in: folder)
        guard outcome.status == 0 else {
            let cause =
                outcome.status == 127 ? "is not installed: scripts/setup --tests installs it" : ""
            throw ToolFailure(
                "\(arguments.joined(separator: " ")) \(cause) "
                    + "(exit \(outcome.status))\n\(outcome.errors)\(outcome.text)")
        }
        return outcome
    }
}
