package import Archiving

/// One file of a payment folder.
package struct PayDocument: Hashable, Sendable {
    /// Its name in the folder.
    package let name: String
    package let bytes: [UInt8]
    /// Computed once: manifest, control sheet and checks all name it.
    package let checksum: Checksum

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        checksum = Checksum.of(bytes.span)
    }
}
