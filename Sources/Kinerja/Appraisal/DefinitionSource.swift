package import CivilService
package import Definition
package import Diagnostics
internal import Files
package import Regulation

/// Reads a definition and the files beside it from disk.
package enum DefinitionSource {
    /// `isLaidOut`: The definition comes from the store, which keeps files and no folders.
    ///
    /// - Throws: ``RunFailure`` of kind `definition`.
    package static func load(
        _ path: String, for period: AppraisalPeriod, rules: RulesChoice = .then,
        rulesPath: String? = nil, isLaidOut: Bool = false
    ) throws(RunFailure) -> PipelineDefinition {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = String(parts.last ?? "")
        let folder = parts.dropLast().joined(separator: "/")
        let root = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
        func place(_ file: String) -> String? {
            file.hasPrefix("/") || file.split(separator: "/").contains("..")
                ? nil : "\(root)/\(file)"
        }
        let loader = DefinitionLoader(
            name: name,
            hasFolder: { isLaidOut || place($0).map(FileTree.isFolder) ?? false },
            read: { place($0).flatMap { SmallFile.bytes(of: $0) } })
        do throws(RunFailure) {
            return try loader.load(for: period, rules: rules)
        } catch {
            // Messages name files as the user does: relative to where the program was started.
            let diagnostics = error.diagnostics.map { diagnostic in
                var located = diagnostic
                let place = diagnostic.location
                var file = folder.isEmpty ? place.file : "\(folder)/\(place.file)"
                if case .supposed(let name, _) = rules, place.file == name {
                    file = rulesPath ?? name
                }
                located.location = SourceLocation(
                    file: file, line: place.line, column: place.column)
                return located
            }
            throw RunFailure(error.kind, diagnostics)
        }
    }
}
