internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Plan

extension EvidenceReader {
    /// Rows of a file that are looked at, at least, where it has so many.
    private static let sampleRows = 1_000

    /// Looks into every file of a source as a run would read it, and keeps nothing of evidence.
    ///
    /// What later sources are checked against is read whole, as in a run. Where that is refused, the looking ends:
    /// what would follow is judged by it.
    ///
    /// - Parameters:
    ///   - wanted: Name of the only source to show; nil for all.
    ///   - rows: Rows of each file to keep for people.
    ///   - show: Takes each file in the order of reading.
    /// - Returns: Why not all was shown; empty where it was.
    /// - Throws: ``RunFailure`` that is not about the inputs.
    mutating func preview(
        only wanted: String?, rows: Int, show: (FilePreview) -> Void
    ) async throws(RunFailure) -> [Diagnostic] {
        for source in definition.sourcesInReadingOrder {
            if source.kind.isEvidence || source.kind == .correction || source.kind == .event {
                preparePopulation()
            }
            if wanted == nil || wanted == source.name {
                for (number, entry) in inventory.entries.enumerated()
                where entry.source == source.name {
                    show(peek(number, entry, source, rows: rows))
                }
                if wanted != nil { return [] }
            }
            if source.kind.isEvidence { continue }
            do throws(RunFailure) {
                keep(try await read(source), of: source)
            } catch {
                guard error.kind == .input else { throw error }
                return error.diagnostics
            }
        }
        return []
    }

    /// The beginning of one file through the stages of a run, on a copy of their state.
    private func peek(
        _ number: Int, _ entry: InputEntry, _ source: SourceDefinition, rows: Int
    ) -> FilePreview {
        var reader = self
        reader.rejects = []
        var fold: SourceFold?
        var preview = FilePreview(source: source, path: entry.path, fate: entry.fate)
        do throws(RunFailure) {
            let turn = try reader.turn(of: number, entry, source, &fold)
            preview.columns = turn.stages.plan.columns
            let records = try RecordReader(
                entry, of: source, root: root, chunkBytes: 1 << 16, limits: unpacking,
                staff: turn.stages.staff)
            preview.heading = records.heading
            var read = 0
            while read < Self.sampleRows {
                guard let piece = try records.next() else {
                    preview.isWhole = true
                    break
                }
                let batch = turn.stages.process(piece).batch.checked
                let line = records.book(batch.raw)
                reader.account(
                    batch, number: Int32(number), firstLine: line, plan: turn.stages.plan)
                preview.take(batch, firstLine: Int(line), most: rows)
                read += batch.rowCount
            }
            preview.lines = records.lineCounts
            preview.findings = records.findings
        } catch {
            preview.refusal = error.diagnostics
        }
        preview.account = reader.accounts[number]
        preview.problems = reader.rejects.filter { !$0.isConsequent }.prefix(
            FilePreview.mostProblems
        )
        .map { (reject: $0, note: reader.faults[number][Int($0.fault)]) }
        return preview
    }
}
