internal import Definition
package import Evidence
package import Formulas

/// Predikat that were decided elsewhere, held against the matrix of the rule in force.
package struct ConformanceAudit: Sendable {
    /// A row whose predikat is not what the rule gives, or cannot be judged.
    package struct Row: Sendable, Hashable {
        package let place: UnmeasuredRows.Place
        package let hasil: String?
        package let perilaku: String?
        package let akhir: String?
        package let conformance: Conformance
    }

    /// By file number and line.
    package private(set) var rows: [Row] = []
    /// Rows whose predikat is the one that the rule gives.
    package private(set) var agreeing = 0
    /// Rows that state no predikat: nothing was decided that could be judged.
    package private(set) var undecided = 0

    /// - Returns: `nil` where nothing is to be judged.
    package init?(_ evidence: EvidenceSet) {
        guard let rule = evidence.definition.audit.conformance else { return nil }
        for source in evidence.definition.sources where source.statesOutcomes {
            guard let store = evidence.sources[source.name]?.store else { continue }
            add(store, rule)
        }
        rows.sort { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
    }

    /// What a row states, as numbers of the store's texts: few combinations stand in millions of rows.
    private struct Stated: Hashable {
        let hasil: Int64?
        let perilaku: Int64?
        let akhir: Int64?
    }

    private mutating func add(_ store: RowStore, _ rule: PredikatPANRB6) {
        let nip = store.column("nip")
        let (hasil, perilaku, akhir) = (
            store.column("hasil_kerja"), store.column("perilaku_kerja"),
            store.column("hasil_akhir")
        )
        var known: [Stated: Conformance] = [:]
        var silent = Trace(isOn: false)
        for row in 0..<store.count {
            let stated = Stated(
                hasil: store.value(hasil, row), perilaku: store.value(perilaku, row),
                akhir: store.value(akhir, row))
            let found =
                known[stated]
                ?? rule.conformance(
                    hasil: store.text(hasil, row), perilaku: store.text(perilaku, row),
                    akhir: store.text(akhir, row), &silent)
            known[stated] = found
            if found == .agrees {
                agreeing += 1
            } else if !rule.isStated(store.text(akhir, row)) {
                undecided += 1
            } else {
                rows.append(
                    Row(
                        place: .init(
                            file: store.files[row], line: store.lines[row],
                            person: store.code(nip, row) ?? -1),
                        hasil: store.text(hasil, row), perilaku: store.text(perilaku, row),
                        akhir: store.text(akhir, row), conformance: found))
            }
        }
    }
}
