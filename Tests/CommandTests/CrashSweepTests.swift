internal import TestSupport
internal import Testing

/// A sample of the sweep that `scripts/crash-sweep` makes whole.
@Suite("Runs that are killed and disks that fail")
struct CrashSweepTests {
    @Test(
        "A sample of kills, full disks, failing fsyncs and short writes leaves nothing half, lost or doubled"
    )
    func sample() throws {
        let outcome = try Subprocess.run([
            Repository.path("scripts/crash-sweep"), "--quick", "--program", try Program.path,
        ])
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
        #expect(outcome.text.contains(", 0 differences, "), "\(outcome.text)")
    }
}
