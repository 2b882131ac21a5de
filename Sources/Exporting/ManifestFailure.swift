/// Why a manifest cannot be read.
package enum ManifestFailure: Error, Sendable, Equatable, CustomStringConvertible {
    case malformed(String)
    /// The form that it says it has.
    case otherFormat(String)

    package var description: String {
        switch self {
        case .malformed(let reason): "the manifest cannot be read: \(reason)"
        case .otherFormat(let format):
            "the manifest is of the form '\(format)', expected '\(Manifest.format)'"
        }
    }
}
