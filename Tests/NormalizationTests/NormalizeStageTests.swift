import Batches
import Diagnostics
import MiniRun
import Testing

@Suite("NormalizeStage")
struct NormalizeStageTests {
    private func run(
        _ tables: [String: String], rest: String = "", event: String = ""
    ) throws(RunFailure) -> MiniRun {
        try MiniRun(
            """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: quarter
            ingest:
              pegawai:
                kind: register
                files: p.csv
                columns: { nip: a, unit: b, status: c, plt: d, mulai: e }
              peristiwa:
                kind: event
                files: e.csv
                columns: { nip: a, peristiwa: b, tanggal: c }
              hadir:
                kind: attendance
                files: h.csv
                columns: { nip: a, bulan: b, alpa: c }
              uji:
                kind: competency
                files: k.csv
                columns: { nip: a, kompetensi: b, level: c, tanggal: d }
            \(rest)
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """, period: "2025-Q2", tables)
    }

    @Test(
        "Acting posts are set aside unless they count",
        arguments: [
            ("", [RowOutcome.used, .acting, .used]),
            ("normalize: { acting: set-aside }", [.used, .acting, .used]),
            ("normalize: { acting: count }", [.used, .used, .used]),
        ])
    func setsActingAside(rest: String, outcomes: [RowOutcome]) throws {
        let table = "@1;PKM A;;tidak;\n@1;PKM B;;ya;2025-05-01\n@2;PKM A;;;\n"
        #expect(try run(["pegawai": table], rest: rest).outcomes["pegawai"] == outcomes)
    }

    @Test("Facts of another period are set aside at its first and last month")
    func setsOtherPeriodsAside() throws {
        let run = try run([
            "pegawai": "@1;A\n",
            "hadir": "@1;2025-03;1\n@1;2025-04;1\n@1;2025-06;1\n@1;2025-07;1\n@1;;1\n",
        ])
        #expect(
            run.outcomes["hadir"] == [.otherPeriod, .used, .used, .otherPeriod, .used])
    }

    @Test("A judgement of competency counts up to the period's end")
    func keepsJudgements() throws {
        let run = try run([
            "pegawai": "@1;A\n",
            "uji": "@1;K;1;2020-01-01\n@1;K;2;2025-06-30\n@1;K;3;2025-07-01\n@1;K;4;\n",
        ])
        #expect(run.outcomes["uji"] == [.used, .used, .otherPeriod, .used])
    }

    @Test("Rows of people left out are excluded, before their period is asked")
    func excludesRows() throws {
        let run = try run(
            [
                "pegawai": "@1;A;CLTN\n@2;A;aktif\n@3;A;aktif\n",
                "peristiwa": "@3;pensiun;2025-03-01\n",
                "hadir": "@1;2025-04;1\n@2;2025-04;1\n@1;2025-03;1\n@3;2025-04;1\n@1;2025-05;x\n",
            ], rest: "exclude: [ { when: { status: cltn }, reason: cuti } ]")
        #expect(
            run.outcomes["hadir"] == [.excluded, .used, .excluded, .excluded, .rejected])
        // Rows of events are booked when all are read.
        #expect(run.outcomes["peristiwa"] == [.used])
    }
}
