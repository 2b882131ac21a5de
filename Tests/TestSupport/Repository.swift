/// Where the project stands on disk, so that tests find its scripts, definitions and samples.
package enum Repository {
    /// The folder of `Package.swift`; known from the path of this very file.
    package static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    package static func path(_ name: String) -> String { "\(root)/\(name)" }
}
