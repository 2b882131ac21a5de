internal import CivilService
internal import Diagnostics
internal import Regulation

/// The law of a day, or the history of parameters, for people.
struct LawText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    /// What is in force on a day, with its citations, and apart from it what is not.
    func render(_ law: LawOnDate) -> String {
        var lines = [
            language("PERATURAN YANG BERLAKU PADA", "REGULATIONS IN FORCE ON") + " \(law.date)"
        ]
        lines += law.regulations.map { title, count in
            "  \(title)  (\(count) " + language("parameter", "parameter\(count == 1 ? "" : "s")")
                + ")"
        }
        lines += ["", language("PARAMETER", "PARAMETERS")]
        for item in law.inForce {
            lines += value(item.entry, of: item.parameter)
            let since = language("sejak", "since") + " \(item.entry.effective)"
            lines += source(item.entry, since + ", " + item.entry.status.text(language))
        }
        if law.inForce.isEmpty { lines.append("  " + language("tidak ada", "none")) }
        if !law.notYet.isEmpty {
            lines += ["", language("BELUM BERLAKU", "NOT YET IN FORCE")]
            lines += law.notYet.flatMap { apart($0, language("mulai", "from")) }
        }
        if !law.ended.isEmpty {
            lines += ["", language("TIDAK BERLAKU LAGI", "NO LONGER IN FORCE")]
            lines += law.ended.flatMap { apart($0, language("berakhir", "ended")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// All dated entries of each parameter, the end included.
    func history(_ parameters: [DatedParameter]) -> String {
        let blocks = parameters.map { parameter in
            var lines = WrappedText.lines(
                "\(parameter.name): \(parameter.gloss)", first: "", next: "  ")
            lines.append("  " + language("satuan", "unit") + ": \(parameter.unit)")
            for (index, entry) in parameter.entries.enumerated() {
                let next = parameter.entries.dropFirst(index + 1).first
                lines += dated(entry, until: next)
                lines += source(entry, entry.value == nil ? "" : entry.status.text(language))
            }
            return lines.joined(separator: "\n") + "\n"
        }
        return blocks.joined(separator: "\n")
    }

    private func dated(
        _ entry: DatedParameter.Entry, until next: DatedParameter.Entry?
    ) -> [String] {
        guard let value = entry.value else {
            return ["  " + language("berakhir", "ended") + " \(entry.effective)"]
        }
        let dates =
            "\(entry.effective) … " + (next.map { "\($0.effective.adding(days: -1))" } ?? "")
        if let single = RuleValueText.single(value) {
            return WrappedText.lines("\(dates) = \(single)", first: "  ", next: "      ")
        }
        return ["  \(dates)"] + RuleValueText.table(value).map { "    " + $0 }
    }

    private func value(
        _ entry: DatedParameter.Entry, of parameter: DatedParameter
    ) -> [String] {
        guard let value = entry.value else { return [] }
        let gloss = WrappedText.lines(parameter.gloss, first: "    ", next: "    ")
        if let single = RuleValueText.single(value) {
            return WrappedText.lines(
                "\(parameter.name) = \(single) \(parameter.unit)", first: "  ", next: "      ")
                + gloss
        }
        return ["  \(parameter.name) (\(parameter.unit))"] + gloss
            + RuleValueText.table(value).map { "    " + $0 }
    }

    private func source(_ entry: DatedParameter.Entry, _ state: String) -> [String] {
        let cited = "\(entry.citation)" + (state.isEmpty ? "" : "; \(state)")
        var lines = WrappedText.lines(cited, first: "    ← ", next: "        ")
        if let note = entry.note {
            lines += WrappedText.lines(
                language("catatan", "note") + ": \(note)", first: "      ", next: "        ")
        }
        return lines
    }

    private func apart(_ item: LawRegister.Item, _ verb: String) -> [String] {
        WrappedText.lines(
            "\(item.parameter.name) \(verb) \(item.entry.effective)", first: "  ", next: "    ")
            + source(item.entry, "")
    }
}
