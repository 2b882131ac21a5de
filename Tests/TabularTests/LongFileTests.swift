import Batches
import Tabular
import TestSupport
import Testing

/// Files of more records than are cut in one go, nearly all of them plain, against the slow reader.
@Suite("CSVReader: long files")
struct LongFileTests {
    private static func plainRecord(_ cells: Int, _ random: inout SplitMix64) -> String {
        (0..<cells).map { _ in
            let length = [0, 1, 2, 7, 8, 9, 18, 63, 64, 65][Int.random(in: 0..<10, using: &random)]
            return String(repeating: "x", count: length)
        }.joined(separator: ",")
    }

    private static func oddRecord(_ cells: Int, _ random: inout SplitMix64) -> String {
        let plain = plainRecord(cells, &random)
        let odd = [
            "", "\r", plain + ",", plain + "\r" + plain, "\"a\"\"b\"" + plain.drop { $0 != "," },
            "\"a\nb\"" + plain.drop { $0 != "," }, "\"a\"b" + plain, "\"open " + plain, "é" + plain,
            plain + "\"", ",\"\"", "Total" + plain, String(plain.dropFirst(9)), "\"a\r\n\n\r\"",
        ]
        return odd.randomElement(using: &random) ?? ""
    }

    private static func file(_ cells: Int, _ random: inout SplitMix64) -> String {
        var file = Array(repeating: "h", count: cells).joined(separator: ",") + "\n"
        let oddity = [20, 200, 2_000][Int.random(in: 0..<3, using: &random)]
        let lineEnds = [["\n"], ["\r\n"], ["\n", "\r\n"]][Int.random(in: 0..<3, using: &random)]
        for _ in 0..<1_400 {
            let isOdd = Int.random(in: 0..<oddity, using: &random) == 0
            file += isOdd ? oddRecord(cells, &random) : plainRecord(cells, &random)
            file += lineEnds.randomElement(using: &random) ?? "\n"
        }
        if Bool.random(using: &random) { file += plainRecord(cells, &random) }
        return file
    }

    /// Reads only the wanted cells.
    private static func rows(
        _ file: [UInt8], _ dialect: CSVDialect, wanted: [Int], chunk: Int
    ) throws -> [SeenRow] {
        var place = 0
        var reader = CSVReader(dialect: dialect, chunkBytes: chunk) { output in
            let end = min(place + 1_000, file.count)
            output.append(contentsOf: file[place..<end])
            place = end
            return place < file.count
        }
        var lines = try #require(try reader.readHeader()).linesConsumed
        var rows: [SeenRow] = []
        while let batch = try reader.next(cells: wanted) {
            rows += SeenFile.rows(of: batch, linesBefore: lines)
            lines += batch.lineCount
        }
        return rows
    }

    @Test(
        "Wanted cells come in their columns, the others not at all",
        arguments: 0..<12 as Range<UInt64>)
    func agrees(seed: UInt64) throws {
        var random = SplitMix64(seed: 7_000_000 + seed)
        let count = Int.random(in: 1...6, using: &random)
        var wanted = Array(0..<count).shuffled(using: &random)
        wanted = Array(wanted.prefix(Int.random(in: 1...count, using: &random)))
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            wanted.insert(-1, at: Int.random(in: 0...wanted.count, using: &random))
        }
        // Two columns of one cell.
        if seed % 4 == 3 { wanted.append(wanted.max() ?? 0) }
        var dialect = CSVDialect()
        dialect.recordLines = seed % 3 == 0 ? 1 : 3
        dialect.blankLines = seed % 2 == 0 ? .skip : .reject
        if seed % 5 == 4 { dialect.recordBytes = 200 }
        if seed % 6 == 5 { dialect.quote = nil }
        let file = Self.file(count, &random)
        let expected = ReferenceReader(dialect: dialect, cellCount: count)
            .read(file, headerLines: 1).rows.map { row in
                var row = row
                let isSound = row.fault == .none
                row.fields = wanted.map { cell in
                    isSound && cell >= 0 ? row.fields[cell] : nil
                }
                return row
            }
        #expect(expected.count > 1_200)
        for chunk in [64, 4_096, 1 << 20] {
            let found = try Self.rows(Array(file.utf8), dialect, wanted: wanted, chunk: chunk)
            let place = zip(found, expected).enumerated().first { $1.0 != $1.1 }
            #expect(
                found.count == expected.count && place == nil,
                "seed \(seed), chunk \(chunk), \(wanted): \(place.map { "\($0)" } ?? "")")
        }
    }
}
