package import Batches
internal import Definition
package import Plan
internal import Spelling

/// Normalized rows of one file as narrow columns: the one form in which evidence leaves memory.
///
/// It is written when memory is short, each block for one range of people, and kept on request for a run with
/// other weights. A row is stated by what later stages need of it: the person and whatever else its source
/// refers to as numbers, listed values by their place, figures, its file and its line. Layout: rows and file, the
/// lines, the first cells where they are not what their value prints, then column by column.
package struct ColumnBlock: Sendable {
    private struct Column: Sendable {
        let index: Int
        let isText: Bool
        /// Nobody looks at the text itself: its number says all.
        let hasText: Bool
        let isPerson: Bool
    }

    private let columns: [Column]
    private let width: Int
    /// Whether the numbers of people are asked for, and not only who they are.
    private let keepsRows: Bool

    /// - Parameters:
    ///   - plan: Of the source.
    ///   - keepsRows: Whether some method needs the rows whole, with all their texts.
    package init(_ plan: SourcePlan, keepsRows: Bool) {
        width = plan.columns.count
        self.keepsRows = keepsRows
        columns = plan.columns.enumerated().map { index, column in
            let isText = column.type == .text
            let isNumbered = Self.isReferred(column) || Self.isListed(column)
            let isAsked = plan.key.contains(index) || column.name == "peran"
            return Column(
                index: index, isText: isText,
                hasText: isText && (keepsRows || (isAsked && !isNumbered)),
                isPerson: Self.isPerson(column))
        }
    }

    private static func isReferred(_ column: ColumnPlan) -> Bool { column.reference != nil }

    private static func isListed(_ column: ColumnPlan) -> Bool {
        column.checks.contains { check in
            guard check.condition == nil, case .oneOfText = check.test else { return false }
            return true
        }
    }

    /// Whether every value is the number of somebody of the register.
    private static func isPerson(_ column: ColumnPlan) -> Bool {
        if case .people = column.reference { return true }
        return column.checks.contains { check in
            guard check.condition == nil, case .people = check.test else { return false }
            return true
        }
    }
}

