internal import Batches

/// Reads a malformed record as a human would: quotes out of place are text, missing cells are empty.
///
/// It works on one record's text alone, so that a repair never touches a neighbour.
package struct RecordRepair: Sendable {
    private let delimiter: [UInt8]
    private let quote: UInt8?
    /// Nil when quotes are doubled.
    private let escape: UInt8?
    private let cellCount: Int
    private let tokenizer: CSVTokenizer

    /// Quoted fields whose quotes are doubted, one after the other.
    private static let doubts = 64
    /// Bytes of a record above which its plainest reading is the only one.
    private static let doubtedBytes = 1 << 12

    package init(_ dialect: CSVDialect, cellCount: Int) {
        delimiter = dialect.delimiter
        quote = dialect.quote
        escape = dialect.escape == dialect.quote ? nil : dialect.escape
        self.cellCount = cellCount
        tokenizer = CSVTokenizer(dialect: dialect, cellCount: cellCount, cells: [])
    }

    /// The record with as many cells as it should have; nil where that would lose text or be a choice.
    package func repair(_ record: [UInt8]) -> [[UInt8]]? {
        var cells = split(record)
        if cells.count <= cellCount {
            cells += Array(repeating: [], count: cellCount - cells.count)
            return cells
        }
        return dropSurplus(cells)
    }

    /// Drops empty cells: at the end, or where only one result is possible.
    private func dropSurplus(_ cells: [[UInt8]]) -> [[UInt8]]? {
        if cells[cellCount...].allSatisfy(\.isEmpty) { return Array(cells[..<cellCount]) }
        let surplus = cells.count - cellCount
        let empty = cells.indices.filter { cells[$0].isEmpty }
        guard empty.count >= surplus, let first = empty.first, let last = empty.last else {
            return nil
        }
        // All in one row of empty cells: whichever goes, the same is left.
        let isOneRun = last - first + 1 == empty.count
        guard isOneRun || empty.count == surplus else { return nil }
        let dropped = Set(empty.prefix(surplus))
        return cells.indices.filter { !dropped.contains($0) }.map { cells[$0] }
    }

    /// The record's cells, quotes undone, with that reading of its quotes that gives the right number of cells;
    /// the plainest reading where none does.
    package func split(_ record: [UInt8]) -> [[UInt8]] {
        let plain = reading(record, Doubt())
        guard plain.cells.count != cellCount, plain.quoted > 0, record.count <= Self.doubtedBytes
        else { return plain.cells }
        for number in 0..<min(plain.quoted, Self.doubts) {
            for doubt in [Doubt(literal: number), Doubt(longer: number)] {
                let other = reading(record, doubt).cells
                if other.count == cellCount { return other }
            }
        }
        let unquoted = reading(record, Doubt(isTotal: true)).cells
        return unquoted.count == cellCount ? unquoted : plain.cells
    }

    /// Which quoted field, counted from 0, is read otherwise than it looks.
    private struct Doubt {
        /// Its quote is text.
        var literal: Int?
        /// It goes on beyond the first quote that might close it.
        var longer: Int?
        /// All quotes are text.
        var isTotal = false
    }

    private func reading(
        _ record: [UInt8], _ doubt: Doubt
    ) -> (cells: [[UInt8]], quoted: Int) {
        var cells: [[UInt8]] = []
        var quoted = 0
        var place = 0
        // Looked for once: a record of opening quotes alone would be searched to its end for each.
        var mayClose = true
        while true {
            if !doubt.isTotal, mayClose, let quote, place < record.count, record[place] == quote {
                defer { quoted += 1 }
                let isLonger = quoted == doubt.longer
                if quoted != doubt.literal {
                    if let field = field(record, from: place + 1, isLonger: isLonger) {
                        cells.append(field.text)
                        if field.end >= record.count { return (cells, quoted + 1) }
                        place = field.end + delimiter.count
                        continue
                    }
                    mayClose = isLonger
                }
            }
            var end = place
            while end < record.count, !isDelimiter(record, at: end) { end += 1 }
            cells.append(Array(record[place..<end]))
            if end >= record.count { return (cells, quoted) }
            place = end + delimiter.count
        }
    }

    /// A quoted field's text and the place behind its closing quote; nil where nothing closes it.
    private func field(
        _ record: [UInt8], from start: Int, isLonger: Bool
    ) -> (text: [UInt8], end: Int)? {
        guard let quote else { return nil }
        var text: [UInt8] = []
        var mayEnd = !isLonger
        /// The last quote of a pair may be the closing one after all.
        var fallback: (text: [UInt8], end: Int)?
        var place = start
        while place < record.count {
            let byte = record[place]
            let next = place + 1 < record.count ? record[place + 1] : 0
            if let escape, byte == escape, escape != 0, next == quote || next == escape {
                text.append(next)
                place += 2
                continue
            }
            if byte == quote {
                if escape == nil, next == quote {
                    if isEnd(record, at: place + 2), fallback == nil, !isLonger {
                        fallback = (text + [quote], place + 2)
                    }
                    place += 1
                } else if isEnd(record, at: place + 1) {
                    if mayEnd { return (text, place + 1) }
                    mayEnd = true
                }
            }
            text.append(byte)
            place += 1
        }
        return fallback
    }

    private func isEnd(_ record: [UInt8], at place: Int) -> Bool {
        place >= record.count || isDelimiter(record, at: place)
    }

    private func isDelimiter(_ record: [UInt8], at place: Int) -> Bool {
        guard record[place] == delimiter[0] else { return false }
        return delimiter.count == 1
            || place + delimiter.count <= record.count
                && record[place..<place + delimiter.count].elementsEqual(delimiter)
    }

    /// Whether a text of several lines ends with one good record that spans lines.
    package func endsAsRecord(_ text: [UInt8]) -> Bool {
        var batch = RawBatch(text: text, columnCount: 0)
        _ = tokenizer.tokenize(into: &batch, from: 0, isLast: true)
        guard let last = batch.rows.last else { return false }
        return last.fault == .none && last.lineCount > 1
    }

    /// The cell, counted from 1, in which a record breaks the rules of quotes or of UTF-8; nil where none does.
    package func faultyCell(_ record: [UInt8]) -> Int? {
        if String(validating: record, as: UTF8.self) == nil {
            let cells = reading(record, Doubt()).cells
            return cells.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
        }
        guard let quote else { return nil }
        var number = 1
        var place = 0
        while place < record.count {
            var end = place
            if record[place] == quote {
                guard let closing = closing(record, from: place + 1) else { return number }
                end = closing + 1
                guard isEnd(record, at: end) else { return number }
            } else {
                while end < record.count, !isDelimiter(record, at: end) {
                    if record[end] == quote { return number }
                    end += 1
                }
            }
            number += 1
            place = end + delimiter.count
        }
        return nil
    }

    /// The quote that closes a field by the strict rules.
    private func closing(_ record: [UInt8], from start: Int) -> Int? {
        var place = start
        while place < record.count {
            let next = place + 1 < record.count ? record[place + 1] : 0
            if record[place] == quote {
                guard escape == nil, next == quote else { return place }
                place += 1
            } else if let escape, record[place] == escape, next == quote || next == escape {
                place += 1
            }
            place += 1
        }
        return nil
    }
}
