import TestSupport
import Testing

/// Numbers read eight bytes at a time against numbers read byte by byte, and against the letter of the rule.
@Suite("ColumnParser: numbers in one word")
struct PlainNumberTests {
    private static let digits = Array("0123456789".utf8)
    private static let strange = Array("0123456789..,,--+ %Rp/:eE\u{A0}".utf8)
    /// What a careless reader would take for a part of the cell before it.
    private static let behind = ["0", "9", ".", ",", "-", "\n", ";7", "99999999", ".5", "\u{A0}"]

    /// Digits, perhaps one mark at every place, at times a strange byte.
    private static func cell(length: Int, _ random: inout SplitMix64) -> [UInt8] {
        var cell = (0..<length).map { _ in digits.randomElement(using: &random) ?? 0x30 }
        guard length > 0 else { return [] }
        if Int.random(in: 0..<3, using: &random) > 0 {
            let mark = Array(".,".utf8).randomElement(using: &random) ?? 0x2E
            cell[Int.random(in: 0..<length, using: &random)] = mark
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            let byte = strange.randomElement(using: &random) ?? 0x20
            cell[Int.random(in: 0..<length, using: &random)] = byte
        }
        return cell
    }

    private static func laidOut(
        _ source: String, column: String, rules: String = "", rest: String = "", seed: UInt64
    ) throws -> (rows: LaidOut, cells: [[UInt8]]) {
        var random = SplitMix64(seed: seed)
        var rows = LaidOut(
            try LaidOut.plan(source, rules: rules, rest: rest), column: column)
        var cells: [[UInt8]] = []
        for length in 0...12 {
            for _ in 0..<120 {
                let cell = cell(length: length, &random)
                rows.add(cell, behind: Array((behind.randomElement(using: &random) ?? "").utf8))
                cells.append(cell)
            }
        }
        // Behind the text, where nothing follows the last one.
        for length in (0...12).reversed() {
            let cell = cell(length: length, &random)
            rows.append(cell)
            cells.append(cell)
        }
        return (rows, cells)
    }

    /// `-?digits(mark digits)?` within the limits, scaled by the places allowed.
    private static func strictValue(
        _ cell: [UInt8], mark: UInt8, most: Int, places: Int
    ) -> Int64? {
        let text = String(decoding: cell, as: UTF8.self)
        let isNegative = text.hasPrefix("-")
        let unsigned = isNegative ? text.dropFirst() : text[...]
        let parts = unsigned.split(
            separator: mark == 0x2C ? "," : ".", omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { digits.contains($0) }
        }
        guard isNumber, (1...2).contains(parts.count), parts[0].utf8.count <= most else {
            return nil
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= places else { return nil }
        let zeros = String(repeating: "0", count: places - fraction.utf8.count)
        return Int64((isNegative ? "-" : "") + parts[0] + fraction + zeros)
    }

    @Test(
        "A strict number is its digits, whatever stands behind its cell",
        arguments: [(1, 0), (1, 6), (2, 2), (3, 1), (5, 5), (7, 2), (8, 0), (8, 6), (12, 6)],
        [".", ","])
    func readsStrictly(limits: (most: Int, places: Int), mark: String) throws {
        let (rows, cells) = try Self.laidOut(
            "kind: training, nulls: [], format: { csv: { decimal: \"\(mark)\", trim: false } }, "
                + "columns: { jam: d, pelatihan: a, nip: b }", column: "jam",
            rules: "{ column: jam, decimal: { digits: \(limits.most), places: \(limits.places) } }",
            seed: UInt64(limits.most * 10 + limits.places))
        let (plain, slow) = rows.readings()
        try #require(plain.count == cells.count)
        var numbers = 0
        for (row, cell) in cells.enumerated() {
            let expected = Self.strictValue(
                cell, mark: mark == "," ? 0x2C : 0x2E, most: limits.most, places: limits.places)
            let reading = LaidOut.Reading(value: expected, fault: expected == nil ? "number" : nil)
            let text = String(decoding: cell, as: UTF8.self)
            #expect(plain[row] == reading, "'\(text)'")
            #expect(slow[row] == reading, "'\(text)', slowly")
            if expected != nil { numbers += 1 }
        }
        #expect(numbers > 20)
    }

    @Test(
        "A number is the same read in one word and byte by byte",
        arguments: [
            ("kind: training", "jam", "pelatihan: a, nip: b"),
            ("kind: training, format: { csv: { decimal: \",\" } }", "jam", "pelatihan: a, nip: b"),
            ("kind: training, nulls: [\"0\", \"99\", \"-\"]", "jam", "pelatihan: a, nip: b"),
            ("kind: attendance", "alpa", "nip: a"),
            ("kind: rating", "nilai", "nip: a, peran: b"),
            ("kind: rating, nulls: [\"9\"]", "nilai", "nip: a, peran: b"),
        ])
    func readsAlike(source: String, column: String, others: String) throws {
        let (rows, cells) = try Self.laidOut(
            "\(source), columns: { \(column): z, \(others) }", column: column, seed: 7)
        let (plain, slow) = rows.readings()
        try #require(plain.count == cells.count && slow.count == cells.count)
        for (row, cell) in cells.enumerated() {
            #expect(plain[row] == slow[row], "'\(String(decoding: cell, as: UTF8.self))'")
        }
        #expect(plain.filter { $0.value != nil }.count > 100)
        #expect(plain.filter { $0.fault != nil }.count > 100)
    }

    @Test("A number of a declared scale is the same in one word and byte by byte")
    func scalesAlike() throws {
        let (rows, cells) = try Self.laidOut(
            "kind: rating, columns: { nilai: z, nip: a, peran: b }", column: "nilai",
            rest: "normalize: { scales: { data: { column: nilai, from: 1..4, to: 0..100 } } }",
            seed: 11)
        let (plain, slow) = rows.readings()
        for (row, cell) in cells.enumerated() {
            #expect(plain[row] == slow[row], "'\(String(decoding: cell, as: UTF8.self))'")
        }
        let faults = Set(plain.compactMap(\.fault))
        #expect(faults == ["number", "range", "missing"])
        #expect(plain.contains { $0.value != nil })
    }
}
