import Arithmetic
import Evidence
import MiniRun
import Scoring
import TestSupport
import Testing

/// Sums of attendance and of ratings against exact fractions, term by term.
@Suite("AttendanceSums and RatingSums against naive arithmetic")
struct OtherSumsPropertyTests {
    private static func decimal(_ thousandths: Int) -> String {
        let digits = String(thousandths.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (thousandths < 0 ? "-" : "") + padded.dropLast(3) + "." + padded.suffix(3)
    }

    private static func register(_ people: ClosedRange<Int>) -> String {
        people.map { "@\($0);Ani;PKM A;Perawat\n" }.joined()
    }

    /// Expects sums, and that rows give the same.
    private func check(_ run: MiniRun, _ expected: [Rational?], _ what: String) {
        #expect(run.evidence.sums.count == 1)
        for (person, points) in expected.enumerated() {
            #expect(
                run.score(Int32(person)).components[0] == points, "\(what), person \(person + 1)")
            #expect(
                run.score(Int32(person), explained: true).components[0] == points,
                "\(what), person \(person + 1), from rows")
        }
    }

    // MARK: Attendance

    private struct Deduction {
        /// Place among the columns `hari_kerja`, `alpa`, `terlambat`.
        var column: Int
        /// In thousandths.
        var points: Int
        var isDivided: Bool
    }

    private static let columns = ["hari_kerja", "alpa", "terlambat"]

    /// What is left of `start` thousandths; nil without rows.
    private static func left(
        _ rows: [[Int?]], _ start: Int, _ deductions: [Deduction], denominators: [Int]
    ) -> Rational? {
        guard !rows.isEmpty else { return nil }
        var points = Rational(start, over: 1_000)
        for deduction in deductions {
            var (sum, divisor) = (Rational.zero, Rational.zero)
            for row in rows {
                guard let value = row[deduction.column], !deduction.isDivided || row[0] != nil
                else { continue }
                sum = sum + Rational(value, over: denominators[deduction.column])
                divisor = divisor + Rational(row[0] ?? 0, over: denominators[0])
            }
            let taken = Rational(deduction.points, over: 1_000) * sum
            if !deduction.isDivided {
                points = points - taken
            } else if !divisor.isZero {
                points = points - taken / divisor
            }
        }
        return points
    }

    @Test(
        "Attendance: small and huge figures, blanks, divisors of 0",
        arguments: 0..<12 as Range<UInt64>)
    func attendance(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let most = [9, 31, 999_999, 999_999_999_999][Int(seed % 4)]
        let deductions = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Deduction(
                column: Int.random(in: 0...2, using: &random),
                points: Int.random(in: 0...300_000, using: &random),
                isDivided: Bool.random(using: &random))
        }
        let start = Int.random(in: 0...200_000, using: &random)
        let people = 1...40
        var rows: [[[Int?]]] = []
        var table = ""
        for person in people {
            rows.append([])
            for month in 0..<Int.random(in: 0...3, using: &random) {
                let row = (0..<3).map { _ -> Int? in
                    switch Int.random(in: 0..<6, using: &random) {
                    case 0: nil
                    case 1: 0
                    case 2: most
                    default: Int.random(in: 0...most, using: &random)
                    }
                }
                rows[person - 1].append(row)
                let cells = row.map { $0.map(String.init) ?? "" }.joined(separator: ";")
                table += "@\(person);2025-0\(month + 1);\(cells)\n"
            }
        }
        let listed = deductions.map { deduction in
            "{ column: \(Self.columns[deduction.column]), points: \(Self.decimal(deduction.points))"
                + (deduction.isDivided ? ", per: hari_kerja }" : " }")
        }
        let run = try Sample.run(
            "{ id: d, method: attendance, from: [hadir], weight: 100, missing: reweight, "
                + "start: \(Self.decimal(start)), deduct: [ \(listed.joined(separator: ", ")) ] }",
            ["pegawai": Self.register(people), "hadir": table])
        #expect(run.rejects["hadir"] == [])
        let expected = rows.map { Self.left($0, start, deductions, denominators: [1, 1, 1]) }
        check(run, expected, "\(deductions)")
    }

    @Test("Attendance: columns with decimals are what they say")
    func attendanceDecimals() throws {
        let run = try Sample.run(
            "{ id: d, method: attendance, from: [hadir], weight: 100, missing: reweight, "
                + "deduct: [ { column: terlambat, points: 2 }, "
                + "{ column: alpa, points: 10, per: hari_kerja } ] }",
            rest: """
                validate:
                  hadir:
                    rules:
                      - { column: terlambat, decimal: { digits: 3, places: 2 } }
                      - { column: hari_kerja, decimal: { digits: 3, places: 1 } }
                """,
            [
                "pegawai": Self.register(1...2),
                "hadir": "@1;2025-01;21.5;1;1.75\n@1;2025-02;;5;\n@2;2025-01;20;3;0.25\n",
            ])
        #expect(run.rejects["hadir"] == [])
        // 100 - 2 × 1.75 - 10 × 1 / 21.5 = 96.5 - 20/43, and 100 - 2 × 0.25 - 10 × 3 / 20.
        check(run, [Rational(8259, over: 86), Rational(98)], "decimals")
    }

    // MARK: Ratings

    @Test("Ratings: roles, blanks, roles alone, a least share", arguments: 0..<12 as Range<UInt64>)
    func ratings(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let roles = ["atasan", "rekan", "bawahan", "diri"]
        let weights = roles.map { _ in
            [0, 1, 30_000, 60_000, 12_345][Int.random(in: 0..<5, using: &random)]
        }
        let least = [0, 1, 34, 50, 100][Int(seed % 5)]
        let hidesOwn = seed % 2 == 0
        let people = 1...40
        var values: [[[Int]]] = []
        var table = ""
        for person in people {
            values.append(roles.map { _ in [] })
            for rater in 0..<Int.random(in: 0...6, using: &random) {
                let role = Int.random(in: 0..<4, using: &random)
                let value =
                    Bool.random(using: &random)
                    ? Int.random(in: 0...100, using: &random) * 1_000
                    : Int.random(in: 0...9_999_999_999, using: &random)
                values[person - 1][role].append(value)
                let spelled = [roles[role], roles[role].uppercased()][rater % 2]
                table += "@\(person);@\(rater + 1);\(spelled);a\(rater);\(Self.decimal(value))\n"
            }
        }
        let listed = zip(roles, weights).map { "\($0): \(Self.decimal($1))" }
        let run = try Sample.run(
            "{ id: r, method: rating, from: [nilai], weight: 100, missing: reweight, "
                + "minimum_present: \(least), \(hidesOwn ? "not_alone: [diri], " : "")"
                + "roles: { \(listed.joined(separator: ", ")) } }",
            rest: seed % 3 == 0
                ? "validate: { nilai: { rules: [ { column: peran, one_of: [diri, rekan, x, atasan, bawahan] } ] } }"
                : "",
            ["pegawai": Self.register(people), "nilai": table])
        #expect(run.rejects["nilai"] == [])
        let expected = values.map { byRole -> Rational? in
            var (sum, present) = (Rational.zero, 0)
            var hasOther = !hidesOwn
            for (role, own) in byRole.enumerated() where !own.isEmpty {
                hasOther = hasOther || role < 3
                present += weights[role]
                let mean = Rational(own.reduce(0, +), over: 1_000 * own.count)
                sum = sum + mean * Rational(weights[role], over: 1)
            }
            guard present > 0, hasOther, present * 100 >= weights.reduce(0, +) * least else {
                return nil
            }
            return sum / Rational(present, over: 1)
        }
        check(run, expected, "weights \(weights), at least \(least)")
    }
}
