import Plan
import TestSupport
import Testing

/// Look-ups of many numbers at once against a dictionary.
@Suite("NIPIndex against a dictionary")
struct NIPIndexPropertyTests {
    /// Numbers of all kinds: like real ones, neighbours, such that agree in their low or high bits.
    private static func numbers(_ count: Int, _ random: inout SplitMix64) -> [UInt64] {
        var seen: Set<UInt64> = []
        var numbers: [UInt64] = []
        while numbers.count < count {
            let number: UInt64 =
                switch UInt8.random(in: 0..<4, using: &random) {
                case 0: 190_000_000_000_000_000 + UInt64.random(in: 0..<1 << 56, using: &random)
                case 1: UInt64.random(in: 1...UInt64(count), using: &random)
                case 2: UInt64.random(in: 1...4_000, using: &random) << 44
                default: 198_503_122_011_011_000 + UInt64.random(in: 0..<9_999, using: &random)
                }
            if seen.insert(number).inserted { numbers.append(number) }
        }
        return numbers
    }

    /// Runs in the register's order, repetitions, jumps, unknown numbers, numbers that are none.
    private static func questions(
        _ numbers: [UInt64], _ count: Int, _ random: inout SplitMix64
    ) -> [Int64] {
        var questions: [Int64] = []
        while questions.count < count {
            let start = numbers.isEmpty ? 0 : Int.random(in: 0..<numbers.count, using: &random)
            let length = Int.random(in: 1...9, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: questions += numbers[start...].prefix(length).map(Int64.init)
            case 1: questions += numbers[start...].prefix(1).map(Int64.init)
            case 2:
                let one = numbers[start...].prefix(1).map(Int64.init)
                for _ in 0..<length { questions += one }
            case 3: questions.append([-1, .min, 0, .max].randomElement(using: &random) ?? -1)
            case 4: questions += numbers[start...].prefix(1).map { Int64($0) + 1 }
            default: questions.append(Int64.random(in: .min ... .max, using: &random))
            }
        }
        return questions
    }

    @Test(
        "Each number has the index of its first place, all others have none",
        arguments: [0, 1, 2, 7, 8, 9, 63, 64, 65, 500, 5_000], [false, true])
    func agrees(count: Int, reserves: Bool) {
        var random = SplitMix64(seed: UInt64(count))
        let numbers = Self.numbers(count, &random)
        var index = NIPIndex()
        if reserves { index.reserveCapacity(count) }
        var known: [UInt64: Int32] = [:]
        for (place, number) in numbers.enumerated() {
            index.append(number)
            known[number] = Int32(place)
        }
        for length in [0, 1, 2, 63, 64, 65, 127, 128, 129, 2_000] {
            let questions = Self.questions(numbers, length, &random)
            let found = index.indexes(of: questions)
            let expected = questions.map { question in
                question < 0 ? -1 : known[UInt64(question)] ?? -1
            }
            #expect(found == expected, "\(count) numbers, \(length) questions")
        }
        let inOrder = numbers.map(Int64.init)
        #expect(index.indexes(of: inOrder) == Array(0..<Int32(count)))
        #expect(index.indexes(of: inOrder.reversed()) == (0..<Int32(count)).reversed())
    }
}
