internal import Batches

/// The state of one call of the tokenizer: a value on the stack, so that the loop stays in
/// registers.
@safe
struct RecordCutter {
    private let plan: CSVTokenizer
    private let length: Int
    private let isLast: Bool
    /// One slot per cell of the header and one that stays absent.
    private let table: UnsafeMutablePointer<FieldSlice>
    /// The slot of each column.
    private let wanted: UnsafePointer<Int>
    /// The column of each cell, for records without anything unusual; nil where some are never so.
    private let plainSlots: UnsafePointer<Int>?
    private let columnCount: Int
    private let cellCount: Int
    private let recordBytes: Int
    private let delimiter: UInt8
    private let delimiterBytes: Int
    /// 256 where there is no such byte: equal to none.
    private let quote: UInt16
    private let escape: UInt16
    private let footerStart: UInt16
    private let isASCII: Bool
    private let refusesBareQuotes: Bool

    private var scanner: ByteScanner

    private let firstPosition: Int

    /// First byte not consumed; a record's first.
    private(set) var position: Int
    /// Its line, 0-based within the batch.
    private(set) var line: Int

    // The record in hand.
    private var end = 0
    private var next = 0
    private var cellsFound = 0
    private var linesSpanned = 1
    private var hasExtraText = false
    private var closing = 0
    private var hasSequences = false

    /// Filled anew for every row: a call into another module per row is not inlined.
    private var origin = RowOrigin(line: 0, start: 0, end: 0)

    /// - Precondition: `table` has `plan.cellCount + 1` absent slots, `wanted` the slots of all
    ///   columns, `plainSlots` the column of each cell; all outlive the cutter.
    init(
        plan: CSVTokenizer, isLast: Bool, scanner: ByteScanner,
        table: UnsafeMutablePointer<FieldSlice>, wanted: UnsafePointer<Int>,
        plainSlots: UnsafePointer<Int>?, from start: Int, line: Int
    ) {
        let dialect = plan.dialect
        self.plan = plan
        length = scanner.length
        self.isLast = isLast
        unsafe self.table = unsafe table
        unsafe self.wanted = unsafe wanted
        columnCount = plan.columnCount
        cellCount = plan.cellCount
        recordBytes = dialect.recordBytes
        delimiter = dialect.delimiter[0]
        delimiterBytes = dialect.delimiter.count
        quote = dialect.quote.map(UInt16.init) ?? 256
        escape = plan.ownEscape.map(UInt16.init) ?? 256
        footerStart = dialect.footerPrefix?.first.map(UInt16.init) ?? 256
        isASCII = scanner.hasNoHighBit(from: start)
        refusesBareQuotes = dialect.refusesBareQuotes && dialect.quote != nil
        unsafe self.plainSlots = isASCII && plan.hasPlainRecords ? plainSlots : nil
        self.scanner = scanner
        firstPosition = start
        position = start
        self.line = line
    }

    private enum Outcome {
        case complete
        case incomplete
        case broken(RecordFault)
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

extension RecordCutter {
    /// Rows between two looks at the arrays' capacity.
    private static var window: Int { 512 }

    mutating func cutAll(rows: inout [RowOrigin], fields: inout [FieldSlice], mostRows: Int) {
        var left = mostRows
        var goesOn = true
        var isFirstWindow = true
        while goesOn, left > 0, position < length {
            let most = min(left, Self.window)
            let before = rows.count
            rows.append(addingCapacity: most) { newRows in
                // One more: the last row's unwanted cells fall behind it.
                fields.append(addingCapacity: most * columnCount + 1) { newFields in
                    goesOn = cutWindow(rows: &newRows, fields: &newFields, most: most)
                }
            }
            left -= rows.count - before
            if isFirstWindow, mostRows == .max {
                reserveRest(rows: &rows, fields: &fields, rowsSoFar: rows.count - before)
            }
            isFirstWindow = false
        }
    }

    /// Makes room for rows like those of the first window, an eighth more: growing would copy.
    private func reserveRest(
        rows: inout [RowOrigin], fields: inout [FieldSlice], rowsSoFar: Int
    ) {
        guard position > firstPosition, rowsSoFar > 0 else { return }
        let perRow = (position - firstPosition) / rowsSoFar + 1
        let more = (length - position) / perRow * 9 / 8 + Self.window
        rows.reserveCapacity(rows.count + more)
        fields.reserveCapacity(fields.count + more * columnCount)
    }

