internal import Diagnostics
internal import TestSupport
internal import Testing

/// The sample data shows every fault that a row can have.
@Suite("Faults of rows in the sample data")
struct FaultCoverageTests {
    @Test("Every fault name occurs in a region's rejects")
    func everyFault() async throws {
        var seen: Set<String> = []
        for golden in GoldenCase.all {
            let folder = try await PublishedCases.shared.folder(of: golden)
            let rejects = try CSVText("\(folder)/penolakan.csv").selecting(["kode"])
            seen.formUnion(rejects.joined())
        }
        // No region delivers workbooks or 360 forms: `SheetRunTests` and `PivotTests` show the faults that only they can have.
        let elsewhere: [DiagnosticCode] = [.brokenCell, .headingPerson]
        let faults = DiagnosticCode.allCases.filter {
            $0.faultName != nil && !elsewhere.contains($0)
        }
        #expect(faults.count == 25)
        for code in faults {
            #expect(seen.contains(code.rawValue), "no reject shows '\(code.faultName ?? "")'")
        }
        // `duplicates: refuse` has a code of its own under the same fault name.
        let refused = DiagnosticCode.conflictingDuplicates.rawValue
        #expect(seen.subtracting(faults.map(\.rawValue)).subtracting([refused]).isEmpty)
    }
}
