/// One try at a run, as the book has it.
package struct LedgerAttempt: Sendable, Hashable {
    package enum State: String, Sendable {
        case running
        case published
        /// The run had been published before.
        case known
        /// Output, disk, verification or the program itself.
        case failed
        /// Definition or input.
        case refused
        /// By a signal, in good order.
        case interrupted
        /// The process ended without a word.
        case died
    }

    package enum Stage: String, Sendable {
        case prepare
        case compute
        case publish
        case point
    }

    package let sequence: Int64
    package let pipeline: String
    package let period: String
    package let state: State
    package let stage: Stage
    /// Twelve digits of the run, once they are known.
    package let run: String?
    /// Folder of the evidence that the attempt was to keep.
    package let evidence: String?
    /// The stage that was taken over from an attempt that died.
    package let reused: String?
    /// For people; nothing is ordered by it.
    package let started: String
    package let ended: String?
    package let exitCode: Int?
    /// Codes and places, no personal data.
    package let message: String?
}
