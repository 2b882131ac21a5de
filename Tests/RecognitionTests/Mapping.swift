internal import Definition
internal import Diagnostics
internal import Documents
internal import TestSupport

/// What people wrote for a source, read from the YAML without the loader.
struct Mapping {
    let source: String
    let kind: String
    let container: String
    /// Keys of the format.
    let format: [String: String]
    let columns: [String: String]
    let elements: [String]
    let patterns: [FilePattern]

    static func all(of pipeline: String) throws -> [Mapping] {
        let text = try Disk.text(Repository.path("pipelines/\(pipeline).yaml"))
        let root = try DocumentReader.read(text, file: pipeline)
        let ingest = root.entries?.first { $0.key == "ingest" }?.value
        return (ingest?.entries ?? []).map { Mapping($0.key, $0.value) }
    }

    private init(_ source: String, _ node: DocumentNode) {
        func value(_ key: String, in node: DocumentNode?) -> DocumentNode? {
            node?.entries?.first { $0.key == key }?.value
        }
        self.source = source
        kind = value("kind", in: node)?.text ?? ""
        let stated = value("format", in: node)?.entries?.first
        container = stated?.key ?? "csv"
        var format: [String: String] = [:]
        for entry in stated?.value.entries ?? [] { format[entry.key] = entry.value.text ?? "" }
        self.format = format
        var columns: [String: String] = [:]
        for entry in value("columns", in: node)?.entries ?? [] {
            if let heading = entry.value.text {
                columns[entry.key] = "heading \(heading)"
            } else if let origin = entry.value.entries?.first {
                let name = origin.key == "from" ? "number" : origin.key
                columns[entry.key] = "\(name) \(origin.value.text ?? "")"
            }
        }
        self.columns = columns
        elements = value("elements", in: node)?.items?.compactMap(\.text) ?? []
        let files = value("files", in: node)
        let texts = files?.items?.compactMap(\.text) ?? [files?.text ?? ""]
        patterns = texts.compactMap { FilePattern($0) }
    }

    func claims(_ path: String) -> Bool { patterns.contains { $0.match(path) != nil } }
}
