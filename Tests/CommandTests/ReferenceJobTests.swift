internal import TestSupport
internal import Testing

/// The reference job's text is the authority; its oracle judges.
@Suite("Reference job")
struct ReferenceJobTests {
    @Test("Our files are the oracle's, rejects in the same order", arguments: [1_000, 10_000])
    func agrees(employees: Int) throws {
        let job = try ReferenceJob()
        try job.generate(employees: employees, seed: 7)
        expectAgreement(try job.compare())
        #expect(try job.rejects().count > employees / 10)
    }

    @Test("Of several faults in a row the first decides, as the oracle says")
    func precedence() throws {
        let job = try ReferenceJob()
        try FaultyRows.write(to: job)
        expectAgreement(try job.compare())
        // By hand from JOB.md section 2, so that the oracle is not alone either.
        let reasons = try job.rejects().map { [$0[0], $0[1], $0[2], $0[3]] }
        #expect(reasons == FaultyRows.expected)
    }

    private func expectAgreement(
        _ outcome: Subprocess.Outcome, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let lines = outcome.text.split(separator: "\n")
        #expect(outcome.status == 0, "\(outcome.text)", sourceLocation: sourceLocation)
        #expect(lines.last == "AGREE", "\(outcome.text)", sourceLocation: sourceLocation)
        #expect(
            outcome.text.contains("identical incl. order: True"), "\(outcome.text)",
            sourceLocation: sourceLocation)
    }
}
