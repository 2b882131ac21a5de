internal import Archiving
internal import ArgumentParser

/// What a packed input may unpack to.
struct UnpackingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Unpacked size above which a packed input is refused, e.g. 256M or 64G.",
            valueName: "size"))
    var maxUnpacked = MemorySize(bytes: UnpackingLimits().bytes, text: "64G")

    @Option(
        help: ArgumentHelp(
            "Unpacked bytes for each packed one above which it is refused, from 16 MiB on.",
            valueName: "times"))
    var maxRatio: Int = UnpackingLimits().ratio

    var limits: UnpackingLimits {
        UnpackingLimits(bytes: maxUnpacked.bytes, ratio: maxRatio)
    }

    func validate() throws {
        guard maxRatio >= 1 else { throw ValidationError("--max-ratio must be 1 or more.") }
    }
}
