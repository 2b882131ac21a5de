internal import CivilService
internal import Diagnostics
internal import TestSupport
internal import Testing

@testable internal import Kinerja

/// Facts that wait on disk, or were kept by an earlier run, give the same bytes as facts in memory.
@Suite("Column blocks")
struct ColumnBlockRunTests {
    /// The dirty job in a folder of its own.
    private struct Job {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try DirtyJob(seed: 9, people: 200).write(to: folder)
        }

        func options(output: TemporaryFolder) throws -> RunOptions {
            let period = try #require(AppraisalPeriod(parsing: "2025-Q3"))
            var options = RunOptions(
                definition: folder("definisi.yaml"), period: period, inputs: folder("masukan"),
                output: output("hasil"), workers: 2, language: .indonesian,
                program: PublishedCases.program)
            options.chunkBytes = 4_096
            return options
        }

        func publish(_ change: (inout RunOptions) -> Void) async throws -> [String: [UInt8]] {
            let output = try TemporaryFolder()
            var options = try options(output: output)
            change(&options)
            let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
            return try Disk.contents(try #require(outcome.folder))
        }

        /// What the sums and keys of its facts take, and the ranges of people at so much memory.
        func reading(memory: Int) async throws -> (need: Int, ranges: Int, blocks: Int) {
            let options = try options(output: folder)
            let prepared = try await PreparedRun.prepare(
                options, try PreparedRun.definition(options), previous: nil, progress: nil,
                hashesFirst: true)
            var reader = EvidenceReader(
                definition: prepared.definition, inventory: prepared.inventory,
                root: options.inputs, workers: 1, chunkBytes: options.chunkBytes, progress: nil,
                memory: memory, scratch: folder(""))
            _ = try await reader.read()
            let blocks = reader.spill?.sources.reduce(0) { $0 + $1.blocks.joined().count } ?? 0
            return (reader.naturalNeed(), reader.spill?.ranges.count ?? 0, blocks)
        }

        /// Other weights, another cap and other bands.
        func changeScores() throws {
            let text = try Disk.text(folder("definisi.yaml"))
            let changed =
                text
                .replacing("cap: 120", with: "cap: 105")
                .replacing("weight: 60 }", with: "weight: 45 }")
                .replacing("weight: 30 }", with: "weight: 45 }")
                .replacing("Baik, from: 90", with: "Baik, from: 71.5")
            #expect(changed != text)
            try Disk.write(changed, to: folder("definisi.yaml"))
        }
    }

    @Test("At a tenth of what the facts need the bytes are the same, and at a byte")
    func tenth() async throws {
        let job = try Job()
        let whole = try await job.publish { $0.memory = .max }
        let need = try await job.reading(memory: .max)
        #expect(need.ranges == 0 && need.need > 200 * 24)
        let tenth = try await job.reading(memory: need.need / 10)
        #expect(tenth.ranges >= 10 && tenth.blocks >= tenth.ranges)
        for memory in [need.need / 10, need.need / 3, 1] {
            let short = try await job.publish { $0.memory = memory }
            expectSameFiles(short, whole, "\(memory) bytes")
        }
        // What waited on disk has no name there.
        let left = try Disk.contents(job.folder("")).keys.filter { $0.contains("sementara") }
        #expect(left.isEmpty)
    }

    @Test("Keys that tell no person, and facts of nobody, give the same bytes on disk")
    func withoutPerson() async throws {
        let job = try Job()
        let text = try Disk.text(job.folder("definisi.yaml"))
        let changed =
            text
            .replacing("key: [nip, penilai, peran]", with: "key: [penilai, peran]")
            .replacing(
                "\nscore:",
                with: "\n  hadir:\n    rules: [ { column: nip, required: false } ]\nscore:")
        try Disk.write(changed, to: job.folder("definisi.yaml"))
        let attendance = try Disk.text(job.folder("masukan/hadir.csv"))
        try Disk.write(
            attendance + ";2025-07;22;1\n;2025-08;22;2\n", to: job.folder("masukan/hadir.csv"))
        let whole = try await job.publish { $0.memory = .max }
        // One rater rates several people: the key of the first stands, wherever the others are.
        let repeated = try SmallRun.table("penolakan.csv", of: whole)
            .selecting(["berkas", "alasan"]).filter { $0 == ["nilai.csv.gz", "duplicate"] }
        #expect(repeated.count > 100)
        expectSameFiles(try await job.publish { $0.memory = 1 }, whole)
    }

