internal import CivilService
internal import Diagnostics
internal import PaySchemes

/// Reads a pay scheme and the parameter files that it names from disk.
enum PaySchemeSource {
    /// - Throws: ``RunFailure`` of kind `definition`; places are named from where the program was started.
    static func load(
        _ path: String, for month: Month
    ) throws(RunFailure) -> PaySchemeLoader.Loaded {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = String(parts.last ?? "")
        let folder = parts.dropLast().joined(separator: "/")
        let root = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
        let loader = PaySchemeLoader(name: name) { file in
            // The law of the regions lies beside the folder of the schemes.
            let inner = file.hasPrefix("../") ? file.dropFirst(3) : file[...]
            guard !inner.hasPrefix("/"), !inner.split(separator: "/").contains("..") else {
                return nil
            }
            return SmallFile.bytes(of: "\(root)/\(file)")
        }
        do throws(RunFailure) {
            return try loader.load(for: month)
        } catch {
            let diagnostics = error.diagnostics.map { diagnostic in
                var located = diagnostic
                let place = diagnostic.location
                located.location = SourceLocation(
                    file: folder.isEmpty ? place.file : "\(folder)/\(place.file)",
                    line: place.line, column: place.column)
                return located
            }
            throw RunFailure(error.kind, diagnostics)
        }
    }
}
