internal import Foundation
internal import TestSupport
internal import Testing

/// How the same rows are divided over deliveries, and in which order they stand, is no fact about anybody (promise 10).
@Suite("Splits of deliveries")
struct SplitDeliveryTests {
    /// Facts of three people over three months, one row a fact.
    private static let rows = SmallJob.nips.enumerated().flatMap { place, nip in
        ["2025-07", "2025-08", "2025-09"].enumerated().flatMap { month, name in
            [
                [nip, "A", name, "\(70 + 11 * place + 5 * month)"],
                [nip, "B", name, "\(40 + 9 * place + 7 * month)"],
            ]
        }
    }

    /// The rows dealt out at random over one to five files of random names.
    private static func split(_ random: inout SplitMix64) -> SmallJob {
        var job = SmallJob()
        job.files["capaian/satu.csv"] = nil
        let count = Int.random(in: 1...5, using: &random)
        var files = [[[String]]](repeating: [], count: count)
        for row in rows.shuffled(using: &random) {
            files[Int.random(in: 0..<count, using: &random)].append(row)
        }
        for (number, rows) in files.enumerated() {
            let name = String(UInt32.random(in: .min ... .max, using: &random), radix: 36)
            job.set("capaian/\(name)-\(number).csv", SmallJob.text(rows))
        }
        return job
    }

    /// The results without the name of the run, which inputs of other names must change.
    private static func results(_ files: [String: [UInt8]]) throws -> [[String]] {
        try ["hasil.csv", "tanpa-nilai.csv", "rekap-unit.csv"].flatMap { name in
            try SmallRun.table(name, of: files).rows
        }
    }

    /// `KINERJA_SPLITS` asks for more than the gate has time for.
    @Test("Any split and order of the same rows gives the same results")
    func anySplit() async throws {
        var whole = SmallJob()
        whole.set("capaian/satu.csv", SmallJob.text(Self.rows))
        let wanted = try Self.results(try await SmallRun.publish(whole, workers: 1))
        #expect(wanted.count > 4)
        let asked = ProcessInfo.processInfo.environment["KINERJA_SPLITS"].flatMap { Int($0) }
        var random = SplitMix64(seed: 20_251_122)
        for number in 0..<(asked ?? 40) {
            let files = try await SmallRun.publish(Self.split(&random), workers: 1 + number % 3)
            #expect(try Self.results(files) == wanted, "split \(number)")
        }
    }

    @Test(
        "Corrections by version, in any split of the first delivery, give the results of the corrected rows alone"
    )
    func corrected() async throws {
        var random = SplitMix64(seed: 7)
        var whole = SmallJob()
        whole.set("capaian/satu.csv", SmallJob.text(Self.rows))
        let wanted = try Self.results(try await SmallRun.publish(whole, workers: 1))
        for number in 0..<12 {
            var job = SmallJob()
            job.files["capaian/satu.csv"] = nil
            job.definition = SmallJob.definition(
                pattern: "capaian/{opd}-v{versi}.csv",
                source: "    version: versi\n    replaces: [opd]\n" + SmallJob.csvSource)
            for (place, nip) in SmallJob.nips.enumerated() {
                let right = Self.rows.filter { $0[0] == nip }.shuffled(using: &random)
                let versions = Int.random(in: 1...3, using: &random)
                for version in 1...versions {
                    // Before the last version every figure is wrong.
                    let rows = version == versions ? right : right.map { $0.dropLast() + ["1"] }
                    let name = ["a", "b", "c"][(place + number) % 3]
                    job.set("capaian/\(name)-v\(version).csv", SmallJob.text(rows))
                }
            }
            let files = try await SmallRun.publish(job, workers: 2)
            #expect(try Self.results(files) == wanted, "split \(number)")
        }
    }
}
