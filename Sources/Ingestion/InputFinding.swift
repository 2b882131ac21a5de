package import Diagnostics

/// Something about a file of the inputs that a person must look at; the run goes on.
package struct InputFinding: Sendable, Hashable {
    package let code: DiagnosticCode
    /// Relative to the inputs.
    package let path: String
    /// 1-based; 0 for the whole file.
    package let line: Int
    package let message: Wording
    package let hint: Wording

    package init(code: DiagnosticCode, path: String, line: Int = 0, message: Wording, hint: Wording)
    {
        self.code = code
        self.path = path
        self.line = line
        self.message = message
        self.hint = hint
    }
}
