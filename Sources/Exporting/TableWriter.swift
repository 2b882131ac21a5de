package import Diagnostics
package import Evidence

/// Writes planned outputs piece by piece; where the bytes go is the caller's business.
package struct TableWriter: Sendable {
    package init() {}

    /// Renders one output.
    ///
    /// - Parameters:
    ///   - planned: What to write.
    ///   - record: The finished run.
    ///   - language: Of the headings that the definition does not state itself.
    ///   - emit: Receives pieces of about 1 MiB, in order; never compressed.
    /// - Returns: Rows written, without heading and trailer.
    /// - Throws: What `emit` throws.
    @discardableResult
    package func render<Failure: Error>(
        _ planned: PlannedOutput, record: RunRecord, language: Language,
        emit: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        let rendering = TableRendering(planned, record: record, language: language)
        for index in 0..<rendering.pieceCount { try emit(rendering.piece(index)) }
        return rendering.rowCount
    }
}
