internal import Arithmetic
internal import Definition
internal import Evidence

/// Compares people by the definition's keys; a missing key sorts last in either direction.
struct RankComparison {
    enum Key {
        /// Published figures, of which ``Results/absent`` is a missing one.
        case figures([Int64])
        case nips([UInt64])
        /// With the published ones, which tell who has none.
        case exactFinals([Rational], published: [Int64])
        case names(Population)
    }

    /// The keys that decide the rank, then those that only order the listing; the last is the NIP,
    /// which tells everybody apart.
    let keys: [(key: Key, isDescending: Bool)]
    /// How many of the keys decide the rank.
    let rankingCount: Int

    init(results: Results, evidence: EvidenceSet) {
        let definition = evidence.definition.rank
        let population = evidence.population
        func resolved(
            _ orders: [RankDefinition.Order]
        ) -> [(key: Key, isDescending: Bool)] {
            orders.compactMap { order in
                let key: Key
                switch order.key {
                case .final:
                    key =
                        definition.isExact
                        ? .exactFinals(results.exactFinals, published: results.finals)
                        : .figures(results.finals)
                case .predikat: key = .figures(Self.steps(of: results))
                case .component(let id):
                    guard let column = results.componentIDs.firstIndex(of: id) else { return nil }
                    key = .figures(results.components[column])
                case .nip: key = .nips(population.nips)
                case .name: key = .names(population)
                }
                return (key, order.isDescending)
            }
        }
        let by = resolved(definition.by)
        rankingCount = by.count
        keys = by + resolved(definition.order) + [(.nips(population.nips), false)]
    }

    /// By person: how far the predikat stands from the lowest one.
    private static func steps(of results: Results) -> [Int64] {
        let count = Int64(results.predikatNames.count)
        return results.predikat.map { $0 < 0 ? Results.absent : count - Int64($0) }
    }

    /// Whether `a` comes before `b` by the keys from the one at `first` on.
    func precedes(_ a: Int32, _ b: Int32, from first: Int = 0) -> Bool {
        for place in first..<keys.count {
            if let decided = compare(Int(a), Int(b), place) { return decided }
        }
        return false
    }

    /// Whether no key that decides the rank tells the two apart.
    func areEqual(_ a: Int32, _ b: Int32) -> Bool {
        (0..<rankingCount).allSatisfy { compare(Int(a), Int(b), $0) == nil }
    }

    /// - Returns: Whether `a` comes first, `nil` when the key does not decide.
    private func compare(_ a: Int, _ b: Int, _ place: Int) -> Bool? {
        let isDescending = keys[place].isDescending
        switch keys[place].key {
        case .figures(let figures):
            let (x, y) = (figures[a], figures[b])
            if x == y { return nil }
            if x == Results.absent { return false }
            if y == Results.absent { return true }
            return (x < y) != isDescending
        case .nips(let nips):
            return nips[a] == nips[b] ? nil : (nips[a] < nips[b]) != isDescending
        case .exactFinals(let finals, let published):
            let hasFirst = published[a] != Results.absent
            let hasSecond = published[b] != Results.absent
            guard hasFirst, hasSecond else { return hasFirst == hasSecond ? nil : hasFirst }
            return finals[a] == finals[b] ? nil : (finals[a] < finals[b]) != isDescending
        case .names(let population):
            let names = (population.text("nama", of: a), population.text("nama", of: b))
            guard let x = names.0 else { return names.1 == nil ? nil : false }
            guard let y = names.1 else { return true }
            return x == y ? nil : (x < y) != isDescending
        }
    }
}
