/// How much a zip archive may hold before it is refused.
package struct ZipLimits: Sendable {
    /// Files and folders.
    package var entries: Int
    /// Bytes of all entries together, unpacked.
    package var totalBytes: Int
    /// Bytes unpacked per byte packed, of each entry that unpacks to more than ``ratioGrace``.
    package var ratio: Int
    /// Unpacked bytes of an entry up to which the ratio does not count: short and monotonous is common.
    package var ratioGrace: Int

    package init(
        entries: Int = 4_096, totalBytes: Int = 1 << 30, ratio: Int = 200,
        ratioGrace: Int = 16 << 20
    ) {
        precondition(entries >= 0 && totalBytes >= 0 && ratio > 0 && ratioGrace >= 0)
        self.entries = entries
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioGrace = ratioGrace
    }
}
