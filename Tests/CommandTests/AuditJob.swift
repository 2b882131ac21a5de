internal import TestSupport

/// A job whose SKP were decided elsewhere, and whose units state their capaian; all people are invented.
///
/// Points are the finals: 95 is Sangat Baik, 80 Baik, 60 Butuh Perbaikan.
struct AuditJob {
    /// Ratings and predikat as stated, by person; nobody else has an SKP.
    var stated: [(hasil: String, perilaku: String, akhir: String)]
    /// Units with their capaian and the points of their people, `nil` for a person without evidence.
    var units: [(name: String, capaian: String, points: [Int?])]
    /// People, counted from 1, who study and are excluded.
    var students: Set<Int> = []
    var isXML = false

    static func nip(_ number: Int) -> String {
        let digits = "\(number)"
        return "198001012005011" + String(repeating: "0", count: 3 - digits.count) + digits
    }

    func write(to folder: TemporaryFolder) throws {
        try Disk.write(definition, to: folder("definisi.yaml"))
        let law = Repository.path("pipelines/regulation/nasional")
        for name in Disk.names(in: law) {
            try Disk.write(try Disk.read("\(law)/\(name)"), to: folder("regulasi/\(name)"))
        }
        var unitText = "UNIT,CAPAIAN\n"
        var register = "NIP,NAMA,UNIT,STATUS\n"
        var facts = "NIP,KODE,BULAN,TARGET,REALISASI\n"
        var number = 0
        for unit in units {
            unitText += "\(unit.name),\(unit.capaian)\n"
            for points in unit.points {
                number += 1
                let status = students.contains(number) ? "Tugas Belajar" : "Aktif"
                register += "\(Self.nip(number)),Orang Rekaan \(number),\(unit.name),\(status)\n"
                if let points { facts += "\(Self.nip(number)),A,2025-07,100,\(points)\n" }
            }
        }
        try Disk.write(unitText, to: folder("masukan/unit.csv"))
        try Disk.write(register, to: folder("masukan/pegawai.csv"))
        try Disk.write(facts, to: folder("masukan/capaian.csv"))
        try Disk.write("KODE,ARAH,BOBOT\nA,naik,1\n", to: folder("masukan/indikator.csv"))
        try Disk.write(isXML ? xml : csv, to: folder("masukan/skp.\(isXML ? "xml" : "csv")"))
    }

    func arguments(in folder: TemporaryFolder, period: String = "2025-Q3") -> [String] {
        ["audit", "conformance"]
            + SmallJob.arguments(in: folder, command: "check", period: period).dropFirst()
    }

    private var csv: String {
        stated.enumerated().reduce("NIP,MULAI,SAMPAI,HASIL,PERILAKU,AKHIR\n") { text, row in
            text + "\(Self.nip(row.offset + 1)),2025-07-01,2025-09-30,\(row.element.hasil),"
                + "\(row.element.perilaku),\(row.element.akhir)\n"
        }
    }

    private var xml: String {
        stated.enumerated().reduce("<skp>\n") { text, row in
            text + "<baris><nip>\(Self.nip(row.offset + 1))</nip><mulai>2025-07-01</mulai>"
                + "<sampai>2025-09-30</sampai><hasil>\(row.element.hasil)</hasil>"
                + "<perilaku>\(row.element.perilaku)</perilaku>"
                + "<akhir>\(row.element.akhir)</akhir></baris>\n"
        } + "</skp>\n"
    }

    private var outcomes: String {
        isXML
            ? """
                files: skp.xml
                format: { xml: { record: /skp/baris } }
                columns: { nip: nip, mulai: mulai, sampai: sampai, hasil_kerja: hasil,
                  perilaku_kerja: perilaku, hasil_akhir: akhir }
            """
            : """
                files: skp.csv
                columns: { nip: NIP, mulai: MULAI, sampai: SAMPAI, hasil_kerja: HASIL,
                  perilaku_kerja: PERILAKU, hasil_akhir: AKHIR }
            """
    }

    var definition: String {
        """
        kinerja: 1
        pipeline: audit
        title: Pemeriksaan kesesuaian
        period: quarter
        regulation: regulasi
        nip: syntax
        ingest:
          unit:
            kind: unit
            files: unit.csv
            columns: { unit: UNIT, capaian: CAPAIAN }
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNIT, status: STATUS }
          indikator:
            kind: indicator
            files: indikator.csv
            columns: { indikator: KODE, arah: ARAH, bobot: BOBOT }
          capaian:
            kind: attainment
            files: capaian.csv
            columns: { nip: NIP, indikator: KODE, bulan: BULAN, target: TARGET, realisasi: REALISASI }
          skp:
            kind: outcome
        \(outcomes)
        exclude:
          - { when: { status: Tugas Belajar }, reason: tugas belajar }
        score:
          schemes:
            - id: semua
              components:
                - { id: capaian, method: attainment, from: [capaian], cap: 120, weight: 100,
                    missing: unscored }
              predikat:
                - { predikat: Sangat Baik, from: 90 }
                - { predikat: Baik, from: 70 }
                - { predikat: Butuh Perbaikan }

        """
    }
}
