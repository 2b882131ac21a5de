internal import Batches
internal import CivilService
internal import Plan
internal import Spelling

/// Reads one column of a batch; the kind of value is chosen once per batch, not per row.
///
/// Cells as nearly all exports write them are read in one pass without a look to the left or right; those that
/// need more (blanks around, doubled quotes, words for "no value", another spelling, a fault) come after.
struct ColumnParser {
    let plan: ColumnPlan
    let index: Int

    func parse(_ work: inout ValidationWork) {
        var values = [Int64](repeating: TypedColumn.null, count: work.rowCount)
        let others = work.withCells(index) { cells in readPlain(cells, into: &values) } ?? []
        var scratch: [UInt8] = []
        for row in others {
            let range = textRange(row: row, &work, &scratch)
            if range.isEmpty || range.count <= plan.longestNull, isNull(range, work) {
                if let fault = plan.missingFault { work.reject(row, fault) }
                continue
            }
            if let value = value(of: range, &work, &scratch) {
                values[row] = value
            } else {
                work.reject(row, fault(of: range, work))
            }
        }
        work.columns[index].values = values
    }

    /// - Returns: Rows whose cell is not plain.
    private func readPlain(_ cells: Cells, into values: inout [Int64]) -> [Int] {
        switch plan.parser {
        case .nip(let isAnatomy, _, _) where !plan.hasDigitsInNulls:
            var reader = NIPCells(isAnatomy: isAnatomy)
            return each(cells, &values) { reader.value(cells, $0, $1) }
        case .number(let syntax) where !plan.hasDigitsInNulls:
            let number = PlainNumber(syntax)
            return each(cells, &values) { number.value(cells, $0, $1) }
        case .rating(let scale) where !plan.hasDigitsInNulls && !scale.hasWords:
            let number = PlainNumber(scale.syntax)
            return each(cells, &values) { place, count in
                guard let value = number.value(cells, place, count), value >= scale.lowest,
                    value <= scale.highest
                else { return nil }
                return scale.factor &* value &+ scale.offset
            }
        case .text(nil, _):
            let (longestNull, isTrimmed) = (plan.longestNull, plan.isTrimmed)
            return each(cells, &values) { place, count in
                guard count > longestNull else { return nil }
                if isTrimmed, Blanks.mayBe(cells.byte(place)) { return nil }
                if isTrimmed, Blanks.mayBe(cells.byte(place &+ count &- 1)) { return nil }
                return Int64(place) &<< 32 | Int64(count)
            }
        case .text:
            return values.indices.filter { !cells.hasFault($0) }
        default:
            return readRemembered(cells, into: &values)
        }
    }

    private func readRemembered(_ cells: Cells, into values: inout [Int64]) -> [Int] {
        var memo = TextMemo()
        let isTrimmed = plan.isTrimmed
        var scratch: [UInt8] = []
        return each(cells, &values) { place, count in
            guard count <= TextMemo.Key.longest else { return nil }
            // Readers that skip blanks themselves would not see the word for "no value" between them.
            if isTrimmed, Blanks.mayBe(cells.byte(place)) { return nil }
            if isTrimmed, Blanks.mayBe(cells.byte(place &+ count &- 1)) { return nil }
            let key = TextMemo.Key(cells, place, count)
            if let known = memo.value(of: key) { return known }
            let read = cells.withText(place, count) { text -> Int64? in
                if count <= plan.longestNull, plan.nulls?.code(of: text) != nil { return nil }
                return Self.number(text, parser: plan.parser, scratch: &scratch)
            }
            if let read { memo.remember(key, read) }
            return read
        }
    }

