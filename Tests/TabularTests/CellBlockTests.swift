import Tabular
import TestSupport
import Testing

@Suite("CellBlock")
struct CellBlockTests {
    private static func text(_ fill: (inout CellBlock) -> Void) -> String {
        var block = CellBlock(cells: 2)
        block.append("x")
        block.endCell()
        fill(&block)
        block.endCell()
        return block.withCell(1) { cell in
            String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
        }
    }

    @Test(
        "A figure is printed with its point",
        arguments: [
            (0, 0, "0"), (7, 0, "7"), (-7, 0, "-7"), (0, 4, "0.0000"), (5, 4, "0.0005"),
            (-5, 1, "-0.5"), (980_412, 4, "98.0412"), (99_999_999, 0, "99999999"),
            (99_999_999, 7, "9.9999999"), (100_000_000, 0, "100000000"),
            (100_000_000, 4, "10000.0000"), (12_345, 8, "0.00012345"),
            (1, 18, "0.000000000000000001"),
            (.max, 0, "9223372036854775807"), (.min, 0, "-9223372036854775808"),
            (.max, 18, "9.223372036854775807"), (.min, 6, "-9223372036854.775808"),
        ] as [(Int64, Int, String)])
    func printsFigures(_ scaled: Int64, _ decimals: Int, _ expected: String) {
        #expect(Self.text { $0.append(figure: scaled, decimals: decimals) } == expected)
    }

    @Test("A figure without decimals is what Swift prints of the integer", arguments: 0..<19)
    func agreesWithSwift(_ power: Int) {
        var random = SplitMix64(seed: UInt64(power))
        var most: Int64 = 9
        for _ in 0..<power { most = most &* 10 &+ 9 }
        let edge = power == 18 ? Int64.max : most
        for value in [edge, edge - 1, edge / 10 + 1]
            + (0..<200).map({ _ in .random(in: -edge...edge, using: &random) })
        {
            #expect(Self.text { $0.append(figure: value, decimals: 0) } == "\(value)")
        }
    }

    @Test(
        "Digits keep the zeros in front, and no more of a longer number than asked for",
        arguments: [
            (198_703_152_010_011_004, 18, "198703152010011004"), (42, 18, "000000000000000042"),
            (0, 1, "0"), (1_234, 2, "34"), (.max, 20, "18446744073709551615"),
        ] as [(UInt64, Int, String)])
    func printsDigits(_ value: UInt64, _ width: Int, _ expected: String) {
        #expect(Self.text { $0.append(digits: value, width: width) } == expected)
    }

    @Test("Parts of a cell follow one another, in a block that grows past its first room")
    func joinsParts() {
        let long = String(repeating: "panjang", count: 10_000)
        let cell = Self.text {
            $0.append(long)
            $0.append(figure: 12, decimals: 1)
            $0.append(contentsOf: Array(" orang".utf8))
        }
        #expect(cell == long + "1.2 orang")
    }

    @Test("A block that was emptied holds only what came afterwards")
    func forgets() {
        var block = CellBlock(cells: 1)
        block.append("a,b")
        block.endCell()
        block.endColumn()
        block.removeAll()
        block.append(figure: 3, decimals: 0)
        block.endCell()
        block.endColumn()
        var bytes: [UInt8] = []
        CSVWriter(delimiter: 0x2C, spreadsheetSafe: [false]).append(block, to: &bytes)
        #expect(block.cellCount == 1)
        #expect(bytes == Array("3\n".utf8))
    }
}