    /// Cuts until the window is full (true) or the text gives no more (false).
    private mutating func cutWindow(
        rows: inout OutputSpan<RowOrigin>, fields: inout OutputSpan<FieldSlice>, most: Int
    ) -> Bool {
        let skipsBlank = plan.dialect.blankLines == .skip
        scanner.seek(position)
        while position < length {
            cutPlain(rows: &rows, fields: &fields, most: most)
            guard rows.count < most, position < length else { return true }
            let first = scanner[position]
            let start = position
            if first == lineFeed || first == carriageReturn {
                guard let behind = lineBreak(at: start) else { return false }
                if !skipsBlank {
                    appendFaulted(.blank, upTo: start, cells: 0, to: &rows, &fields)
                }
                advance(to: behind, lines: 1)
                continue
            }
            if UInt16(first) == footerStart, mayBeFooter() { return false }
            switch cut(from: start) {
            case .complete:
                let fault = verdict(from: start)
                if case .none = fault {
                    appendRow(to: &rows, &fields)
                } else {
                    appendFaulted(fault, upTo: end, cells: cellsFound, to: &rows, &fields)
                }
                position = next
                line &+= linesSpanned
            case .incomplete:
                return false
            case .broken(let fault):
                guard takeFirstLine(as: fault, to: &rows, &fields) else { return false }
            }
        }
        return true
    }

    /// Takes the records up to the next unusual one; a blank line is one, and not worth the preparation.
    private mutating func cutPlain(
        rows: inout OutputSpan<RowOrigin>, fields: inout OutputSpan<FieldSlice>, most: Int
    ) {
        guard let slots = unsafe plainSlots, rows.count < most, scanner[position] != lineFeed
        else { return }
        var plain = unsafe PlainCutter(
            plan: plan, scanner: scanner, slots: slots, from: position, line: line)
        plain.cut(most: most - rows.count, to: &rows, &fields)
        position = plain.position
        line = plain.line
        scanner.seek(position)
    }

    /// Finds the record's end and its cells' places.
    @inline(__always)
    private mutating func cut(from start: Int) -> Outcome {
        var cellStart = start
        cellsFound = 0
        linesSpanned = 1
        hasExtraText = false
        while true {
            if cellStart < length, UInt16(scanner[cellStart]) == quote {
                switch closeQuote(open: cellStart, record: start) {
                case .complete: break
                case let other: return other
                }
                store(cellStart &+ 1, closing, isQuoted: true)
                scanner.seek(closing &+ 1)
                let behind = closing &+ 1
                if behind == length {
                    return isLast ? finish(at: behind, record: start) : .incomplete
                }
                let byte = scanner[behind]
                if byte == lineFeed || byte == carriageReturn {
                    scanner.seek(behind &+ 1)
                    return finish(at: behind, record: start)
                }
                guard isDelimiter(at: behind) else {
                    return mayBecomeDelimiter(at: behind) ? .incomplete : .broken(.quoting)
                }
                cellStart = behind &+ delimiterBytes
                scanner.seek(cellStart)
                continue
            }
            let place = scanner.takeBit()
            guard place < length || isLast else {
                return length &- start > recordBytes ? .broken(.tooLong) : .incomplete
            }
            let isDelimiting = place < length && scanner[place] == delimiter
            if isDelimiting, delimiterBytes > 1 {
                guard isDelimiter(at: place) else { continue }
                scanner.seek(place &+ delimiterBytes)
            }
            if let broken = bareQuote(from: cellStart, to: place, record: start) { return broken }
            store(cellStart, place, isQuoted: false)
            guard isDelimiting else { return finish(at: place, record: start) }
            cellStart = place &+ delimiterBytes
        }
    }

    /// What an unquoted cell with a quote in it makes of its record.
    @inline(__always)
    private func bareQuote(from cell: Int, to place: Int, record start: Int) -> Outcome? {
        guard refusesBareQuotes, scanner.hasQuote(from: cell, to: place) else { return nil }
        return .broken(place &- start > recordBytes ? .tooLong : .quoting)
    }

    /// Ends the record at a line end or at the end of the file.
    @inline(__always)
    private mutating func finish(at place: Int, record start: Int) -> Outcome {
        if place &- start > recordBytes { return .broken(.tooLong) }
        guard let behind = lineBreak(at: place) else { return .incomplete }
        end = place
        next = behind
        if linesSpanned > 1 {
            guard hasRightCount else { return .broken(.cellCount) }
            scanner.seek(behind)
        } else if behind > place &+ 1 {
            scanner.seek(behind)
        }
        return .complete
    }

