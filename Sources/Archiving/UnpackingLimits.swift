/// How much a packed input may unpack to before it is taken for an attack.
///
/// Memory does not grow with what is unpacked, but time does: without a ceiling a small file keeps a run busy for days.
package struct UnpackingLimits: Sendable, Hashable, CustomStringConvertible {
    /// Bytes of one file, unpacked; a province's year of attendance is a tenth of the default.
    package var bytes: Int
    /// Bytes unpacked for each packed one, counted from the first 16 MiB on; exports reach about 20.
    package var ratio: Int

    package init(bytes: Int = 64 << 30, ratio: Int = 200) {
        precondition(bytes > 0 && ratio > 0)
        self.bytes = bytes
        self.ratio = ratio
    }

    package var description: String { "\(Self.text(bytes)) and \(ratio) times the packed size" }

    /// A size as the command line takes it: `64G`, `256M`, `1500000`.
    private static func text(_ bytes: Int) -> String {
        for (unit, shift) in [("G", 30), ("M", 20), ("K", 10)] where bytes % (1 << shift) == 0 {
            return "\(bytes >> shift)\(unit)"
        }
        return "\(bytes)"
    }
}
