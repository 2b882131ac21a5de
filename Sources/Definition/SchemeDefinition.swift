package import Arithmetic
package import Diagnostics
package import Formulas
package import Regulation

/// The components, factors and predikat for the people whom a condition selects.
package struct SchemeDefinition: Sendable {
    package let id: String
    package let title: String
    package let place: SourceLocation
    package let condition: Condition?
    package let components: [ComponentDefinition]
    package let factors: [SanctionFactor]
    package let predikat: PredikatRule
    /// Values of law in the rule of predikat, for `explain`.
    package let predikatBasis: [RuleBasis]
    package let cap: Rational?
    package let floor: Rational?

    /// Whether the law gives no number here: nothing is weighed, and the predikat alone decides.
    package var hasNoNumber: Bool { components.allSatisfy { $0.weight.isZero } }
}

/// Sanctions that multiply the weighted mean.
package struct SanctionFactor: Sendable {
    package enum Counts: String, Sendable, CaseIterable {
        case anyDay = "any-day"
        case byDays = "by-days"
        case lastDay = "last-day"
    }

    package enum Several: String, Sendable, CaseIterable {
        case smallest
        case product
    }

    package let sources: [String]
    package let levels: [(level: String, percent: Rational)]
    package let counts: Counts
    package let several: Several
    /// Values of law in the factor, for `explain`.
    package let basis: [RuleBasis]
}

/// How a published score becomes a predikat.
package enum PredikatRule: Sendable {
    case none
    case bands([PredikatBand], gap: BandGap, conditions: [PredikatCondition])
    case matrix(PredikatMatrix)
}

/// A predikat that asks for more than its score: a fact about the person.
///
/// Who reaches the band and lacks the fact gets the next lower one.
package struct PredikatCondition: Sendable {
    package let predikat: String
    /// A row of the person in one of these sources is the fact.
    package let sources: [String]
    /// Which rows count.
    package let condition: Condition?
}

/// A predikat and the least published score that earns it; the last has no lower end.
package struct PredikatBand: Sendable, Hashable {
    package let name: String
    package let from: Rational?

    package init(name: String, from: Rational?) {
        self.name = name
        self.from = from
    }

    /// The name of the first band, from the highest down, that `score` reaches.
    package static func name(of score: Rational, in bands: [PredikatBand]) -> String? {
        bands.first { band in band.from.map { score >= $0 } ?? true }?.name
    }
}

/// A predikat from the classes of two components.
package struct PredikatMatrix: Sendable {
    package struct Axis: Sendable {
        package let component: String
        package let bands: [PredikatBand]
    }

    package let rows: Axis
    package let columns: Axis
    package let cells: [String: [String: String]]
    /// All predikat from the highest down, empty where the definition states no order.
    package let order: [String]

    /// All predikat of the matrix, each once: in the stated order, else in that of rows and columns.
    package var names: [String] {
        var names = order
        for row in rows.bands {
            for column in columns.bands {
                if let name = cells[row.name]?[column.name], !names.contains(name) {
                    names.append(name)
                }
            }
        }
        return names
    }
}

extension PipelineDefinition {
    /// Whether a predikat asks for facts of the source, whose rows are then kept whole.
    package func hasFacts(in source: SourceDefinition) -> Bool {
        schemes.contains { scheme in
            guard case .bands(_, _, let conditions) = scheme.predikat else { return false }
            return conditions.contains { $0.sources.contains(source.name) }
        }
    }
}

extension PredikatRule {
    /// All predikat that the rule can give, highest first.
    package var names: [String] {
        switch self {
        case .none: []
        case .bands(let bands, _, _): bands.map(\.name)
        case .matrix(let matrix): matrix.names
        }
    }
}
