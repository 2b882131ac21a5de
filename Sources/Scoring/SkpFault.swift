internal import Definition
package import Evidence
internal import Formulas

/// Why a row of a person's SKP is not scored as it stands.
package struct SkpFault: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// No target above 0: the activity counts as missing.
        case target
        /// Nothing is known of the realisation: the activity counts as missing.
        case realisation
        /// A word or a number that the rule does not know: the component is missing.
        case row
        /// The bobot of kinerja utama are no whole: the component is missing.
        case weights

        /// Whether the person has no value of the component at all.
        var hidesComponent: Bool { self == .row || self == .weights }
    }

    package let kind: Kind
    package let place: UnmeasuredRows.Place
    private let row: Trace.RowPlace

    init(_ kind: Kind, _ row: SkpRow, person: Int32) {
        self.kind = kind
        self.row = row.place
        place = .init(file: row.place.file, line: row.place.line, person: person)
    }

    /// Why a component is missing, for `explain`.
    var node: Trace.Node {
        Trace.Node(
            label: kind == .weights
                ? "bobot kinerja utama tidak berjumlah 100" : "baris yang tidak dapat dipakai",
            rows: [row])
    }

    /// All faults of the SKP components, by file and line, each once.
    package static func find(_ evidence: EvidenceSet) -> [SkpFault] {
        let people = 0..<Int32(evidence.population.count)
        var found: Set<SkpFault> = []
        for component in evidence.definition.schemes.flatMap(\.components) {
            switch component.method {
            case .skpPP46(let formula):
                let scorer = SkpPP46Scorer(
                    component: component, formula: formula, evidence: evidence)
                for person in people { found.formUnion(scorer.plan(of: person).faults) }
            case .skpPP30(let formula):
                let scorer = SkpPP30Scorer(
                    component: component, formula: formula, evidence: evidence)
                for person in people { found.formUnion(scorer.plan(of: person).faults) }
            default: break
            }
        }
        return found.sorted {
            ($0.place.file, $0.place.line, $0.place.person)
                < ($1.place.file, $1.place.line, $1.place.person)
        }
    }
}
