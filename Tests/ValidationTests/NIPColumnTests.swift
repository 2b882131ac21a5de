import Plan
import Testing

@Suite("ColumnParser: columns of NIP")
struct NIPColumnTests {
    private static let nips = ["198503122011011001", "199212312015032017", "200002292023211003"]

    /// The digits of a number that keeps the rule, by the letter of it.
    private static func value(_ text: String, isAnatomy: Bool) -> Int64? {
        let digits = text.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
        guard digits.count == 18, text.utf8.count == 18 else { return nil }
        func part(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let (year, month, day) = (part(0..<4), part(4..<6), part(6..<8))
        let (entry, code) = (part(8..<12), part(12..<14))
        guard (1...12).contains(month), (1...31).contains(day), [1, 2].contains(digits[14]) else {
            return nil
        }
        if isAnatomy {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            guard year >= 1, day <= lengths[month - 1], entry >= year + 15 else { return nil }
        }
        guard (1...12).contains(code) || isAnatomy && code >= 21 else { return nil }
        return Int64(text)
    }

    @Test(
        "One byte changed in any of the 18 places is seen, whoever stands in the row before",
        arguments: ["anatomy", "syntax"])
    func seesEveryDigit(check: String) throws {
        let plan = try LaidOut.plan(
            "kind: register, columns: { nip: a }", rest: "nip: \(check)")
        var rows = LaidOut(plan, column: "nip")
        var texts: [String] = []
        func add(_ text: String, behind: String) {
            rows.add(Array(text.utf8), behind: Array(behind.utf8))
            texts.append(text)
        }
        for nip in Self.nips {
            for place in 0..<18 {
                for byte in "0123456789/:x" {
                    var changed = Array(nip)
                    changed[place] = byte
                    add(nip, behind: "9")
                    add(String(changed), behind: "0")
                    add(String(changed), behind: ";")
                }
            }
        }
        let (plain, slow) = rows.readings()
        try #require(plain.count == texts.count)
        for (row, text) in texts.enumerated() {
            let expected = Self.value(text, isAnatomy: check == "anatomy")
            #expect(plain[row].value == expected, "'\(text)' in row \(row)")
            #expect(slow[row] == plain[row], "'\(text)' in row \(row), slowly")
        }
        #expect(plain.contains { $0.fault == "nip" } && plain.contains { $0.value != nil })
    }

    @Test(
        "A NIP with blanks, marks or too few digits is the same in its cell and slowly",
        arguments: ["anatomy", "syntax"], [true, false])
    func readsAlike(check: String, trims: Bool) throws {
        let plan = try LaidOut.plan(
            "kind: register, format: { csv: { trim: \(trims) } }, columns: { nip: a }",
            rest: "nip: \(check)")
        let nip = Self.nips[0]
        let texts = [
            nip, nip, " " + nip, nip + " ", "\u{A0}" + nip, nip, "'" + nip, "NIP. " + nip,
            "19850312 201101 1 001", nip, String(nip.dropLast()), nip + "1", nip, "", "-", nip,
            " 98503122011011001", "19850312201101100 ", nip, "١٩٨٥٠٣١٢٢", Self.nips[1], nip,
        ]
        var rows = LaidOut(plan, column: "nip")
        for text in texts { rows.add(text) }
        for text in texts.reversed() { rows.append(Array(text.utf8)) }
        let (plain, slow) = rows.readings()
        #expect(plain == slow)
        // Eight times the number as it is, thrice with blanks around, thrice to be cleaned; all of it twice.
        let count = plain.filter { $0.value == 198_503_122_011_011_001 }.count
        #expect(count == (check == "anatomy" ? 28 : trims ? 22 : 16))
    }

    @Test("Doubled quotes within a NIP make it none")
    func undoesQuotes() throws {
        let plan = try LaidOut.plan("kind: register, columns: { nip: a }", rest: "nip: syntax")
        var rows = LaidOut(plan, column: "nip")
        rows.add("\"\"" + Self.nips[0].dropFirst(2))
        rows.add(Self.nips[0])
        let (plain, slow) = rows.readings()
        #expect(plain.map(\.fault) == ["nip", nil])
        // Undone, 17 bytes are left.
        #expect(slow.map(\.fault) == ["nip", nil])
    }
}
