/// A source of a drafted definition: files that are alike, under one name.
struct DraftSource {
    let name: String
    var guess: SourceGuess
    var patterns: [String]

    /// Whether another file of the same folder can be read by the same source.
    func takes(_ other: SourceGuess) -> Bool {
        guard guess.kind == other.kind, guess.container == other.container,
            guess.elements == other.elements, guess.pivot?.value == other.pivot?.value,
            folder(guess.pattern) == folder(other.pattern),
            guess.columns.map(\.name) == other.columns.map(\.name),
            guess.columns.map(\.origin) == other.columns.map(\.origin),
            guess.dateRules.map(\.form) == other.dateRules.map(\.form)
        else { return false }
        let mine = values(of: guess)
        return values(of: other).allSatisfy { key, value in
            mine[key].map { $0 == value } ?? true
        }
    }

    mutating func add(_ other: SourceGuess) {
        if !patterns.contains(other.pattern) { patterns.append(other.pattern) }
        for question in other.questions where !guess.questions.contains(question) {
            guess.questions.append(question)
        }
        for note in other.notes where !guess.notes.contains(note) { guess.notes.append(note) }
        let known = Set(values(of: guess).keys)
        for setting in other.settings {
            guard let key = setting.key, decides(setting), !known.contains(key) else { continue }
            guess.settings.removeAll { $0.key == key }
            guess.settings.append(setting)
        }
    }

    /// Settings that the reading depends on, without those that a file says nothing about.
    private func values(of guess: SourceGuess) -> [String: String] {
        var values: [String: String] = [:]
        for setting in guess.settings where decides(setting) {
            if let key = setting.key { values[key] = setting.value }
        }
        return values
    }

    private func decides(_ setting: Setting) -> Bool {
        switch setting.key {
        case "encoding": setting.evidence != Setting.onlyASCII
        case "quote", "escape": setting.confidence > 50
        default: true
        }
    }

    private func folder(_ pattern: String) -> Substring {
        pattern.lastIndex(of: "/").map { pattern[..<$0] } ?? ""
    }
}
