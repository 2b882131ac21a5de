internal import Batches
internal import Definition
package import Diagnostics
internal import Evidence
internal import Ingestion

/// `preview` of a definition: what a run would read, source by source; writes nothing.
package enum Preview {
    /// What was shown, and whether anything would keep a run from reading it.
    package struct Outcome: Sendable {
        /// No file was refused.
        package var isReadable = true
        /// Rejects of the samples.
        package var rejected = 0
    }

    /// - Parameters:
    ///   - options: As for a run; nothing is written.
    ///   - source: Name of the only source to show; nil for all.
    ///   - rows: Rows of each file to show.
    ///   - write: Takes the text, a file at a time.
    /// - Returns: What was shown.
    /// - Throws: ``RunFailure`` where the definition has a fault or the inputs cannot be listed.
    package static func show(
        _ options: RunOptions, source: String?, rows: Int, write: (String) -> Void
    ) async throws(RunFailure) -> Outcome {
        let prepared = try await PreparedRun.prepare(
            options, try PreparedRun.definition(options), previous: nil, progress: nil,
            hashesFirst: false)
        let definition = prepared.definition
        if let source, definition.source(source) == nil {
            let names = definition.sourcesInReadingOrder.map(\.name).joined(separator: ", ")
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: SourceLocation(file: options.definition),
                    "the definition has no source '\(source)', found: \(names)",
                    hint: "name one of them with --source"))
        }
        var reader = EvidenceReader(
            definition: definition, inventory: prepared.inventory, root: options.inputs,
            workers: options.workers, chunkBytes: options.chunkBytes, progress: nil)
        reader.unpacking = options.unpacking
        reader.mostRejects = options.mostRejects
        var outcome = Outcome()
        let text = PreviewText(options.language)
        let stopped = try await reader.preview(only: source, rows: rows) { file in
            if !file.refusal.isEmpty { outcome.isReadable = false }
            outcome.rejected += file.account?.count(.rejected) ?? 0
            write(text.file(file))
        }
        if !stopped.isEmpty {
            outcome.isReadable = false
            write(text.stopped(stopped))
        }
        let findings = prepared.inventory.findings
        if source == nil, !findings.isEmpty { write(text.findings(findings)) }
        return outcome
    }
}
