internal import Definition
package import Evidence
package import Formulas
internal import Plan

/// How the predikat of each unit's people are spread, held against the capaian that the unit states.
package struct DistributionAudit: Sendable {
    package enum Judgement: Sendable, Hashable {
        case judged(PolaDistribusi.Verdict)
        /// The unit states none.
        case noAchievement
        /// The unit states a word that is no capaian of the law.
        case unknownAchievement
        /// Somebody of the unit has a predikat that the law does not have.
        case foreignPredikat(String)
    }

    package struct Unit: Sendable, Hashable {
        /// Place in the population's units.
        package let unit: Int
        package let achievement: String?
        /// People by predikat of the law, in its order.
        package let counts: [Int]
        package let judgement: Judgement

        /// People of the unit who have a predikat of the law.
        package var evaluated: Int { counts.reduce(0, +) }
    }

    /// Predikat of the law, from the highest down.
    package let predikat: [String]
    /// Units that state a capaian or have people with a predikat, in the order of the unit source.
    package let units: [Unit]

    /// Counts the people who have a predikat in the results; who is excluded or not scored is left out.
    ///
    /// - Returns: `nil` where nothing is to be judged.
    package init?(_ evidence: EvidenceSet, _ results: Results) {
        guard let rule = evidence.definition.audit.distribution else { return nil }
        predikat = rule.predikat.words
        let population = evidence.population
        var counts = population.unitNames.map { _ in
            [Int](repeating: 0, count: rule.predikat.words.count)
        }
        var foreign = [String?](repeating: nil, count: counts.count)
        let places = results.predikatNames.map { name in
            rule.predikat.word(name).flatMap { rule.predikat.words.firstIndex(of: $0) }
        }
        for person in 0..<results.count {
            let (unit, name) = (Int(population.units[person]), Int(results.predikat[person]))
            guard results.statuses[person] == .ranked, unit >= 0, name >= 0 else { continue }
            if let place = places[name] {
                counts[unit][place] += 1
            } else {
                foreign[unit] = results.predikatNames[name]
            }
        }
        var units: [Unit] = []
        for unit in population.unitNames.indices {
            let achievement = evidence.references.units?.attribute(
                "capaian", of: Int32(unit))
            let isEmpty = foreign[unit] == nil && counts[unit].allSatisfy { $0 == 0 }
            if achievement == nil, isEmpty { continue }
            let judgement: Judgement =
                if let name = foreign[unit] {
                    .foreignPredikat(name)
                } else {
                    Self.judge(achievement, counts[unit], rule)
                }
            units.append(
                Unit(
                    unit: unit, achievement: achievement, counts: counts[unit],
                    judgement: judgement))
        }
        self.units = units
    }

    private static func judge(
        _ achievement: String?, _ counts: [Int], _ rule: PolaDistribusi
    ) -> Judgement {
        guard let achievement else { return .noAchievement }
        var silent = Trace(isOn: false)
        let byName = Dictionary(
            uniqueKeysWithValues: zip(rule.predikat.words, counts))
        let verdict = rule.verdict(achievement: achievement, counts: byName, &silent)
        return verdict.map { .judged($0) } ?? .unknownAchievement
    }
}
