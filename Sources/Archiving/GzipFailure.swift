internal import CZlib

/// A gzip stream that cannot be read or written to its end, and where it went wrong.
///
/// Two failures are equal when their kinds are.
package struct GzipFailure: Error, Equatable, Sendable {
    package let kind: Kind
    /// Bytes of the compressed stream consumed when it was noticed.
    package let compressedOffset: Int

    package init(kind: Kind, compressedOffset: Int = 0) {
        self.kind = kind
        self.compressedOffset = compressedOffset
    }

    /// The failure that a status code of zlib stands for.
    init(status: Int32, compressedOffset: Int = 0) {
        self.init(
            kind: status == Z_MEM_ERROR ? .outOfMemory : .corrupt,
            compressedOffset: compressedOffset)
    }

    package static func == (left: GzipFailure, right: GzipFailure) -> Bool {
        left.kind == right.kind
    }

    /// What is wrong with the stream.
    package enum Kind: String, Sendable {
        case notGzip
        /// It ends inside a member: the file was not copied or written to its end.
        case cut
        case corrupt
        /// It unpacks to more than the limit, or to suspiciously many times its own size.
        case tooLarge
        case trailingGarbage
        case outOfMemory
    }
}

extension GzipFailure: CustomStringConvertible {
    package var description: String {
        switch kind {
        case .notGzip: "the file is not gzip data"
        case .cut: "the gzip data is cut off after \(compressedOffset) bytes"
        case .corrupt: "the gzip data is damaged near byte \(compressedOffset)"
        case .tooLarge:
            "the gzip data unpacks to more than is allowed (at byte \(compressedOffset))"
        case .trailingGarbage:
            "something that is not gzip data follows the gzip data at byte \(compressedOffset)"
        case .outOfMemory: "there is not enough memory for zlib"
        }
    }
}
