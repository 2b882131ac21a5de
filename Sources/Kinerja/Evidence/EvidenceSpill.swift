internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Files
internal import Plan

/// Facts that wait on disk, by ranges of people, because all of their sums would need more memory than the run may use.
///
/// Only sources whose methods need nothing but sums are put there. The rows are checked and normalized; duplicates are
/// settled when a range is folded, in the order of the files, as they are when everything is in memory.
struct EvidenceSpill {
    /// Blocks of one source in the order in which they were written.
    struct Source {
        let source: SourceDefinition
        let plan: SourcePlan
        /// By range of people.
        var blocks: [[Range<Int>]]
    }

    /// Consecutive people, whose facts are folded together.
    let ranges: [Range<Int>]
    private(set) var sources: [Source] = []
    private var file: ScratchBox

    /// More ranges than this would make the blocks of a batch too short.
    static let mostRanges = 64

    /// - Parameters:
    ///   - people: Number of people.
    ///   - need: Bytes that the sums and keys of all of them take.
    ///   - memory: Bytes that they may take.
    ///   - folder: Where the facts may wait.
    /// - Returns: `nil` when there is memory enough.
    /// - Throws: ``RunFailure`` of kind `output`.
    static func make(
        people: Int, need: Int, memory: Int, folder: String
    ) throws(RunFailure) -> EvidenceSpill? {
        guard need > memory, people > 1 else { return nil }
        let wanted = (need + max(memory, 1) - 1) / max(memory, 1)
        let count = min(mostRanges, people, max(2, wanted))
        let ranges = (0..<count).map { part in
            people * part / count..<people * (part + 1) / count
        }
        do throws(FileFailure) {
            return EvidenceSpill(
                ranges: ranges, file: ScratchBox(try ScratchFile(in: folder)))
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private init(ranges: [Range<Int>], file: ScratchBox) {
        self.ranges = ranges
        self.file = file
    }

    /// The rows of a batch that count, by range of people; ranges without a row are left out.
    ///
    /// `person`: The column that names the person.
    static func rows(
        of batch: CheckedBatch, person: Int, in ranges: [Range<Int>]
    ) -> [(range: Int, rows: [Int32])] {
        let codes = batch.columns[person].codes
        var rows = [[Int32]](repeating: [], count: ranges.count)
        let (people, count) = (ranges.last?.upperBound ?? 0, ranges.count)
        for row in batch.usedRows {
            // Facts of nobody, where a definition allows them, are nobody's in the first range too.
            let person = max(0, Int(codes[Int(row)]))
            // The range whose bounds enclose the person, by the division that made them.
            var range = person * count / max(people, 1)
            while ranges[range].upperBound <= person { range += 1 }
            while ranges[range].lowerBound > person { range -= 1 }
            rows[range].append(row)
        }
        return rows.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
    }

    mutating func begin(_ source: SourceDefinition, _ plan: SourcePlan) {
        sources.append(
            Source(
                source: source, plan: plan,
                blocks: Array(repeating: [], count: ranges.count)))
    }

    /// Writes a block of the source begun last.
    mutating func write(_ bytes: [UInt8], range: Int) throws(RunFailure) {
        do throws(FileFailure) {
            let start = try file.append(bytes)
            sources[sources.count - 1].blocks[range].append(start..<start + bytes.count)
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    func read(_ place: Range<Int>) throws(RunFailure) -> [UInt8] {
        do throws(FileFailure) {
            return try file.read(place)
        } catch {
            throw RunDirectory.failure(error)
        }
    }
}

/// Holds the scratch file, which cannot be copied; one task uses it.
private final class ScratchBox {
    private var file: ScratchFile

    init(_ file: consuming ScratchFile) {
        self.file = file
    }

    func append(_ bytes: [UInt8]) throws(FileFailure) -> Int { try file.append(bytes) }

    func read(_ place: Range<Int>) throws(FileFailure) -> [UInt8] { try file.read(place) }
}
