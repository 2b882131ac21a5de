internal import Diagnostics
internal import Evidence

/// The first problems of a run, for a person at a terminal.
enum Samples {
    private static let most = 12

    static func of(_ record: RunRecord, _ language: Language) -> [Diagnostic] {
        let rejects = record.rejects.lazy.filter { !$0.isConsequent }.prefix(most).map { reject in
            let note = record.faults[Int(reject.file)][Int(reject.fault)]
            let column = note.heading.isEmpty ? "" : "\(note.heading) "
            return Diagnostic(
                DiagnosticCode(rawValue: note.code) ?? .cellCount,
                at: SourceLocation(
                    file: record.files[Int(reject.file)].path, line: Int(reject.line),
                    column: Int(reject.column)),
                "\(column)\(Masking.quoted(reject.found)), "
                    + language("diharapkan", "expected") + " \(note.expected(language))")
        }
        let findings = record.findings.prefix(most).map { finding in
            Diagnostic(
                finding.code, severity: .warning, at: finding.location, finding.message(language),
                hint: finding.hint(language))
        }
        return Array(rejects) + findings
    }
}
