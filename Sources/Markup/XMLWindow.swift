internal import Glibc

/// The stretch of the document that the parser has been given or is about to be, with a count of
/// lines and columns that trails behind it.
///
/// libxml2 reports where a tag ends, does not see a lone CR as the end of a line, and treats
/// what lies on the border of two pieces with less care than the rest. So line ends are made LF
/// before it sees them, it gets its pieces cut behind a `>` wherever there is one, and places
/// are counted here, in our own copy of the bytes, from its byte count alone.
@safe
struct XMLWindow: ~Copyable {
    /// Bytes without any `>` after which a piece is handed over all the same.
    private static let patience = 65_536
    /// Bytes behind the last that may be loaded with it.
    private static let padding = 8

    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 262_144
    /// Bytes in the window.
    private var count = 0
    /// Bytes of the document before the window.
    private var start = 0
    /// Bytes of the window handed to the parser.
    private var handed = 0
    /// Bytes of the window behind the last `>`, 0 where it has none.
    private var afterLastBracket = 0
    /// Bytes of the window whose lines and columns are counted; `position` is behind them.
    private var counted = 0
    private var position = XMLPosition()
    /// Whether the last byte seen was a CR, whose LF is to be swallowed.
    private var endsInReturn = false

    init() {
        unsafe bytes = .allocate(capacity: capacity + Self.padding)
        unsafe bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit {
        unsafe bytes.deallocate()
    }

    /// Bytes of the document handed to the parser so far.
    var handedOffset: Int { start + handed }

    /// Whether the parser has everything; after the last piece only half a character is not.
    var isHandedWhole: Bool { handed == count }

    /// Whether a `<` stands at a byte of the document, as far as the window still has it.
    func hasTag(at offset: Int) -> Bool {
        let place = offset - start
        guard (0..<count).contains(place) else { return false }
        return unsafe bytes[place] == UInt8(ascii: "<")
    }

    /// Whether an `&` that begins no reference stands at a byte of the document.
    ///
    /// It is the commonest fault of exports, and libxml2 would wait for a `;` to the end.
    func hasBareAmpersand(at offset: Int) -> Bool {
        let place = offset - start
        guard (0..<count).contains(place), unsafe bytes[place] == UInt8(ascii: "&") else {
            return false
        }
        for place in place + 1..<count {
            let byte = unsafe bytes[place]
            if byte == UInt8(ascii: ";") { return false }
            let isNamePart =
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || byte >= 0x80 || "#_-.:".utf8.contains(byte)
            if !isNamePart { return true }
        }
        return false
    }

    /// Takes in more of the document, in UTF-8.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let source = piece.baseAddress, piece.count > 0 else { return }
        makeRoom(for: piece.count)
        let before = count
        if !endsInReturn, unsafe memchr(source, 0x0D, piece.count) == nil {
            unsafe (bytes + count).update(from: source, count: piece.count)
            count += piece.count
        } else {
            for place in 0..<piece.count {
                let byte = unsafe source[place]
                let isSwallowed = endsInReturn && byte == 0x0A
                endsInReturn = byte == 0x0D
                if isSwallowed { continue }
                unsafe bytes[count] = endsInReturn ? 0x0A : byte
                count += 1
            }
        }
        var place = count
        while place > before {
            if unsafe bytes[place - 1] == UInt8(ascii: ">") {
                afterLastBracket = place
                return
            }
            place -= 1
        }
    }

    /// Hands over what the parser should get next.
    ///
    /// - Parameter isLast: Whether nothing will follow, so nothing is to be held back.
    /// - Returns: Bytes valid until the window changes; none as long as it is better to wait.
    mutating func nextPiece(isLast: Bool) -> UnsafeBufferPointer<UInt8> {
        var end = max(handed, afterLastBracket)
        if isLast {
            end = count - unfinishedCharacter
        } else if end == handed, count - handed > Self.patience {
            // Four bytes stay, lest `]]>` or a character be cut in two.
            end = count - 4
            while end > handed, unsafe bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        defer { handed = end }
        return unsafe UnsafeBufferPointer(start: bytes + handed, count: end - handed)
    }

    /// The place of the `<` of the tag that ends at or shortly behind a byte of the document.
    ///
    /// Inside a tag no other `<` can stand: the parser refuses it even in an attribute. The bytes
    /// of the tag's name, if known, save the search: mostly the tag has nothing else.
    mutating func position(ofTagAt offset: Int, nameBytes: Int = 0) -> XMLPosition {
        var place = min(max(offset &- start, counted), count)
        let likely = place &- nameBytes &- 1
        if likely >= counted, unsafe bytes[likely] == UInt8(ascii: "<") {
            return position(atPlace: likely)
        }
        while place > counted {
            place -= 1
            if unsafe bytes[place] == UInt8(ascii: "<") { break }
        }
        return position(atPlace: place)
    }

    /// The place of a byte of the document; one that lies behind an earlier answer is not found
    /// again, so the answers never go back.
    mutating func position(at offset: Int) -> XMLPosition {
        position(atPlace: min(max(offset - start, counted), count))
    }

    /// Counts on to a byte of the window, eight at a time where they are plain ASCII.
    private mutating func position(atPlace end: Int) -> XMLPosition {
        var (line, column) = (position.line, position.column)
        var place = counted
        while place < end {
            let step = min(8, end &- place)
            let loaded = unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
            // Zeros in the place of what lies behind the end are characters like any other.
            let word = UInt64(littleEndian: loaded) & (UInt64.max &>> UInt64(64 &- 8 &* step))
            let lineEnds = (word ^ 0x0A0A_0A0A_0A0A_0A0A) &- 0x0101_0101_0101_0101
            if (lineEnds | word) & 0x8080_8080_8080_8080 == 0 {
                column &+= step
            } else {
                Self.count(step, of: word, &line, &column)
            }
            place &+= step
        }
        position = XMLPosition(line: line, column: column)
        counted = end
        return position
    }

    /// Counts the first bytes of a word, one by one.
    private static func count(
        _ bytes: Int, of word: UInt64, _ line: inout Int, _ column: inout Int
    ) {
        var word = word
        for _ in 0..<bytes {
            let byte = UInt8(truncatingIfNeeded: word)
            if byte == 0x0A {
                line &+= 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // A character counts at its first byte.
                column &+= 1
            }
            word &>>= 8
        }
    }

    /// The place behind everything taken in.
    mutating func endPosition() -> XMLPosition { position(at: start + count) }

    /// Bytes at the end that begin a character of UTF-8 without ending it, 0...3.
    private var unfinishedCharacter: Int {
        for back in 1...3 where back <= count {
            let byte = unsafe bytes[count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? back : 0
        }
        return 0
    }

    private mutating func makeRoom(for more: Int) {
        if count + more <= capacity { return }
        // What is counted is not needed any more, if the parser has it.
        let gone = min(counted, handed)
        let kept = count - gone
        let needed = kept + more
        if needed > capacity / 2 {
            let larger = needed * 2
            let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
            unsafe fresh.initialize(repeating: 0, count: larger + Self.padding)
            unsafe fresh.update(from: bytes + gone, count: kept)
            unsafe bytes.deallocate()
            unsafe bytes = unsafe fresh
            capacity = larger
        } else {
            unsafe memmove(bytes, bytes + gone, kept)
        }
        start += gone
        count = kept
        handed -= gone
        counted -= gone
        afterLastBracket = max(afterLastBracket - gone, 0)
    }
}
