package import CivilService
package import Diagnostics
internal import Documents
package import Payroll

/// How a scheme is paid: from which runs, since when, within which ceilings, and how too much is taken back.
///
/// Name and pipeline of a pay scheme file, and its section `payments:`.
package struct PaymentTerms: Sendable, Hashable {
    /// Name of the scheme, which is that of its folder of payment files.
    package let scheme: String
    /// The pipeline whose runs it is paid from.
    package let pipeline: String
    /// The first month that is paid under the scheme: earlier runs are none of its business.
    package let from: Month
    package let recovery: RecoveryRule
    /// By year; empty where the scheme states none.
    package let budget: [Int: BudgetCeilings]
    /// What the monthly tax report needs; `nil` where the scheme reports no tax.
    package let coretax: CoretaxTerms?
    /// Other schemes that may pay the same person for the same month from the same account.
    package let beside: Set<String>

    /// Reads these of a scheme file, and nothing else of it.
    ///
    /// - Throws: ``RunFailure`` of kind `definition` listing every fault of the section.
    package static func read(_ text: String, file: String) throws(RunFailure) -> PaymentTerms {
        let root = try DocumentReader.read(text, file: file)
        var reader = PaymentTermsReader()
        let terms = reader.terms(from: root)
        guard let terms, reader.problems.isEmpty else {
            throw RunFailure(.definition, reader.problems)
        }
        return terms
    }
}
