internal import Arithmetic
internal import Definition
internal import Evidence

/// Decides who earns an award.
///
/// `top` counts places in the whole group, before the other conditions narrow it: the best tenth
/// of a unit is the same people whatever else is asked of them.
enum AwardWinners {
    /// Winners in listing order.
    static func list(of award: AwardDefinition, _ record: RunRecord) -> [Int32] {
        let top = award.topPercent.map { Top(percent: $0, of: award.within, record) }
        return record.ranking.listing.filter { person in
            meetsConditions(Int(person), award, record)
                && (top?.includes(Int(person)) ?? true)
        }
    }

    private static func meetsConditions(
        _ person: Int, _ award: AwardDefinition, _ record: RunRecord
    ) -> Bool {
        let results = record.results
        if !award.predikat.isEmpty {
            let index = Int(results.predikat[person])
            guard index >= 0, award.predikat.contains(results.predikatNames[index]) else {
                return false
            }
        }
        if !award.schemes.isEmpty {
            let scheme = Int(results.schemes[person])
            guard scheme >= 0, award.schemes.contains(record.definition.schemes[scheme].id)
            else { return false }
        }
        guard let minimum = award.minimum else { return true }
        let scale = FixedPoint.power(record.definition.finalPublishing.decimals)
        return Rational(results.finals[person], over: scale) >= minimum
    }

    /// The first places of every group: the share of its size rounded down, one at least, and all
    /// who share the last.
    private struct Top {
        /// By person, 0 for people without group.
        private let ranks: [Int32]
        private let sizes: [Int32]
        private let percent: Rational

        init(percent: Rational, of group: RankDefinition.Group, _ record: RunRecord) {
            self.percent = percent
            if let place = record.ranking.groups.firstIndex(of: group) {
                ranks = record.ranking.ranks[place]
                sizes = record.ranking.groupSizes[place]
            } else {
                (ranks, sizes) = Self.rank(group, record)
            }
        }

        func includes(_ person: Int) -> Bool {
            guard ranks[person] > 0 else { return false }
            let share = percent * Rational(Int(sizes[person])) / Rational(100)
            return Int128(ranks[person]) <= max(1, share.rounded(decimals: 0, .down))
        }

        /// Ranks by the published final in a group in which the run itself does not rank.
        private static func rank(
            _ group: RankDefinition.Group, _ record: RunRecord
        ) -> (ranks: [Int32], sizes: [Int32]) {
            let finals = record.results.finals
            var members: [String: [Int32]] = [:]
            for person in record.ranking.listing where finals[Int(person)] != Results.absent {
                guard let name = name(of: group, for: Int(person), record) else { continue }
                members[name, default: []].append(person)
            }
            var ranks = [Int32](repeating: 0, count: record.results.count)
            var sizes = ranks
            for group in members.values {
                let ordered = group.sorted { finals[Int($0)] > finals[Int($1)] }
                for (place, person) in ordered.enumerated() {
                    let above = place == 0 ? nil : ordered[place - 1]
                    let isTied = above.map { finals[Int($0)] == finals[Int(person)] } ?? false
                    ranks[Int(person)] =
                        isTied ? ranks[Int(above ?? 0)] : Int32(place + 1)
                    sizes[Int(person)] = Int32(ordered.count)
                }
            }
            return (ranks, sizes)
        }

        private static func name(
            of group: RankDefinition.Group, for person: Int, _ record: RunRecord
        ) -> String? {
            let population = record.evidence.population
            switch group {
            case .everyone: return ""
            case .unit:
                let unit = population.units[person]
                return unit < 0 ? nil : population.unitNames[Int(unit)]
            case .column(let column):
                return record.evidence.references.personColumn(
                    column, of: person, in: population)
            }
        }
    }
}
