package import Arithmetic
package import CivilService
package import Diagnostics

/// The components, factors and predikat for the people whom a condition selects.
package struct SchemeDefinition: Sendable {
    package let id: String
    package let title: String
    package let place: SourceLocation
    package let condition: Condition?
    package let from: CalendarDate?
    package let until: CalendarDate?
    package let components: [ComponentDefinition]
    package let factors: [SanctionFactor]
    package let predikat: PredikatRule
    package let cap: Rational?
    package let floor: Rational?

    package func isInForce(on date: CalendarDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }
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
}

/// How a published score becomes a predikat.
package enum PredikatRule: Sendable {
    case none
    case bands([PredikatBand])
    case matrix(PredikatMatrix)
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

    /// All predikat of the matrix, each once, in the order of rows and columns.
    package var names: [String] {
        var names: [String] = []
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

extension PredikatRule {
    /// All predikat that the rule can give, highest first.
    package var names: [String] {
        switch self {
        case .none: []
        case .bands(let bands): bands.map(\.name)
        case .matrix(let matrix): matrix.names
        }
    }
}
