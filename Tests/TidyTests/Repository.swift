internal import Foundation

/// The files of this repository, found from the place of this source file.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Paths relative to the root of all files below `folder` that end in `suffix`, sorted.
    static func files(below folder: String, suffix: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
            .filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
    }

    static let sources = swift(below: "Sources")
    static let tests = swift(below: "Tests")

    private static func swift(below folder: String) -> [SwiftFile] {
        do {
            return try files(below: folder, suffix: ".swift").map {
                SwiftFile(path: $0, text: try text($0))
            }
        } catch {
            // No file, no finding: the suites that count files notice.
            return []
        }
    }
}
