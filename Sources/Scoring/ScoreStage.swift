internal import Arithmetic
internal import Definition
package import Evidence
internal import Formulas

/// Scores ranges of people; ranges may be scored in any order and by any number of workers.
package struct ScoreStage: Sendable {
    /// People whose columns are under way at once: few enough that these stay in the cache.
    private static let peoplePerBlock = 512

    private let scorer: PersonScorer
    private let empty: Results
    /// By scheme and component: the column of the results.
    private let columns: [[Int]]
    private let excludedReasons: [String]

    package init(_ scorer: PersonScorer) {
        self.scorer = scorer
        let definition = scorer.evidence.definition
        empty = Results(definition: definition)
        let ids = empty.componentIDs
        columns = definition.schemes.map { scheme in
            scheme.components.map { component in ids.firstIndex(of: component.id) ?? 0 }
        }
        let population = scorer.evidence.population
        excludedReasons = population.exclusionReasons.map(\.reason)
    }

    /// - Parameter range: Person indexes.
    /// - Returns: The range's results, with reasons numbered among themselves.
    package func process(_ range: Range<Int>) -> Results {
        var part = RangeResults(range, empty, isExact: scorer.evidence.definition.rank.isExact)
        var members = [[Int32]](repeating: [], count: scorer.schemes.count)
        var start = range.lowerBound
        while start < range.upperBound {
            let block = start..<min(range.upperBound, start + Self.peoplePerBlock)
            start = block.upperBound
            for person in block {
                if scorer.isExcluded(person) {
                    let rule = Int(scorer.evidence.population.exclusions[person])
                    part.leaveOut(person, .excluded, reason: excludedReasons[rule])
                } else if let scheme = scorer.scheme(of: person) {
                    members[scheme].append(Int32(person))
                } else {
                    part.leaveOut(person, .unscored, reason: "TANPA_SKEMA")
                }
            }
            for (place, people) in members.enumerated() where !people.isEmpty {
                let scheme = scorer.schemes[place]
                var silent = Trace(isOn: false)
                let scores = scheme.scores(of: people, &silent)
                part.add(scores, of: scheme, columns: columns[scheme.index])
                members[place].removeAll(keepingCapacity: true)
            }
        }
        return part.finish(scorer.evidence.definition)
    }
}

/// Puts the results of ranges, in the order of people, into the columns of all.
package struct ResultsBuilder {
    private var results: Results

    package init(_ evidence: EvidenceSet) {
        results = Results(definition: evidence.definition)
        results.reserve(evidence.population.count)
    }

    package mutating func append(_ part: Results) { results.append(part) }

    package consuming func finish() -> Results { results }
}
