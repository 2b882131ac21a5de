/// Headers of a POSIX tar archive (ustar), the same bytes for the same entries everywhere.
///
/// It writes headers only; the caller puts each entry's data and its padding behind them. Mode
/// is 0600, owner and group are 0 and nameless, the time is the caller's. What ustar cannot hold
/// (long names, sizes from 8 GiB) goes to a pax header, which every tar of today reads.
package struct TarWriter {
    package init() {}

    /// Appends the header of one regular file.
    ///
    /// - Parameters:
    ///   - name: Relative, `/` between its parts, none of them empty, `.` or `..`.
    ///   - size: Bytes of data that will follow.
    ///   - modificationTime: Seconds since 1970, 0...8_589_934_591.
    ///   - output: Receives 512 bytes, or more where a pax header is needed.
    /// - Throws: ``TarFailure``, before anything is appended.
    package mutating func entry(
        name: String, size: Int, modificationTime: Int, into output: inout [UInt8]
    ) throws(TarFailure) {
        guard TarLayout.isSafe(name) else { throw TarFailure(kind: .unsafeName, name: name) }
        guard size >= 0, (0..<TarLayout.octalLimit).contains(modificationTime) else {
            throw TarFailure(kind: .tooLarge, name: name)
        }
        let bytes = Array(name.utf8)
        let split = Self.split(bytes)
        let sizeFits = size < TarLayout.octalLimit
        var records: [UInt8] = []
        if split == nil { records += Self.record("path", name) }
        if !sizeFits { records += Self.record("size", String(size)) }
        if !records.isEmpty {
            output += Self.header(
                prefix: [], name: Array("PaxHeaders/entry".utf8), size: records.count,
                modificationTime: modificationTime, type: UInt8(ascii: "x"))
            output += records
            output += repeatElement(0, count: padding(size: records.count))
        }
        let shortened = (prefix: [UInt8](), name: Array(bytes.prefix(TarLayout.name.count)))
        let (prefix, name) = split ?? shortened
        output += Self.header(
            prefix: prefix, name: name, size: sizeFits ? size : 0,
            modificationTime: modificationTime, type: UInt8(ascii: "0"))
    }

    /// Zero bytes that must follow `size` bytes of data, 0...511.
    package func padding(size: Int) -> Int { TarLayout.padding(after: size) }

    /// Appends the two blocks of zeros that close an archive.
    package func end(into output: inout [UInt8]) {
        output += repeatElement(0, count: 2 * TarLayout.blockSize)
    }

    /// The two fields that hold the name, or `nil` where no `/` cuts it to fit them.
    private static func split(_ name: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
        if name.count <= TarLayout.name.count { return ([], name) }
        let earliest = name.count - TarLayout.name.count - 1
        for place in earliest..<name.count - 1 where name[place] == UInt8(ascii: "/") {
            guard place <= TarLayout.prefix.count else { return nil }
            return (Array(name[..<place]), Array(name[(place + 1)...]))
        }
        return nil
    }

    /// A pax record, `<length> <key>=<value>` and a line end; the length counts its own digits.
    private static func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count
        while length != rest.utf8.count + String(length).utf8.count {
            length = rest.utf8.count + String(length).utf8.count
        }
        return Array("\(length)\(rest)".utf8)
    }

    private static func header(
        prefix: [UInt8], name: [UInt8], size: Int, modificationTime: Int, type: UInt8
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: TarLayout.blockSize)
        func put(_ bytes: [UInt8], at field: Range<Int>) {
            header.replaceSubrange(field.lowerBound..<field.lowerBound + bytes.count, with: bytes)
        }
        put(name, at: TarLayout.name)
        put(octal(0o600, digits: 7), at: TarLayout.mode)
        put(octal(0, digits: 7), at: TarLayout.owner)
        put(octal(0, digits: 7), at: TarLayout.group)
        put(octal(size, digits: 11), at: TarLayout.size)
        put(octal(modificationTime, digits: 11), at: TarLayout.modificationTime)
        header[TarLayout.type] = type
        put(TarLayout.posixMagic, at: TarLayout.magic)
        put(octal(0, digits: 7), at: TarLayout.deviceMajor)
        put(octal(0, digits: 7), at: TarLayout.deviceMinor)
        put(prefix, at: TarLayout.prefix)
        // Six digits, NUL, blank: the one field with a form of its own.
        put(octal(TarLayout.sum(of: header), digits: 6) + [0, 0x20], at: TarLayout.checksum)
        return header
    }

    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array(repeating: 0x30, count: digits - text.utf8.count) + Array(text.utf8)
    }
}
