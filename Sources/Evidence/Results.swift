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
        var names: [String] = []
        for name in definition.schemes.flatMap(\.predikat.names) where !names.contains(name) {
            names.append(name)
        }
        predikatNames = names
    }

    package var count: Int { statuses.count }

    package func count(of status: PersonStatus) -> Int {
        statuses.reduce(0) { $0 + ($1 == status ? 1 : 0) }
    }
}
