import Arithmetic
import Evidence
import MiniRun
import Scoring
import TestSupport
import Testing

/// Sums of attainment against the letter of the method, in whole numbers of 128 bits.
@Suite("AttainmentSums against naive arithmetic")
struct AttainmentSumsPropertyTests {
    struct Method: Sendable, CustomTestStringConvertible {
        var lower = "T/R"
        var decimals = 2
        /// In hundredths.
        var cap = 120_00
        var floor: Int?
        /// Of one of the indicators.
        var batas = 110_00

        /// Whether all bounds are figures of so many decimals: otherwise sums of scaled points cannot hold them.
        var isSummed: Bool {
            [cap, floor ?? 0, batas].allSatisfy { $0 % [100, 10, 1, 1, 1, 1, 1][decimals] == 0 }
        }
        var testDescription: String {
            "\(lower) \(decimals) places, cap \(cap), floor \(floor.map(String.init) ?? "-")"
        }
        var scale: Int128 { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }
    }

    static let methods =
        (0...6).map { Method(decimals: $0) }
        + [0, 2, 6].flatMap { places in
            [
                Method(lower: "2-R/T", decimals: places),
                Method(decimals: places, cap: 100_000_000),
                Method(decimals: places, cap: 120_55), Method(decimals: places, cap: 0),
                Method(lower: "2-R/T", decimals: places, floor: 10_50),
                Method(decimals: places, floor: 0), Method(decimals: places, batas: 110_50),
                Method(decimals: places, cap: 50_00, floor: 33_33),
            ]
        }

    /// Millionths, as a column of six places stores them.
    private struct Row {
        var indicator: String
        var target: Int64?
        var realised: Int64?
    }

    /// Indicators with direction, weight in tenths, own target in millionths, own cap in hundredths.
    private static let indicators:
        [(code: String, isHigher: Bool, weight: Int128, target: Int64?, cap: Int?)] = [
            ("KP", true, 10, nil, nil), ("WT", false, 25, nil, nil), ("KB", true, 7, nil, nil),
            ("KT", true, 33, 50_000_000, nil), ("WB", false, 10, 3, 1_000_00),
        ]

