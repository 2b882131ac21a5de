/// The entries of a tar archive, read piece by piece, for archives that nobody is trusted with.
///
/// It accepts regular files of the ustar, pax and GNU forms and passes over folders. A name that
/// leads out of the archive, a link, a device, a wrong checksum, a missing end and anything
/// behind the end are refused. How the bytes are cut into pieces changes nothing.
package struct TarReader {
    /// Bytes of one pax header above which the archive is refused.
    private static let extendedLimit = 65_536

    private var state = State.header
    /// The header or pax header collected so far.
    private var collected: [UInt8] = []
    /// What a pax header says of the entry that follows it.
    private var extended = PaxRecords()
    private var consumed = 0
    private var headerOffset = 0
    private var failure: TarFailure?

    package init() {}

    /// Reads the next piece of the archive.
    ///
    /// - Parameters:
    ///   - bytes: Any number.
    ///   - entry: Called at each regular file with its name and its size in bytes.
    ///   - data: Called with that file's bytes, in as many pieces as they come.
    /// - Throws: ``TarFailure``, the same again on every further call.
    package mutating func consume(
        _ bytes: Span<UInt8>, entry: (_ name: String, _ size: Int) -> Void,
        data: (Span<UInt8>) -> Void
    ) throws(TarFailure) {
        if let failure { throw failure }
        do {
            var done = 0
            while done < bytes.count {
                let count = try step(bytes.extracting(done..<bytes.count), entry, data)
                done += count
                consumed += count
            }
        } catch {
            failure = error
            throw error
        }
    }

    /// Refuses an archive that has not reached its end.
    package func finish() throws(TarFailure) {
        if let failure { throw failure }
        guard case .end = state else { throw TarFailure(kind: .cut, offset: consumed) }
    }

    /// Does what the state asks for with the first bytes; returns how many it took.
    private mutating func step(
        _ bytes: Span<UInt8>, _ entry: (String, Int) -> Void, _ data: (Span<UInt8>) -> Void
    ) throws(TarFailure) -> Int {
        switch state {
        case .header, .secondZeroBlock:
            if collected.isEmpty { headerOffset = consumed }
            let count = collect(bytes, upTo: TarLayout.blockSize)
            if collected.count == TarLayout.blockSize { try readHeader(entry) }
            return count
        case .extended(let size):
            let count = collect(bytes, upTo: size)
            if collected.count == size { try readExtended() }
            return count
        case .data(let left, let padding):
            let count = min(left, bytes.count)
            data(bytes.extracting(0..<count))
            state = Self.after(left - count, padding)
            return count
        case .padding(let left):
            let count = min(left, bytes.count)
            state = left == count ? .header : .padding(left - count)
            return count
        case .end:
            for place in bytes.indices where bytes[place] != 0 {
                throw TarFailure(kind: .trailingGarbage, offset: consumed + place)
            }
            return bytes.count
        }
    }

    private mutating func collect(_ bytes: Span<UInt8>, upTo size: Int) -> Int {
        let count = min(size - collected.count, bytes.count)
        for place in 0..<count { collected.append(bytes[place]) }
        return count
    }

    private mutating func readHeader(_ entry: (String, Int) -> Void) throws(TarFailure) {
        let block = collected
        collected = []
        if block.allSatisfy({ $0 == 0 }) {
            guard extended.isEmpty else { throw failed(.corrupt) }
            if case .secondZeroBlock = state { state = .end } else { state = .secondZeroBlock }
            return
        }
        // One block of zeros alone is neither an entry nor an end.
        guard case .header = state, let header = TarHeader(block) else { throw failed(.corrupt) }
        let size = extended.size ?? header.size
        let name = extended.path ?? header.name
        switch header.type {
        case UInt8(ascii: "x"):
            guard extended.isEmpty else { throw failed(.corrupt) }
            guard header.size <= Self.extendedLimit else { throw failed(.tooLarge) }
            guard header.size > 0 else { throw failed(.corrupt) }
            state = .extended(header.size)
        case UInt8(ascii: "0"), 0:
            guard TarLayout.isSafe(name) else { throw failed(.unsafeName, name) }
            extended = PaxRecords()
            entry(name, size)
            state = Self.after(size, TarLayout.padding(after: size))
        case UInt8(ascii: "5"):
            let folder = name.hasSuffix("/") ? String(name.dropLast()) : name
            guard folder == "." || TarLayout.isSafe(folder) else {
                throw failed(.unsafeName, name)
            }
            guard size == 0 else { throw failed(.corrupt, name) }
            extended = PaxRecords()
            state = .header
        default:
            throw failed(.unsupported, name)
        }
    }

    private mutating func readExtended() throws(TarFailure) {
        guard let records = PaxRecords(collected) else { throw failed(.corrupt) }
        extended = records
        let padding = TarLayout.padding(after: collected.count)
        collected = []
        state = Self.after(0, padding)
    }

    private static func after(_ left: Int, _ padding: Int) -> State {
        if left > 0 { return .data(left: left, padding: padding) }
        return padding > 0 ? .padding(padding) : .header
    }

    private func failed(_ kind: TarFailure.Kind, _ name: String = "") -> TarFailure {
        TarFailure(kind: kind, offset: headerOffset, name: name)
    }

    /// What the next bytes are. All counts are of bytes still to come.
    private enum State {
        case header
        case extended(Int)
        case data(left: Int, padding: Int)
        case padding(Int)
        case secondZeroBlock
        case end
    }
}