    /// Reads the cells of all rows without fault that hold one or more bytes and no sequences to be undone.
    ///
    /// `read` gives the value of a cell from its place and bytes, nil when it is not plain; the rows of such
    /// cells come back.
    @inline(__always)
    private func each(
        _ cells: Cells, _ values: inout [Int64], _ read: (Int, Int) -> Int64?
    ) -> [Int] {
        var others: [Int] = []
        var values = values.mutableSpan
        for row in 0..<values.count {
            if cells.hasFault(row) { continue }
            let count = cells.length(row)
            let place = cells.offset(row)
            if count > 0, count < 1 << 30, cells.hasWords(at: place),
                let value = read(place, count)
            {
                values[row] = value
            } else {
                others.append(row)
            }
        }
        return others
    }

    /// Where the cell's text stands: trimmed, and unescaped behind the batch's text when it had doubled quotes.
    private func textRange(
        row: Int, _ work: inout ValidationWork, _ scratch: inout [UInt8]
    ) -> Range<Int> {
        let field = work.batch.fields[row * work.batch.columnCount + index]
        if field.isAbsent { return 0..<0 }
        var range = Int(field.offset)..<Int(field.offset) + field.count
        if field.isEscaped {
            let plain = work.batch.plainText(field)
            range = TypedColumn.range(ofSlice: work.store(plain))
        }
        return plan.isTrimmed ? Blanks.trim(range, in: work.batch.bytes.span) : range
    }

    private func fault(of range: Range<Int>, _ work: ValidationWork) -> Int32 {
        if isOffScale(range, work) { return plan.scaleFault }
        guard case .nip(_, _, let old) = plan.parser, let faults = plan.nipFaults else {
            return plan.typeFault
        }
        let text = work.batch.bytes.span.extracting(range)
        return faults.fault(of: text, old) ?? plan.typeFault
    }

    private func isOffScale(_ range: Range<Int>, _ work: ValidationWork) -> Bool {
        guard case .rating(let scale) = plan.parser else { return false }
        return (try? scale.syntax.parse(work.batch.bytes.span.extracting(range))) != nil
    }

    private func isNull(_ range: Range<Int>, _ work: ValidationWork) -> Bool {
        guard let nulls = plan.nulls else { return false }
        return nulls.code(of: work.batch.bytes.span.extracting(range)) != nil
    }

    private func value(
        of range: Range<Int>, _ work: inout ValidationWork, _ scratch: inout [UInt8]
    ) -> Int64? {
        if case .text(let alias, let kept) = plan.parser {
            return text(range, alias: alias, kept: kept, &work)
        }
        return Self.number(
            work.batch.bytes.span.extracting(range), parser: plan.parser, scratch: &scratch)
    }

    private func text(
        _ range: Range<Int>, alias: SpellingTable?, kept: [String], _ work: inout ValidationWork
    ) -> Int64 {
        if let code = alias?.code(of: work.batch.bytes.span.extracting(range)) {
            return work.store(kept[Int(code)].utf8)
        }
        return TypedColumn.slice(offset: range.lowerBound, count: range.count)
    }

    /// A value of any type but text, or `nil` when it is not recognisable.
    static func number(
        _ text: Span<UInt8>, parser: ColumnPlan.Parser, scratch: inout [UInt8]
    ) -> Int64? {
        switch parser {
        case .nip(let isAnatomy, let isClean, let old):
            return nip(text, isAnatomy: isAnatomy, isClean: isClean, scratch: &scratch)
                ?? old.flatMap { nip(text, in: $0) }
        case .number(let syntax):
            return try? syntax.parse(text)
        case .rating(let scale):
            if let points = scale.points(ofWord: text) { return points }
            guard let number = try? scale.syntax.parse(text) else { return nil }
            return scale.points(ofNumber: number)
        case .date(let forms):
            return DateSpelling.parse(text, forms: forms).map { Int64($0.dayNumber) }
        case .month(let forms):
            return DateSpelling.parseMonth(text, forms: forms).map { Int64($0.index) }
        case .flag(let spellings):
            return spellings.code(of: text).map(Int64.init)
        case .golongan:
            return GolonganSpelling.parse(text).map { Int64($0.code) }
        case .text:
            return nil
        }
    }

