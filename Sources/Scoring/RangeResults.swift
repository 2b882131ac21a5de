internal import Arithmetic
internal import Definition
internal import Evidence

/// The results of a range of people while its schemes are scored one after the other.
struct RangeResults {
    /// Why a person is not ranked.
    private enum Cause {
        case text(String)
        /// Components without which there is no score.
        case missing([String])
    }

    private let start: Int
    private let isExact: Bool
    private var results: Results
    /// Of people who are not ranked, by person.
    private var causes: [Int: Cause] = [:]

    init(_ range: Range<Int>, _ empty: Results, isExact: Bool) {
        start = range.lowerBound
        self.isExact = isExact
        results = empty
        results.appendUnranked(range.count, isExact: isExact)
    }

    /// Settles a person for whom nothing is scored.
    mutating func leaveOut(_ person: Int, _ status: PersonStatus, reason: String) {
        results.statuses[person - start] = status
        causes[person] = .text(reason)
    }

    /// `columns`: By component of the scheme: its column of the results.
    mutating func add(_ scores: SchemeScores, of scheme: SchemeScorer, columns: [Int]) {
        let people = scores.people
        Self.put(
            Array(repeating: Int16(scheme.index), count: people.count), of: people, from: start,
            into: &results.schemes)
        for (place, column) in columns.enumerated() {
            Self.put(
                scores.published[place], of: people, from: start, into: &results.components[column])
            Self.put(
                scores.isStated[place], of: people, from: start, into: &results.isStated[column])
        }
        Self.put(scores.publishedFinals, of: people, from: start, into: &results.finals)
        Self.put(scores.predikat, of: people, from: start, into: &results.predikat)
        if !scheme.scheme.factors.isEmpty {
            let millionths = scores.factors.figures(decimals: 6, .halfUp, absent: 1_000_000)
            Self.put(millionths, of: people, from: start, into: &results.factors)
        }
        Self.put(
            scores.fates.map { fate -> PersonStatus in
                switch fate {
                case .ranked: .ranked
                case .unscored, .outOfRange: .unscored
                case .excludedByComponent: .excluded
                }
            }, of: people, from: start, into: &results.statuses)
        if isExact {
            for (place, person) in people.enumerated() {
                results.exactFinals[Int(person) - start] = scores.finals[place] ?? .zero
            }
        }
        for (place, fate) in scores.fates.enumerated() where fate != .ranked {
            let person = Int(people[place])
            switch fate {
            case .ranked: break
            case .unscored: causes[person] = .missing(scheme.missing(at: place, in: scores))
            case .outOfRange: causes[person] = .text("NILAI_DI_LUAR_BATAS")
            case .excludedByComponent:
                causes[person] = .text("komponen tidak tersedia")
                for column in columns {
                    results.components[column][person - start] = Results.absent
                    results.isStated[column][person - start] = false
                }
            }
        }
    }

    private static func put<Value>(
        _ values: [Value], of people: [Int32], from start: Int, into column: inout [Value]
    ) {
        for (place, person) in people.enumerated() { column[Int(person) - start] = values[place] }
    }

    /// Numbers the reasons in the order of people.
    consuming func finish(_ definition: PipelineDefinition) -> Results {
        for person in causes.keys.sorted() {
            switch causes[person] {
            case .text(let name):
                results.reasons[person - start] = results.reason(name, components: [])
            case .missing(let missing):
                results.reasons[person - start] = results.reason(
                    Self.code(of: missing, definition), components: missing)
            case nil: break
            }
        }
        return results
    }

    private static func code(of missing: [String], _ definition: PipelineDefinition) -> String {
        let set = Set(missing)
        if let named = definition.unscoredReasons.first(where: { $0.missing == set }) {
            return named.code
        }
        let ids = missing.map { $0.uppercased().replacing("-", with: "_") }
        return "TANPA_" + ids.joined(separator: "_DAN_")
    }
}
