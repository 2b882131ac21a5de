internal import CivilService
internal import Kinerja
internal import TestSupport
internal import Testing

/// How a run is cut into pieces changes no byte of any output.
@Suite("Partitions")
struct PartitionTests {
    @Test("Workers and chunks change no byte")
    func generated() async throws {
        let job = GeneratedJob(seed: 11, people: 60).job
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let whole = try await SmallRun.publish(from: folder, workers: 2, chunkBytes: 1 << 20)
        #expect(try SmallRun.table("penolakan.csv", of: whole).rows.count == 60)
        for workers in [1, 2, 7] {
            for chunkBytes in [1, 64, 4_096, 1 << 24] {
                let cut = try await SmallRun.publish(
                    from: folder, workers: workers, chunkBytes: chunkBytes)
                expectSameFiles(cut, whole, "\(workers) workers, chunks of \(chunkBytes)")
            }
        }
    }

    /// In this process, since no command line says how large a chunk is.
    @Test("Ambon's files are the same for 1 worker with large chunks and 7 with tiny ones")
    func ambon() async throws {
        var published: [[String: [UInt8]]] = []
        for (workers, chunkBytes) in [(1, 1 << 24), (7, 64)] {
            let folder = try TemporaryFolder()
            var options = try PublishedCases.options(
                for: .ambon, output: folder("out"), workers: workers)
            options.chunkBytes = chunkBytes
            let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
            published.append(try Disk.contents(try #require(outcome.folder)))
        }
        expectSameFiles(published[1], published[0])
    }

    @Test("A small register and its facts may be cut at every byte")
    func everyByte() async throws {
        var job = SmallJob()
        let nip = SmallJob.nips[0]
        job.set("pegawai.csv", "NIP,NAMA,UNIT\n\(nip),\"A\r\nB,\"\"C\",U\n")
        let facts = [
            [nip, "A", "2025-07", "80"], [nip, "A", "2025-07", "9"], ["\"1", "A", "2025-07", "1"],
        ]
        job.set("capaian/satu.csv", SmallJob.text(facts))
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let whole = try await SmallRun.publish(from: folder, workers: 1, chunkBytes: 1 << 20)
        let rejects = try SmallRun.table("penolakan.csv", of: whole)
        #expect(
            try rejects.selecting(["baris", "alasan"]) == [["3", "duplicate"], ["4", "quoting"]])
        let longest = job.files.values.map(\.count).max() ?? 0
        #expect(longest > 100)
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
