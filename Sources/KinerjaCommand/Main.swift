internal import ArgumentParser
internal import Diagnostics
internal import Files

/// Flags in, exit code out.
@main
struct Main {
    /// Commands that a scheduler may stop as soon as it has started them; the others end at once, which harms nothing.
    private static let heeding: Set = ["run", "rerun", "backfill"]

    static func main() async {
        // Before the arguments are read, which takes longer than one would think.
        if CommandLine.arguments.dropFirst().first.map(heeding.contains) ?? false {
            StopSignals.heed()
        }
        MachineMemory.keepFreed()
        do {
            var command = try KinerjaCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as RunFailure {
            StandardError.write(failure.description + "\n")
            Process.exit(failure.exitCode)
        } catch {
            let text = KinerjaCommand.fullMessage(for: error)
            let code = KinerjaCommand.exitCode(for: error).rawValue
            // Help and completion scripts are answers, not errors.
            if code == 0 {
                StandardOutput.write(text.isEmpty ? "" : text + "\n")
                return
            }
            if !text.isEmpty { StandardError.write(text + "\n") }
            // The argument parser's own code for wrong usage is 64; ours is 2.
            Process.exit(code == 64 ? 2 : code)
        }
    }
}
