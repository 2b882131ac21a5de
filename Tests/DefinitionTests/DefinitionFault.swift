import Diagnostics
import Testing

/// One place of the sample definition broken, and what must be said of it.
///
/// The mark `§` in `new` stands where the fault must be reported; it is taken out before reading.
struct DefinitionFault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let code: DiagnosticCode
    /// A part of the hint; empty where no hint is asked for.
    let hint: String

    init(_ old: String, _ new: String, _ code: DiagnosticCode, hint: String = "") {
        self.old = old
        self.new = new
        self.code = code
        self.hint = hint
    }

    var testDescription: String { "\(code.rawValue) \(new)" }

    /// The broken definition and the place of the fault.
    var marked: (text: String, line: Int, column: Int) {
        let broken = Sample.text.replacing(old, with: new, maxReplacements: 1)
        let before = broken.prefix { $0 != "§" }
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return (
            broken.replacing("§", with: ""), lines.count, (lines.last?.count ?? 0) + 1
        )
    }

    /// Checks that the fault is reported with its code, in its place, with its hint.
    func expect(files: [String: String] = [:]) {
        let (text, line, column) = marked
        #expect(Sample.text.contains(old), "the sample has it")
        let found = Sample.faults(text, files: files)
        let place = Diagnostics.SourceLocation(file: "uji.yaml", line: line, column: column)
        let match = found.first { $0.code == code && $0.location == place }
        #expect(match != nil, "at \(place), found \(found)")
        if !hint.isEmpty {
            #expect(match?.hint?.contains(hint) == true, "hint: \(match?.hint ?? "none")")
        }
        #expect(found.allSatisfy { $0.severity == .error })
    }
}
