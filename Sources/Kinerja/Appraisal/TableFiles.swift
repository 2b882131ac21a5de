internal import Archiving
internal import Evidence
internal import Exporting
internal import Files
internal import Pipeline

/// Writes the tables of a run: pieces are rendered and packed in parallel and written in order.
///
/// Every piece is a gzip member of its own, so the bytes do not depend on the workers. One queue
/// runs through all tables, so that the pieces of the next are made while the last of a table is
/// still under way and while its file is forced to disk.
struct TableFiles {
    /// libdeflate's level for tables: the least that keeps JOB.md's rule of size.
    ///
    /// On the results of the reference job it is 2.5 % smaller than zlib at 6; level 4 is 2.9 %
    /// larger and breaks the rule.
    private static let compressionLevel: Int32 = 5

    /// One piece of a table.
    private struct Piece: Sendable {
        let output: PlannedOutput
        let rendering: TableRendering
        let index: Int

        var isLast: Bool { index == rendering.pieceCount - 1 }

        /// `packed` is `nil` when memory was short.
        func made() -> (piece: Piece, plain: [UInt8], packed: [UInt8]?) {
            let plain = rendering.piece(index)
            guard output.isCompressed else { return (self, plain, plain) }
            let packed = try? GzipBlocks.compress(
                plain.span, level: TableFiles.compressionLevel)
            return (self, plain, packed)
        }
    }

    /// The table being written, and what the manifest will say of it.
    private struct Progress {
        let file: OpenOutput
        var hasher = Checksum.Hasher()
        var bytes = 0
    }

    let record: RunRecord
    let options: RunOptions
    let folder: String

    /// - Returns: What was written, in the order of `outputs`.
    func write(_ outputs: [PlannedOutput]) async throws(FileFailure) -> [Manifest.Output] {
        var rest = outputs[...]
        var last: Piece?
        var progress: Progress?
        var written: [Manifest.Output] = []
        try await mapInOrder(
            window: options.workers,
            next: { () throws(FileFailure) -> Piece? in
                last = following(last, from: &rest)
                return last
            },
            transform: { $0.made() },
            emit: { (made) throws(FileFailure) in
                let name = made.piece.output.name
                guard let packed = made.packed else {
                    throw FileFailure(kind: .other, path: name, errno: 0)
                }
                if progress == nil { progress = try begin(name) }
                guard var table = progress.take() else { return }
                table.hasher.update(made.plain.span)
                table.bytes += made.plain.count
                try table.file.write(packed)
                guard made.piece.isLast else {
                    progress = table
                    return
                }
                try table.file.close()
                written.append(
                    .init(
                        name: name, sha256: "\(table.hasher.finish())", bytes: table.bytes,
                        rows: made.piece.rendering.rowCount))
            })
        return written
    }

    private func begin(_ name: String) throws(FileFailure) -> Progress {
        Progress(file: OpenOutput(try OutputFile(path: "\(folder)/\(name)")))
    }

    /// The piece behind `last`: the next of its table, or the first of the next table.
    private func following(_ last: Piece?, from rest: inout ArraySlice<PlannedOutput>) -> Piece? {
        if let last, !last.isLast {
            return Piece(output: last.output, rendering: last.rendering, index: last.index + 1)
        }
        guard let output = rest.popFirst() else { return nil }
        let rendering = TableRendering(output, record: record, language: options.language)
        return Piece(output: output, rendering: rendering, index: 0)
    }
}
