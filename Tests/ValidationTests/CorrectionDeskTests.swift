import Batches
import CivilService
import Definition
import Diagnostics
import MiniRun
import Plan
import Testing
import Validation

@Suite("CorrectionDesk")
struct CorrectionDeskTests {
    private static let definition = """
        kinerja: 1
        pipeline: uji
        title: Uji
        period: year
        ingest:
          pegawai: { kind: register, files: p.csv, columns: { nip: a } }
          diklat:
            kind: training
            files: d.csv
            columns: { pelatihan: a, nip: b, tanggal: c, jam: d }
            format: { csv: { decimal: "," } }
        normalize: { aliases: { pelatihan: alias.csv } }
        score:
          schemes:
            - id: umum
              components: [ { id: u, method: unit-result, weight: 100 } ]
        """

    /// The key is pelatihan and tanggal beside the NIP.
    private func amend(
        _ rows: String, _ corrections: [Correction]
    ) throws -> (uses: [CorrectionUse], cells: [[String]]) {
        let period = try #require(AppraisalPeriod(parsing: "2025"))
        let definition = try DefinitionLoader(name: "uji.yaml") { name in
            Array((name == "uji.yaml" ? Self.definition : "ejaan,baku\nDiklat A,PIM IV\n").utf8)
        }.load(for: period)
        let source = try #require(definition.source("diklat"))
        var compiler = PlanCompiler(source, of: definition, references: References())
        let plan = compiler.compile()
        var batch = MiniRun.batch(rows, columnCount: plan.columns.count)
        let uses = CorrectionDesk(plan: plan, corrections: corrections).amend(&batch)
        let cells = batch.rows.indices.map { row in
            (0..<4).map {
                String(decoding: batch.plainText(batch.field(row: row, column: $0)), as: UTF8.self)
            }
        }
        return (uses, cells)
    }

    private static let nip: UInt64 = 198_503_122_011_011_001

    private func correction(
        key: [String] = ["PIM IV", "2025-03-01"], old: String? = nil, new: String = "40",
        nip: UInt64 = nip, column: String = "jam"
    ) -> Correction {
        Correction(nip: nip, key: key, column: column, newValue: new, oldValue: old)
    }

    @Test("A correction replaces the one cell that it names")
    func replacesCell() throws {
        let rows = "PIM IV;@1;2025-03-01;8\nPIM IV;@1;2025-04-01;8\nPIM IV;@2;2025-03-01;8\n"
        let (uses, cells) = try amend(rows, [correction()])
        #expect(uses == [CorrectionUse(correction: 0, row: 0, isApplied: true)])
        #expect(cells.map { $0[3] } == ["40", "8", "8"])
        #expect(cells[0][0] == "PIM IV")
    }

    @Test(
        "The fact is found in any spelling of its key, also by an ISO date",
        arguments: [
            ("pim-iv;@1;01-03-2025;8", true), ("Diklat A;@1;1 Maret 2025;8", true),
            (" PIM IV ; @1 ;2025-03-01;8", true), ("PIM III;@1;2025-03-01;8", false),
            ("PIM IV;@1;2025-03-02;8", false), ("PIM IV;@1;;8", false),
            ("PIM IV;@3;2025-03-01;8", false), ("PIM IV;x;2025-03-01;8", false),
        ])
    func findsFact(row: String, isFound: Bool) throws {
        let (uses, cells) = try amend(row + "\n", [correction()])
        #expect(uses.map(\.isApplied) == (isFound ? [true] : []))
        #expect(cells[0][3] == (isFound ? "40" : "8"))
    }

    @Test(
        "Another old value than the export states leaves the fact as it is",
        arguments: [
            ("8,5", "8,5", true), ("8,5", "8,50", true), ("8,5", "9", false), ("8,5", nil, true),
            ("", "8", false),
        ] as [(String, String?, Bool)])
    func comparesOldValue(found: String, old: String?, isApplied: Bool) throws {
        let (uses, cells) = try amend("PIM IV;@1;2025-03-01;\(found)\n", [correction(old: old)])
        #expect(uses == [CorrectionUse(correction: 0, row: 0, isApplied: isApplied)])
        #expect(cells[0][3] == (isApplied ? "40" : found))
    }

    @Test("A new value that the column cannot read is not put in")
    func refusesUnreadable() throws {
        let (uses, cells) = try amend(
            "PIM IV;@1;2025-03-01;8\n", [correction(new: "empat puluh")])
        #expect(uses.map(\.isApplied) == [false])
        #expect(cells[0][3] == "8")
    }

    @Test("A key of the wrong length, or a column that is not there, changes nothing")
    func ignoresOthers() throws {
        let row = "PIM IV;@1;2025-03-01;8\n"
        let short = try amend(row, [correction(key: ["PIM IV"])])
        #expect(short.uses == [])
        let strange = try amend(row, [correction(column: "nilai")])
        #expect(strange.uses.map(\.isApplied) == [false])
        #expect(strange.cells[0][3] == "8")
    }

    @Test("A second correction of a cell is compared with what the first left")
    func chains() throws {
        let row = "PIM IV;@1;2025-03-01;8\n"
        let both = [correction(old: "8", new: "10"), correction(old: "10", new: "12")]
        let (uses, cells) = try amend(row, both)
        #expect(uses.map(\.isApplied) == [true, true])
        #expect(cells[0][3] == "12")
        let stale = try amend(row, [both[0], correction(old: "8", new: "12")])
        #expect(stale.uses.map(\.isApplied) == [true, false])
        #expect(stale.cells[0][3] == "10")
    }

    @Test("A row that could not be cut is nobody's fact")
    func skipsFaults() throws {
        let (uses, _) = try amend("PIM IV;@1;2025-03-01;8;9\n", [correction()])
        #expect(uses == [])
    }

    @Test("A date of a correction may be ISO whatever form the export has")
    func correctsDates() throws {
        let period = try #require(AppraisalPeriod(parsing: "2025"))
        let text = Self.definition.replacing(
            "score:",
            with:
                "validate: { diklat: { rules: [ { column: tanggal, date: [dd-mm-yyyy] } ] } }\nscore:"
        )
        let definition = try DefinitionLoader(name: "uji.yaml") { name in
            Array((name == "uji.yaml" ? text : "ejaan,baku\nDiklat A,PIM IV\n").utf8)
        }.load(for: period)
        let source = try #require(definition.source("diklat"))
        var references = References()
        references.people.append(Self.nip)
        var compiler = PlanCompiler(source, of: definition, references: references)
        let plan = compiler.compile()
        var batch = MiniRun.batch("PIM IV;@1;01-03-2025;8\n", columnCount: 4)
        let desk = CorrectionDesk(
            plan: plan, corrections: [correction(new: "2025-04-01", column: "tanggal")])
        #expect(desk.amend(&batch).map(\.isApplied) == [true])
        let checked = ValidateStage(plan: plan, references: references).process(batch)
        #expect(checked.rejects.map { plan.faults[Int($0.fault)].label } == [])
    }
}
