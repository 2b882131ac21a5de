internal import TestSupport

/// The small job with its facts delivered by two agencies, a file each, dated in its name.
struct DeliveredJob {
    static let agencies = ["dishub", "setda"]

    var job = SmallJob()

    /// `expect`: What follows `expect:`; nothing where it is empty. `extra`: Further keys of the source, a line each.
    init(expect: String = "", extra: [String] = [], delivered: Bool = true) {
        let keys =
            (delivered ? ["delivered: kirim"] : [])
            + (expect.isEmpty ? [] : ["expect: { \(expect) }"]) + extra
        job.definition = SmallJob.definition(
            pattern: "capaian/{opd}-{kirim}.csv",
            source: keys.map { "    \($0)\n" }.joined() + SmallJob.csvSource)
        job.files["capaian/satu.csv"] = nil
        deliver("dishub", "20250920", Array(SmallJob.rows[0..<4]))
        deliver("setda", "2025-09-25", Array(SmallJob.rows[4..<6]))
    }

    static func path(_ agency: String, _ day: String) -> String { "capaian/\(agency)-\(day).csv" }

    mutating func deliver(_ agency: String, _ day: String, _ rows: [[String]]) {
        job.set(Self.path(agency, day), SmallJob.text(rows))
    }

    mutating func withhold(_ agency: String) {
        for name in job.files.keys where name.hasPrefix("capaian/\(agency)-") {
            job.files[name] = nil
        }
    }

    /// Runs what is delivered, in a folder of its own unless one is given.
    func run(
        _ extra: [String] = [], in folder: TemporaryFolder? = nil
    ) throws -> (folder: TemporaryFolder, outcome: Subprocess.Outcome) {
        let folder = try folder ?? TemporaryFolder()
        try job.write(to: folder)
        return (folder, try Program.run(SmallJob.arguments(in: folder) + extra))
    }

    /// The only run that was published.
    static func published(in folder: TemporaryFolder) throws -> String {
        let period = folder("hasil/kecil/2025-Q3")
        let runs = Disk.names(in: period).filter { $0.count == 12 }
        guard runs.count == 1, let run = runs.first else {
            throw ToolFailure("\(runs.count) runs in \(period)")
        }
        return "\(period)/\(run)"
    }
}
