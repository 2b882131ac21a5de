internal import CivilService
internal import Kinerja
internal import TestSupport
internal import Testing

/// How a run is cut into pieces changes no byte of any output.
@Suite("Partitions")
struct PartitionTests {
    @Test(
        "Workers and chunks change no byte", arguments: [1, 2, 7], [1, 64, 4_096, 1 << 24])
    func generated(workers: Int, chunkBytes: Int) async throws {
        let job = GeneratedJob(seed: 11, people: 60).job
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let whole = try await SmallRun.publish(from: folder, workers: 2, chunkBytes: 1 << 20)
        let cut = try await SmallRun.publish(
            from: folder, workers: workers, chunkBytes: chunkBytes)
        #expect(try SmallRun.table("penolakan.csv", of: whole).rows.count == 60)
        expectSameFiles(cut, whole)
    }

    @Test(
        "Ambon's files are the same for 7 workers and small chunks",
        arguments: [(7, 64), (1, 4_096)])
    func ambon(workers: Int, chunkBytes: Int) async throws {
        let golden = GoldenCase.ambon
        let whole = try Disk.contents(await PublishedCases.shared.folder(of: golden))
        let folder = try TemporaryFolder()
        var options = try PublishedCases.options(
            for: golden, output: folder("out"), workers: workers)
        options.chunkBytes = chunkBytes
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        expectSameFiles(try Disk.contents(try #require(outcome.folder)), whole)
    }

    @Test("A small register and its facts may be cut at every byte")
    func everyByte() async throws {
        var job = SmallJob()
        job.set("pegawai.csv", SmallJob.register.replacing("Andi Rekaan", with: "\"Andi\r\nR.\""))
        let facts =
            SmallJob.rows + [
                [SmallJob.nips[0], "A", "2025-07", "9"], ["\"1", "A", "2025-07", "1"],
            ]
        job.set("capaian/satu.csv", SmallJob.text(facts))
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let whole = try await SmallRun.publish(from: folder, workers: 1, chunkBytes: 1 << 20)
        let rejects = try SmallRun.table("penolakan.csv", of: whole)
        #expect(
            try rejects.selecting(["baris", "alasan"]) == [["8", "duplicate"], ["9", "quoting"]])
        let longest = job.files.values.map(\.count).max() ?? 0
        #expect(longest > 200)
        for chunkBytes in 1...longest {
            let cut = try await SmallRun.publish(
                from: folder, workers: 2, chunkBytes: chunkBytes)
            expectSameFiles(cut, whole, "chunks of \(chunkBytes)")
        }
    }
}

/// Compares published folders file by file, the archive too.
func expectSameFiles(
    _ found: [String: [UInt8]], _ expected: [String: [UInt8]], _ what: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(
        found.keys.sorted() == expected.keys.sorted(), "\(what)", sourceLocation: sourceLocation)
    for (name, bytes) in expected where found[name] != bytes {
        Issue.record("\(what) \(name) has other bytes", sourceLocation: sourceLocation)
    }
}
