internal import Arithmetic
internal import Definition
package import Evidence

/// The barrier after scoring: the listing order of ranked people and their ranks in every group.
package enum Ranking {
    package static func rank(_ results: Results, _ evidence: EvidenceSet) -> RankTable {
        let definition = evidence.definition.rank
        let comparison = RankComparison(results: results, evidence: evidence)
        var listing: [Int32] = []
        for person in 0..<results.count where results.statuses[person] == .ranked {
            listing.append(Int32(person))
        }
        listing.sort { comparison.precedes($0, $1) }
        var ranks: [[Int32]] = []
        var sizes: [[Int32]] = []
        for group in definition.within {
            let members = members(of: group, evidence: evidence)
            let (rank, size) = self.ranks(
                listing, members: members, comparison: comparison, ties: definition.ties)
            ranks.append(rank)
            sizes.append(size)
        }
        return RankTable(
            listing: listing, groups: definition.within, ranks: ranks, groupSizes: sizes)
    }

    /// The number of each person's group; people without one share no rank.
    private static func members(
        of group: RankDefinition.Group, evidence: EvidenceSet
    ) -> [Int32] {
        let population = evidence.population
        switch group {
        case .everyone: return Array(repeating: 0, count: population.count)
        case .unit: return population.units
        case .column(let column):
            var pool = TextPool()
            return (0..<population.count).map { person in
                let text = evidence.references.personColumn(column, of: person, in: population)
                return text.map { pool.intern($0) } ?? -1
            }
        }
    }

    private static func ranks(
        _ listing: [Int32], members: [Int32], comparison: RankComparison,
        ties: RankDefinition.Ties
    ) -> (ranks: [Int32], sizes: [Int32]) {
        let groupCount = Int(members.max() ?? -1) + 1
        var seen = [Int32](repeating: 0, count: groupCount)
        var last = [Int32](repeating: -1, count: groupCount)
        var ranks = [Int32](repeating: 0, count: members.count)
        for person in listing {
            let group = Int(members[Int(person)])
            guard group >= 0 else { continue }
            seen[group] += 1
            let previous = last[group]
            let isTied =
                ties == .share && previous >= 0 && comparison.areEqual(previous, person)
            ranks[Int(person)] = isTied ? ranks[Int(previous)] : seen[group]
            last[group] = person
        }
        var sizes = [Int32](repeating: 0, count: members.count)
        for (person, group) in members.enumerated() where group >= 0 {
            sizes[person] = seen[Int(group)]
        }
        return (ranks, sizes)
    }
}

/// Compares people by the definition's keys; a missing key sorts last in either direction.
struct RankComparison {
    private let by: [RankDefinition.Order]
    private let order: [RankDefinition.Order]
    private let results: Results
    private let population: Population
    private let isExact: Bool

    init(results: Results, evidence: EvidenceSet) {
        by = evidence.definition.rank.by
        order = evidence.definition.rank.order
        isExact = evidence.definition.rank.isExact
        self.results = results
        population = evidence.population
    }

    func precedes(_ a: Int32, _ b: Int32) -> Bool {
        for key in by {
            if let decided = compare(a, b, key) { return decided }
        }
        for key in order {
            if let decided = compare(a, b, key) { return decided }
        }
        return population.nips[Int(a)] < population.nips[Int(b)]
    }

    func areEqual(_ a: Int32, _ b: Int32) -> Bool {
        by.allSatisfy { compare(a, b, $0) == nil }
    }

    /// - Returns: Whether `a` comes first, `nil` when the key does not decide.
    private func compare(_ a: Int32, _ b: Int32, _ order: RankDefinition.Order) -> Bool? {
        let (left, right) = (Int(a), Int(b))
        switch order.key {
        case .final:
            if isExact {
                let (x, y) = (results.exactFinals[left], results.exactFinals[right])
                return x == y ? nil : (x < y) != order.isDescending
            }
            return decide(results.finals[left], results.finals[right], order)
        case .component(let id):
            guard let column = results.componentIDs.firstIndex(of: id) else { return nil }
            return decide(
                results.components[column][left], results.components[column][right], order)
        case .nip:
            let (x, y) = (population.nips[left], population.nips[right])
            return x == y ? nil : (x < y) != order.isDescending
        case .name:
            let names = (population.text("nama", of: left), population.text("nama", of: right))
            guard let x = names.0 else { return names.1 == nil ? nil : false }
            guard let y = names.1 else { return true }
            return x == y ? nil : (x < y) != order.isDescending
        }
    }

    private func decide(_ x: Int64, _ y: Int64, _ order: RankDefinition.Order) -> Bool? {
        if x == y { return nil }
        if x == Results.absent { return false }
        if y == Results.absent { return true }
        return (x < y) != order.isDescending
    }
}
