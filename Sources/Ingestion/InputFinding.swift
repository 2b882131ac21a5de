package import Diagnostics

/// Something about a file of the inputs that a person must look at; the run goes on.
package struct InputFinding: Sendable, Hashable {
    package let code: DiagnosticCode
    /// Relative to the inputs.
    package let path: String
    package let message: Wording
    package let hint: Wording

    package init(code: DiagnosticCode, path: String, message: Wording, hint: Wording) {
        self.code = code
        self.path = path
        self.message = message
        self.hint = hint
    }
}
