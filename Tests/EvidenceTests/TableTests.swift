import Evidence
import TestSupport
import Testing

@Suite("TextPool")
struct TextPoolTests {
    @Test("Equal texts have one number, in order of first appearance")
    func numbersTexts() {
        var pool = TextPool()
        let texts = ["b", "a", "b", "", "é", "a", ""]
        #expect(texts.map { pool.intern($0) } == [0, 1, 0, 2, 3, 1, 2])
        #expect(pool.count == 4)
        #expect((0..<4).map { pool.text($0) } == ["b", "a", "", "é"])
        #expect(pool.number(of: "a") == 1)
        #expect(pool.number(of: "c") == nil)
        #expect(pool.withBytes(3) { $0.count } == 2)
    }

    @Test("Thousands of texts agree with a dictionary")
    func agreesWithDictionary() {
        var random = SplitMix64(seed: 5)
        var pool = TextPool()
        var known: [String: Int32] = [:]
        var mistakes = 0
        for _ in 0..<20_000 {
            // Few letters and short, so that most come again.
            let text =
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        Character(Bool.random(using: &random) ? "x" : "y")
                    }) + "\(Int.random(in: 0..<60, using: &random))"
            let number = pool.intern(text)
            if number != known[text] ?? Int32(known.count) { mistakes += 1 }
            known[text] = number
        }
        #expect(mistakes == 0)
        #expect(pool.count == known.count)
        for (text, number) in known {
            #expect(pool.text(number) == text)
            #expect(pool.number(of: text) == number)
        }
    }
}

@Suite("KeySet")
struct KeySetTests {
    @Test("Thousands of keys agree with a dictionary", arguments: [1, 2, 5])
    func agreesWithDictionary(width: Int) {
        var random = SplitMix64(seed: UInt64(width))
        var keys = KeySet(width: width)
        var known: [[Int64]: Int32] = [:]
        var mistakes = 0
        for _ in 0..<30_000 {
            // Multiples of 2⁴⁰ differ in high bits alone, small ones in low bits alone.
            let key = (0..<width).map { _ in
                Int64.random(in: -9...9, using: &random)
                    << (Bool.random(using: &random) ? 40 : 0)
            }
            let expected = known[key]
            for (position, word) in key.enumerated() { keys.set(position, to: word) }
            let (entry, isNew) = keys.insertPending()
            if isNew != (expected == nil) || entry != expected ?? Int32(known.count) {
                mistakes += 1
            }
            known[key] = entry
        }
        #expect(mistakes == 0)
        #expect(keys.count == known.count)
    }

    @Test("A key keeps the words that were not set anew")
    func keepsWords() {
        var keys = KeySet(width: 2)
        keys.set(0, to: 1)
        keys.set(1, to: 2)
        #expect(keys.insertPending().isNew)
        keys.set(1, to: 3)
        #expect(keys.insertPending().isNew)
        keys.set(1, to: 2)
        #expect(keys.insertPending() == (0, false))
        #expect(keys.count == 2)
    }
}

@Suite("Grouping")
struct GroupingTests {
    @Test("The rows of a subject are one slice, in the order they came")
    func groups() {
        let grouping = Grouping(subjects: [2, 0, -1, 2, 0, 2, -1], count: 4)
        #expect(grouping.subjectCount == 4)
        #expect((0..<4).map { Array(grouping.rows(of: $0)) } == [[1, 4], [], [0, 3, 5], []])
    }

    @Test("Nothing is grouped into nothing")
    func groupsNothing() {
        #expect(Grouping(subjects: [], count: 0).subjectCount == 0)
        #expect(Grouping(subjects: [-1, -1], count: 1).rows(of: 0).isEmpty)
    }
}
