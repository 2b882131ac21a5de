import Batches
import Tabular

/// A slow reader by the letter of the rules, for ASCII files: lines first, then records of 1, 2, 3
/// … lines until one closes its quotes.
struct ReferenceReader {
    let dialect: CSVDialect
    let cellCount: Int

    private enum Parse: Equatable {
        case cells([String], extraText: Bool)
        case open
        /// With the place of the closing quote.
        case stray(closing: Int)
    }

    /// Physical lines with their line ends apart.
    static func lines(of file: String) -> [(text: String, end: String)] {
        var lines: [(String, String)] = []
        var text = ""
        let scalars = Array(file.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\n" {
                lines.append((text, "\n"))
                text = ""
            } else if scalar == "\r" {
                let isPair = index + 1 < scalars.count && scalars[index + 1] == "\n"
                lines.append((text, isPair ? "\r\n" : "\r"))
                text = ""
                if isPair { index += 1 }
            } else {
                text.unicodeScalars.append(scalar)
            }
            index += 1
        }
        if !text.isEmpty { lines.append((text, "")) }
        return lines
    }

    /// Reads the lines behind a header of one line.
    func read(_ file: String, headerLines: Int) -> SeenFile {
        let lines = ReferenceReader.lines(of: file)
        var seen = SeenFile()
        var index = headerLines
        let footer = dialect.footerPrefix.map { String(decoding: $0, as: UTF8.self) }
        while index < lines.count {
            let text = lines[index].text
            if text.isEmpty {
                if dialect.blankLines == .skip {
                    seen.counts.blank += 1
                } else {
                    seen.rows.append(faulted(.blank, "", line: index, cells: 0))
                }
                index += 1
                continue
            }
            if let footer, (text + lines[index].end).utf8.starts(with: footer.utf8) {
                seen.counts.footer = lines.count - index
                break
            }
            let row = record(lines, at: index)
            seen.rows.append(row)
            index += row.lineCount
        }
        return seen
    }

    private func faulted(
        _ fault: RecordFault, _ text: String, line: Int, cells: Int
    ) -> SeenRow {
        SeenRow(
            line: line + 1, lineCount: 1, text: text, fault: fault, cells: cells,
            fields: Array(repeating: nil, count: cellCount))
    }

    private func record(_ lines: [(text: String, end: String)], at first: Int) -> SeenRow {
        let limit = dialect.recordBytes
        let text = lines[first].text
        if text.utf8.count > limit {
            return faulted(.tooLong, String(text.prefix(limit)), line: first, cells: 0)
        }
        var joined = ""
        for last in first..<lines.count {
            joined += lines[last].text
            let size = joined.utf8.count
            switch parse(joined) {
            case .stray(let closing):
                let fault: RecordFault = closing >= limit ? .tooLong : .quoting
                return faulted(fault, text, line: first, cells: 0)
            case .cells(let cells, let extraText):
                if size > limit { return faulted(.tooLong, text, line: first, cells: 0) }
                let isRight =
                    cells.count == cellCount
                    || dialect.trailingDelimiters && cells.count > cellCount && !extraText
                if !isRight { return faulted(.cellCount, text, line: first, cells: cells.count) }
                return SeenRow(
                    line: first + 1, lineCount: last - first + 1, text: joined, fault: .none,
                    cells: cells.count, fields: cells.prefix(cellCount).map { $0 })
            case .open:
                let isEnd = lines[last].end.isEmpty
                if size > limit || size == limit && !isEnd {
                    return faulted(.tooLong, text, line: first, cells: 0)
                }
                if !isEnd, last - first + 1 == dialect.recordLines {
                    return faulted(.tooManyLines, text, line: first, cells: 0)
                }
                joined += lines[last].end
            }
        }
        let isLong = joined.utf8.count > limit
        return faulted(isLong ? .tooLong : .quoting, text, line: first, cells: 0)
    }

    /// Cuts a whole record, given without its line end.
    private func parse(_ record: String) -> Parse {
        let bytes = Array(record.utf8)
        var cells: [String] = []
        var extraText = false
        var rest = bytes[...]
        while true {
            var cell: ArraySlice<UInt8>
            let isQuoted = dialect.quote != nil && rest.first == dialect.quote
            if isQuoted {
                guard let closing = closing(rest.dropFirst()) else { return .open }
                cell = rest[(rest.startIndex + 1)..<closing]
                rest = rest[(closing + 1)...]
                if !rest.isEmpty, !rest.starts(with: dialect.delimiter) {
                    return .stray(closing: closing)
                }
            } else {
                cell = []
                while let byte = rest.first, !rest.starts(with: dialect.delimiter) {
                    cell.append(byte)
                    rest = rest.dropFirst()
                }
                if dialect.refusesBareQuotes, let quote = dialect.quote, cell.contains(quote) {
                    return .stray(closing: rest.startIndex - 1)
                }
            }
            if cells.count >= cellCount, isQuoted || !cell.isEmpty { extraText = true }
            cells.append(String(decoding: cell, as: UTF8.self))
            if rest.isEmpty { return .cells(cells, extraText: extraText) }
            rest = rest.dropFirst(dialect.delimiter.count)
        }
    }

    /// Place of the quote that closes a field whose text begins here.
    private func closing(_ text: ArraySlice<UInt8>) -> Int? {
        var isEscaped = false
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if isEscaped {
                isEscaped = false
            } else if let escape = dialect.escape {
                if byte == escape {
                    isEscaped = true
                } else if byte == dialect.quote {
                    return index
                }
            } else if byte == dialect.quote {
                guard index + 1 < text.endIndex, text[index + 1] == byte else { return index }
                index += 1
            }
            index += 1
        }
        return nil
    }
}
