import CivilService
import Diagnostics
import Evidence
import Testing

/// Three ranked people of two units, and one who is not.
private func sample() -> SampleRun {
    var run = SampleRun([
        .init(
            nip: 198_001_012_005_011_001, name: "Ani, S.Kom.", unit: "Dinas B", final: 8_750,
            predikat: 1, points: [875_000, nil], factor: 500_000),
        .init(
            nip: 198_001_012_005_011_002, name: "=HYPERLINK(\"x\")", unit: "Dinas A",
            final: 9_125, predikat: 0, points: [900_000, 931_250]),
        .init(
            nip: 198_001_012_005_011_003, name: "Cici", unit: "Dinas A", status: .unscored,
            reason: "TANPA_CAPAIAN"),
        .init(
            nip: 198_001_012_005_011_004, name: "Dedi \"Didi\"\n\u{1}\\", unit: "Dinas B",
            final: 9_125, predikat: -1, points: [912_500, -5]),
    ])
    run.listing = [1, 3, 0]
    run.ranks = [[3, 1, 0, 1], [2, 1, 0, 1]]
    run.groupSizes = [[3, 3, 3, 3], [2, 1, 1, 2]]
    run.extra = "trial: { nama: Cici }"
    return run
}

@Suite("ResultsTable")
struct ResultsTableTests {
    @Test("Ranked people stand in listing order, with published figures and harmless texts")
    func listsRanked() throws {
        #expect(
            try sample().output("hasil.csv") == """
                peringkat,peringkat_unit,nip,nama,unit,jabatan,skema,capaian,perilaku,faktor,\
                akhir,predikat,uji_coba
                1,1,198001012005011002,"'=HYPERLINK(""x"")",Dinas A,Analis,umum,90.0000,93.1250,\
                1.000000,91.25,Sangat Baik,tidak
                1,1,198001012005011004,"Dedi ""Didi""
                \u{1}\\",Dinas B,Analis,umum,91.2500,-0.0005,1.000000,91.25,,tidak
                3,2,198001012005011001,"Ani, S.Kom.",Dinas B,Analis,umum,87.5000,,0.500000,87.50,\
                Baik,tidak

                """)
    }

    @Test("English changes the headings and nothing else")
    func headsInEnglish() throws {
        let indonesian = try sample().output("hasil.csv").split(separator: "\n")
        let english = try sample().output("hasil.csv", .english).split(separator: "\n")
        #expect(
            english.first == """
                rank,rank_unit,nip,name,unit,position,scheme,capaian,perilaku,factor,final,\
                predikat,trial
                """)
        #expect(english.dropFirst() == indonesian.dropFirst())
    }

    @Test("JSON has one object per person, exact numbers, null for what is missing")
    func writesJSON() throws {
        let expected = """
            {"peringkat":1,"peringkat_unit":1,"nip":"198001012005011002",\
            "nama":"=HYPERLINK(\\"x\\")","unit":"Dinas A","jabatan":"Analis","skema":"umum",\
            "capaian":90.0000,"perilaku":93.1250,"faktor":1.000000,"akhir":91.25,\
            "predikat":"Sangat Baik","uji_coba":false}
            {"peringkat":1,"peringkat_unit":1,"nip":"198001012005011004",\
            "nama":"Dedi \\"Didi\\"\\n\\u0001\\\\","unit":"Dinas B","jabatan":"Analis",\
            "skema":"umum","capaian":91.2500,"perilaku":-0.0005,"faktor":1.000000,"akhir":91.25,\
            "predikat":null,"uji_coba":false}
            {"peringkat":3,"peringkat_unit":2,"nip":"198001012005011001","nama":"Ani, S.Kom.",\
            "unit":"Dinas B","jabatan":"Analis","skema":"umum","capaian":87.5000,\
            "perilaku":null,"faktor":0.500000,"akhir":87.50,"predikat":"Baik","uji_coba":false}

            """
        #expect(try sample().output("hasil.jsonl") == expected)
        #expect(try sample().output("hasil.jsonl", .english) == expected)
    }

    @Test("A definition chooses, orders and renames columns")
    func choosesColumns() throws {
        var run = sample()
        run.extra = """
            trial: { unit: Dinas A }
            export:
              files:
                - { file: peringkat.csv, table: hasil, spreadsheet_safe: false,
                    columns: [nip, NILAI: akhir, nama, uji_coba] }
            """
        #expect(
            try run.output("peringkat.csv") == """
                nip,NILAI,nama,uji_coba
                198001012005011002,91.25,"=HYPERLINK(""x"")",ya
                198001012005011004,91.25,"Dedi ""Didi""
                \u{1}\\",tidak
                198001012005011001,87.50,"Ani, S.Kom.",tidak

                """)
        #expect(try run.output("peringkat.csv", .english).hasPrefix("nip,NILAI,name,trial\n"))
    }

    @Test("A component called like another field has a field of its own")
    func keepsFieldsApart() throws {
        var run = sample()
        run.components = """
                    - { id: unit, method: attainment, from: [kerja], weight: 60 }
                    - { id: perilaku, method: rating, roles: { atasan: 100 }, from: [nilai],
                        weight: 40, missing: reweight }
            """
        let lines = try run.output("hasil.csv").split(separator: "\n")
        #expect(
            lines.first == """
                peringkat,peringkat_unit,nip,nama,unit,jabatan,skema,nilai_unit,perilaku,faktor,\
                akhir,predikat,uji_coba
                """)
        #expect(lines.last?.contains(",Dinas B,Analis,umum,87.5000,") == true)
    }

    @Test("Ranks are those of the declared groups, empty outside of them")
    func ranksInDeclaredGroups() throws {
        var run = sample()
        run.extra = """
            rank: { within: [unit, jabatan, unit.kelompok] }
            export: { files: [ { file: a.csv, table: hasil, columns: [peringkat_kelompok,
              peringkat_jabatan, peringkat_unit] } ] }
            """
        run.ranks = [[2, 1, 0, 1], [3, 1, 0, 1], [0, 1, 0, 0]]
        #expect(
            try run.output("a.csv") == """
                peringkat_kelompok,peringkat_jabatan,peringkat_unit
                1,1,1
                ,1,1
                ,3,2

                """)
    }

    @Test("Whom an event moved stands in the new unit and post")
    func followsEvents() throws {
        var run = sample()
        run.anotherSource = """
              mutasi: { kind: event, files: m.csv, columns: { nip: NIP, peristiwa: P, tanggal: T,
                unit: U, jabatan: J } }
            """
        // 20331 is 31 August 2025.
        run.events = [["198001012005011001", "promosi", "20331", "Dinas A", "Kepala Bidang"]]
        let lines = try run.output("hasil.csv").split(separator: "\n")
        #expect(lines.last?.contains("\"Ani, S.Kom.\",Dinas A,Kepala Bidang,") == true)
    }

    @Test("A record of one empty cell is not a blank line")
    func writesNoBlankLine() throws {
        var run = sample()
        run.extra = """
            export: { files: [ { file: a.csv, table: hasil, columns: [perilaku] } ] }
            """
        #expect(try run.output("a.csv") == "perilaku\n93.1250\n-0.0005\n\"\"\n")
    }
}