    private static func nip(
        _ text: Span<UInt8>, isAnatomy: Bool, isClean: Bool, scratch: inout [UInt8]
    ) -> Int64? {
        if let nip = parseNIP(text, isAnatomy: isAnatomy) { return nip }
        guard isClean else { return nil }
        scratch.removeAll(keepingCapacity: true)
        guard NIPSpelling.clean(text, into: &scratch) else { return nil }
        return parseNIP(scratch.span, isAnatomy: isAnatomy)
    }

    /// The NIP of today of an old one, where the register knows exactly one.
    private static func nip(_ text: Span<UInt8>, in old: OldNIPTable) -> Int64? {
        guard let number = OldNIPTable.number(of: text), case .nip(let nip) = old.entry(number)
        else { return nil }
        return Int64(nip)
    }

    private static func parseNIP(_ text: Span<UInt8>, isAnatomy: Bool) -> Int64? {
        let nip = isAnatomy ? try? NIP(parsing: text) : try? NIP(syntaxOf: text)
        return nip.map { Int64($0.digits) }
    }
}

/// Reads numbers of people, which often stand in several rows on end.
private struct NIPCells {
    let isAnatomy: Bool
    private var lastBirth: UInt64 = 0
    private var lastAppointment: UInt64 = 0
    private var lastTail: UInt64 = 0
    private var lastValue: Int64 = 0

    init(isAnatomy: Bool) {
        self.isAnatomy = isAnatomy
    }

    @inline(__always)
    mutating func value(_ cells: Cells, _ place: Int, _ count: Int) -> Int64? {
        guard count == 18 else { return nil }
        let birth = cells.word(place)
        let appointment = cells.word(place &+ 8)
        let tail = cells.word(place &+ 10) &>> 48
        if birth == lastBirth, appointment == lastAppointment, tail == lastTail {
            return lastValue
        }
        let tens = (tail & 0xFF) &- 0x30
        let ones = (tail &>> 8) &- 0x30
        guard let first = EightDigits.value(birth), let second = EightDigits.value(appointment),
            tens <= 9, ones <= 9, NIPSyntax.holds(birth: first, appointment: second)
        else { return nil }
        let digits = (first &* 100_000_000 &+ second) &* 100 &+ tens &* 10 &+ ones
        // What is more than syntax takes the long way.
        if isAnatomy, !NIP.hasAnatomy(digits) { return nil }
        lastBirth = birth
        lastAppointment = appointment
        lastTail = tail
        lastValue = Int64(truncatingIfNeeded: digits)
        return lastValue
    }
}

/// Blanks that exports leave around a value.
enum Blanks {
    /// Whether a value may begin or end with a blank that has this byte.
    @inline(__always)
    static func mayBe(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

    /// The part of `range` without blanks, tabs, line breaks, no-break spaces and invisible characters at its ends.
    static func trim(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            guard let length = (1...3).first(where: { isBlank(bytes, low, $0, end: high) }) else {
                break
            }
            low += length
        }
        while low < high {
            guard
                let length = (1...3).first(where: {
                    high - $0 >= low && isBlank(bytes, high - $0, $0, end: high)
                })
            else { break }
            high -= length
        }
        return low..<high
    }

    /// Whether the `length` bytes at `place` are one blank; of three bytes are the zero-width space and joiners,
    /// and the byte order mark.
    private static func isBlank(
        _ bytes: Span<UInt8>, _ place: Int, _ length: Int, end: Int
    ) -> Bool {
        guard place + length <= end else { return false }
        let first = bytes[place]
        return switch length {
        case 1: first == 0x20 || (first >= 0x09 && first <= 0x0D)
        case 2: first == 0xC2 && bytes[place + 1] == 0xA0
        default:
            switch (first, bytes[place + 1], bytes[place + 2]) {
            case (0xE2, 0x80, 0x8B...0x8D), (0xEF, 0xBB, 0xBF): true
            default: false
            }
        }
    }
}
