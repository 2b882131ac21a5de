internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport
internal import Testing

/// The look at the disk before a run reads anything.
@Suite("Room on the disk")
struct DiskNeedTests {
    /// Runs with a disk that has so many bytes.
    private func run(free: Int?, keepsInputs: Bool = true) async throws -> RunFailure? {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        var options = RunOptions(
            definition: folder("definisi.yaml"),
            period: try #require(AppraisalPeriod(parsing: "2025-Q3")), inputs: folder("masukan"),
            output: folder("hasil"), workers: 1, language: .indonesian,
            program: PublishedCases.program)
        options.freeBytes = { _ in free }
        options.keepsInputs = keepsInputs
        do throws(RunFailure) {
            _ = try await Appraisal.run(options, mode: .publish, progress: nil)
            return nil
        } catch {
            #expect(Disk.tree(folder("hasil")).filter { $0.hasPrefix("kecil/2025-Q3/") } == [])
            return error
        }
    }

    @Test("One byte too few is refused with both figures; enough, or no answer, is not")
    func border() async throws {
        let inputs = SmallJob().files.values.reduce(0) { $0 + $1.count }
        for keepsInputs in [true, false] {
            let need = (1 << 20) + inputs / 2 + (keepsInputs ? inputs : 0)
            let failure = try await run(free: need - 1, keepsInputs: keepsInputs)
            #expect(failure?.exitCode == 5)
            #expect(failure?.diagnostics.map(\.code) == [.diskTooSmall])
            #expect(failure?.description.contains("\(need) bytes") == true)
            #expect(failure?.description.contains("\(need - 1) are free") == true)
            #expect(try await run(free: need, keepsInputs: keepsInputs) == nil)
        }
        #expect(try await run(free: nil) == nil)
    }
}
