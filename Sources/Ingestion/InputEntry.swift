package import Archiving
package import Files

/// One file found in the inputs, and what becomes of it.
package struct InputEntry: Sendable {
    package enum Fate: Sendable, Equatable {
        case read
        /// Another file with the same content was read instead.
        case repeated(of: String)
        /// A higher version of the same delivery was read instead.
        case superseded(by: String)
    }

    /// Path relative to the inputs; files are ordered by its bytes.
    package let path: String
    /// Name of the source that claims it.
    package let source: String
    package let captures: [String: String]
    /// SHA-256 of the file as it is; nil until the file is read, where nothing has to know it before.
    package var checksum: Checksum?
    /// SHA-256 of the unpacked content: a file delivered plain and packed is one delivery. Nil where no
    /// other file of its source can be the same.
    package var contentChecksum: Checksum?
    /// Bytes of the unpacked content, where ``contentChecksum`` was taken.
    package var contentSize: Int?
    /// Of the lines in any order, where another file of the source may hold the same.
    package var lineDigest: String?
    /// Bytes of the file as it is.
    package var size: Int
    /// `nil` for a file whose rows were kept, which is not read again.
    package var identity: FileIdentity?
    package var fate = Fate.read

    package init(
        path: String, source: String, captures: [String: String], checksum: Checksum?,
        contentChecksum: Checksum?, size: Int, identity: FileIdentity?
    ) {
        self.path = path
        self.source = source
        self.captures = captures
        self.checksum = checksum
        self.contentChecksum = contentChecksum
        self.size = size
        self.identity = identity
    }
}
