import Diagnostics
import Evidence
import Testing

/// One scored in full, one without the required component, one scored with a stated value, one
/// whom no scheme takes, one excluded by rule and one by a component.
private func sample() -> SampleRun {
    var run = SampleRun([
        .init(
            nip: 198_001_012_005_011_001, name: "Ani", unit: "A", final: 9_000, predikat: 0,
            points: [900_000, 699_999]),
        .init(
            nip: 198_001_012_005_011_002, name: "Budi", unit: "B",
            superior: 197_001_012_005_011_009, status: .unscored, reason: "TANPA_CAPAIAN"),
        .init(
            nip: 198_001_012_005_011_003, name: "Cici", unit: "A",
            superior: 197_001_012_005_011_008, final: 8_000, predikat: 1,
            points: [899_999, 500_000], isStated: [false, true]),
        .init(
            nip: 198_001_012_005_011_004, name: "Dedi", unit: "A", status: .unscored,
            scheme: -1, reason: "TANPA_SKEMA"),
        .init(
            nip: 198_001_012_005_011_005, name: "Eka", unit: "C", status: .excluded,
            scheme: -1, reason: "Cuti besar"),
        .init(
            nip: 198_001_012_005_011_006, name: "Fani", unit: "B", status: .excluded,
            reason: "komponen tidak tersedia"),
    ])
    run.extra = """
        feedback: { strength: 90, weakness: 70 }
        exclude: [ { when: { unit: C }, reason: Cuti besar, document: SE 1/2025 } ]
        """
    return run
}

@Suite("Tables of people")
struct PersonTablesTests {
    @Test("tanpa-nilai names what is missing and who must act")
    func listsUnscored() throws {
        #expect(
            try sample().output("tanpa-nilai.csv") == """
                nip,nama,unit,alasan,komponen,pemasok,bertindak
                198001012005011002,Budi,B,TANPA_CAPAIAN,capaian,Bappeda,Bappeda
                198001012005011004,Dedi,A,TANPA_SKEMA,,,

                """)
    }

    @Test("Where nothing was left to weigh, every absent component is named")
    func namesAllAbsent() throws {
        var run = sample()
        run.components = """
                    - { id: capaian, method: attainment, from: [kerja], weight: 60, missing: reweight }
                    - { id: perilaku, method: rating, roles: { atasan: 100 }, from: [nilai],
                        weight: 40, missing: reweight }
            """
        let lines = try run.output("tanpa-nilai.csv").split(separator: "\n")
        #expect(
            lines[1] == """
                198001012005011002,Budi,B,TANPA_CAPAIAN,capaian; perilaku,\
                Bappeda; Aplikasi perilaku,Bappeda; Aplikasi perilaku; 197001012005011009
                """)
    }

    @Test("cakupan has a row for every person and component without evidence, stated values too")
    func listsCoverage() throws {
        #expect(
            try sample().output("cakupan.csv") == """
                nip,nama,unit,skema,komponen,judul,pemasok,bertindak
                198001012005011002,Budi,B,umum,capaian,Capaian kerja,Bappeda,Bappeda
                198001012005011002,Budi,B,umum,perilaku,Perilaku,Aplikasi perilaku,\
                Aplikasi perilaku; 197001012005011009
                198001012005011003,Cici,A,umum,perilaku,Perilaku,Aplikasi perilaku,\
                Aplikasi perilaku; 197001012005011008

                """)
    }

    @Test("The organisation's own result is owed by whoever supplies the units")
    func namesUnitSupplier() throws {
        var run = sample()
        run.components = """
                    - { id: capaian, method: unit-result, weight: 60 }
                    - { id: perilaku, method: rating, roles: { atasan: 100 }, from: [nilai],
                        weight: 40, missing: reweight }
            """
        run.anotherSource = """
              unor: { kind: unit, supplier: Bagian Organisasi, files: u.csv, columns: { unit: U, hasil: H } }
            """
        let lines = try run.output("tanpa-nilai.csv").split(separator: "\n")
        #expect(lines[1].hasSuffix(",capaian,Bagian Organisasi,Bagian Organisasi"))
    }

    @Test("umpan-balik tells strengths from weaknesses at the declared bounds")
    func givesFeedback() throws {
        let rows = """
            198001012005011001,Ani,capaian,Capaian kerja,90.0000,60,kekuatan,
            198001012005011001,Ani,perilaku,Perilaku,69.9999,40,kelemahan,
            198001012005011002,Budi,capaian,Capaian kerja,,60,belum ada data,Bappeda
            198001012005011002,Budi,perilaku,Perilaku,,40,belum ada data,Aplikasi perilaku
            198001012005011003,Cici,capaian,Capaian kerja,89.9999,60,cukup,
            198001012005011003,Cici,perilaku,Perilaku,50.0000,40,belum ada data,Aplikasi perilaku

            """
        #expect(
            try sample().output("umpan-balik.csv")
                == "nip,nama,komponen,judul,nilai,bobot,kategori,masukan_kurang\n" + rows)
        let english = rows.replacing("kekuatan", with: "strength")
            .replacing("kelemahan", with: "weakness").replacing("cukup", with: "adequate")
            .replacing("belum ada data", with: "no data yet")
        #expect(
            try sample().output("umpan-balik.csv", .english)
                == "nip,name,component,title,points,weight,category,inputs_missing\n" + english)
    }

    @Test(
        "A bound belongs to the better category",
        arguments: [
            (900_000, "kekuatan"), (899_999, "cukup"), (700_000, "cukup"), (699_999, "kelemahan"),
        ] as [(Int64, String)])
    func keepsBounds(_ points: Int64, category: String) throws {
        var run = sample()
        run.people[0].points[0] = points
        let lines = try run.output("umpan-balik.csv").split(separator: "\n")
        #expect(lines[1].hasSuffix(",60,\(category),"))
    }

    @Test("pengecualian gives the rule and its document, or the component's reason")
    func listsExclusions() throws {
        #expect(
            try sample().output("pengecualian.csv") == """
                nip,nama,unit,alasan,dokumen
                198001012005011005,Eka,C,Cuti besar,SE 1/2025
                198001012005011006,Fani,B,komponen tidak tersedia,

                """)
    }
}
