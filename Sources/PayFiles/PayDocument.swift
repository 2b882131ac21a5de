/// One file of a payment folder.
package struct PayDocument: Hashable, Sendable {
    /// Its name in the folder.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
