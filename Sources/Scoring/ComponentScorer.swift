internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// One component of a scheme for many people, with all that depends on no person settled before.
struct ComponentScorer: Sendable {
    private enum Source: Sendable {
        case rows
        case sums(any ScoringSums)
        /// The figures of units.
        case shared(RationalColumn)
    }

    let definition: ComponentDefinition
    private let source: Source
    private let method: MethodScorer
    private let evidence: EvidenceSet

    init(
        _ definition: ComponentDefinition, at path: ComponentPath, _ evidence: EvidenceSet,
        _ statistics: UnitStatistics
    ) {
        self.definition = definition
        self.evidence = evidence
        method = MethodScorer(definition, evidence)
        if definition.method.subject == .unit {
            source = .shared(statistics.values(in: path))
        } else if let sums = evidence.sums[path] as? any ScoringSums {
            source = .sums(sums)
        } else {
            source = .rows
        }
    }

    /// What a person without points gets by the definition, `nil` where it states nothing.
    var stated: Rational? {
        if case .value(let stated) = definition.missing { stated } else { nil }
    }

    /// The word that outputs show in place of the points, else the points.
    private func text(_ points: Rational) -> String {
        definition.labels.first { $0.points == points }?.word ?? points.traceText
    }

    /// `trace`: While it is on, rows are asked even where sums would do.
    /// - Returns: Points by person, missing where the evidence is.
    func points(of people: [Int32], _ trace: inout Trace) -> RationalColumn {
        trace.nested { trace in
            switch source {
            case .shared(let figures):
                return RationalColumn(people.map { sharedPoints(of: $0, figures, &trace) })
            case .sums(let sums) where !trace.isOn:
                return method.points(of: people, in: sums)
            default:
                return method.points(of: people, &trace)
            }
        } node: { points, children in
            Trace.Node(
                label: "\(definition.id): \(definition.title)", value: points[0].map(text),
                formula: "bobot \(definition.weight.exactText) %, \(definition.method.name)",
                basis: definition.basis, children: children)
        }
    }

    /// The units' figures weighted by the person's days in each; units without a figure drop out.
    private func sharedPoints(
        of person: Int32, _ figures: RationalColumn, _ trace: inout Trace
    ) -> Rational? {
        var mean = WeightedMean()
        func add(_ unit: Int32, days: Int) {
            let value = unit < 0 ? nil : figures[Int(unit)]
            mean.add(value, weight: Rational(days))
            guard trace.isOn else { return }
            trace.add(node(of: unit, value: value, days: days))
        }
        if evidence.definition.transfers == .last {
            add(evidence.population.units[Int(person)], days: 1)
        } else {
            for posting in evidence.population.postings[Int(person)] {
                add(posting.unit, days: posting.days)
            }
        }
        return mean.value(minimumPresent: definition.minimumPresent)
    }

    private func node(of unit: Int32, value: Rational?, days: Int) -> Trace.Node {
        var inner = Trace(isOn: true)
        if unit >= 0 { _ = method.points(of: [unit], &inner) }
        let name = unit < 0 ? "-" : evidence.population.unitNames[Int(unit)]
        return Trace.Node(
            label: "unit \(name)", value: value?.traceText, formula: "\(days) hari",
            children: inner.nodes)
    }
}
