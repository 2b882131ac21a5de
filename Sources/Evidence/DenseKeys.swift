internal import Plan

/// Keys of accepted rows as one bit each, for keys of which every person has few.
struct DenseKeys: Sendable {
    /// Bits that a person may have: 128 bytes, the size at which a table of the keys met is smaller.
    static let mostCells: Int64 = 1_024

    private var words: [UInt64]

    /// - Parameter count: Keys are 0..<`count`.
    init(count: Int64) {
        words = LargeTable.words(Int((count + 63) / 64))
    }

    /// Notes the keys of the rows, in their order.
    ///
    /// - Parameters:
    ///   - keys: By row of the batch.
    ///   - rows: Rows that count.
    /// - Returns: The rows whose key was there.
    mutating func insert(_ keys: [Int64], of rows: [Int32]) -> [Int32] {
        var repeated: [Int32] = []
        let limit = words.count * 64
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe keys.withUnsafeBufferPointer { keys in
                for row in rows {
                    let key = unsafe Int(keys[Int(row)])
                    precondition(key >= 0 && key < limit, "a key lies within its layout")
                    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: key & 63)
                    let word = unsafe words[key &>> 6]
                    if word & bit != 0 {
                        repeated.append(row)
                    } else {
                        unsafe words[key &>> 6] = word | bit
                    }
                }
            }
        }
        return repeated
    }
}
