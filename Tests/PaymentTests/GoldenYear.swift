internal import TestSupport
internal import Testing

/// A year of months, and the rows of its payment files as they were worked out elsewhere with exact fractions.
///
/// Seven people of a class worth 4,000,000 (4,400,000 from October): 60 % beban, 40 % prestasi, 5 % tax, each line
/// rounded half up. 1 nothing happens. 2 attendance of February comes with March. 3 an appeal for February and March
/// is upheld in April: prestasi 80 % becomes whole. 4 a sanction of 25 % from May for six months, known in July.
/// 5 moves on 15 July to a class worth 5,000,000 (5,500,000), known in August. 6 dies on 10 September, known at once.
/// 7 dies on 20 August, known in October. A file takes back half of the current net, and rapel first.
enum GoldenYear {
    private static func round(_ amount: Int64, _ part: Int64, of whole: Int64) -> Int64 {
        (2 * amount * part + whole) / (2 * whole)
    }

    /// What the newest run tells in the month `known`; `nil` is held.
    static func due(_ person: Int, _ month: Int, known: Int) -> [Int64]? {
        if person == 2, month == 2, known == 2 { return nil }
        // The base as a fraction of 31 × 10 parts, so that days of both months are whole.
        let plain: Int64 = month < 10 ? 4_000_000 : 4_400_000
        let higher: Int64 = month < 10 ? 5_000_000 : 5_500_000
        var base = plain * 310
        if person == 5, known >= 8 {
            if month == 7 { base = plain * 140 + higher * 170 }
            if month > 7 { base = higher * 310 }
        }
        if person == 6, month >= 9 { base = month == 9 ? plain * 310 / 3 : 0 }
        if person == 7, known >= 10, month >= 8 { base = month == 8 ? plain * 200 : 0 }
        var (beban, prestasi): (Int64, Int64) = (60, 40)
        if person == 3, month == 2 || month == 3, known < 4 { prestasi = 32 }
        if person == 4, (5...10).contains(month), known >= 7 { (beban, prestasi) = (45, 30) }
        let lines = [round(base, beban, of: 31_000), round(base, prestasi, of: 31_000)]
        return lines + [round(lines[0] + lines[1], 5, of: 100)]
    }

    struct Expected {
        let rows: Int
        let net: Int64
        /// `person month kind beban prestasi pph21`, all rows that are not a whole month of the class.
        let special: [String]
    }

    /// By month of the file; worked out with Python's fractions.
    static let expected: [Expected] = [
        .init(rows: 7, net: 26_600_000, special: []),
        .init(rows: 6, net: 22_496_000, special: ["3 2 biasa 2400000 1280000 184000"]),
        .init(
            rows: 8, net: 30_096_000,
            special: ["2 2 rapel 2400000 1600000 200000", "3 3 biasa 2400000 1280000 184000"]),
        .init(
            rows: 9, net: 27_208_000,
            special: ["3 2 rapel 0 320000 16000", "3 3 rapel 0 320000 16000"]),
        .init(rows: 7, net: 26_600_000, special: []),
        .init(rows: 7, net: 26_600_000, special: []),
        .init(
            rows: 9, net: 24_225_000,
            special: [
                "4 5 potongan -600000 -400000 -50000", "4 6 potongan -525000 0 -50000",
                "4 7 biasa 1800000 1200000 150000",
            ]),
        .init(
            rows: 9, net: 26_645_968,
            special: [
                "4 6 potongan -75000 -400000 0", "4 8 biasa 1800000 1200000 150000",
                "5 7 rapel 329032 219355 27419", "5 8 biasa 3000000 2000000 250000",
            ]),
        .init(
            rows: 7, net: 24_066_666,
            special: [
                "4 9 biasa 1800000 1200000 150000", "5 9 biasa 3000000 2000000 250000",
                "6 9 biasa 800000 533333 66667",
            ]),
        .init(
            rows: 5, net: 20_900_000,
            special: [
                "4 10 biasa 1980000 1320000 165000", "5 10 biasa 3300000 2200000 275000",
            ]),
        .init(rows: 5, net: 21_945_000, special: ["5 11 biasa 3300000 2200000 275000"]),
        .init(rows: 5, net: 21_945_000, special: ["5 12 biasa 3300000 2200000 275000"]),
    ]

    private static let whole = ["2400000 1600000 200000", "2640000 1760000 220000"]

    /// Tells which of a file's rows are not what they should be, adds them to what was paid, and gives what is left open.
    static func follow(
        file: Int, of folder: String, paid: inout [String: [Int64]]
    ) throws -> [[String]] {
        let rows = try CSVText("\(folder)/rincian.csv").selecting(
            ["nip", "bulan", "jenis", "beban", "prestasi", "pph21", "neto"]
        ).dropLast()
        let expected = Self.expected[file - 1]
        #expect(rows.count == expected.rows, "file \(file)")
        #expect(rows.compactMap { Int64($0[6]) }.reduce(0, +) == expected.net, "file \(file)")
        var special: [String] = []
        for row in rows {
            let (person, month) = (row[0].suffix(1), Int(row[1].suffix(2)) ?? 0)
            let amounts = row[3...5].joined(separator: " ")
            if row[2] != "biasa" || !whole.contains(amounts) {
                special.append("\(person) \(month) \(row[2]) \(amounts)")
            }
            let before = paid["\(person) \(month)"] ?? [0, 0, 0]
            paid["\(person) \(month)"] = zip(before, row[3...5]).map { $0 + (Int64($1) ?? 0) }
        }
        #expect(special == expected.special, "file \(file)")
        return try CSVText("\(folder)/utang.csv").selecting(["bulan", "terbuka"])
    }

    /// What the whole year comes to, a month of a person each, as it is known at its end.
    static func close(_ paid: [String: [Int64]], open: [[String]]) {
        #expect(open == [["2025-08", "1348387"], ["2025-09", "3800000"]])
        var total: Int64 = 0
        for month in 1...12 {
            for person in 1...7 {
                let due = due(person, month, known: 12) ?? []
                total += due[0] + due[1] - due[2]
                // What person 7 was paid after the death stays open: nothing is left to set it off against.
                if person == 7, month == 8 || month == 9 { continue }
                #expect(paid["\(person) \(month)"] ?? [0, 0, 0] == due, "\(person) \(month)")
            }
        }
        let sum = paid.values.reduce(0) { $0 + $1[0] + $1[1] - $1[2] }
        #expect(total == 294_179_247)
        #expect(sum == total + 1_348_387 + 3_800_000)
    }
}
