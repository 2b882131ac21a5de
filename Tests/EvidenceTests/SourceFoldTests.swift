import Batches
import Evidence
import MiniRun
import Plan
import Testing

@Suite("SourceFold")
struct SourceFoldTests {
    private func run(_ rows: String, _ keys: String) throws -> MiniRun {
        try Sample.run(["pegawai": "@1;A\n@2;A\n@3;A\n", "nilai": rows], ratings: keys)
    }

    private func kept(_ run: MiniRun) -> [UInt32] {
        run.evidence.sources["nilai"]?.store.lines ?? []
    }

    @Test(
        "Of rows with one key the first stands",
        arguments: [
            ("@1;atasan;80\n@1;atasan;80\n", [1], ["2 duplicate -"]),
            (
                "@1;atasan;80\n@1;atasan;90\n@1;atasan;70\n", [1],
                ["2 duplicate -", "3 duplicate -"]
            ),
            ("@1;atasan;80\n@1;rekan;80\n@2;atasan;80\n", [1, 2, 3], []),
            // A rejected row blocks nothing.
            ("@1;atasan;x\n@1;atasan;90\n", [2], ["1 number nilai"]),
            (
                "@1;atasan;80\n@1;atasan;x\n@1;atasan;70\n", [1],
                ["2 number nilai", "3 duplicate -"]
            ),
        ] as [(String, [UInt32], [String])])
    func keepsFirst(rows: String, lines: [UInt32], rejects: [String]) throws {
        let run = try run(rows, "duplicates: first")
        #expect(kept(run) == lines)
        #expect(run.rejects["nilai"] == rejects)
        #expect(run.conflicts["nilai"] == [])
    }

    @Test(
        "With refuse, equal rows count once and rows that differ not at all",
        arguments: [
            ("@1;atasan;80\n@1;atasan;80\n", [1], ["2 duplicate -"], []),
            ("@1;atasan;80;P1\n@1;atasan;80;P2\n", [], [], [1, 2]),
            ("@1;atasan;80\n@1;atasan;90\n", [], [], [1, 2]),
            // Three rows: the repetition is a duplicate, the two statements are refused.
            ("@1;atasan;80\n@1;atasan;90\n@1;atasan;80\n", [], ["3 duplicate -"], [1, 2]),
            ("@1;atasan;80\n@1;atasan;80\n@1;atasan;90\n", [], ["2 duplicate -"], [1, 3]),
            // Others are left alone.
            ("@2;atasan;70\n@1;atasan;80\n@1;atasan;90\n@3;atasan;60\n", [1, 4], [], [2, 3]),
        ] as [(String, [UInt32], [String], [Int])])
    func refusesConflicts(
        rows: String, lines: [UInt32], rejects: [String], conflicts: [Int]
    ) throws {
        let run = try run(rows, "duplicates: refuse")
        #expect(kept(run) == lines)
        #expect(run.rejects["nilai"] == rejects)
        #expect(run.conflicts["nilai"] == conflicts)
    }

    @Test("Rows are found by their person, in the order they came")
    func groupsRows() throws {
        let run = try run("@2;atasan;1\n@1;atasan;2\n@2;rekan;3\n", "")
        let source = try #require(run.evidence.sources["nilai"])
        #expect((Int32(0)..<3).map { Array(source.rows(of: $0)) } == [[1], [0, 2], []])
        #expect(source.rows(of: -1).isEmpty)
        #expect(source.rows(of: 99).isEmpty)
    }
}

@Suite("FileAccount")
struct FileAccountTests {
    @Test("Rows are booked once each, and moving one changes no sum")
    func booksRows() {
        var account = FileAccount(
            path: "a", source: "s", supplier: "p", checksum: "", size: 0, replacedBy: nil)
        account.add(.used, count: 5)
        account.add(.acting)
        account.add(.otherPeriod)
        account.add(.rejected, count: 2)
        #expect([account.read, account.setAside] == [9, 2])
        account.move(from: .used, to: .notInForce)
        account.move(from: .used, to: .repeated)
        account.move(from: .used, to: .excluded)
        #expect([account.read, account.setAside] == [9, 4])
        #expect(account.count(.used) == 2)
        #expect(account.count(.excluded) == 1)
    }

    @Test("Lines balance when every line belongs somewhere")
    func balancesLines() {
        var lines = FileAccount.Lines()
        #expect(lines.isBalanced)
        lines.total = 15
        (lines.preamble, lines.header, lines.blank, lines.footer) = (1, 2, 3, 4)
        lines.records = 4
        #expect(!lines.isBalanced)
        lines.records = 5
        #expect(lines.isBalanced)
    }
}
