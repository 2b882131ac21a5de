internal import TestSupport

/// A year under PermenPANRB 6/2022, which knows no score, beside people whom the region itself gives one; all invented.
struct NumberlessJob {
    /// Units, posts, ratings of the superior and of the region's own, by person; blank where there is none.
    private static let people = [
        (unit: "Dinas A", post: "PNS", hasil: "Diatas", perilaku: "DI ATAS EKSPEKTASI", points: ""),
        (unit: "Dinas A", post: "PNS", hasil: "sesuai", perilaku: "sesuai", points: ""),
        (unit: "Dinas B", post: "PNS", hasil: "di bawah", perilaku: "sesuai", points: ""),
        (unit: "Dinas B", post: "PNS", hasil: "bagus", perilaku: "sesuai", points: ""),
        (unit: "Dinas B", post: "PNS", hasil: "", perilaku: "", points: ""),
        (unit: "Dinas B", post: "Honorer", hasil: "", perilaku: "", points: "80"),
        (unit: "Dinas B", post: "Honorer", hasil: "", perilaku: "", points: "90"),
    ]

    static func write(to folder: TemporaryFolder) throws {
        try Disk.write(definition, to: folder("definisi.yaml"))
        let law = Repository.path("pipelines/regulation/nasional")
        for name in Disk.names(in: law) {
            try Disk.write(try Disk.read("\(law)/\(name)"), to: folder("regulasi/\(name)"))
        }
        var register = "NIP,NAMA,UNIT,JABATAN\n"
        var outcomes = "NIP,SKP,HASIL,PERILAKU\n"
        var ratings = "NIP,PERAN,NILAI\n"
        for (place, person) in people.enumerated() {
            let nip = AuditJob.nip(place + 1)
            register += "\(nip),Orang Rekaan \(place + 1),\(person.unit),\(person.post)\n"
            if !person.hasil.isEmpty { outcomes += "\(nip),1,\(person.hasil),\(person.perilaku)\n" }
            if !person.points.isEmpty { ratings += "\(nip),atasan,\(person.points)\n" }
        }
        try Disk.write(register, to: folder("masukan/pegawai.csv"))
        try Disk.write(outcomes, to: folder("masukan/skp.csv"))
        try Disk.write(ratings, to: folder("masukan/nilai.csv"))
    }

    private static let bands =
        "[ { name: di atas ekspektasi, from: 3 }, { name: sesuai ekspektasi, from: 2 }, "
        + "{ name: di bawah ekspektasi } ]"

    private static let values =
        "{ di atas ekspektasi: 3, sesuai ekspektasi: 2, di bawah ekspektasi: 1 }"

    private static let definition = """
        kinerja: 1
        pipeline: kecil
        title: Tanpa angka
        period: year
        regulation: regulasi
        nip: syntax
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNIT, jabatan: JABATAN }
          skp:
            kind: outcome
            files: skp.csv
            columns: { nip: NIP, skp: SKP, hasil_kerja: HASIL, perilaku_kerja: PERILAKU }
          nilai:
            kind: rating
            files: nilai.csv
            columns: { nip: NIP, peran: PERAN, nilai: NILAI }
            key: [nip, peran]
        normalize:
          aliases: { hasil_kerja: { parameter: panrb6-ejaan }, perilaku_kerja: { parameter: panrb6-ejaan } }
        score:
          schemes:
            - id: pegawai
              for: { jabatan: PNS }
              rule_set: panrb6-2022
              components:
                - { id: hasil, method: outcome, column: hasil_kerja, from: [skp], weight: 0,
                    values: \(values) }
                - { id: perilaku, method: outcome, column: perilaku_kerja, from: [skp], weight: 0,
                    values: \(values) }
              predikat:
                matrix:
                  rows: { component: hasil, bands: \(bands) }
                  columns: { component: perilaku, bands: \(bands) }
                  cells: { parameter: panrb6-matriks }
                  order: { parameter: panrb6-predikat }
            - id: honorer
              components:
                - { id: nilai, method: rating, from: [nilai], roles: { atasan: 1 }, weight: 100 }
              predikat: [ { predikat: Baik, from: 76 }, { predikat: Kurang } ]
        rank:
          by: [predikat desc]
          order: [predikat desc, nip asc]

        """
}