    private static func text(_ value: Int64?) -> String {
        guard let value else { return "" }
        let digits = String(value.magnitude)
        let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return (value < 0 ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
    }

    private static func hundredths(_ value: Int) -> String { text(Int64(value) * 10_000) }

    private static func row(
        _ indicator: String, _ method: Method, _ random: inout SplitMix64
    ) -> Row {
        // Beyond this one machine division does not do.
        let border = Int64.max / (200 * Int64(method.scale) + 1)
        let most: Int64 = 999_999_999_999_999_999
        func number() -> Int64 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: min(most, border + Int64.random(in: -3...3, using: &random))
            case 1: most - Int64.random(in: 0...3, using: &random)
            case 2: Int64.random(in: 0...9, using: &random)
            case 3: Int64.random(in: 1...most, using: &random)
            default: 1_000_000 * Int64.random(in: 1...150, using: &random)
            }
        }
        var row = Row(indicator: indicator, target: number(), realised: number())
        switch Int.random(in: 0..<10, using: &random) {
        case 0: row.target = nil
        case 1: row.target = 0
        case 2: row.realised = nil
        case 3: row.realised = 0
        case 4: row.realised = -Int64.random(in: 1...1_000_000_000, using: &random)
        case 5:
            // Points half-way between two figures.
            let unit = Int64.random(in: 1...100, using: &random)
            row.target = 200 * Int64(method.scale) * unit
            row.realised = unit * (2 * Int64.random(in: 0...1_000, using: &random) + 1)
        default: break
        }
        return row
    }

    /// Points over the method's scale and a hundred, so that caps are whole: nil where nothing is measured.
    private static func points(_ row: Row, _ method: Method) -> Int128? {
        guard let realised = row.realised.map({ Int128($0) }),
            let indicator = indicators.first(where: { $0.code == row.indicator }),
            let target = (row.target ?? indicator.target).map({ Int128($0) }), target != 0
        else { return nil }
        let own = indicator.code == "KB" ? method.batas : indicator.cap
        let cap = Int128(own ?? method.cap) * method.scale
        var points: Int128
        if !indicator.isHigher, method.lower == "T/R", realised == 0 {
            points = cap
        } else {
            var (upper, under) = (100 * realised, target)
            if !indicator.isHigher, method.lower == "T/R" {
                (upper, under) = (100 * target, realised)
            }
            if !indicator.isHigher, method.lower == "2-R/T" {
                upper = 100 * (2 * target - realised)
            }
            if under < 0 { (upper, under) = (-upper, -under) }
            let rounded = (2 * method.scale * Int128(upper.magnitude) + under) / (2 * under)
            points = (upper < 0 ? -rounded : rounded) * 100
        }
        points = min(points, cap)
        if let floor = method.floor { points = max(points, Int128(floor) * method.scale) }
        return points
    }

    private static func mean(_ rows: [Row], _ method: Method) -> Rational? {
        var (sum, weight) = (Rational.zero, Int128(0))
        for row in rows {
            guard let points = points(row, method),
                let own = indicators.first(where: { $0.code == row.indicator })?.weight
            else { continue }
            sum = sum + Rational(points * own, over: method.scale * 100)
            weight += own
        }
        return weight == 0 ? nil : sum / Rational(weight, over: Int128(1))
    }

    @Test("A person's points are the weighted mean of the rows' rounded points", arguments: methods)
    func agrees(method: Method) throws {
        var random = SplitMix64(seed: UInt64(method.cap * 10 + method.decimals))
        let people = 1...60
        var rows: [[Row]] = people.map { _ in [] }
        for person in rows.indices {
            for number in 0..<Int.random(in: 0...5, using: &random) {
                let code = Self.indicators[number % 5].code
                var row = Self.row(code, method, &random)
                // Results beyond all scales count as missing; they are no matter of sums.
                while let points = Self.points(row, method),
                    points < -100_000_000_000 * method.scale
                {
                    row = Self.row(code, method, &random)
                }
                rows[person].append(row)
            }
        }
        var table = ""
        for (person, own) in zip(people, rows) {
            for row in own {
                table +=
                    "@\(person);\(row.indicator);2025-01;"
                    + "\(Self.text(row.target));\(Self.text(row.realised))\n"
            }
        }
        let indicators = Self.indicators.map { indicator in
            let cap = indicator.code == "KB" ? method.batas : indicator.cap
            return "\(indicator.code);\(indicator.isHigher ? "naik" : "turun");"
                + "\(indicator.weight / 10).\(indicator.weight % 10);\(Self.text(indicator.target));;;"
                + "\(cap.map(Self.hundredths) ?? "")\n"
        }
        let floor = method.floor.map { "floor: \(Self.hundredths($0)), " } ?? ""
        let run = try Sample.run(
            "{ id: h, method: attainment, from: [ringkas], mean: rows, lower: \(method.lower), "
                + "cap: \(Self.hundredths(method.cap)), \(floor)weight: 100, missing: reweight, "
                + "row_rounding: { decimals: \(method.decimals), rounding: half-up } }",
            period: "2025",
            [
                "pegawai": people.map { "@\($0);Ani;PKM A;Perawat\n" }.joined(),
                "indikator": indicators.joined(), "ringkas": table,
            ])
        #expect(run.rejects["ringkas"] == [])
        #expect(run.evidence.sums.count == (method.isSummed ? 1 : 0))
        for person in rows.indices {
            let expected = Self.mean(rows[person], method)
            let found = run.score(Int32(person)).components[0]
            #expect(found == expected, "\(rows[person])")
            let explained = run.score(Int32(person), explained: true).components[0]
            #expect(explained == expected, "\(rows[person]), from rows")
        }
    }

    @Test("A result far beyond its target counts, in sums as in rows")
    func keepsFarResults() throws {
        let run = try Sample.run(
            "{ id: h, method: attainment, from: [ringkas], mean: rows, lower: 2-R/T, cap: 120, "
                + "weight: 100, missing: reweight, row_rounding: { decimals: 2, rounding: half-up } }",
            [
                "indikator": "KP;naik;1\nWT;turun;1\n",
                "ringkas": "@1;KP;2025-01;100;80\n@1;WT;2025-01;1;50000000\n",
            ])
        #expect(run.evidence.sums.count == 1)
        // Half of 80 + 100 × (2 - 50 000 000).
        #expect(run.points() == ["-2499999860"])
        #expect(run.points(explained: true) == ["-2499999860"])
    }
}
