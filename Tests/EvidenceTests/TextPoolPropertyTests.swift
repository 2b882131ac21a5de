import Evidence
import TestSupport
import Testing

@Suite("TextPool against a dictionary")
struct TextPoolPropertyTests {
    @Test(
        "Equal texts have equal numbers in order of appearance", arguments: 0..<6 as Range<UInt64>)
    func agrees(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var pool = TextPool()
        var numbers: [String: Int32] = [:]
        // Words of eight bytes and what is left: texts that differ in any of them, and by length alone.
        let stems = ["", "a", "abcdefgh", "abcdefghabcdefgh", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        for _ in 0..<4_000 {
            var text = stems.randomElement(using: &random) ?? ""
            let tail = Int.random(in: 0...Int(1 << (seed * 2)), using: &random)
            text += tail == 0 ? "" : "\(tail)"
            if tail % 7 == 3 { text += String(repeating: "0", count: tail % 9) }
            if tail % 11 == 5 { text = "\(tail)" + text }
            let known = numbers[text]
            #expect(pool.number(of: text) == known)
            let number = pool.intern(text)
            #expect(number == known ?? Int32(numbers.count), "'\(text)'")
            numbers[text] = number
        }
        #expect(pool.count == numbers.count)
        for (text, number) in numbers {
            #expect(pool.text(number) == text)
            #expect(pool.withBytes(number) { $0.count } == text.utf8.count)
        }
        #expect(pool.number(of: "nobody said this") == nil)
    }
}
