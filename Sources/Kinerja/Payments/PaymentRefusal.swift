internal import Diagnostics
internal import Ledger
internal import Payroll

/// Why a step of a payment is refused.
enum PaymentRefusal {
    static func refuse(
        _ kind: RunFailure.Kind, _ code: DiagnosticCode, _ place: String, _ message: String,
        hint: String
    ) -> RunFailure {
        RunFailure(kind, Diagnostic(code, at: SourceLocation(file: place), message, hint: hint))
    }

    /// A step that the file's state or person does not allow.
    static func step(_ id: PaymentID, _ message: String, hint: String) -> RunFailure {
        refuse(.definition, .paymentStep, "\(id)", message, hint: hint)
    }

    static func book(_ failure: LedgerFailure) -> RunFailure {
        refuse(
            .output, .ledgerUnusable, failure.path, failure.reason,
            hint:
                "free the disk, or restore the newest copy of the book: payments stand in it alone")
    }
}
