internal import TestSupport

/// A quarter of some hundred people whose exports have every kind of dirt, from a seed.
///
/// Whoever writes a faulty row knows its line and why it must be rejected: no run is asked.
struct DirtyJob {
    /// A file that grows line by line.
    private struct Export {
        let path: String
        let lineEnds: [String]
        var text: String
        /// Physical line of the next record.
        private(set) var line = 2
        private(set) var rejects: [[String]] = []

        init(_ path: String, heading: String, lineEnds: [String]) {
            self.path = path
            self.lineEnds = lineEnds
            text = heading + lineEnds[0]
        }

        mutating func add(_ record: String, rejectedAs reason: String? = nil) {
            if let reason { rejects.append([path, "\(line)", reason]) }
            text += record + lineEnds[line % lineEnds.count]
            line += 1 + record.unicodeScalars.filter { $0 == "\n" }.count
        }
    }

    let definition = Self.definition
    private(set) var files: [String: [UInt8]] = [:]
    /// File, line and reason of every row that must be rejected, in the order in which files are read.
    private(set) var rejects: [[String]] = []

    init(seed: UInt64, people: Int) throws {
        var random = SplitMix64(seed: seed)
        let nips = (0..<people).map { "198001012005011" + String(String(1_000 + $0).suffix(3)) }
        let exports = [
            Self.register(nips, &random), Self.attainment(nips, &random),
            Self.ratings(nips, &random), Self.attendance(nips, &random),
        ]
        for export in exports {
            let bytes = Array(export.text.utf8)
            files[export.path] = export.path.hasSuffix(".gz") ? try Gzip.pack(bytes) : bytes
            rejects += export.rejects
        }
        files["indikator.csv"] = Array("KODE,ARAH,BOBOT,TARGET\nA,naik,3,100\nB,turun,1,60\n".utf8)
    }

    func write(to folder: TemporaryFolder) throws(DiskFailure) {
        try Disk.write(definition, to: folder("definisi.yaml"))
        for (name, bytes) in files { try Disk.write(bytes, to: folder("masukan/\(name)")) }
    }

    /// Quoted, doubled and broken names, CRLF and LF by turns, blank lines, a byte order mark.
    private static func register(_ nips: [String], _ random: inout SplitMix64) -> Export {
        var export = Export(
            "pegawai.csv", heading: "\u{FEFF}NIP,NAMA,UNIT", lineEnds: ["\r\n", "\n", "\n"])
        for (person, nip) in nips.enumerated() {
            let name = [
                "Rekaan \(person)", "\"Rekaan \(person), \"\"S.E.\"\"\"",
                "\"Dua\r\nbaris \(person)\"",
                "\"Tiga\n\nbaris\"", "\"\"",
            ][Int.random(in: 0..<5, using: &random)]
            export.add("\(nip),\(name),Unit \(person % 7)")
            switch Int.random(in: 0..<12, using: &random) {
            case 0: export.add("")
            case 1: export.add("\(nip),\"Terbuka,Unit", rejectedAs: "quoting")
            case 2: export.add("\(nip),\"Tutup\"lalu,Unit", rejectedAs: "quoting")
            case 3: export.add("\(nip),Ganda,Unit \(person % 7)", rejectedAs: "duplicate")
            case 4: export.add("\(nip),\"Kurang, satu\"", rejectedAs: "cell-count")
            case 5: export.add("x\(nip.dropFirst()),Lain,Unit 1", rejectedAs: "nip")
            default: break
            }
        }
        return export
    }

    /// Facts in the register's order and their repetitions at once or at the end.
    private static func attainment(_ nips: [String], _ random: inout SplitMix64) -> Export {
        var export = Export(
            "capaian/satu.csv", heading: "NIP,KODE,BULAN,REALISASI", lineEnds: ["\n"])
        var later: [String] = []
        for nip in nips {
            for month in 7...9 {
                for indicator in ["A", "B"] {
                    let fact = "\(nip),\(indicator),2025-0\(month)"
                    let figure = Int.random(in: 0...20_000, using: &random)
                    let decimals = ["", ".5", ".25", ".000001"].randomElement(using: &random) ?? ""
                    let cell = figure % 9 == 0 ? "\"\(figure)\(decimals)\"" : "\(figure)\(decimals)"
                    switch Int.random(in: 0..<30, using: &random) {
                    case 0: export.add("\(fact),\(figure)x", rejectedAs: "number")
                    case 1: export.add("\(fact),\(cell),", rejectedAs: "cell-count")
                    case 2: export.add("\(fact)9,\(cell)", rejectedAs: "date")
                    case 3: export.add("\(nip),Z,2025-08,1", rejectedAs: "unknown-indicator")
                    case 4: export.add("\(nip.dropLast())x,A,2025-08,1", rejectedAs: "nip")
                    case 5:
                        export.add(
                            "19810101\(nip.dropFirst(8)),A,2025-08,1", rejectedAs: "unknown-person")
                    case 6: export.add("\(nip),A,2025-06,1")
                    case 7: export.add("")
                    case 8: export.add("\(fact),\"\(figure)", rejectedAs: "quoting")
                    default: break
                    }
                    // A rejected row blocks no later one.
                    export.add("\(fact),\(cell)")
                    if figure % 11 == 0 { export.add("\(fact),1", rejectedAs: "duplicate") }
                    if figure % 13 == 0 { later.append("\(fact),\(cell)") }
                }
            }
        }
        for record in later { export.add(record, rejectedAs: "duplicate") }
        return export
    }

