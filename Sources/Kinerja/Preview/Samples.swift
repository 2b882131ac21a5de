internal import Diagnostics
internal import Evidence

/// The first problems of a run, for a person at a terminal.
enum Samples {
    private static let most = 12

    static func of(_ record: RunRecord, _ language: Language) -> [Diagnostic] {
        let rejects = record.rejects.lazy.filter { !$0.isConsequent }.prefix(most).map { reject in
            diagnostic(
                of: reject, record.faults[Int(reject.file)][Int(reject.fault)],
                file: record.files[Int(reject.file)].path, language)
        }
        let findings = record.findings.prefix(most).map { finding in
            Diagnostic(
                finding.code, severity: .warning, at: finding.location, finding.message(language),
                hint: finding.hint(language))
        }
        return Array(rejects) + findings
    }

    static func diagnostic(
        of reject: RejectedRow, _ note: FaultNote, file: String, _ language: Language
    ) -> Diagnostic {
        // A whole record holds a name.
        let isRecord = note.heading.isEmpty && note.code.hasPrefix("I")
        let found =
            isRecord
            ? language("rekaman rusak", "a malformed record")
            : (note.heading.isEmpty ? "" : "\(note.heading) ") + Masking.quoted(reject.found)
        return Diagnostic(
            DiagnosticCode(rawValue: note.code) ?? .cellCount,
            at: SourceLocation(file: file, line: Int(reject.line), column: Int(reject.column)),
            "\(found), " + language("diharapkan", "expected") + " \(note.expected(language))")
    }
}
