internal import Batches

/// Looks texts of a column up in a table, each distinct short text once a batch.
enum TextCodes {
    /// - Parameters:
    ///   - values: Slices of the batch's text, null where there is none.
    ///   - work: The batch.
    ///   - code: The code of a text, nil where the table does not have it.
    /// - Returns: By row, -1 where there is no text or no code, and for rows with a fault.
    static func find(
        _ values: [Int64], of work: borrowing ValidationWork, _ code: (Span<UInt8>) -> Int32?
    ) -> [Int32] {
        var codes = [Int32](repeating: -1, count: values.count)
        var memo = TextMemo()
        _ = work.withCells(0) { cells in
            var found = codes.mutableSpan
            precondition(found.count == values.count)
            for row in values.indices {
                let value = values[row]
                if value == TypedColumn.null || cells.hasFault(row) { continue }
                let place = Int(truncatingIfNeeded: value &>> 32)
                let count = Int(truncatingIfNeeded: value & 0xFFFF_FFFF)
                guard count &- 1 < TextMemo.Key.longest, count > 0, cells.hasWords(at: place)
                else {
                    found[row] = cells.withText(place, count) { code($0) } ?? -1
                    continue
                }
                let key = TextMemo.Key(cells, place, count)
                if let known = memo.value(of: key) {
                    found[row] = Int32(truncatingIfNeeded: known)
                } else {
                    let read = cells.withText(place, count) { code($0) } ?? -1
                    memo.remember(key, Int64(read))
                    found[row] = read
                }
            }
        }
        return codes
    }
}
