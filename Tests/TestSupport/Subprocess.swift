internal import Foundation
internal import Glibc

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

    /// A program that still runs, for tests of two at a time. It is waited for once, by ``finish()``.
    package struct Running: Sendable {
        fileprivate let process: pid_t
        fileprivate let streams: String

        /// Sends a signal to it; to one that has ended nothing happens.
        package func send(_ signal: Int32) { kill(process, signal) }

        package consuming func finish() throws -> Outcome {
            var status: Int32 = 0
            while unsafe waitpid(process, &status, 0) < 0 {
                guard errno == EINTR else { throw ToolFailure("waitpid: \(errno)") }
            }
            defer { for end in ["out", "err"] { unsafe unlink("\(streams).\(end)") } }
            // As a shell tells it: the low seven bits are the signal that ended it.
            let signal = status & 0x7F
            return Outcome(
                status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
                output: try Disk.read("\(streams).out"), errors: try Disk.text("\(streams).err"))
        }
    }

    /// Foundation's `Process.run` was seen to read freed memory where several threads work, so the system is asked.
    package static func start(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Running {
        let streams = FileManager.default.temporaryDirectory
            .appendingPathComponent("kinerja-\(UUID().uuidString)").path
        var actions = posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_EXCL
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "\(streams).out", flags, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "\(streams).err", flags, 0o600)
        // A child inherits the blocked signals of the thread that starts it, and threads of the test runner block
        // nearly all: a child that ends its own workers by SIGTERM would wait for ever.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let values = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let place = folder.map { ["-C", $0] } ?? []
        let words = unsafe (["/usr/bin/env"] + place + arguments).map { unsafe strdup($0) } + [nil]
        let settings = unsafe values.map { unsafe strdup("\($0)=\($1)") } + [nil]
        defer { for text in unsafe words + settings { unsafe free(text) } }
        var process: pid_t = 0
        let failure = unsafe posix_spawn(
            &process, "/usr/bin/env", &actions, &attributes, words, settings)
        guard failure == 0 else {
            throw ToolFailure("cannot start \(arguments.first ?? ""): error \(failure)")
        }
        return Running(process: process, streams: streams)
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
