/// Why a file cannot be read as text with a header at all; a single bad record is never one.
package struct TextFailure: Error, Equatable, Sendable, CustomStringConvertible {
    package var kind: Kind

    /// Place in bytes: in the file as delivered, or in the decoded text for the header kinds.
    package var byteOffset: Int

    package init(kind: Kind, byteOffset: Int) {
        self.kind = kind
        self.byteOffset = byteOffset
    }

    package var description: String { "\(kind.explanation) (at byte \(byteOffset))" }

    package enum Kind: Sendable, CaseIterable {
        case wrongByteOrderMark
        case zeroByte
        case cut
        case headerQuoting
        case headerTooLong
        case headerEncoding

        /// The sentence, without the place.
        package var explanation: String {
            switch self {
            case .wrongByteOrderMark:
                "the byte order mark is of another encoding than the one declared"
            case .zeroByte: "a zero character: not text, or not in the declared encoding"
            case .cut: "the file ends in the middle of a character"
            case .headerQuoting: "the header's quotes do not close on its lines"
            case .headerTooLong: "the header is longer than a record may be"
            case .headerEncoding: "the header is not text in the declared encoding"
            }
        }
    }
}
