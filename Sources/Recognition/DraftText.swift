internal import Definition
internal import Diagnostics

/// Lines of one source of a drafted definition.
struct DraftText {
    private let draft: DraftSource
    private let language: Language

    init(_ draft: DraftSource, _ language: Language) {
        self.draft = draft
        self.language = language
    }

    var source: [String] {
        let guess = draft.guess
        var lines = ["  \(draft.name):"]
        lines += guess.questions.map { "    # TANYA: \(Self.plain($0(language)))" }
        lines += guess.notes.map { "    # \(Self.plain($0(language)))" }
        lines.append(
            line("    kind: \(guess.kind.rawValue)", guess.kindConfidence, guess.kindEvidence))
        lines.append("    files:")
        lines += draft.patterns.map { "      - \(YAMLText.quoted($0))" }
        lines.append("    format:")
        lines.append("      \(guess.container):")
        for setting in guess.settings {
            guard let key = setting.key else {
                lines.append(
                    "        # \(setting.evidence(language)): \(setting.value) (\(setting.confidence) %)"
                )
                continue
            }
            lines.append(
                line("        \(key): \(setting.value)", setting.confidence, setting.evidence))
        }
        if let pivot = guess.pivot {
            let people = guess.people ?? "TANYA"
            lines.append(
                line(
                    "    pivot: { heading: \(pivot.value), people: \(people) }", pivot.confidence,
                    pivot.evidence))
        }
        lines.append("    columns:")
        lines += guess.columns.map { column in
            line("      \(column.name): \(Self.value(column))", column.confidence, column.evidence)
        }
        if !guess.elements.isEmpty {
            lines.append("    elements:")
            lines += guess.elements.map { "      - \(YAMLText.quoted($0))" }
        }
        if !guess.unmapped.isEmpty {
            let list = guess.unmapped.map(Self.plain).joined(separator: ", ")
            lines.append("    # \(language("tidak dipetakan", "not mapped")): \(list)")
        }
        return lines
    }

    var rules: [String] {
        ["  \(draft.name):", "    rules:"]
            + draft.guess.dateRules.map {
                "      - { column: \($0.column), date: [\($0.form)] }"
            }
    }

    private func line(_ text: String, _ confidence: Int, _ evidence: Wording) -> String {
        "\(text)  # \(confidence) %: \(Self.plain(evidence(language)))"
    }

    private static func value(_ column: ColumnGuess) -> String {
        switch column.origin {
        case .heading(let heading): YAMLText.quoted(heading)
        case .number(let number): "{ from: \(number) }"
        case .capture(let name): "{ capture: \(name) }"
        case .constant(let value): "{ value: \(YAMLText.quoted(value)) }"
        }
    }

    /// One line of a comment: no control character, no line break.
    static func plain(_ text: String) -> String {
        String(
            text.map { $0.isNewline || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } ? " " : $0 }
        )
    }
}