    /// Walks a quoted field to its closing quote, counting the lines it spans.
    private mutating func closeQuote(open: Int, record start: Int) -> Outcome {
        let limit = min(length, start &+ recordBytes)
        hasSequences = false
        var place = open &+ 1
        while true {
            place = scanner.nextSpecial(from: place, to: limit)
            guard place < limit else {
                if length &- start > recordBytes { return .broken(.tooLong) }
                return isLast ? .broken(.quoting) : .incomplete
            }
            let byte = scanner[place]
            if UInt16(byte) == quote {
                if escape == 256 {
                    if place &+ 1 < length, UInt16(scanner[place &+ 1]) == quote {
                        hasSequences = true
                        place &+= 2
                        continue
                    }
                }
                closing = place
                return .complete
            }
            if UInt16(byte) == escape {
                place &+= 1
                if place < limit {
                    let escaped = UInt16(scanner[place])
                    if escaped == quote || escaped == escape {
                        hasSequences = true
                        place &+= 1
                    }
                }
                continue
            }
            // The LF of a CRLF was counted with its CR.
            if byte == carriageReturn || scanner[place &- 1] != carriageReturn {
                linesSpanned &+= 1
                if linesSpanned > plan.dialect.recordLines { return .broken(.tooManyLines) }
            }
            place &+= 1
        }
    }
}

extension RecordCutter {
    /// Takes a broken record's first line as a faulted row; false when the line's end is not in
    /// sight.
    private mutating func takeFirstLine(
        as fault: RecordFault, to rows: inout OutputSpan<RowOrigin>,
        _ fields: inout OutputSpan<FieldSlice>
    ) -> Bool {
        let lineEnd = scanner.lineEnd(from: position)
        guard lineEnd < length || isLast, let behind = lineBreak(at: lineEnd) else { return false }
        if lineEnd - position > recordBytes {
            appendFaulted(.tooLong, upTo: position + recordBytes, cells: 0, to: &rows, &fields)
        } else {
            let cells = if case .cellCount = fault { cellsFound } else { 0 }
            appendFaulted(fault, upTo: lineEnd, cells: cells, to: &rows, &fields)
        }
        advance(to: behind, lines: 1)
        return true
    }

    /// Index behind the line end at `place`; nil while a CR may still be half of a CRLF.
    @inline(__always)
    private func lineBreak(at place: Int) -> Int? {
        let behind = place &+ 1
        if place == length { return length }
        guard scanner[place] == carriageReturn else { return behind }
        if behind == length { return isLast ? behind : nil }
        return scanner[behind] == lineFeed ? behind &+ 1 : behind
    }

    private mutating func advance(to place: Int, lines: Int) {
        position = place
        line += lines
        scanner.seek(place)
    }

    /// Whether the line at `position` begins the footer, or may do so once more text is there.
    private func mayBeFooter() -> Bool {
        guard let prefix = plan.dialect.footerPrefix else { return false }
        if position + prefix.count > length, isLast { return false }
        return scanner.agrees(with: prefix, at: position)
    }

    @inline(__always)
    private func isDelimiter(at place: Int) -> Bool {
        if delimiterBytes == 1 { return scanner[place] == delimiter }
        return place + delimiterBytes <= length
            && scanner.agrees(with: plan.dialect.delimiter, at: place)
    }

    private func mayBecomeDelimiter(at place: Int) -> Bool {
        if isLast || place + delimiterBytes <= length { return false }
        return scanner.agrees(with: plan.dialect.delimiter, at: place)
    }

    private var hasRightCount: Bool {
        cellsFound == cellCount
            || cellsFound > cellCount && !hasExtraText && plan.dialect.trailingDelimiters
    }

    @inline(__always)
    private func verdict(from start: Int) -> RecordFault {
        if !hasRightCount { return .cellCount }
        return isASCII || scanner.isUTF8(start..<end) ? .none : .encoding
    }

    @inline(__always)
    private mutating func store(_ from: Int, _ to: Int, isQuoted: Bool) {
        if cellsFound < cellCount {
            let mark: UInt32 = isQuoted && hasSequences ? 0x8000_0000 : 0
            unsafe table[cellsFound].offset = UInt32(truncatingIfNeeded: from)
            unsafe table[cellsFound].length = UInt32(truncatingIfNeeded: to &- from) | mark
        } else if isQuoted || to > from {
            hasExtraText = true
        }
        cellsFound &+= 1
    }

    @inline(__always)
    private mutating func appendRow(
        to rows: inout OutputSpan<RowOrigin>, _ fields: inout OutputSpan<FieldSlice>
    ) {
        for column in 0..<columnCount { unsafe fields.append(table[wanted[column]]) }
        appendOrigin(upTo: end, lines: linesSpanned, cells: cellsFound, fault: .none, to: &rows)
    }

    private mutating func appendFaulted(
        _ fault: RecordFault, upTo end: Int, cells: Int,
        to rows: inout OutputSpan<RowOrigin>, _ fields: inout OutputSpan<FieldSlice>
    ) {
        for _ in 0..<columnCount { unsafe fields.append(table[cellCount]) }
        let lines = if case .encoding = fault { linesSpanned } else { 1 }
        appendOrigin(upTo: end, lines: lines, cells: cells, fault: fault, to: &rows)
    }

    @inline(__always)
    private mutating func appendOrigin(
        upTo end: Int, lines: Int, cells: Int, fault: RecordFault,
        to rows: inout OutputSpan<RowOrigin>
    ) {
        origin.line = UInt32(truncatingIfNeeded: line)
        origin.lineCount = UInt32(truncatingIfNeeded: lines)
        origin.start = UInt32(truncatingIfNeeded: position)
        origin.end = UInt32(truncatingIfNeeded: end)
        origin.cells = UInt32(truncatingIfNeeded: cells)
        origin.fault = fault
        rows.append(origin)
    }
}
