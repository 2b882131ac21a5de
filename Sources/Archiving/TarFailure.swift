/// A tar archive that cannot be written or is not what we accept, and where.
///
/// Two failures are equal when their kinds are.
package struct TarFailure: Error, Equatable, Sendable {
    package let kind: Kind
    /// Byte of the archive at which the header in question begins.
    package let offset: Int
    /// The entry in question, where its name is known.
    package let name: String

    package init(kind: Kind, offset: Int = 0, name: String = "") {
        self.kind = kind
        self.offset = offset
        self.name = name
    }

    package static func == (left: TarFailure, right: TarFailure) -> Bool {
        left.kind == right.kind
    }

    /// What is wrong with the archive.
    package enum Kind: String, Sendable {
        /// It ends before its two closing blocks of zeros.
        case cut
        /// A header's checksum, magic or one of its numbers is wrong.
        case corrupt
        /// A name that is absolute, empty, or leads upwards.
        case unsafeName
        /// A link, a device, or a form of header that we neither write nor read.
        case unsupported
        /// A number or an extended header beyond what the format or we allow.
        case tooLarge
        case trailingGarbage
    }
}

extension TarFailure: CustomStringConvertible {
    package var description: String {
        let entry = name.isEmpty ? "" : " '\(name)'"
        switch kind {
        case .cut: return "the tar archive is cut off after \(offset) bytes"
        case .corrupt: return "the tar header at byte \(offset) is damaged"
        case .unsafeName: return "the tar entry\(entry) has a name that leads out of the archive"
        case .unsupported: return "the tar entry\(entry) at byte \(offset) is not a plain file"
        case .tooLarge: return "the tar entry\(entry) has a size, time or name beyond the limits"
        case .trailingGarbage: return "data follows the end of the tar archive at byte \(offset)"
        }
    }
}
