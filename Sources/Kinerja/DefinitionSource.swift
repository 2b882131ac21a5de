package import CivilService
package import Definition
package import Diagnostics
internal import Files

/// Reads a definition and the files beside it from disk.
package enum DefinitionSource {
    /// Bytes of a definition, table or parameter file above which it is none.
    private static let fileLimit = 16 << 20

    /// - Throws: ``RunFailure`` of kind `definition`.
    package static func load(
        _ path: String, for period: AppraisalPeriod
    ) throws(RunFailure) -> PipelineDefinition {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = String(parts.last ?? "")
        let folder = parts.dropLast().joined(separator: "/")
        let root = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
        let loader = DefinitionLoader(name: name) { file in
            guard !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
                return nil
            }
            return bytes(of: "\(root)/\(file)")
        }
        do throws(RunFailure) {
            return try loader.load(for: period)
        } catch {
            // Messages name files as the user does: relative to where the program was started.
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

    private static func bytes(of path: String) -> [UInt8]? {
        guard var file = try? InputFile(path: path), file.size <= fileLimit else { return nil }
        var bytes: [UInt8] = []
        guard (try? file.read(into: &bytes, atMost: file.size)) != nil else { return nil }
        return bytes
    }
}
