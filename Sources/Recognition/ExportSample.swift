/// One delivered file for recognition: its path below the inputs and its first bytes, unpacked.
package struct ExportSample: Sendable {
    /// Bytes of delimited text or XML that are looked at; workbooks and HTML are needed whole.
    package static let textBytes = 8 << 20

    package let path: String
    package let bytes: [UInt8]
    /// Whether they are all.
    package let isWhole: Bool

    package init(path: String, bytes: [UInt8], isWhole: Bool) {
        self.path = path
        self.bytes = bytes
        self.isWhole = isWhole
    }
}
