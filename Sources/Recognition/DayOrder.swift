/// Whether the day or the month comes first in dates of digits, by which of the two is ever above 12.
struct DayOrder {
    /// By separator: dates, those whose first number is above 12, those whose second is.
    private(set) var counts: [Character: (all: Int, dayFirst: Int, monthFirst: Int)] = [:]

    mutating func count(_ text: String) {
        let date = text.prefix { $0 != " " && $0 != "T" }
        guard let sign = date.first(where: { !$0.isNumber }), "/-.".contains(sign) else { return }
        let parts = date.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]),
            let second = Int(parts[1]), Int(parts[2]) != nil, parts[0].count <= 2,
            parts[1].count <= 2, first > 0, second > 0
        else { return }
        var found = counts[sign] ?? (0, 0, 0)
        found.all += 1
        if first > 12, second <= 12 { found.dayFirst += 1 }
        if second > 12, first <= 12 { found.monthFirst += 1 }
        counts[sign] = found
    }

    mutating func add(_ other: DayOrder) {
        for (sign, more) in other.counts {
            let found = counts[sign] ?? (0, 0, 0)
            counts[sign] = (
                found.all + more.all, found.dayFirst + more.dayFirst,
                found.monthFirst + more.monthFirst
            )
        }
    }
}
