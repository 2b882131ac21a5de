internal import Batches
internal import Tabular

/// Delimited text cut one byte at a time by the letter of the rules, to be compared with the program's reader.
///
/// It shares the names of dialects and faults with it, and nothing else.
struct PlainReader {
    struct Row: Equatable {
        /// From 1.
        var line: Int
        var lineCount: Int
        /// Bytes of the text, the line end not among them.
        var place: Range<Int>
        var fault: RecordFault
        var cells: Int
        /// What the cells mean, quotes undone; none where the row has a fault.
        var values: [[UInt8]] = []
    }

    private let dialect: CSVDialect
    private let cellCount: Int
    private let text: [UInt8]
    private(set) var rows: [Row] = []
    private(set) var blankLines = 0
    private(set) var footerLines = 0

    private let quote: UInt8?
    private let escape: UInt8?
    private static let feed: UInt8 = 0x0A
    private static let carriage: UInt8 = 0x0D

    /// - Parameters:
    ///   - text: The whole text, UTF-8.
    ///   - start: First byte of a line, at which records begin.
    ///   - line: That line, from 1.
    ///   - dialect: How it is written.
    ///   - cellCount: Cells that a record must have.
    init(_ text: [UInt8], from start: Int, line: Int, dialect: CSVDialect, cellCount: Int) {
        self.text = text
        self.dialect = dialect
        self.cellCount = cellCount
        quote = dialect.quote
        escape = dialect.escape == dialect.quote ? nil : dialect.escape
        var place = start
        var line = line
        while place < text.count {
            if isLineEnd(place) {
                if dialect.blankLines == .skip {
                    blankLines += 1
                } else {
                    rows.append(
                        Row(line: line, lineCount: 1, place: place..<place, fault: .blank, cells: 0)
                    )
                }
                place = behindLineEnd(place)
                line += 1
                continue
            }
            if let footer = dialect.footerPrefix, text[place...].starts(with: footer) {
                footerLines = Self.lines(of: Array(text[place...]))
                return
            }
            let (row, next) = record(from: place, line: line)
            rows.append(row)
            place = next
            line += row.lineCount
        }
    }

    /// Physical lines: as many as LF, CR and CRLF, and one more where something stands behind the last.
    static func lines(of text: [UInt8]) -> Int {
        var count = 0
        for (index, byte) in text.enumerated() {
            let isPair = byte == feed && index > 0 && text[index - 1] == carriage
            if (byte == feed || byte == carriage) && !isPair { count += 1 }
        }
        guard let last = text.last, last != feed, last != carriage else { return count }
        return count + 1
    }

    private func isLineEnd(_ place: Int) -> Bool {
        text[place] == Self.feed || text[place] == Self.carriage
    }

    private func behindLineEnd(_ place: Int) -> Int {
        let isPair =
            text[place] == Self.carriage && place + 1 < text.count && text[place + 1] == Self.feed
        return place + (isPair ? 2 : 1)
    }

    private func isDelimiter(_ place: Int) -> Bool {
        text[place...].starts(with: dialect.delimiter)
    }

    private struct Cells {
        var values: [[UInt8]] = []
        var lines = 1
        /// Whether a cell beyond the header's is quoted or holds something.
        var hasSurplus = false
    }

    private func record(from start: Int, line: Int) -> (Row, next: Int) {
        var cells = Cells()
        var place = start
        while true {
            let isQuoted = place < text.count && text[place] == quote
            let value: [UInt8]
            if isQuoted {
                switch quoted(from: place + 1, record: start, &cells) {
                case .failure(let broken): return firstLine(start, line, broken.fault, cells: 0)
                case .success(let cell): (value, place) = (cell.value, cell.end)
                }
                if place < text.count, !isLineEnd(place), !isDelimiter(place) {
                    return firstLine(start, line, .quoting, cells: 0)
                }
            } else {
                let from = place
                while place < text.count, !isLineEnd(place), !isDelimiter(place) { place += 1 }
                value = Array(text[from..<place])
                if dialect.refusesBareQuotes, let quote, value.contains(quote) {
                    let isLong = place - start > dialect.recordBytes
                    return firstLine(start, line, isLong ? .tooLong : .quoting, cells: 0)
                }
            }
            if cells.values.count >= cellCount, isQuoted || !value.isEmpty {
                cells.hasSurplus = true
            }
            cells.values.append(value)
            if place == text.count || isLineEnd(place) { break }
            place += dialect.delimiter.count
        }
        return whole(start..<place, line, cells)
    }

    /// Judges a record whose end was found.
    private func whole(_ place: Range<Int>, _ line: Int, _ cells: Cells) -> (Row, next: Int) {
        let count = cells.values.count
        if place.count > dialect.recordBytes {
            return firstLine(place.lowerBound, line, .tooLong, cells: 0)
        }
        let isRight =
            count == cellCount
            || count > cellCount && dialect.trailingDelimiters && !cells.hasSurplus
        if !isRight, cells.lines > 1 {
            return firstLine(place.lowerBound, line, .cellCount, cells: count)
        }
        let isText = String(validating: text[place], as: UTF8.self) != nil
        let fault: RecordFault = !isRight ? .cellCount : isText ? .none : .encoding
        let next = place.upperBound == text.count ? text.count : behindLineEnd(place.upperBound)
        let row = Row(
            line: line, lineCount: cells.lines, place: place, fault: fault, cells: count,
            values: fault == .none ? Array(cells.values.prefix(cellCount)) : [])
        return (row, next)
    }

    private struct Quoted {
        let value: [UInt8]
        /// Behind the closing quote.
        let end: Int
    }

    private func quoted(
        from start: Int, record: Int, _ cells: inout Cells
    ) -> Result<Quoted, Broken> {
        let limit = min(text.count, record + dialect.recordBytes)
        var value: [UInt8] = []
        var place = start
        while place < limit {
            let byte = text[place]
            let next = place + 1
            if byte == quote {
                guard escape == nil, next < text.count, text[next] == quote else {
                    return .success(Quoted(value: value, end: next))
                }
                value.append(byte)
                place += 2
                continue
            }
            if byte == escape, next < limit, text[next] == quote || text[next] == escape {
                value.append(text[next])
                place += 2
                continue
            }
            if byte == Self.carriage || byte == Self.feed && text[place - 1] != Self.carriage {
                cells.lines += 1
                if cells.lines > dialect.recordLines {
                    return .failure(Broken(fault: .tooManyLines))
                }
            }
            value.append(byte)
            place = next
        }
        let isLong = text.count - record > dialect.recordBytes
        return .failure(Broken(fault: isLong ? .tooLong : .quoting))
    }

    private struct Broken: Error {
        let fault: RecordFault
    }

    /// A broken record is its first line alone: the next line may be sound.
    private func firstLine(
        _ start: Int, _ line: Int, _ fault: RecordFault, cells: Int
    ) -> (Row, next: Int) {
        var end = start
        while end < text.count, !isLineEnd(end) { end += 1 }
        let next = end == text.count ? end : behindLineEnd(end)
        let isLong = end - start > dialect.recordBytes
        let row = Row(
            line: line, lineCount: 1,
            place: start..<(isLong ? start + dialect.recordBytes : end),
            fault: isLong ? .tooLong : fault, cells: isLong ? 0 : cells)
        return (row, next)
    }
}
