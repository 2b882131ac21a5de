internal import Markup

/// What one part of a workbook refers to.
final class Relationships: MarkupHandler {
    struct Target {
        let id: String
        /// The last word of the type's address, the same in all editions of the standard.
        let type: String
        /// Path within the archive, without a slash in front.
        let path: String
    }

    private let folder: String
    private(set) var targets: [Target] = []

    /// - Parameter folder: Of the part that refers, ending in a slash; empty for the archive's own.
    init(folder: String) { self.folder = folder }

    var isDone: Bool { false }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        guard name == "Relationship", attributes["TargetMode"] != "External",
            let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"]
        else { return }
        targets.append(
            Target(
                id: id, type: type.split(separator: "/").last.map(String.init) ?? "",
                path: Self.resolve(target, in: folder)))
    }

    func endElement(_ name: String, isWritten: Bool) {}
    func text(_ bytes: Span<UInt8>) {}

    func path(ofType type: String) -> String? { targets.first { $0.type == type }?.path }
    func path(ofId id: String) -> String? { targets.first { $0.id == id }?.path }

    /// Names of the archive are the only ones that a path is looked up in, so it leads nowhere else.
    private static func resolve(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
