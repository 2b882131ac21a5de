import Plan
import Testing

@Suite("NIPIndex")
struct NIPIndexTests {
    @Test("Every number is found under its index, and no other is found")
    func findsAll() {
        var index = NIPIndex()
        // Multiples of 2⁴⁸ agree in their low bits, neighbours in their high bits.
        let nips = (1...3_000).map { UInt64($0) << 48 } + (1...3_000).map { UInt64($0) }
        for (number, nip) in nips.enumerated() {
            #expect(index.index(of: nip) == -1)
            #expect(index.append(nip) == Int32(number))
        }
        #expect(index.count == nips.count)
        for (number, nip) in nips.enumerated() {
            #expect(index.index(of: nip) == Int32(number))
        }
        #expect(index.index(of: 3_001) == -1)
        #expect(index.index(of: 198_503_122_011_011_001) == -1)
    }
}

@Suite("BytePattern")
struct BytePatternTests {
    @Test(
        "Nines are digits, A capital letters, a final star the rest",
        arguments: [
            ("U99", "U12", true), ("U99", "U1", false), ("U99", "U123", false),
            ("U99", "V12", false), ("A", "Z", true), ("A", "z", false), ("A9", "B7", true),
            ("P*", "P", true), ("P*", "Pxyz", true), ("P*", "p", false),
            // A star that is not the last is itself.
            ("*9", "*1", true), ("*9", "x1", false), ("", "", true), ("", "x", false),
        ])
    func matches(pattern: String, text: String, isMatch: Bool) {
        #expect(BytePattern(pattern).matches(text.utf8.span) == isMatch)
    }
}

@Suite("ReferenceTable")
struct ReferenceTableTests {
    private static let aliases = [
        (spelling: "Puskesmas A", kept: "PKM A"), (spelling: "rsud", kept: "Rumah Sakit"),
        // An alias never takes a name away.
        (spelling: "PKM B", kept: "PKM A"),
    ]

    @Test(
        "Names are found by their spellings and aliases, folded or exact",
        arguments: [
            ("PKM A", 0, 0), ("pkm-a", 0, nil), ("Puskesmas A", 0, 0), ("PUSKESMAS A", 0, nil),
            ("PKM B", 1, 1), ("PKM C", nil, nil), ("rsud", nil, nil), ("", nil, nil),
        ] as [(String, Int32?, Int32?)])
    func finds(text: String, folded: Int32?, exact: Int32?) {
        let names = ["PKM A", "PKM B"]
        let foldedTable = ReferenceTable(names: names, aliases: Self.aliases, isFolded: true)
        let exactTable = ReferenceTable(names: names, aliases: Self.aliases, isFolded: false)
        #expect(foldedTable.index(of: text) == folded)
        #expect(exactTable.index(of: text) == exact)
    }

    @Test("Of two names with one key the first stands, and attributes go by index")
    func keepsFirst() {
        let table = ReferenceTable(
            names: ["KP", "kp", "WT"], isFolded: true,
            attributes: ["arah": ["naik", "turun", nil]])
        #expect(table.index(of: "Kp") == 0)
        #expect(table.index(of: "wt") == 2)
        #expect(table.attribute("arah", of: 0) == "naik")
        #expect(table.attribute("arah", of: 2) == nil)
        #expect(table.attribute("nama", of: 0) == nil)
    }
}

@Suite("Numbering of NIP")
struct NIPNumberingTests {
    @Test("New numbers get the next index, known ones keep theirs, and none is -1")
    func numbers() {
        var index = NIPIndex()
        var known: [Int64: Int32] = [:]
        // Few numbers over many rows, runs and gaps, in batches of every size around a flight.
        var state: UInt64 = 3
        for size in [0, 1, 2, 63, 64, 65, 500, 4_000] {
            var values: [Int64] = []
            for _ in 0..<size {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let number = Int64(state >> 33) % 3_000
                values.append(number % 50 == 0 ? Int64.min : number << (number % 2 == 0 ? 30 : 0))
            }
            let found = index.number(values)
            for (value, number) in zip(values, found) {
                guard value >= 0 else {
                    #expect(number == -1)
                    continue
                }
                let expected = known[value] ?? Int32(known.count)
                known[value] = expected
                #expect(number == expected)
            }
        }
        #expect(index.count == known.count && known.count > 1_000)
        #expect(index.nips.enumerated().allSatisfy { known[Int64($1)] == Int32($0) })
    }
}
