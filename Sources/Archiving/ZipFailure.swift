/// A zip archive that cannot be trusted or read, and where it went wrong.
///
/// Two failures are equal when their kinds are.
package struct ZipFailure: Error, Equatable, Sendable {
    package let kind: Kind
    /// Byte of the archive at which it was noticed.
    package let offset: Int
    /// Entry in question; empty where it is the archive as a whole.
    package let entry: String

    package init(_ kind: Kind, at offset: Int = 0, entry: String = "") {
        self.kind = kind
        self.offset = offset
        self.entry = entry
    }

    package static func == (left: ZipFailure, right: ZipFailure) -> Bool {
        left.kind == right.kind
    }

    /// What is wrong with the archive.
    package enum Kind: String, Sendable {
        case notZip
        /// No directory at its end: the file was not copied or written to its end.
        case cut
        /// Directory, header and content contradict each other.
        case corrupt
        case encrypted
        /// ZIP64, several disks, or a method of compression other than deflate.
        case unsupported
        /// A name that leads out of the archive, or is there twice.
        case badName
        case tooManyEntries
        /// It states more bytes than the limit, or suspiciously many times its own size.
        case tooLarge
        case missingEntry
        case outOfMemory
    }
}

extension ZipFailure: CustomStringConvertible {
    package var description: String {
        let subject = entry.isEmpty ? "the zip archive" : "the entry '\(entry)'"
        return switch kind {
        case .notZip: "the file is not a zip archive"
        case .cut: "the zip archive is cut off: its directory is not at its end"
        case .corrupt: "\(subject) is damaged near byte \(offset)"
        case .encrypted: "\(subject) is encrypted"
        case .unsupported: "\(subject) uses a form of zip that is not read (byte \(offset))"
        case .badName: "the zip archive has a forbidden or repeated name (byte \(offset))"
        case .tooManyEntries: "the zip archive has more entries than are allowed"
        case .tooLarge: "\(subject) unpacks to more than is allowed"
        case .missingEntry: "the zip archive has no entry '\(entry)'"
        case .outOfMemory: "there is not enough memory for zlib"
        }
    }
}
