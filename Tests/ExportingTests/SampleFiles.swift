import Batches
import Diagnostics
import Evidence

/// Two files whose accounts balance: 10 rows of delimited text, 4 of XML.
enum SampleFiles {
    static var accounts: [FileAccount] {
        var text = FileAccount(
            path: "pegawai/a.csv", source: "pegawai", supplier: "BKPSDM",
            checksum: String(repeating: "a", count: 64), size: 321, replacedBy: nil)
        for (outcome, count) in [
            (RowOutcome.used, 3), (.rejected, 2), (.excluded, 1), (.superseded, 0), (.acting, 1),
            (.otherPeriod, 2), (.repeated, 0), (.notInForce, 1),
        ] {
            text.add(outcome, count: count)
        }
        text.consequentRejects = 1
        var lines = FileAccount.Lines()
        lines.preamble = 2
        lines.header = 1
        lines.blank = 1
        lines.footer = 1
        lines.records = 11
        lines.total = 16
        text.lines = lines
        var markup = FileAccount(
            path: "kerja-v1.xml", source: "kerja", supplier: "Bappeda",
            checksum: String(repeating: "b", count: 64), size: 99, replacedBy: "kerja-v2.xml")
        markup.add(.superseded, count: 4)
        return [text, markup]
    }

    static let faults = [
        [
            FaultNote(
                code: "V203", label: "GOLONGAN", heading: "GOL AKHIR", expected: "I/a … IV/e"),
            FaultNote(
                code: "I101", label: "cell-count", heading: "",
                expected: "the header's number of cells"),
        ],
        [],
    ]

    static let rejects = [
        RejectedRow(
            file: 0, line: 7, column: 12, fault: 0, found: "-IIId", isConsequent: false),
        RejectedRow(
            file: 0, line: 9, column: 0, fault: 1, found: "a;\"b\"\nc", isConsequent: true),
    ]

    static let findings = [
        Finding(
            code: .noTarget, location: SourceLocation(file: "kerja-v1.xml", line: 4, column: 2),
            person: 0, message: "target 0", hint: "state a target"),
        Finding(
            code: .unclaimedFile, location: SourceLocation(file: "lain.csv"), person: -1,
            message: "no source claims it", hint: "+name it"),
    ]

    /// One ranked person, with the files above.
    static var run: SampleRun {
        var run = SampleRun([
            .init(
                nip: 198_001_012_005_011_001, name: "Ani", unit: "A", final: 9_125, predikat: 0,
                points: [900_000, 950_000])
        ])
        run.files = accounts
        run.faults = faults
        run.rejects = rejects
        run.findings = findings
        return run
    }
}
