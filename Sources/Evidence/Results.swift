package import Arithmetic
package import Definition

/// What became of a person.
package enum PersonStatus: UInt8, Sendable {
    case ranked
    case unscored
    case excluded
}

/// Everyone's results as columns, by person index.
package struct Results: Sendable {
    package var statuses: [PersonStatus] = []
    /// Place of the scheme in the definition, -1 where none.
    package var schemes: [Int16] = []
    /// By component id of the definition: published points, `Int64.min` where missing.
    package var components: [[Int64]]
    /// By component id: whether the points are the definition's value for missing evidence.
    package var isStated: [[Bool]]
    package var finals: [Int64] = []
    /// Unrounded finals, kept only where the ranking asks for them.
    package var exactFinals: [Rational] = []
    /// Index in ``predikatNames``, -1 where none.
    package var predikat: [Int16] = []
    /// Index in ``reasonNames`` of unscored and excluded people, -1 for the others.
    package var reasons: [Int32] = []
    /// Factor of sanctions in millionths, rounded half up for display.
    package var factors: [Int64] = []
    package let componentIDs: [String]
    package let predikatNames: [String]
    package var reasonNames: [String] = []
    /// Components that each reason names, for "who must act".
    package var reasonComponents: [[String]] = []

    package static var absent: Int64 { .min }

    package init(definition: PipelineDefinition) {
        componentIDs = definition.componentIDs
        components = Array(repeating: [], count: componentIDs.count)
        isStated = Array(repeating: [], count: componentIDs.count)
        predikatNames = definition.predikatNames
    }

    package var count: Int { statuses.count }

    package func count(of status: PersonStatus) -> Int {
        statuses.reduce(0) { $0 + ($1 == status ? 1 : 0) }
    }
}

extension PipelineDefinition {
    /// All predikat over all schemes, each once, in order of appearance.
    package var predikatNames: [String] {
        var names: [String] = []
        for name in schemes.flatMap(\.predikat.names) where !names.contains(name) {
            names.append(name)
        }
        return names
    }
}

// MARK: Filling

extension Results {
    /// Makes room for so many people.
    package mutating func reserve(_ count: Int) {
        statuses.reserveCapacity(count)
        schemes.reserveCapacity(count)
        for column in components.indices {
            components[column].reserveCapacity(count)
            isStated[column].reserveCapacity(count)
        }
        finals.reserveCapacity(count)
        predikat.reserveCapacity(count)
        reasons.reserveCapacity(count)
        factors.reserveCapacity(count)
    }

    /// Appends people of whom nothing is known yet.
    ///
    /// `isExact`: Whether their unrounded finals are kept.
    package mutating func appendUnranked(_ count: Int, isExact: Bool) {
        statuses.append(contentsOf: repeatElement(.unscored, count: count))
        schemes.append(contentsOf: repeatElement(-1, count: count))
        for column in components.indices {
            components[column].append(contentsOf: repeatElement(Self.absent, count: count))
            isStated[column].append(contentsOf: repeatElement(false, count: count))
        }
        finals.append(contentsOf: repeatElement(Self.absent, count: count))
        if isExact { exactFinals.append(contentsOf: repeatElement(.zero, count: count)) }
        predikat.append(contentsOf: repeatElement(-1, count: count))
        reasons.append(contentsOf: repeatElement(-1, count: count))
        factors.append(contentsOf: repeatElement(1_000_000, count: count))
    }

    /// Appends the people of another part, whose reasons are numbered among themselves.
    package mutating func append(_ part: Results) {
        let numbers = zip(part.reasonNames, part.reasonComponents).map { name, components in
            reason(name, components: components)
        }
        statuses.append(contentsOf: part.statuses)
        schemes.append(contentsOf: part.schemes)
        for column in components.indices {
            components[column].append(contentsOf: part.components[column])
            isStated[column].append(contentsOf: part.isStated[column])
        }
        finals.append(contentsOf: part.finals)
        exactFinals.append(contentsOf: part.exactFinals)
        predikat.append(contentsOf: part.predikat)
        reasons.append(
            contentsOf: part.reasons.lazy.map { $0 < 0 ? -1 : numbers[Int($0)] })
        factors.append(contentsOf: part.factors)
    }

    /// The number of a reason, new or old; the components are those of its first use.
    package mutating func reason(_ name: String, components: [String]) -> Int32 {
        // A run has a handful of reasons.
        if let known = reasonNames.firstIndex(of: name) { return Int32(known) }
        reasonNames.append(name)
        reasonComponents.append(components)
        return Int32(reasonNames.count - 1)
    }
}
