internal import Batches
internal import CivilService
package import Diagnostics
internal import Evidence
internal import Formulas
internal import Regulation
internal import Scoring

/// An explanation as a tree for people.
package struct ExplanationText {
    private let explanation: Explanation
    private let language: Language
    private let showsAll: Bool
    private let rows: TappedRows

    /// `showsAll`: Lists the rows of units too, not only their number.
    package init(_ explanation: Explanation, language: Language, showsAll: Bool) {
        self.explanation = explanation
        self.language = language
        self.showsAll = showsAll
        rows = TappedRows(explanation)
    }

    package func render() -> String {
        var lines = head
        for (index, node) in explanation.nodes.enumerated() {
            let isLast = index == explanation.nodes.count - 1
            append(node, prefix: "", isLast: isLast, to: &lines)
        }
        lines += unusedRows
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let nip = NIP(unchecked: explanation.nip)
        var lines = [
            "\(nip)  \(explanation.pipeline) \(explanation.period)  "
                + language("run", "run") + " \(explanation.runID)"
        ]
        switch explanation.status {
        case .ranked:
            let ranks = explanation.ranks.map { entry in
                "\(entry.group) \(entry.rank) "
                    + language("dari", "of") + " \(entry.size)"
            }
            lines.append(
                (explanation.final.isEmpty
                    ? language("predikat", "predikat")
                    : language("nilai akhir", "final score") + " \(explanation.final)")
                    + "  \(explanation.predikat)  ("
                    + ranks.joined(separator: ", ") + ")")
            lines.append(language("skema", "scheme") + ": \(explanation.scheme)")
        case .unscored:
            lines.append(language("belum dinilai", "unscored") + ": \(explanation.reason)")
        case .excluded:
            lines.append(language("dikecualikan", "excluded") + ": \(explanation.reason)")
        }
        lines.append(language("aturan", "rules") + ": \(explanation.rules.words(language))")
        for posting in explanation.postings {
            lines.append(
                "\(posting.first) … \(posting.last)  \(posting.unit)  (\(posting.days) "
                    + language("hari", "days") + ")")
        }
        return lines
    }

    private func append(
        _ node: Trace.Node, prefix: String, isLast: Bool, to lines: inout [String]
    ) {
        lines.append(prefix + (isLast ? "└─ " : "├─ ") + Self.headline(of: node))
        let inner = prefix + (isLast ? "   " : "│  ")
        lines += basis(of: node, prefix: inner + "   ")
        let shown = shared(node.children) ?? []
        for place in node.rows { lines.append(inner + "   " + describe(place)) }
        if !shown.isEmpty {
            lines += shown.map { inner + "   " + $0 }
            return
        }
        for (index, child) in node.children.enumerated() {
            append(
                child, prefix: inner, isLast: index == node.children.count - 1, to: &lines)
        }
    }

    private static func headline(of node: Trace.Node) -> String {
        var text = node.label
        if let value = node.value { text += " = \(value)" }
        if let formula = node.formula { text += "   [\(formula)]" }
        return text
    }

    /// The articles and values of law that a step rests on, below it.
    private func basis(of node: Trace.Node, prefix: String) -> [String] {
        node.basis.flatMap { basis in
            WrappedText.lines(
                basis.text(language), first: prefix + "← ", next: prefix + "    ")
        }
    }

    /// Children that are nothing but rows of units: their number and files, unless all are asked for.
    private func shared(_ children: [Trace.Node]) -> [String]? {
        let rows = children.filter { $0.children.isEmpty && !$0.rows.isEmpty }
        guard !showsAll, rows.count > 5,
            rows.allSatisfy({ node in
                node.rows.allSatisfy { self.rows.row(at: $0)?.isOfUnit == true }
            })
        else { return nil }
        var counts: [String: Int] = [:]
        for place in rows.flatMap(\.rows) {
            counts[explanation.files[Int(place.file)], default: 0] += 1
        }
        let others = children.filter { $0.rows.isEmpty && $0.children.isEmpty }.flatMap { node in
            [Self.headline(of: node)] + basis(of: node, prefix: "  ")
        }
        return counts.sorted { $0.key < $1.key }.map { file, count in
            "\(file): \(count) " + language("baris (--all menampilkan)", "rows (--all lists them)")
        } + others
    }

    /// `file:line:column heading 'text' · …` for every cell that says something.
    private func describe(_ place: Trace.RowPlace) -> String {
        rows.row(at: place).map { Self.describe($0) } ?? rows.text(of: place)
    }

    static func describe(_ row: TappedRow) -> String {
        let cells = row.cells.filter { !$0.text.isEmpty }.map { cell in
            let place = cell.character == 0 ? "" : "\(cell.line):\(cell.character) "
            return "\(place)\(cell.heading) '\(cell.text)'"
        }
        let corrections = row.corrections.map { "  ← \($0)" }.joined()
        return "\(row.place)  (\(row.supplier))  " + cells.joined(separator: " · ")
            + corrections
    }

    /// Rows of the person that do not count, each with its reason.
    private var unusedRows: [String] {
        let unused = explanation.rows.filter { $0.outcome != .used && !$0.isOfUnit }
        guard !unused.isEmpty else { return [] }
        return [language("Baris yang tidak dipakai:", "Rows that do not count:")]
            + unused.map { row in
                "   [\(outcomeName(row.outcome))\(row.fault.isEmpty ? "" : " " + row.fault)] "
                    + Self.describe(row)
            }
    }

    private func outcomeName(_ outcome: RowOutcome) -> String {
        switch outcome {
        case .used: language("dipakai", "used")
        case .rejected: language("ditolak", "rejected")
        case .excluded: language("dikecualikan", "excluded")
        case .superseded: language("diganti", "superseded")
        case .acting: language("jabatan Plt/Plh", "acting post")
        case .otherPeriod: language("periode lain", "another period")
        case .repeated: language("berkas berulang", "repeated file")
        case .notInForce: language("tidak berlaku", "not in force")
        case .unanswered: language("tidak dijawab", "unanswered")
        }
    }
}
