internal import TestSupport

/// A job of some hundred facts from a seed, clean ones and faulty ones mixed.
struct GeneratedJob {
    /// One fact per NIP, indicator and month; the faulty ones name their fault in the figure.
    private(set) var rows: [[String]] = []
    private(set) var job = SmallJob()

    init(seed: UInt64, people: Int) {
        var generator = SplitMix64(seed: seed)
        var register = "NIP,NAMA,UNIT\n"
        for person in 0..<people {
            let nip = Self.nip(person)
            // Quoted names with every byte that a careless reader would stumble over.
            let name =
                person % 3 == 0
                ? "\"Nama \(person), \"\"S.E.\"\"\"" : person % 7 == 1 ? "\"Dua\nbaris\"" : "Nama"
            register += "\(nip),\(name),Unit \(person % 5)\(person % 4 == 0 ? "\r\n" : "\n")"
            for month in 7...9 {
                for indicator in ["A", "B"] where Int.random(in: 0..<10, using: &generator) > 0 {
                    let figure = Int.random(in: 1...150, using: &generator)
                    rows.append([nip, indicator, "2025-0\(month)", "\(figure)"])
                }
            }
        }
        for fault in 0..<people / 3 {
            let nip = Self.nip(fault)
            rows.append([nip, "A", "2025-07", "rusak\(fault)"])
            rows.append([Self.nip(900 + fault), "A", "2025-07", "1"])
            rows.append([nip, "Z\(fault)", "2025-07", "1"])
            rows.append([nip, "B", "2025-06", "\(fault + 1)"])
        }
        job.set("pegawai.csv", register)
        // Faults are part of the matter here, not a reason to stop.
        job.definition = Self.tolerant(SmallJob.definition())
        job.set("capaian/satu.csv", SmallJob.text(rows))
    }

    static func tolerant(_ definition: String) -> String {
        definition.replacing(
            "    key: [nip, indikator, bulan]",
            with: "    reject_limit: none\n    key: [nip, indikator, bulan]")
    }

    private static func nip(_ number: Int) -> String {
        "198001012005011" + String(String(1_000 + number).suffix(3))
    }

    /// The same facts, elsewhere or otherwise.
    func with(
        pattern: String = "capaian/*.csv", source: String = SmallJob.csvSource,
        files: [String: [UInt8]]
    ) -> SmallJob {
        var other = job
        other.definition = Self.tolerant(
            SmallJob.definition(pattern: pattern, source: source))
        other.files["capaian/satu.csv"] = nil
        other.files.merge(files) { $1 }
        return other
    }
}
