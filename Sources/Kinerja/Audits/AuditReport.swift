package import Diagnostics

/// What an audit found in exports: computed like a run, printed and perhaps written, never published.
package protocol AuditReport: Sendable {
    /// - Throws: ``RunFailure``; of kind `definition` where nothing is to be audited.
    static func make(
        _ options: RunOptions, progress: RunProgress?
    ) async throws(RunFailure) -> Self

    /// Whether it found nothing.
    var isClean: Bool { get }

    /// For people at a terminal: NIPs masked.
    func text(_ language: Language) -> String

    /// Writes what was found with whole NIPs; the file is the owner's alone.
    ///
    /// - Throws: ``RunFailure`` of kind `output`.
    func write(to path: String, _ language: Language) throws(RunFailure)
}
