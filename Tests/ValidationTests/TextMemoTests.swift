import TestSupport
import Testing

/// Texts remembered by their first sixteen bytes against the same texts read one by one.
@Suite("ColumnParser: texts met before")
struct TextMemoTests {
    /// Texts that begin alike, of every length up to and beyond what is remembered.
    private static func lookalikes(_ stem: String) -> [String] {
        var texts: [String] = []
        let bytes = Array(stem)
        for length in 1...min(18, bytes.count) {
            let head = String(bytes[..<length])
            texts += [head, head + "A", head + "B", String(bytes[..<(length - 1)]) + "a"]
        }
        return texts
    }

    private static let behind = ["", "0", "A", "-", "\n", "\u{A0}", "2025-01"].map {
        Array($0.utf8)
    }

    private static func laidOut(
        _ texts: [String], _ source: String, column: String, rules: String = "",
        rest: String = "", seed: UInt64
    ) throws -> (rows: LaidOut, texts: [String]) {
        var random = SplitMix64(seed: seed)
        var rows = LaidOut(
            try LaidOut.plan(source, rules: rules, rest: rest), column: column)
        // Each text several times, in an order of chance.
        let all = (texts + texts + texts).shuffled(using: &random)
        for text in all {
            rows.add(Array(text.utf8), behind: behind.randomElement(using: &random) ?? [])
        }
        let last = texts.shuffled(using: &random)
        for text in last { rows.append(Array(text.utf8)) }
        return (rows, all + last)
    }

    /// The same spelling but for case, blanks, slashes, dots, hyphens and underscores.
    private static func folded(_ text: String) -> String {
        String(text.lowercased().filter { !" \t\u{A0}/-._".contains($0) })
    }

    @Test(
        "A listed value has its place in the list, however many values there are",
        arguments: [true, false])
    func findsPlaces(isExact: Bool) throws {
        // A thousand and more distinct texts share a thousand and some places of the memo.
        let listed =
            (0..<700).map { "K\($0)" } + Self.lookalikes("ABCDEFGHIJKLMNOPQR")
            + ["Sangat Baik", "Di Atas Rata-rata", "x"]
        var seen: Set<String> = []
        let list = listed.filter { seen.insert(Self.folded($0)).inserted }
        let strangers =
            (700..<1_500).map { "K\($0)" } + Self.lookalikes("ABCDEFGHZZZZZZZZZZ")
            + Self.lookalikes("ABCDEFGHIJKLMNOPZZ")
        let spelled = ["sangat baik", "SANGAT-BAIK", "di atas rata.rata", " x ", "k1", "K.1 "]
        let (rows, texts) = try Self.laidOut(
            list + strangers + spelled, "kind: attendance, columns: { status: z, nip: a }",
            column: "status",
            rules: "{ column: status, exact: \(isExact), one_of: ["
                + list.map { "\"\($0)\"" }.joined(separator: ", ") + "] }", seed: 3)
        let places = Dictionary(
            uniqueKeysWithValues: list.enumerated().map { place, text in
                (isExact ? text : Self.folded(text), Int32(place))
            })
        let (plain, slow) = rows.readings()
        try #require(plain.count == texts.count)
        for (row, text) in texts.enumerated() {
            let trimmed = String(text.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed())
            let place = places[isExact ? trimmed : Self.folded(text)]
            let expected = LaidOut.Reading(
                text: Array(trimmed.utf8), choice: place ?? -1,
                fault: place == nil ? "code-list" : nil)
            #expect(plain[row] == expected, "'\(text)'")
            #expect(slow[row] == expected, "'\(text)', slowly")
        }
    }

