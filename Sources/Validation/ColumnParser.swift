internal import Batches
internal import CivilService
internal import Plan
internal import Spelling

/// Reads one column of a batch; the kind of value is chosen once per batch, not per row.
struct ColumnParser {
    let plan: ColumnPlan
    let index: Int

    func parse(_ work: inout ValidationWork) {
        var values = [Int64](repeating: TypedColumn.null, count: work.rowCount)
        var scratch: [UInt8] = []
        for row in 0..<work.rowCount where work.faults[row] < 0 {
            let range = textRange(row: row, &work, &scratch)
            if range.isEmpty || range.count <= plan.longestNull, isNull(range, work) {
                if let fault = plan.missingFault { work.reject(row, fault) }
                continue
            }
            if let value = value(of: range, &work, &scratch) {
                values[row] = value
            } else {
                work.reject(row, isOffScale(range, work) ? plan.scaleFault : plan.typeFault)
            }
        }
        work.columns[index].values = values
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
        case .nip(let isAnatomy, let isClean):
            return nip(text, isAnatomy: isAnatomy, isClean: isClean, scratch: &scratch)
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

    private static func parseNIP(_ text: Span<UInt8>, isAnatomy: Bool) -> Int64? {
        let nip = isAnatomy ? try? NIP(parsing: text) : try? NIP(syntaxOf: text)
        return nip.map { Int64($0.digits) }
    }
}

/// Blanks that exports leave around a value.
enum Blanks {
    /// The part of `range` without blanks, tabs, line breaks and no-break spaces at its ends.
    static func trim(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            if isBlank(bytes[low]) {
                low += 1
            } else if low + 1 < high, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 {
                low += 2
            } else {
                break
            }
        }
        while low < high {
            if isBlank(bytes[high - 1]) {
                high -= 1
            } else if low + 1 < high, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 {
                high -= 2
            } else {
                break
            }
        }
        return low..<high
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }
}
