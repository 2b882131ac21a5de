internal import Arithmetic
internal import CivilService
internal import Definition
package import Evidence
package import Formulas

/// Scores people: chooses the scheme of each and lets it score those whom it holds for.
package struct PersonScorer: Sendable {
    package let evidence: EvidenceSet
    /// The definition's schemes.
    let schemes: [SchemeScorer]
    private let exclusions: [Int32]
    private let predikatNames: [String]

    package init(evidence: EvidenceSet, statistics: UnitStatistics) {
        self.evidence = evidence
        let definition = evidence.definition
        let names = definition.predikatNames
        predikatNames = names
        exclusions = evidence.population.exclusions
        schemes = definition.schemes.indices.map {
            SchemeScorer($0, evidence, statistics, names: names)
        }
    }

    /// Whether a rule of the definition leaves the person out.
    func isExcluded(_ person: Int) -> Bool { exclusions[person] >= 0 }

    /// Place in ``schemes`` of the first one that holds for the person.
    func scheme(of person: Int) -> Int? {
        schemes.firstIndex { scorer in
            scorer.scheme.condition?.holds { column in
                evidence.references.personColumn(column, of: person, in: evidence.population)
            } ?? true
        }
    }

    /// One person's score in full.
    ///
    /// - Parameters:
    ///   - person: Index of the person.
    ///   - trace: Filled when it is on.
    /// - Returns: What the person's evidence gives.
    package func score(_ person: Int32, _ trace: inout Trace) -> PersonScore {
        if isExcluded(Int(person)) { return PersonScore(outcome: .excluded) }
        guard let place = scheme(of: Int(person)) else { return PersonScore(outcome: .noScheme) }
        let scorer = schemes[place]
        let scores = scorer.scores(of: [person], &trace)
        var score = PersonScore(outcome: .ranked, scheme: scorer.index)
        switch scores.fates[0] {
        case .ranked: break
        case .unscored: score.outcome = .unscored(scorer.missing(at: 0, in: scores))
        case .outOfRange: score.outcome = .outOfRange
        case .excludedByComponent:
            score.outcome = .excludedByComponent
            return score
        }
        score.components = scores.measured.map { $0[0] }
        score.final = scores.finals[0] ?? .zero
        guard score.outcome == .ranked else { return score }
        score.published = scores.publishedFinals[0]
        let predikat = Int(scores.predikat[0])
        score.predikat = predikat < 0 ? nil : predikatNames[predikat]
        return score
    }
}