    @Test(
        "Months, days, flags and golongan are the same in every row and slowly",
        arguments: [
            ("kind: attendance", "bulan", "nip: a"), ("kind: attendance", "tanggal", "nip: a"),
            ("kind: register", "plt", "nip: a"), ("kind: register", "golongan", "nip: a"),
            ("kind: register, nulls: [\"0\", \"III/a\", \"2025-01-01\"]", "plt", "nip: a"),
            ("kind: register, nulls: [\"0\", \"III/a\", \"2025-01-01\"]", "golongan", "nip: a"),
            ("kind: attendance, nulls: [\"1 Mei 2025\", \"mei 2025\"]", "tanggal", "nip: a"),
            ("kind: attendance, nulls: [\"Mei 2025\"]", "bulan", "nip: a"),
            ("kind: rating", "nilai", "nip: a, peran: b"),
        ])
    func readsAlike(source: String, column: String, others: String) throws {
        let days = (1...28).flatMap { day in
            ["2025-05-\(day < 10 ? "0" : "")\(day)", "\(day)-5-2025", "\(day) Mei 2025"]
        }
        let months = (1...12).flatMap { month in
            ["2025-\(month < 10 ? "0" : "")\(month)", "\(month)/2025", "\(2024_00 + month)"]
        }
        let words = [
            "Mei 2025", "mei  2025", "September 2025", "1 September 2025", "11 September 2025",
            "2025-01-01", "2025-01-01 00:00", "2025-01-01 00:00:00", "III/a", "iii.a", "III/aa",
            "XVII", "ya", "YA", "Plt.", "0", "1", "tidak", "x", "-", "", "92.5", "Baik",
        ]
        let padded = words.flatMap { [" " + $0, $0 + " ", "\u{A0}" + $0, $0 + "\t"] }
        let rest =
            column == "nilai"
            ? "normalize: { words: { data: { column: nilai, values: { Baik: 90, ya: 1 } } } }" : ""
        let (rows, texts) = try Self.laidOut(
            days + months + words + padded, "\(source), columns: { \(column): z, \(others) }",
            column: column, rest: rest, seed: 5)
        let (plain, slow) = rows.readings()
        try #require(plain.count == texts.count)
        for (row, text) in texts.enumerated() {
            #expect(plain[row] == slow[row], "'\(text)'")
        }
        #expect(plain.contains { $0.value != nil } && plain.contains { $0.fault != nil })
    }

    @Test(
        "A word for \"no value\" is none also where it could be a value, with blanks around too",
        arguments: [
            ("kind: training", "jam", "pelatihan: a, nip: b", 1_000_000),
            ("kind: register", "plt", "nip: a", 1), ("kind: attendance", "alpa", "nip: a", 1),
        ])
    func keepsNulls(source: String, column: String, others: String, one: Int64) throws {
        let plan = try LaidOut.plan(
            "\(source), nulls: [\"0\", \"99\"], columns: { \(column): z, \(others) }")
        var rows = LaidOut(plan, column: column)
        let nulls = ["0", "99", " 0", "0 ", "\t99\u{A0}", " 99 "]
        for text in nulls + ["1"] + nulls { rows.add(text) }
        rows.append(Array("0".utf8))
        let (plain, slow) = rows.readings()
        #expect(plain == slow)
        let nothing = Array(repeating: LaidOut.Reading(), count: 6)
        #expect(plain.prefix(6) == nothing[...])
        #expect(plain[6].value == one)
        #expect(plain.dropFirst(7) == (nothing + [LaidOut.Reading()])[...])
    }

    @Test("An alias is the spelling that it stands for, in text and in place")
    func followsAliases() throws {
        let plan = try LaidOut.plan(
            "kind: attendance, columns: { status: z, nip: a }",
            rules: "{ column: status, one_of: [Hadir, Dinas Luar, Cuti] }",
            rest: "normalize: { aliases: { status: alias.csv } }",
            table: "ejaan,baku\nH,Hadir\nPerjalanan Dinas Luar Kota,Dinas Luar\nX,Lain\n")
        let meanings: [(text: String, kept: String, place: Int32)] = [
            ("H", "Hadir", 0), ("h", "Hadir", 0), ("hadir", "hadir", 0), ("Cuti", "Cuti", 2),
            ("perjalanan dinas luar-kota", "Dinas Luar", 1), ("dinas luar", "dinas luar", 1),
            ("X", "Lain", -1), ("Y", "Y", -1),
        ]
        var rows = LaidOut(plan, column: "status")
        for _ in 0..<3 { for meaning in meanings { rows.add(meaning.text) } }
        let (plain, slow) = rows.readings()
        let expected = meanings.map { meaning in
            LaidOut.Reading(
                text: Array(meaning.kept.utf8), choice: meaning.place,
                fault: meaning.place < 0 ? "code-list" : nil)
        }
        #expect(plain == expected + expected + expected)
        #expect(slow == plain)
    }
}
