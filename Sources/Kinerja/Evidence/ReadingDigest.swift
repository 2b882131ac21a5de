internal import Archiving
internal import Definition
internal import Regulation

/// A hash of what in a definition decides how its inputs are read, checked and normalized.
///
/// Kept evidence answers for any definition that reads alike: only `title`, `score`, `rank`, `export`, `warn` and
/// `keep_inputs` may differ, and files that nothing else names (bands, scales). Of `score` it matters which sources only SKP read.
enum ReadingDigest {
    private static let free: Set<String> = [
        "title", "score", "rank", "export", "warn", "keep_inputs",
    ]

    static func of(_ definition: PipelineDefinition, program: ProgramVersion) -> Checksum {
        var hasher = Checksum.Hasher()
        func add(_ text: String) { hasher.update("\(text.utf8.count):\(text)") }
        add(program.version)
        add(program.stamp)
        add("\(definition.period)")
        for source in definition.sources where definition.namesActivities(source.name) {
            add("activities: \(source.name)")
        }
        guard let main = definition.files.first else { return hasher.finish() }
        let (bound, loose) = parts(of: String(decoding: main.bytes, as: UTF8.self))
        add(bound)
        if bound.contains("parameter:") { add("\(definition.rules.day)") }
        for file in definition.files.dropFirst()
        where !isLoose(file, definition.rules, bound: bound)
            && (bound.contains(file.name) || !loose.contains(file.name))
        {
            add(file.name)
            add("\(Checksum.of(file.bytes.span))")
        }
        return hasher.finish()
    }

    /// Whether the file holds suppositions that nothing bound reads.
    private static func isLoose(
        _ file: DefinitionFile, _ rules: RulesApplied, bound: String
    ) -> Bool {
        guard case .supposed(let name, let text) = rules.choice, file.name == "rules/\(name)",
            let supposition = try? Supposition.read(text, file: name)
        else { return false }
        return !supposition.values.keys.contains { bound.contains($0) }
    }

    /// The text without comments, split by the keys of its first level.
    private static func parts(of text: String) -> (bound: String, loose: String) {
        var (bound, loose) = ("", "")
        var isFree = false
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if let first = line.first, first != " ", let colon = line.firstIndex(of: ":") {
                isFree = free.contains(String(line[..<colon]))
            }
            if isFree { loose += line + "\n" } else { bound += line + "\n" }
        }
        return (bound, loose)
    }
}
