internal import TestSupport
internal import Testing

/// The same facts give the same results, however they are packed and ordered.
@Suite("Packaging and order of the same facts")
struct PackagingTests {
    private static let tables = ["hasil.csv", "rekap-unit.csv", "umpan-balik.csv", "cakupan.csv"]

    private let generated = GeneratedJob(seed: 5, people: 40)

    private func expectSameResults(
        _ found: [String: [UInt8]], _ expected: [String: [UInt8]],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for name in Self.tables {
            let rows = try SmallRun.table(name, of: found).rows
            let others = try SmallRun.table(name, of: expected).rows
            // Listings in register order are compared as sets: the register may have moved.
            expectSame(
                name == "hasil.csv" ? rows : sorted(rows),
                name == "hasil.csv" ? others : sorted(others), name,
                sourceLocation: sourceLocation)
        }
    }

    private func sorted(_ rows: [[String]]) -> [[String]] {
        rows.sorted { $0.joined(separator: "\u{1}") < $1.joined(separator: "\u{1}") }
    }

    /// Rejects without the place where they stand.
    private func rejects(
        _ files: [String: [UInt8]], _ columns: [String] = ["alasan", "ditemukan"]
    ) throws -> [[String]] {
        sorted(try SmallRun.table("penolakan.csv", of: files).selecting(columns))
    }

    @Test("Packed with gzip, in one member or two, nothing changes but the file's name")
    func gzip() async throws {
        let plain = try await SmallRun.publish(generated.job)
        let text = Array(SmallJob.text(generated.rows).utf8)
        let half = text.count / 2
        for packed in [
            try Gzip.pack(text),
            try Gzip.pack(Array(text[..<half])) + Gzip.pack(Array(text[half...])),
        ] {
            let job = generated.with(
                pattern: "capaian/*.csv.gz", files: ["capaian/satu.csv.gz": packed])
            let found = try await SmallRun.publish(job, chunkBytes: 100)
            try expectSameResults(found, plain)
            let columns = ["baris", "kolom_ke", "kolom", "kode", "ditemukan"]
            #expect(try rejects(found, columns) == rejects(plain, columns))
        }
    }

    @Test("As XML, the same facts give the same results and the same rejects")
    func xml() async throws {
        let plain = try await SmallRun.publish(generated.job)
        let text = Array(SmallJob.xml(generated.rows).utf8)
        let job = generated.with(
            pattern: "capaian/*.xml", source: SmallJob.xmlSource, files: ["capaian/satu.xml": text])
        let found = try await SmallRun.publish(job, chunkBytes: 100)
        try expectSameResults(found, plain)
        #expect(try rejects(found) == rejects(plain))
        #expect(try rejects(found).count == 40 / 3 * 3)
    }

    @Test("Rows in another order give the same results", arguments: [1, 2, 3] as [UInt64])
    func permutedRows(seed: UInt64) async throws {
        let ordered = try await SmallRun.publish(generated.job)
        var generator = SplitMix64(seed: seed)
        let rows = generated.rows.shuffled(using: &generator)
        let job = generated.with(
            files: ["capaian/satu.csv": Array(SmallJob.text(rows).utf8)])
        let found = try await SmallRun.publish(job)
        try expectSameResults(found, ordered)
        #expect(try rejects(found) == rejects(ordered))
    }

    @Test("Several files in any order of names give what one file gives", arguments: [1, 2])
    func permutedFiles(turn: Int) async throws {
        let whole = try await SmallRun.publish(generated.job)
        let names = ["a", "b", "c"]
        var files: [String: [UInt8]] = [:]
        for part in 0..<3 {
            let rows = generated.rows.enumerated().filter { $0.offset % 3 == part }.map(\.element)
            files["capaian/\(names[(part + turn) % 3]).csv"] = Array(SmallJob.text(rows).utf8)
        }
        let found = try await SmallRun.publish(generated.with(files: files), workers: 7)
        try expectSameResults(found, whole)
        #expect(try rejects(found) == rejects(whole))
    }

    @Test(
        "Where rows contradict each other the first in the order stands",
        arguments: [false, true])
    func contradiction(isReversed: Bool) async throws {
        let nip = SmallJob.nips[0]
        let pair = [[nip, "A", "2025-07", "50"], [nip, "A", "2025-07", "70"]]
        var job = SmallJob()
        job.set("capaian/satu.csv", SmallJob.text(isReversed ? pair.reversed() : pair))
        let found = try await SmallRun.publish(job)
        let results = try SmallRun.table("hasil.csv", of: found)
        #expect(
            try results.selecting(["nip", "akhir"]) == [[nip, isReversed ? "70.00" : "50.00"]])
        let rejects = try SmallRun.table("penolakan.csv", of: found)
        #expect(
            try rejects.selecting(["berkas", "baris", "alasan"]) == [
                ["capaian/satu.csv", "3", "duplicate"]
            ])
    }

    @Test("Between files the first by path stands, whichever was made first")
    func contradictionBetweenFiles() async throws {
        let nip = SmallJob.nips[0]
        for (first, second, final) in [("a", "b", "50.00"), ("b", "a", "70.00")] {
            var job = SmallJob()
            job.files["capaian/satu.csv"] = nil
            job.set("capaian/\(first).csv", SmallJob.text([[nip, "A", "2025-07", "50"]]))
            job.set("capaian/\(second).csv", SmallJob.text([[nip, "A", "2025-07", "70"]]))
            let results = try SmallRun.table(
                "hasil.csv", of: await SmallRun.publish(job, workers: 7, chunkBytes: 1))
            #expect(try results.selecting(["nip", "akhir"]) == [[nip, final]])
        }
    }
}
