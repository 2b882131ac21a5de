import Arithmetic
import Evidence
import MiniRun
import TestSupport
import Testing

@testable import Scoring

/// The digit-wise order against the order of one comparison after the other.
@Suite("ListingOrder")
struct ListingOrderTests {
    private static let count = 1_300

    /// People without evidence; their figures are made up by each test.
    private static func run(_ rank: String) throws -> MiniRun {
        var random = SplitMix64(seed: 11)
        var people = ""
        for person in (0..<count).shuffled(using: &random) {
            // Births on 28 days of 12 months, entry 2011-01, the serial number below 1000.
            let day = 101 + person % 28 + 100 * (person / 28 % 12)
            let name = person % 9 == 0 ? "" : "N\(person % 40)"
            let digits = "\(day)".count == 3 ? "0\(day)" : "\(day)"
            people += "1985\(digits)2011011\(100 + person / 336);\(name);U\(person % 7)\n"
        }
        return try Sample.run(
            "{ id: a, method: rating, from: [nilai], roles: { atasan: 1 }, weight: 50 }, "
                + "{ id: b, method: rating, from: [nilai], roles: { rekan: 1 }, weight: 50 }",
            rest: "rank: { \(rank) }", ["pegawai": people])
    }

    /// Results with figures that `figure` makes up.
    private static func results(
        _ run: MiniRun, _ seed: UInt64, figure: (inout SplitMix64) -> Int64
    ) -> Results {
        var random = SplitMix64(seed: seed)
        var results = run.results()
        for person in 0..<results.count {
            let isRanked = Int.random(in: 0..<10, using: &random) > 0
            results.statuses[person] = isRanked ? .ranked : .unscored
            results.finals[person] = figure(&random)
            if !results.exactFinals.isEmpty {
                results.exactFinals[person] = Rational(
                    Int.random(in: -40...40, using: &random),
                    over: Int.random(in: 1...4, using: &random))
            }
            for column in results.components.indices {
                results.components[column][person] =
                    Int.random(in: 0..<5, using: &random) == 0 ? Results.absent : figure(&random)
            }
        }
        return results
    }

    private func expectSameOrder(_ results: Results, _ run: MiniRun) {
        let comparison = RankComparison(results: results, evidence: run.evidence)
        let ranked = (0..<Int32(results.count)).filter { results.statuses[Int($0)] == .ranked }
        var order = ListingOrder(ranked, comparison)
        order.sort()
        let expected = ranked.sorted { comparison.precedes($0, $1) }
        #expect(expected.count > 1_024)
        #expect(order.people == expected)
        let ties = expected.indices.map { place in
            place > 0 && comparison.areEqual(expected[place - 1], expected[place])
        }
        #expect(order.isTied == ties)
    }

    private static let definitions = [
        "by: [akhir desc]", "by: [akhir asc]", "by: [a desc]", "by: [a asc, b desc]",
        "by: [a desc, akhir asc, b asc], order: [nip desc]",
        "by: [akhir desc], order: [b desc, nip asc]",
        "by: [nip desc]", "by: [akhir desc], order: [nama desc, nip asc]",
        "by: [akhir desc, b asc], order: [nama asc, nip asc]", "by: [akhir desc], exact: true",
        "by: [a desc, akhir asc], exact: true, order: [b asc, nip desc]",
    ]

    @Test("Many ties, absents and negative figures are ordered as compared", arguments: definitions)
    func ties(rank: String) throws {
        let run = try Self.run(rank)
        expectSameOrder(
            Self.results(run, 1) { Int64.random(in: -9...9, using: &$0) }, run)
        expectSameOrder(
            Self.results(run, 2) { Int64.random(in: 900_000...1_200_000, using: &$0) }, run)
        expectSameOrder(Self.results(run, 3) { _ in 7 }, run)
    }

    @Test("Figures of all 64 bits are ordered as compared", arguments: definitions)
    func wide(rank: String) throws {
        let run = try Self.run(rank)
        expectSameOrder(
            Self.results(run, 4) { Int64.random(in: (.min + 1)...(.max), using: &$0) }, run)
        let ends: [Int64] = [.min + 1, .min + 2, -1, 0, 1, .max - 1, .max]
        expectSameOrder(
            Self.results(run, 5) { ends[Int.random(in: 0..<ends.count, using: &$0)] }, run)
        // Equal in the upper 40 bits, so that the lower ones must be looked at again.
        expectSameOrder(
            Self.results(run, 6) { (1 << 62) + Int64.random(in: 0..<4, using: &$0) }, run)
    }

    @Test("Ranks count who is better in the group, and equals share them")
    func ranks() throws {
        let run = try Self.run("within: [semua, unit], by: [akhir desc, a asc]")
        let results = Self.results(run, 7) { Int64.random(in: 0..<12, using: &$0) }
        let table = Ranking.rank(results, run.evidence)
        let units = run.evidence.population.units
        for person in stride(from: 0, to: results.count, by: 17) {
            let isRanked = results.statuses[person] == .ranked
            let better = (0..<results.count).filter { other in
                guard results.statuses[other] == .ranked else { return false }
                if results.finals[other] != results.finals[person] {
                    return results.finals[other] > results.finals[person]
                }
                let (x, y) = (results.components[0][other], results.components[0][person])
                return x != y && x != Results.absent && (y == Results.absent || x < y)
            }
            let inUnit = better.filter { units[$0] == units[person] }
            #expect(table.ranks[0][person] == (isRanked ? Int32(better.count) + 1 : 0))
            #expect(table.ranks[1][person] == (isRanked ? Int32(inUnit.count) + 1 : 0))
        }
        let everyone = Int32(results.count(of: .ranked))
        #expect(table.groupSizes[0] == Array(repeating: everyone, count: results.count))
        for person in stride(from: 0, to: results.count, by: 101) {
            let members = (0..<results.count).filter {
                results.statuses[$0] == .ranked && units[$0] == units[person]
            }
            #expect(table.groupSizes[1][person] == Int32(members.count))
        }
    }
}
