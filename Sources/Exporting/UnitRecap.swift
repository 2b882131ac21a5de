internal import Arithmetic
internal import Definition
internal import Evidence

/// The finals of a unit's ranked people; figures in published decimals of finals.
struct UnitRecap: Sendable {
    let unit: Int32
    /// At least 1.
    let count: Int
    /// Mean of the published finals, rounded once from the exact value.
    let mean: Int64
    let median: Int64
    let lowest: Int64
    let highest: Int64
    /// People by place in the predikat names.
    let predikat: [Int]

    /// Units with at least one ranked person, by the bytes of their names.
    static func all(_ record: RunRecord) -> [UnitRecap] {
        let population = record.evidence.population
        let listing = record.ranking.listing
        let units = Grouping(
            subjects: listing.map { population.units[Int($0)] },
            count: population.unitNames.count)
        return population.unitNames.indices
            .compactMap { unit in
                let members = units.rows(of: Int32(unit)).map { Int(listing[Int($0)]) }
                return UnitRecap(Int32(unit), members: members, record)
            }
            .sorted { a, b in
                population.unitNames[Int(a.unit)]
                    .precedesByBytes(population.unitNames[Int(b.unit)])
            }
    }

    private init?(_ unit: Int32, members: [Int], _ record: RunRecord) {
        guard !members.isEmpty else { return nil }
        // A scheme without number leaves its people without final.
        let finals = members.map { record.results.finals[$0] }
            .filter { $0 != Results.absent }.sorted()
        let rounding = record.definition.finalPublishing.rounding
        func mean(_ values: some Collection<Int64>) -> Int64 {
            if values.isEmpty { return Results.absent }
            let sum = values.reduce(into: Int128(0)) { $0 += Int128($1) }
            return Int64(Rational(sum, over: Int128(values.count)).rounded(decimals: 0, rounding))
        }
        self.unit = unit
        count = members.count
        self.mean = mean(finals)
        median =
            finals.isEmpty
            ? Results.absent : mean(finals[((finals.count - 1) / 2)...(finals.count / 2)])
        lowest = finals.first ?? Results.absent
        highest = finals.last ?? Results.absent
        var predikat = [Int](repeating: 0, count: record.results.predikatNames.count)
        for person in members where record.results.predikat[person] >= 0 {
            predikat[Int(record.results.predikat[person])] += 1
        }
        self.predikat = predikat
    }
}
