/// A problem with a place, a code and a remedy.
///
/// A diagnostic is a value, not an error: it is counted, sorted and exported. Problems of a definition and refusals of
/// an input are thrown as a list of these (``RunFailure``).
package struct Diagnostic: Hashable, Sendable {
    package var code: DiagnosticCode
    package var severity: Severity
    package var location: SourceLocation
    /// What was found, then what was expected.
    package var message: String
    /// An action.
    package var hint: String?

    package enum Severity: String, Sendable {
        case error
        case warning
    }

    package init(
        _ code: DiagnosticCode, severity: Severity = .error, at location: SourceLocation,
        _ message: String, hint: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.location = location
        self.message = message
        self.hint = hint
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `pegawai.csv:1204:7: error[V203]: …`, the form editors and grep already understand.
    package var description: String {
        let headline = VisibleText.of(
            "\(location): \(severity.rawValue)[\(code.rawValue)]: \(message)")
        guard let hint else { return headline }
        return "\(headline)\n  hint: \(VisibleText.of(hint))"
    }
}
