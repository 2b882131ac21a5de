import TestSupport
import Testing

/// The attacks of scripts/attacks.py, which Documentation/limits.md lists with what they cost.
@Suite("Hostile input")
struct HostileInputTests {
    /// Far above what an optimized build takes: this is about seconds and megabytes against hours and gigabytes.
    private static let limits = ["--seconds", "60", "--megabytes", "1024"]

    @Test("Every attack ends soon, in bounded memory and with words that name the file")
    func endsSoon() throws {
        let script = Repository.path("scripts/attacks.py")
        let outcome = try Subprocess.run(
            ["python3", script, try Program.path, "--quick"] + Self.limits)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.split(separator: "\n").count > 50)
    }
}
