/// The delimiters that a text may have, before anybody counts fields.
struct DelimiterCandidates {
    /// Those that most exports use.
    static let strong: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
    private static let weak: [UInt8] = [":", "^", "~", " "].map { UInt8(ascii: $0) }
    private static let spaced = [", ", "; ", " | "].map { Array($0.utf8) }
    /// Most bytes of a delimiter of several.
    private static let longest = 4

    /// In a fixed order.
    let all: [[UInt8]]

    /// - Parameter text: UTF-8, as much of the file as is looked at.
    init(_ text: [UInt8]) {
        var runs = Self.runs(text)
        runs += Self.spaced.filter { ByteRuns.count($0, in: text) > 0 }
        let singles = (Self.strong + Self.weak + [0x1F, 0x01]).filter { byte in
            let count = text.count { $0 == byte }
            guard count > 0 else { return false }
            // A byte that only stands inside a longer candidate is a part of it.
            return !runs.contains { run in
                let each = run.count { $0 == byte }
                return each > 0 && ByteRuns.count(run, in: text) * each * 50 >= count * 49
            }
        }
        all = singles.map { [$0] } + runs
    }

    /// Runs of two to four signs that stand in at least half of the lines, the most frequent first.
    private static func runs(_ text: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]: Int] = [:]
        var lineCount = 0
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            lineCount += 1
            for run in Set(line.split(whereSeparator: { !isSign($0) }).map(Array.init))
            where (2...longest).contains(run.count) {
                lines[run, default: 0] += 1
            }
        }
        let frequent = lines.filter { $0.value * 2 >= lineCount && !isEmptyCells($0.key) }
        return frequent.sorted {
            ($1.value, $0.key.count, string($0.key)) < ($0.value, $1.key.count, string($1.key))
        }.prefix(4).map(\.key)
    }

    private static func string(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Commas in a row, or semicolons, are empty cells and not a delimiter of several bytes.
    private static func isEmptyCells(_ run: [UInt8]) -> Bool {
        run.allSatisfy { $0 == run[0] } && [0x2C, 0x3B].contains(run[0])
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
            UInt8(ascii: "_"), UInt8(ascii: "%"):
            false
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

/// Counts a sequence of bytes in a text.
enum ByteRuns {
    /// Occurrences from the left that do not overlap.
    static func count(_ run: [UInt8], in text: [UInt8]) -> Int {
        var found = 0
        var index = 0
        while index + run.count <= text.count {
            if text[index] == run[0], text[index..<index + run.count].elementsEqual(run) {
                found += 1
                index += run.count
            } else {
                index += 1
            }
        }
        return found
    }
}
