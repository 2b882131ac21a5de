internal import Definition
package import Evidence

/// The barrier after scoring: the listing order of ranked people and their ranks in every group.
package enum Ranking {
    package static func rank(_ results: Results, _ evidence: EvidenceSet) -> RankTable {
        let definition = evidence.definition.rank
        var listing: [Int32] = []
        listing.reserveCapacity(results.count)
        for (person, status) in results.statuses.enumerated() where status == .ranked {
            listing.append(Int32(person))
        }
        var order = ListingOrder(
            listing, RankComparison(results: results, evidence: evidence))
        order.sort()
        var ranks: [[Int32]] = []
        var sizes: [[Int32]] = []
        for group in definition.within {
            let (rank, size) = self.ranks(
                order, among: members(of: group, evidence: evidence),
                count: evidence.population.count, ties: definition.ties)
            ranks.append(rank)
            sizes.append(size)
        }
        return RankTable(
            listing: order.people, groups: definition.within, ranks: ranks, groupSizes: sizes)
    }

    /// The number of each person's group, -1 for people without one, who share no rank.
    ///
    /// - Returns: `nil` when all are of one group.
    private static func members(
        of group: RankDefinition.Group, evidence: EvidenceSet
    ) -> [Int32]? {
        let population = evidence.population
        switch group {
        case .everyone: return nil
        case .unit: return population.units
        case .column(let column):
            var pool = TextPool()
            return (0..<population.count).map { person in
                let text = evidence.references.personColumn(column, of: person, in: population)
                return text.map { pool.intern($0) } ?? -1
            }
        }
    }

    /// A group while its members are counted in listing order.
    private struct Tally {
        var count: Int32 = 0
        /// Number of the run of equals to which the last member belongs.
        var run: Int32 = -1
        var rank: Int32 = 0
    }

    private static func ranks(
        _ order: ListingOrder, among members: [Int32]?, count: Int, ties: RankDefinition.Ties
    ) -> (ranks: [Int32], sizes: [Int32]) {
        let groupCount = members.map { Int($0.max() ?? -1) + 1 } ?? 1
        var tallies = [Tally](repeating: Tally(), count: groupCount)
        var ranks = [Int32](repeating: 0, count: count)
        var run: Int32 = 0
        let isShared = ties == .share
        for (place, person) in order.people.enumerated() {
            if !(isShared && order.isTied[place]) { run += 1 }
            let group = members.map { Int($0[Int(person)]) } ?? 0
            guard group >= 0 else { continue }
            var tally = tallies[group]
            tally.count += 1
            if tally.run != run { tally.rank = tally.count }
            tally.run = run
            tallies[group] = tally
            ranks[Int(person)] = tally.rank
        }
        guard let members else {
            return (ranks, Array(repeating: tallies[0].count, count: count))
        }
        return (ranks, members.map { $0 < 0 ? 0 : tallies[Int($0)].count })
    }
}
