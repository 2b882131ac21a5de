import Definition
import Diagnostics
import Exporting
import Testing

@Suite("OutputCatalog")
struct OutputCatalogTests {
    private func names(_ extra: String) throws -> [String] {
        var run = SampleRun([])
        run.extra = extra
        return try OutputCatalog.outputs(of: run.definition()).map(\.name)
    }

    @Test("A definition without a list gets the default outputs, regional ones where declared")
    func plansDefaults() throws {
        let always = [
            "hasil.csv", "hasil.jsonl", "tanpa-nilai.csv", "rekap-unit.csv", "penolakan.csv",
            "pengecualian.csv", "temuan.csv", "cakupan.csv", "umpan-balik.csv", "insentif.csv",
        ]
        #expect(try names("") == always)
        #expect(try names("awards: [ { id: a } ]") == always + ["penghargaan.csv"])
        #expect(
            try names("evaluation: { satisfaction: capaian }") == always + ["evaluasi.csv"])
        #expect(try names("monitoring: [capaian]") == always + ["pemantauan.csv"])
        #expect(try names("gaps: { component: capaian }") == always + ["kesenjangan.csv"])
    }

    @Test("Texts are harmless in spreadsheets by default, except for payroll and JSON")
    func guardsPeople() throws {
        let outputs = try OutputCatalog.outputs(of: SampleRun([]).definition())
        #expect(
            outputs.filter { !$0.isSpreadsheetSafe }.map(\.name) == [
                "hasil.jsonl", "insentif.csv",
            ])
    }

    @Test("A definition's own list is taken exactly")
    func takesOwnList() throws {
        var run = SampleRun([])
        run.extra = """
            export:
              files:
                - { file: b.csv.gz, table: penolakan, columns: [berkas, NOMOR: baris] }
                - { file: a.csv, table: temuan, spreadsheet_safe: false }
            """
        let outputs = try OutputCatalog.outputs(of: run.definition())
        #expect(outputs.map(\.name) == ["b.csv.gz", "a.csv"])
        #expect(outputs.map(\.table) == [.rejects, .findings])
        #expect(outputs.map(\.isCompressed) == [true, false])
        #expect(outputs.map(\.isSpreadsheetSafe) == [true, false])
        #expect(outputs[0].columns.map(\.heading) == ["berkas", "NOMOR"])
        #expect(
            outputs[1].columns.map(\.field) == [
                "kode", "berkas", "baris", "nip", "uraian", "saran",
            ])
    }

    @Test(
        "A list that cannot be written is refused",
        arguments: [
            ("{ file: a.csv, table: temuan, columns: [kode, nama] }", DiagnosticCode.unknownName),
            ("{ file: a.csv, table: hasil, columns: [perilaku, penghargaan] }", .unknownName),
            ("{ file: a.csv, table: insentif, columns: [nip, akhir, run] }", .badValue),
            ("{ file: a.csv, table: hasil }, { file: a.csv, table: temuan }", .badValue),
        ])
    func refusesList(_ files: String, code: DiagnosticCode) throws {
        var run = SampleRun([])
        run.extra = "export: { files: [ \(files) ] }"
        let definition = try run.definition()
        #expect(OutputCatalog.problems(in: definition).map(\.code) == [code])
        #expect(throws: RunFailure.self) { try OutputCatalog.outputs(of: definition) }
    }

    @Test("The fields of a table are known by name, those that are no default column too")
    func namesFields() throws {
        var run = SampleRun([])
        run.extra = "rank: { within: [semua, jabatan, unit.kelompok] }"
        #expect(
            try OutputCatalog.fields(of: .results, run.definition()) == [
                "peringkat", "peringkat_jabatan", "peringkat_kelompok", "nip", "nama", "jenis",
                "unit", "jabatan", "jenjang", "golongan", "kelas", "status", "skema", "capaian",
                "perilaku", "faktor", "akhir", "predikat", "uji_coba",
            ])
        #expect(
            try OutputCatalog.fields(of: .units, run.definition()) == [
                "unit", "n", "rata_rata", "median", "terendah", "tertinggi",
                "predikat.Sangat Baik", "predikat.Baik",
            ])
    }

    @Test("A chosen column of a component of another time stays, and is empty")
    func keepsColumnsOfOtherTimes() throws {
        var run = SampleRun([
            .init(
                nip: 198_503_122_011_011_001, name: "Ani", unit: "Dinas", final: 9_000,
                predikat: 0, points: [900_000, 900_000])
        ])
        run.predikat += """

                - id: lama
                  until: 2024-12-31
                  components: [ { id: orientasi, method: rating, from: [nilai], roles: { atasan: 1 }, weight: 100 } ]
            """
        run.ranks = [[1], [1]]
        run.extra = """
            export: { files: [ { file: a.csv, table: hasil, columns: [nama, orientasi, akhir] } ] }
            """
        #expect(try run.output("a.csv") == "nama,orientasi,akhir\nAni,,90.00\n")
        run.extra = ""
        #expect(try !run.output("hasil.csv").contains("orientasi"))
    }

    @Test(
        "Every table has fields of different names, and writes its heading when it is empty",
        arguments: ExportDefinition.Table.allCases.filter {
            // `payroll:` alone writes these.
            !ExportDefinition.Table.ofPayroll.contains($0)
        })
    func namesFieldsOnce(_ table: ExportDefinition.Table) throws {
        var run = SampleRun([])
        run.extra = "export: { files: [ { file: a.csv, table: \(table.rawValue) } ] }"
        let fields = try OutputCatalog.fields(of: table, run.definition())
        #expect(Set(fields).count == fields.count)
        #expect(try run.output("a.csv").hasPrefix(fields[0] + ","))
    }
}
