/// A whole job that fits on one screen: definition and exports, to be spoilt one thing at a time.
///
/// Three people of two units, two indicators, one month. A 120 of 100 (cap 120) and a 30 where 60 are
/// allowed (lower is better, cap 120) give the first 120; the others follow from ``rows``.
package struct SmallJob: Sendable {
    /// NIPs in register order.
    package static let nips = ["198001012005011001", "198102022006022002", "198203032007031003"]

    package var definition: String
    /// By path below the inputs.
    package var files: [String: [UInt8]]

    package init() {
        definition = Self.definition()
        files = [
            "pegawai.csv": Array(Self.register.utf8),
            "indikator.csv": Array("KODE,ARAH,BOBOT,TARGET\nA,naik,3,100\nB,turun,1,60\n".utf8),
            "capaian/satu.csv": Array(Self.text(Self.rows).utf8),
        ]
    }

    package static let register = """
        NIP,NAMA,UNIT
        \(nips[0]),Andi Rekaan,Satu
        \(nips[1]),"Budi ""Contoh"", S.E.",Dua
        \(nips[2]),Citra Misal,Satu

        """

    /// The facts: NIP, indicator, month, figure.
    package static let rows = [
        [nips[0], "A", "2025-07", "120"], [nips[0], "B", "2025-07", "30"],
        [nips[1], "A", "2025-07", "90"], [nips[1], "B", "2025-07", "60"],
        [nips[2], "A", "2025-07", "80"], [nips[2], "B", "2025-07", "75"],
    ]

    package static func text(_ rows: [[String]]) -> String {
        (["NIP,KODE,BULAN,REALISASI"] + rows.map { $0.joined(separator: ",") })
            .map { $0 + "\n" }.joined()
    }

    /// The same facts as XML.
    package static func xml(_ rows: [[String]]) -> String {
        let records = rows.map { row in
            "  <baris nip=\"\(row[0])\"><kode>\(row[1])</kode><bulan>\(row[2])</bulan>"
                + "<realisasi>\(row[3])</realisasi></baris>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<capaian>\n"
            + records.joined() + "</capaian>\n"
    }

    package static let csvSource = """
            format: { csv: {} }
            columns: { nip: NIP, indikator: KODE, bulan: BULAN, realisasi: REALISASI }
        """
    package static let xmlSource = """
            format: { xml: { record: /capaian/baris } }
            columns: { nip: "@nip", indikator: kode, bulan: bulan, realisasi: realisasi }
        """

    /// The definition, with the facts in files of a pattern and in a format of one's choice.
    package static func definition(
        pattern: String = "capaian/*.csv", source: String = csvSource
    ) -> String {
        """
        kinerja: 1
        pipeline: kecil
        title: Pekerjaan kecil
        period: quarter
        nip: syntax
        ingest:
          pegawai:
            kind: register
            supplier: BKD
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNIT }
          indikator:
            kind: indicator
            files: indikator.csv
            columns: { indikator: KODE, arah: ARAH, bobot: BOBOT, target: TARGET }
          capaian:
            kind: attainment
            supplier: Aplikasi
            files: "\(pattern)"
            key: [nip, indikator, bulan]
        \(source)
        score:
          schemes:
            - id: semua
              components:
                - { id: capaian, method: attainment, from: [capaian], cap: 120, weight: 100 }
              predikat:
                - { predikat: Baik, from: 90 }
                - { predikat: Kurang }

        """
    }

    package mutating func set(_ name: String, _ text: String) { files[name] = Array(text.utf8) }

    /// Writes `definisi.yaml` and the folder `masukan`.
    package func write(to folder: TemporaryFolder) throws(DiskFailure) {
        try Disk.write(definition, to: folder("definisi.yaml"))
        try Disk.makeFolder(folder("masukan"))
        for (name, bytes) in files { try Disk.write(bytes, to: folder("masukan/\(name)")) }
    }

    /// What a person types to run it.
    package static func arguments(
        in folder: TemporaryFolder, command: String = "run", period: String = "2025-Q3",
        out: String? = nil
    ) -> [String] {
        [command, folder("definisi.yaml"), "--period", period, "--inputs", folder("masukan")]
            + (command == "run" ? ["--out", out ?? folder("hasil")] : [])
    }
}
