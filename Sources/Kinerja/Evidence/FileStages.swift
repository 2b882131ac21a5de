internal import Archiving
internal import Batches
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Normalization
internal import Plan
internal import Tabular
internal import Validation

/// What a worker does with the records of one file, up to the fold.
struct FileStages: Sendable {
    /// A batch from the workers; with rows sorted by range of people where they go to disk.
    struct Checked: Sendable {
        var batch: EvidenceBatch
        let rows: [(range: Int, rows: [Int32])]
    }

    /// What only the end of a file tells.
    struct End: Sendable {
        let checksum: Checksum?
        /// Lines that belong to no record; `nil` for XML.
        let counts: LineCounts?
        let lastLine: UInt32
        let findings: [InputFinding]

        init(_ reader: RecordReader) {
            checksum = reader.checksum
            counts = reader.lineCounts
            lastLine = reader.lastLine
            findings = reader.findings
        }
    }

    /// A file that one worker read from start to end.
    struct WholeFile: Sendable {
        var batches: [(checked: Checked, firstLine: UInt32)] = []
        var end: End?
        var failure: RunFailure?
    }

    let plan: SourcePlan
    let validate: ValidateStage
    let normalize: NormalizeStage
    let desk: CorrectionDesk
    let sorting: BlockSorting?
    let unpacking: UnpackingLimits
    let staff: StaffNames

    func process(_ piece: consuming RecordReader.Piece) -> Checked {
        var raw = piece.cut()
        let uses = desk.isIdle ? [] : desk.amend(&raw)
        var checked = validate.process(raw)
        checked.corrections = uses
        let batch = normalize.process(checked)
        return Checked(batch: batch, rows: sorting?.rows(of: batch.checked) ?? [])
    }

    /// Reads a small file whole; what stops it is told when its turn comes.
    func readWhole(_ entry: InputEntry, root: String, chunkBytes: Int) -> WholeFile {
        var whole = WholeFile()
        do throws(RunFailure) {
            let reader = try RecordReader(
                entry, of: plan.source, root: root, chunkBytes: chunkBytes, limits: unpacking,
                staff: staff)
            while let piece = try reader.next() {
                let checked = process(piece)
                let firstLine = reader.book(checked.batch.checked.raw)
                whole.batches.append((checked, firstLine))
            }
            whole.end = End(reader)
        } catch {
            whole.failure = error
        }
        return whole
    }
}

/// Sorts the rows of a source by range of people, for the blocks that wait on disk.
struct BlockSorting: Sendable {
    let block: ColumnBlock
    private let ranges: [Range<Int>]
    private let person: Int

    init?(_ plan: SourcePlan, _ spill: EvidenceSpill?) {
        guard let spill, let person = plan.column("nip") else { return nil }
        block = ColumnBlock(plan, keepsRows: false)
        ranges = spill.ranges
        self.person = person
    }

    func rows(of batch: CheckedBatch) -> [(range: Int, rows: [Int32])] {
        EvidenceSpill.rows(of: batch, person: person, in: ranges)
    }
}