extension ColumnBlock {
    /// - Parameters:
    ///   - rows: Rows of the batch, in their order.
    ///   - batch: The batch.
    ///   - file: The run's number of the file.
    ///   - firstLine: 1-based line of the batch's first line.
    /// - Returns: The rows as bytes.
    package func encode(
        _ rows: [Int32], of batch: CheckedBatch, file: Int32, firstLine: UInt32
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 + rows.count * (4 + 3 * columns.count))
        PackedIntegers.append(Int64(rows.count), to: &bytes)
        PackedIntegers.append(Int64(file), to: &bytes)
        PackedIntegers.append(
            rows.map { Int64(firstLine) + Int64(batch.raw.rows[Int($0)].line) }, to: &bytes)
        appendFirstCells(rows, batch, to: &bytes)
        for column in columns {
            let typed = batch.columns[column.index]
            let hasValues = !column.isText && !(column.isPerson && !typed.codes.isEmpty)
            bytes.append(
                (hasValues ? 1 : 0) | (typed.codes.isEmpty ? 0 : 2)
                    | (typed.choices.isEmpty ? 0 : 4) | (column.hasText ? 8 : 0))
            if hasValues { PackedIntegers.append(rows.map { typed.values[Int($0)] }, to: &bytes) }
            if !typed.codes.isEmpty {
                PackedIntegers.append(rows.map { Int64(typed.codes[Int($0)]) }, to: &bytes)
            }
            if !typed.choices.isEmpty {
                PackedIntegers.append(rows.map { Int64(typed.choices[Int($0)]) }, to: &bytes)
            }
            if column.hasText { appendTexts(rows, typed.values, batch, to: &bytes) }
        }
        return bytes
    }

    /// A duplicate is reported with its first cell as it stands; of a plain NIP the number says that.
    private func appendFirstCells(
        _ rows: [Int32], _ batch: CheckedBatch, to bytes: inout [UInt8]
    ) {
        let isPlain =
            columns.first.map(\.isPerson) == true
            && rows.allSatisfy { batch.raw.fields[Int($0) * batch.raw.columnCount].length == 18 }
        bytes.append(isPlain ? 0 : 1)
        if isPlain { return }
        let cells = rows.map {
            batch.raw.plainText(batch.raw.fields[Int($0) * batch.raw.columnCount])
        }
        PackedIntegers.append(cells.map { Int64($0.count) }, to: &bytes)
        for cell in cells { bytes.append(contentsOf: cell) }
    }

    private func appendTexts(
        _ rows: [Int32], _ values: [Int64], _ batch: CheckedBatch, to bytes: inout [UInt8]
    ) {
        PackedIntegers.append(
            rows.map { row in
                let value = values[Int(row)]
                return value == TypedColumn.null ? value : value & 0xFFFF_FFFF
            }, to: &bytes)
        for row in rows where values[Int(row)] != TypedColumn.null {
            bytes.append(
                contentsOf: batch.raw.bytes[TypedColumn.range(ofSlice: values[Int(row)])])
        }
    }

    /// Reads a block back.
    ///
    /// - Parameters:
    ///   - bytes: Of ``encode(_:of:file:firstLine:)`` with the same plan.
    ///   - people: Of the register, for the numbers that columns of people hold.
    /// - Returns: The rows, all used, with their file and the line of each. Of the cells only the first is left,
    ///   and absent where it was a plain NIP; where rows are not kept whole, people have codes and no numbers.
    /// - Throws: ``BlockFailure``.
    package func decode(
        _ bytes: [UInt8], people: NIPIndex
    ) throws(BlockFailure) -> (batch: CheckedBatch, file: Int32) {
        var place = 0
        let count = try PackedIntegers.readOne(from: bytes, at: &place)
        let file = try PackedIntegers.readOne(from: bytes, at: &place)
        guard count >= 0, count <= bytes.count * 64, let file = Int32(exactly: file) else {
            throw BlockFailure()
        }
        let lines = try PackedIntegers.read(Int(count), from: bytes, at: &place)
        var raw = RawBatch(text: [], columnCount: 1)
        guard lines.allSatisfy({ $0 >= 0 && $0 <= Int64(UInt32.max) }) else { throw BlockFailure() }
        raw.rows = Array(repeating: RowOrigin(line: 0, start: 0, end: 0), count: lines.count)
        for (row, line) in lines.enumerated() {
            raw.rows[row].line = UInt32(truncatingIfNeeded: line)
        }
        guard place < bytes.count else { throw BlockFailure() }
        place += 1
        raw.fields = Array(repeating: .absent, count: Int(count))
        if bytes[place - 1] != 0 {
            let cells = try Self.texts(Int(count), bytes, at: &place, into: &raw.bytes)
            raw.fields = cells.map { cell in
                let range = TypedColumn.range(ofSlice: cell)
                return FieldSlice(offset: range.lowerBound, count: range.count)
            }
        }
        var typed = [TypedColumn](repeating: TypedColumn(), count: width)
        for column in columns {
            typed[column.index] = try read(
                column, rows: Int(count), bytes, at: &place, people, text: &raw.bytes)
        }
        guard place == bytes.count else { throw BlockFailure() }
        return (
            CheckedBatch(
                raw: raw, columns: typed,
                outcomes: Array(repeating: .used, count: Int(count)), rejects: []), file
        )
    }

    private func read(
        _ column: Column, rows: Int, _ bytes: [UInt8], at place: inout Int, _ people: NIPIndex,
        text: inout [UInt8]
    ) throws(BlockFailure) -> TypedColumn {
        guard place < bytes.count else { throw BlockFailure() }
        let parts = bytes[place]
        place += 1
        var typed = TypedColumn(values: [])
        if parts & 1 != 0 { typed.values = try PackedIntegers.read(rows, from: bytes, at: &place) }
        if parts & 2 != 0 {
            typed.codes = try Self.codes(rows, bytes, at: &place)
            if column.isPerson {
                let count = people.count
                guard typed.codes.allSatisfy({ $0 < count }) else { throw BlockFailure() }
            }
            if column.isPerson, keepsRows {
                typed.values = typed.codes.map { code in
                    code < 0 ? TypedColumn.null : Int64(people.nips[Int(code)])
                }
            }
        }
        if parts & 4 != 0 { typed.choices = try Self.codes(rows, bytes, at: &place) }
        if parts & 8 != 0 {
            typed.values = try Self.texts(rows, bytes, at: &place, into: &text)
        }
        if typed.values.isEmpty {
            typed.values = Array(repeating: TypedColumn.null, count: rows)
        }
        return typed
    }

    private static func codes(
        _ rows: Int, _ bytes: [UInt8], at place: inout Int
    ) throws(BlockFailure) -> [Int32] {
        let values = try PackedIntegers.read(rows, from: bytes, at: &place)
        guard values.allSatisfy({ $0 >= -1 && $0 <= Int64(Int32.max) }) else {
            throw BlockFailure()
        }
        return values.map { Int32(truncatingIfNeeded: $0) }
    }

    private static func texts(
        _ rows: Int, _ bytes: [UInt8], at place: inout Int, into text: inout [UInt8]
    ) throws(BlockFailure) -> [Int64] {
        let counts = try PackedIntegers.read(rows, from: bytes, at: &place)
        var values: [Int64] = []
        values.reserveCapacity(rows)
        for count in counts {
            guard count != TypedColumn.null else {
                values.append(count)
                continue
            }
            guard count >= 0, count <= bytes.count - place else { throw BlockFailure() }
            values.append(TypedColumn.slice(offset: text.count, count: Int(count)))
            text.append(contentsOf: bytes[place..<place + Int(count)])
            place += Int(count)
        }
        return values
    }
}
