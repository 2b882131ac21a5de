internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport

/// A small job published in this process.
enum SmallRun {
    /// The published files by name; batches hold `chunkBytes` bytes of text at least.
    static func publish(
        _ job: SmallJob, workers: Int = 2, chunkBytes: Int = 1 << 20
    ) async throws -> [String: [UInt8]] {
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        return try await publish(from: folder, workers: workers, chunkBytes: chunkBytes)
    }

    /// Publishes what is written in a folder, into a place of its own.
    static func publish(
        from folder: TemporaryFolder, workers: Int, chunkBytes: Int
    ) async throws -> [String: [UInt8]] {
        guard let period = AppraisalPeriod(parsing: "2025-Q3") else {
            throw ToolFailure("2025-Q3 is no period")
        }
        let output = try TemporaryFolder()
        var options = RunOptions(
            definition: folder("definisi.yaml"), period: period, inputs: folder("masukan"),
            output: output("hasil"), workers: workers, language: .indonesian,
            program: PublishedCases.program)
        options.chunkBytes = chunkBytes
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        guard let published = outcome.folder else { throw ToolFailure("not published") }
        return try Disk.contents(published)
    }

    static func table(_ name: String, of files: [String: [UInt8]]) throws -> CSVText {
        guard let bytes = files[name] else { throw ToolFailure("no \(name) was published") }
        return try CSVText(text: String(decoding: bytes, as: UTF8.self))
    }
}
