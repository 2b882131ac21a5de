internal import Arithmetic
internal import Definition
package import Evidence

/// Scores ranges of people; ranges may be scored in any order and by any number of workers.
package struct ScoreStage: Sendable {
    private let scorer: PersonScorer

    package init(_ scorer: PersonScorer) {
        self.scorer = scorer
    }

    /// - Parameter range: Person indexes.
    /// - Returns: One score a person, in order.
    package func process(_ range: Range<Int>) -> [PersonScore] {
        range.map { person in
            var silent = Trace(isOn: false)
            return scorer.score(Int32(person), &silent)
        }
    }
}

/// Puts scores, in the order of people, into columns.
package struct ResultsBuilder {
    private let definition: PipelineDefinition
    private let population: Population
    private var results: Results
    private var reasonIndexes: [String: Int32] = [:]
    private let columns: [[Int]]

    package init(_ evidence: EvidenceSet) {
        definition = evidence.definition
        population = evidence.population
        results = Results(definition: evidence.definition)
        let ids = results.componentIDs
        columns = evidence.definition.schemes.map { scheme in
            scheme.components.map { component in ids.firstIndex(of: component.id) ?? 0 }
        }
    }

    package mutating func append(_ scores: [PersonScore]) {
        for score in scores { append(score) }
    }

    private mutating func append(_ score: PersonScore) {
        let person = results.count
        var status = PersonStatus.ranked
        var reason = Int32(-1)
        switch score.outcome {
        case .ranked: break
        case .unscored(let missing):
            status = .unscored
            reason = self.reason(unscoredCode(missing), components: missing)
        case .outOfRange:
            status = .unscored
            reason = self.reason("NILAI_DI_LUAR_BATAS", components: [])
        case .noScheme:
            status = .unscored
            reason = self.reason("TANPA_SKEMA", components: [])
        case .excluded:
            status = .excluded
            let rule = population.exclusionReasons[Int(population.exclusions[person])]
            reason = self.reason(rule.reason, components: [])
        case .excludedByComponent:
            status = .excluded
            reason = self.reason("komponen tidak tersedia", components: [])
        }
        results.statuses.append(status)
        results.reasons.append(reason)
        results.schemes.append(Int16(score.scheme))
        results.finals.append(status == .ranked ? score.published : Results.absent)
        if definition.rank.isExact { results.exactFinals.append(score.final) }
        results.factors.append(Int64(score.factor.rounded(decimals: 6, .halfUp)))
        let name = score.predikat.flatMap { results.predikatNames.firstIndex(of: $0) }
        results.predikat.append(Int16(name ?? -1))
        for column in results.components.indices {
            results.components[column].append(Results.absent)
            results.isStated[column].append(false)
        }
        guard score.scheme >= 0 else { return }
        let publishing = definition.componentPublishing
        for (position, points) in score.components.enumerated() {
            guard let points = points ?? score.stated[position] else { continue }
            let column = columns[score.scheme][position]
            results.isStated[column][person] = score.components[position] == nil
            results.components[column][person] = publishing.figure(points) ?? Results.absent
        }
    }

    private func unscoredCode(_ missing: [String]) -> String {
        let set = Set(missing)
        if let named = definition.unscoredReasons.first(where: { $0.missing == set }) {
            return named.code
        }
        let ids = missing.map { $0.uppercased().replacing("-", with: "_") }
        return "TANPA_" + ids.joined(separator: "_DAN_")
    }

    private mutating func reason(_ name: String, components: [String]) -> Int32 {
        if let known = reasonIndexes[name] { return known }
        let index = Int32(results.reasonNames.count)
        results.reasonNames.append(name)
        results.reasonComponents.append(components)
        reasonIndexes[name] = index
        return index
    }

    package consuming func finish() -> Results { results }
}
