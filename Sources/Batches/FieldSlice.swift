/// One field's bytes inside its batch.
///
/// For CSV it is the text between the quotes, still with its doubled quotes when ``isEscaped``:
/// most fields are read once by a parser that needs no copy, so undoing them is left to whoever
/// keeps text.
///
/// Row loops of other modules read the two stored words themselves: the compiler does not inline a
/// `package` function across modules, only stored properties are reached directly.
package struct FieldSlice: Sendable, Hashable {
    /// Bytes from the batch's first byte; `UInt32.max` when the field is absent.
    package var offset: UInt32

    /// Bytes in the low 31 bits; the top bit says that quote or escape sequences are to be undone.
    package var length: UInt32

    /// Takes the two stored words as they are.
    package init(offset: UInt32, length: UInt32) {
        self.offset = offset
        self.length = length
    }

    /// Takes a place and a size in bytes, both below 2³¹.
    package init(offset: Int, count: Int, isEscaped: Bool = false) {
        self.offset = UInt32(offset)
        length = UInt32(count) | (isEscaped ? 0x8000_0000 : 0)
    }

    /// Bytes in the batch, 0...2³¹ - 1, before sequences are undone.
    package var count: Int { Int(length & 0x7FFF_FFFF) }

    /// Whether the bytes hold doubled quotes or escapes.
    package var isEscaped: Bool { length & 0x8000_0000 != 0 }

    /// Whether the record has no such field at all, which is not the same as an empty one.
    package var isAbsent: Bool { offset == .max }

    /// The field that is not there.
    package static var absent: FieldSlice { FieldSlice(offset: .max, length: 0) }
}
