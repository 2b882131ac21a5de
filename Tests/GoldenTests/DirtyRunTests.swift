internal import TestSupport
internal import Testing

/// Quoted line breaks, CRLF and CR, a byte order mark, doubled and broken quotes, blank lines, duplicates near and
/// far: however the files are cut and whoever cuts them, the outputs are the same bytes.
@Suite("Dirty exports")
struct DirtyRunTests {
    @Test("Every row that must be rejected is, and no other, in any number of pieces and workers")
    func generated() async throws {
        let job = try DirtyJob(seed: 5, people: 300)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let whole = try await SmallRun.publish(from: folder, workers: 1, chunkBytes: 1 << 24)
        let found = try SmallRun.table("penolakan.csv", of: whole)
            .selecting(["berkas", "baris", "alasan"])
        #expect(Set(job.rejects.map { $0[2] }).count == 11)
        #expect(found.difference(from: job.rejects).isEmpty)
        #expect(try SmallRun.table("hasil.csv", of: whole).rows.count == 300)
        let cuts = [
            (1, 64), (2, 65), (3, 127), (7, 4_096), (16, 1 << 24), (16, 64), (7, 65), (2, 127),
            (1, 4_096), (3, 1 << 24), (3, 64), (16, 127),
        ]
        for (workers, chunkBytes) in cuts {
            let cut = try await SmallRun.publish(
                from: folder, workers: workers, chunkBytes: chunkBytes)
            expectSameFiles(cut, whole, "\(workers) workers, chunks of \(chunkBytes)")
        }
    }
}
