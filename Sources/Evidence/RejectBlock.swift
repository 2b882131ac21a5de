/// Rejected rows as bytes, beside the evidence that is kept.
package enum RejectBlock {
    package static func encode(_ rejects: [RejectedRow]) -> [UInt8] {
        var bytes: [UInt8] = []
        PackedIntegers.append(Int64(rejects.count), to: &bytes)
        PackedIntegers.append(rejects.map { Int64($0.file) }, to: &bytes)
        PackedIntegers.append(rejects.map { Int64($0.line) }, to: &bytes)
        PackedIntegers.append(rejects.map { Int64($0.column) }, to: &bytes)
        PackedIntegers.append(rejects.map { Int64($0.fault) }, to: &bytes)
        PackedIntegers.append(rejects.map { $0.isConsequent ? 1 : 0 }, to: &bytes)
        PackedIntegers.append(rejects.map { Int64($0.found.utf8.count) }, to: &bytes)
        for reject in rejects { bytes.append(contentsOf: reject.found.utf8) }
        return bytes
    }

    /// - Throws: ``BlockFailure``.
    package static func decode(_ bytes: [UInt8]) throws(BlockFailure) -> [RejectedRow] {
        var place = 0
        let count = Int(try PackedIntegers.readOne(from: bytes, at: &place))
        guard count >= 0, count <= bytes.count * 64 else { throw BlockFailure() }
        var columns: [[Int64]] = []
        for _ in 0..<6 { columns.append(try PackedIntegers.read(count, from: bytes, at: &place)) }
        var rejects: [RejectedRow] = []
        rejects.reserveCapacity(count)
        for row in 0..<count {
            guard let file = Int32(exactly: columns[0][row]),
                let line = UInt32(exactly: columns[1][row]),
                let column = UInt32(exactly: columns[2][row]),
                let fault = Int32(exactly: columns[3][row]),
                let length = Int(exactly: columns[5][row]), length >= 0,
                length <= bytes.count - place
            else { throw BlockFailure() }
            let found = String(decoding: bytes[place..<place + length], as: UTF8.self)
            place += length
            rejects.append(
                RejectedRow(
                    file: file, line: line, column: column, fault: fault, found: found,
                    isConsequent: columns[4][row] == 1))
        }
        guard place == bytes.count else { throw BlockFailure() }
        return rejects
    }
}
