internal import Batches
internal import CivilService
internal import Evidence
internal import Formulas
internal import FoundationEssentials
internal import Regulation
internal import Scoring

/// An explanation as JSON: the same keys in every language.
package struct ExplanationJSON {
    private struct Document: Encodable {
        let nip: String
        let run: String
        let pipeline: String
        let period: String
        let rules: String
        let status: String
        let reason: String
        let scheme: String
        let final: String
        let recomputed: String
        let predikat: String
        let ranks: [Rank]
        let postings: [Posting]
        let tree: [Node]
        let rows: [Row]
    }

    private struct Rank: Encodable {
        let group: String
        let rank: Int
        let size: Int
    }

    private struct Posting: Encodable {
        let unit: String
        let first: String
        let last: String
        let days: Int
    }

    private struct Node: Encodable {
        let label: String
        let value: String?
        let formula: String?
        let basis: [BasisJSON]
        let rows: [String]
        let children: [Node]
    }

    private struct Row: Encodable {
        let source: String
        let supplier: String
        let file: String
        let line: Int
        let outcome: String
        let fault: String
        let cells: [Cell]
        let corrections: [String]
    }

    private struct Cell: Encodable {
        let heading: String
        let text: String
        let line: Int
        let column: Int
    }

    private let explanation: Explanation
    private let rows: TappedRows

    package init(_ explanation: Explanation) {
        self.explanation = explanation
        rows = TappedRows(explanation)
    }

    package func render() throws -> String {
        let document = Document(
            nip: "\(NIP(unchecked: explanation.nip))", run: explanation.runID,
            pipeline: explanation.pipeline, period: explanation.period,
            rules: explanation.rules.text,
            status: "\(explanation.status)", reason: explanation.reason,
            scheme: explanation.scheme, final: explanation.final,
            recomputed: explanation.recomputed, predikat: explanation.predikat,
            ranks: explanation.ranks.map { Rank(group: $0.group, rank: $0.rank, size: $0.size) },
            postings: explanation.postings.map {
                Posting(unit: $0.unit, first: $0.first, last: $0.last, days: $0.days)
            },
            tree: explanation.nodes.map(node), rows: explanation.rows.map(Self.row))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    private func node(_ node: Trace.Node) -> Node {
        Node(
            label: node.label, value: node.value, formula: node.formula,
            basis: node.basis.map(BasisJSON.init),
            rows: node.rows.map { rows.text(of: $0) },
            children: node.children.map(self.node))
    }

    private static func row(_ row: TappedRow) -> Row {
        Row(
            source: row.source, supplier: row.supplier, file: row.file, line: row.line,
            outcome: "\(row.outcome)", fault: row.fault,
            cells: row.cells.map {
                Cell(heading: $0.heading, text: $0.text, line: $0.line, column: $0.character)
            }, corrections: row.corrections)
    }
}
