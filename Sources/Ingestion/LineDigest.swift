internal import Archiving

/// A digest of the lines of a text that does not ask for their order.
///
/// Two files of equal digest hold the same lines. Where a record could span lines (a quote left open at a line's end,
/// or an encoding of more than one byte) there is no digest: the same lines might then be other records.
struct LineDigest {
    private var sum: UInt128 = 0
    private var count = 0
    private var rest: [UInt8] = []
    private var isSound = true
    private let quote: UInt8?

    /// `quote`: `nil` where the dialect knows none.
    init(quote: UInt8?) { self.quote = quote }

    mutating func update(_ bytes: [UInt8]) {
        var start = bytes.startIndex
        while isSound, let end = bytes[start...].firstIndex(of: 0x0A) {
            rest += bytes[start..<end]
            add()
            start = end + 1
        }
        rest += bytes[start...]
    }

    /// - Returns: `nil` where the lines may not be records.
    consuming func finish() -> String? {
        if !rest.isEmpty { add() }
        return isSound ? "\(count) \(sum)" : nil
    }

    private mutating func add() {
        if rest.last == 0x0D { rest.removeLast() }
        let quotes = quote.map { quote in rest.count { $0 == quote } } ?? 0
        if quotes % 2 != 0 || rest.contains(0) || rest.contains(0x0D) {
            isSound = false
            return
        }
        // 128 bits of the line's hash: equal sums of unequal lines do not happen by chance.
        sum &+= UInt128("\(Checksum.of(rest.span))".prefix(32), radix: 16) ?? 0
        count += 1
        rest.removeAll(keepingCapacity: true)
    }
}
