/// One column of a batch as 64-bit values; row `i` of every column of a batch is the same record.
///
/// What a value means is said by the plan: a NIP, days, months, a scaled number, or a slice of the batch's text.
@usableFromInline
package struct TypedColumn: Sendable {
    /// "No value". No NIP, date, number or slice is this.
    @inlinable
    package static var null: Int64 { .min }

    package var values: [Int64]
    /// Index of the row referred to (person, unit, indicator), -1 where none; empty when the column refers to nothing.
    package var codes: [Int32]
    /// Place of the value among those that the column's rule lists, -1 where none; empty when no rule lists them for all rows.
    package var choices: [Int32] = []

    package init(values: [Int64] = [], codes: [Int32] = []) {
        self.values = values
        self.codes = codes
    }

    /// A slice of the batch's text as a value: offset in the high half, length in the low half.
    @inlinable
    package static func slice(offset: Int, count: Int) -> Int64 {
        Int64(offset) &<< 32 | Int64(count)
    }

    @inlinable
    package static func range(ofSlice value: Int64) -> Range<Int> {
        let offset = Int(value &>> 32)
        return offset..<offset + Int(value & 0xFFFF_FFFF)
    }
}
