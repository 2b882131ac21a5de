internal import Arithmetic
package import CivilService
package import Diagnostics
internal import Documents
package import Regulation

/// Turns the text of a definition into a checked ``PipelineDefinition``; opens no file itself.
package struct DefinitionLoader {
    /// Reads a file below the definition's folder, `nil` when there is none.
    private let read: (String) -> [UInt8]?
    /// Whether there is a folder below the definition's.
    private let hasFolder: (String) -> Bool
    private let name: String

    /// - Parameters:
    ///   - name: The definition's file name below its folder.
    ///   - hasFolder: Asked for each folder of law: a definition may name one of which it reads nothing, and one that is
    ///     not there would leave out checks without a word. Definitions that were kept have no folders.
    ///   - read: Reads a file by its path relative to the definition's folder.
    package init(
        name: String, hasFolder: @escaping (String) -> Bool = { _ in true },
        read: @escaping (String) -> [UInt8]?
    ) {
        self.name = name
        self.hasFolder = hasFolder
        self.read = read
    }

    /// - Parameters:
    ///   - period: The period of the run; its last day selects schemes and parameters.
    ///   - rules: Whose law applies in place of that of the period's last day.
    /// - Returns: The checked definition.
    /// - Throws: ``RunFailure`` of kind `definition` with every fault found.
    package func load(
        for period: AppraisalPeriod, rules: RulesChoice = .then
    ) throws(RunFailure) -> PipelineDefinition {
        guard let bytes = read(name) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .unreadableDefinition, at: SourceLocation(file: name),
                    "there is no readable definition file here",
                    hint: "name a file such as pipelines/ambon.yaml"))
        }
        let root = try DocumentReader.read(String(decoding: bytes, as: UTF8.self), file: name)
        let files = DefinitionFiles(main: name, bytes: bytes, read: read)
        var supposition: Supposition?
        if case .supposed(let file, let text) = rules {
            supposition = try Supposition.read(text, file: file)
            files.supposition = DefinitionFile(
                name: "rules/\(file)", bytes: Array(text.utf8))
        }
        let folderNodes = Self.regulationFolders(of: root)
        let folders = folderNodes.compactMap(\.text)
        let day = rules.day(last: period.last)
        let reading = DefinitionReading(
            period: period,
            book: RuleBook(date: day, supposition: supposition) { name in
                for folder in folders {
                    let path = "\(folder)/\(name).yaml"
                    if let text = files.text(path) { return (text, path) }
                }
                return nil
            })
        let applied = RulesApplied(choice: rules, day: day, supposition: supposition?.title)
        let pipeline = PipelineLoader(reading: reading, files: files, rules: applied)
        let definition = pipeline.load(root)
        let unused = Self.unusedSuppositions(supposition, reading.book, rules)
        // Schemes read with the law of other days find the same fault of a parameter file again.
        var told: Set<Diagnostic> = []
        let absent = absentFolders(folderNodes)
        let problems = (absent + reading.problems + reading.book.problems + unused).filter {
            told.insert($0).inserted
        }
        guard let definition, problems.isEmpty else {
            throw RunFailure(.definition, problems)
        }
        return definition
    }

    /// The folders that `regulation:` names, in the order in which parameters are looked for.
    private static func regulationFolders(of root: DocumentNode) -> [DocumentNode] {
        let node = root.entries?.first { $0.key == "regulation" }?.value
        return (node?.items ?? [node].compactMap { $0 }).filter { $0.text != nil }
    }

    private func absentFolders(_ folders: [DocumentNode]) -> [Diagnostic] {
        folders.compactMap { node in
            guard let folder = node.text, !hasFolder(folder) else { return nil }
            return Diagnostic(
                .unreadableDefinition, at: node.place,
                "'regulation' names '\(folder)', and there is no such folder beside the definition",
                hint: "name a folder of parameter files, by its path below that of the definition")
        }
    }

    /// A supposition that changes nothing is a misspelt name, or not what its author thinks.
    private static func unusedSuppositions(
        _ supposition: Supposition?, _ book: RuleBook, _ rules: RulesChoice
    ) -> [Diagnostic] {
        guard let supposition, case .supposed(let file, _) = rules else { return [] }
        let used = Set(book.uses.map(\.name))
        return supposition.values.sorted { $0.key < $1.key }
            .filter { !used.contains($0.key) }
            .map { name, value in
                Diagnostic(
                    .unknownName,
                    at: value.place.file.isEmpty ? SourceLocation(file: file) : value.place,
                    "this run reads no parameter '\(name)'",
                    hint: Similarity.nearest(to: name, among: used.sorted())
                        .map { "did you mean '\($0)'?" })
            }
    }
}

/// The files that a definition names, remembered as they were read: they go into manifest and archive.
final class DefinitionFiles {
    private var files: [DefinitionFile]
    /// The file of `--rules`: of the run's files too, and never found by a path of the definition.
    var supposition: DefinitionFile?
    private let read: (String) -> [UInt8]?

    init(main: String, bytes: [UInt8], read: @escaping (String) -> [UInt8]?) {
        self.files = [DefinitionFile(name: main, bytes: bytes)]
        self.read = read
    }

    /// The definition first, then the others by name: whatever the order of reading, the run is the same.
    var inOrder: [DefinitionFile] {
        files.prefix(1)
            + (files.dropFirst() + [supposition].compactMap { $0 })
            .sorted { $0.name < $1.name }
    }

    func text(_ path: String) -> String? {
        if let known = files.first(where: { $0.name == path }) {
            return String(decoding: known.bytes, as: UTF8.self)
        }
        guard let bytes = read(path) else { return nil }
        files.append(DefinitionFile(name: path, bytes: bytes))
        return String(decoding: bytes, as: UTF8.self)
    }
}
