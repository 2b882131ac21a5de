/// What short texts of a column meant when they were first read: exports repeat few of them.
///
/// Months, days, roles, codes and words are read once each, in whatever forms the source declares; every
/// other row costs one look-up. Texts of more than sixteen bytes are not remembered.
struct TextMemo {
    /// A text of at most sixteen bytes, zeros behind it: no text holds a zero.
    struct Key {
        fileprivate let low: UInt64
        fileprivate let high: UInt64

        static let longest = 16

        /// - Precondition: `count` is 1...16.
        @inline(__always)
        init(_ cells: Cells, _ place: Int, _ count: Int) {
            let first = cells.word(place)
            if count <= 8 {
                low = first & (~0 &>> UInt64(truncatingIfNeeded: (8 &- count) &* 8))
                high = 0
            } else {
                low = first
                high =
                    cells.word(place &+ 8)
                    & (~0 &>> UInt64(truncatingIfNeeded: (16 &- count) &* 8))
            }
        }

        @inline(__always)
        fileprivate var slot: Int {
            let mixed = (low ^ (high &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed &>> (64 - TextMemo.slotBits))
        }
    }

    private struct Slot {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var value: Int64 = 0
    }

    private static let slotBits: UInt64 = 10
    private var slots = [Slot](repeating: Slot(), count: 1 << slotBits)

    /// What the text meant; nil when it was not met, or another text has taken its place.
    @inline(__always)
    func value(of key: Key) -> Int64? {
        let slot = slots[key.slot]
        return slot.low == key.low && slot.high == key.high ? slot.value : nil
    }

    mutating func remember(_ key: Key, _ value: Int64) {
        slots[key.slot] = Slot(low: key.low, high: key.high, value: value)
    }
}