    @Test("A run on kept evidence gives the bytes of a run on the inputs", arguments: [Int.max, 1])
    func kept(memory: Int) async throws {
        let job = try Job()
        let before = try await job.publish {
            $0.memory = memory
            $0.keepEvidence = job.folder("bukti")
        }
        try job.changeScores()
        let fromInputs = try await job.publish { _ in }
        let fromEvidence = try await job.publish {
            $0.evidence = job.folder("bukti")
            $0.inputs = ""
        }
        expectSameFiles(fromEvidence, fromInputs)
        #expect(fromEvidence["hasil.csv"] != before["hasil.csv"])
    }

    @Test("The sample exports of every region can be kept", arguments: GoldenCase.all)
    func regions(_ sample: GoldenCase) async throws {
        let folder = try TemporaryFolder()
        var options = try PublishedCases.options(for: sample, output: folder("a"), workers: 2)
        options.keepEvidence = folder("bukti")
        let kept = try await Appraisal.run(options, mode: .publish, progress: nil)
        options = try PublishedCases.options(for: sample, output: folder("b"), workers: 2)
        options.evidence = folder("bukti")
        let again = try await Appraisal.run(options, mode: .publish, progress: nil)
        expectSameFiles(
            try Disk.contents(try #require(again.folder)),
            try Disk.contents(try #require(kept.folder)))
    }

    @Test("Evidence is kept also of a run that is already published")
    func known() async throws {
        let job = try Job()
        let output = try TemporaryFolder()
        var options = try job.options(output: output)
        let first = try await Appraisal.run(options, mode: .publish, progress: nil)
        options.keepEvidence = job.folder("bukti")
        let second = try await Appraisal.run(options, mode: .publish, progress: nil)
        #expect(!first.wasPublished && second.wasPublished)
        #expect(Disk.exists(job.folder("bukti/isi.json")))
    }

    @Test("Evidence answers for no definition that reads otherwise")
    func otherReading() async throws {
        let job = try Job()
        _ = try await job.publish { $0.keepEvidence = job.folder("bukti") }
        let text = try Disk.text(job.folder("definisi.yaml"))
        try Disk.write(
            text.replacing("one_of: [atasan, rekan]", with: "one_of: [rekan, atasan]"),
            to: job.folder("definisi.yaml"))
        let failure = await #expect(throws: RunFailure.self) {
            try await job.publish { $0.evidence = job.folder("bukti") }
        }
        #expect(failure?.kind == .definition)
    }

    @Test(
        "Evidence whose bytes have changed is refused",
        arguments: ["isi.json", "isi.json.sha256", "penolakan.kolom", "sumber-2.kolom"], 1...7)
    func damaged(name: String, eighth: Int) async throws {
        let job = try Job()
        _ = try await job.publish { $0.keepEvidence = job.folder("bukti") }
        var bytes = try Disk.read(job.folder("bukti/\(name)"))
        bytes[bytes.count * eighth / 8] ^= 0x10
        try Disk.write(bytes, to: job.folder("bukti/\(name)"))
        let failure = await #expect(throws: RunFailure.self) {
            try await job.publish { $0.evidence = job.folder("bukti") }
        }
        #expect(failure?.kind == .input || failure?.kind == .definition)
    }

    @Test("Evidence is kept in no folder that exists")
    func occupied() async throws {
        let job = try Job()
        let failure = await #expect(throws: RunFailure.self) {
            try await job.publish { $0.keepEvidence = job.folder("masukan") }
        }
        #expect(failure?.kind == .output)
    }
}