    /// Several raters of each person, packed; texts with everything that a careless reader stumbles over.
    private static func ratings(_ nips: [String], _ random: inout SplitMix64) -> Export {
        var export = Export(
            "nilai.csv.gz", heading: "CATATAN,NIP,PENILAI,PERAN,NILAI", lineEnds: ["\n", "\r\n"])
        for (person, nip) in nips.enumerated() {
            for rater in 1...4 {
                let note = [
                    "", "-", "baik, \"\"sekali\"\"", "dua\nbaris", "tiga\r\n\r\nbaris", "ü — é",
                ][Int.random(in: 0..<6, using: &random)]
                let role = [" atasan", "rekan", "Rekan ", "REKAN"][rater - 1]
                let other = nips[(person + rater) % nips.count]
                let fact = "\"\(note)\",\(nip),\(other),\(role)"
                let figure = Int.random(in: 0...100, using: &random)
                switch Int.random(in: 0..<20, using: &random) {
                case 0: export.add("\(fact),baik", rejectedAs: "number")
                case 1: export.add("x,\(nip),\(other),bos,1", rejectedAs: "code-list")
                case 2:
                    export.add(
                        "x,\(nip),19810101\(nip.dropFirst(8)),rekan,1", rejectedAs: "reference")
                default: break
                }
                export.add("\(fact), \(figure).\(figure % 10)")
                if figure % 9 == 0 {
                    export.add(
                        "lagi,\(nip),\(other),\(role.uppercased()),1", rejectedAs: "duplicate")
                }
            }
        }
        return export
    }

    /// Another delimiter; lines without a byte are faults here. No CR stands before an LF that is another line.
    private static func attendance(_ nips: [String], _ random: inout SplitMix64) -> Export {
        var export = Export(
            "hadir.csv", heading: "NIP;BULAN;HARI;ALPA", lineEnds: ["\r\n", "\n", "\r"])
        for nip in nips {
            for month in 7...9 {
                let absent = Int.random(in: 0...22, using: &random)
                switch Int.random(in: 0..<25, using: &random) {
                case 0: export.add("", rejectedAs: "blank")
                case 1: export.add("\(nip);\(month);22;1", rejectedAs: "date")
                case 2: export.add("\(nip);2025-0\(month);22;-", rejectedAs: nil)
                default: export.add("\(nip);2025-0\(month);22;\(absent)")
                }
            }
        }
        return export
    }

    private static let definition = """
        kinerja: 1
        pipeline: kotor
        title: Pekerjaan kotor
        period: quarter
        nip: syntax
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNIT }
            reject_limit: none
          indikator:
            kind: indicator
            files: indikator.csv
            columns: { indikator: KODE, arah: ARAH, bobot: BOBOT, target: TARGET }
          capaian:
            kind: attainment
            files: "capaian/*.csv"
            key: [nip, indikator, bulan]
            columns: { nip: NIP, indikator: KODE, bulan: BULAN, realisasi: REALISASI }
            reject_limit: none
          nilai:
            kind: rating
            files: nilai.csv.gz
            key: [nip, penilai, peran]
            columns: { nip: NIP, penilai: PENILAI, peran: PERAN, nilai: NILAI, aspek: CATATAN }
            reject_limit: none
          hadir:
            kind: attendance
            files: hadir.csv
            format: { csv: { delimiter: ";", blank_lines: reject } }
            columns: { nip: NIP, bulan: BULAN, hari_kerja: HARI, alpa: ALPA }
            reject_limit: none
        validate:
          nilai:
            rules:
              - { column: penilai, refers: pegawai }
              - { column: peran, one_of: [atasan, rekan] }
        score:
          schemes:
            - id: semua
              components:
                - { id: capaian, method: attainment, from: [capaian], mean: rows, cap: 120,
                    row_rounding: { decimals: 2, rounding: half-up }, weight: 60 }
                - { id: nilai, method: rating, from: [nilai], roles: { atasan: 60, rekan: 40 },
                    weight: 30 }
                - { id: hadir, method: attendance, from: [hadir], floor: 0, weight: 10,
                    deduct: [ { column: alpa, points: 200, per: hari_kerja } ] }
              predikat:
                - { predikat: Baik, from: 90 }
                - { predikat: Kurang }

        """
}
