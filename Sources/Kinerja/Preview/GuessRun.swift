package import Archiving
package import Diagnostics
internal import Files
internal import Ingestion
internal import Recognition

/// Looks into delivered files and drafts a definition that reads them; writes nothing.
package enum GuessRun {
    /// Bytes of a workbook or an HTML document, which are looked at whole, above which it is refused.
    private static let wholeBytes = 256 << 20

    package struct Outcome: Sendable {
        /// The definition as YAML.
        package let definition: String
        /// What a human must answer before it is right.
        package let questions: [String]
        /// Whether no file was recognized.
        package let isEmpty: Bool
    }

    /// - Parameters:
    ///   - paths: Files, and folders with all that is below them.
    ///   - language: Of the comments and questions.
    ///   - limits: What a packed file may unpack to.
    /// - Returns: One definition for all of them, its patterns relative to the folder that holds all.
    /// - Throws: ``RunFailure`` of kind `input` for a file or folder that is named and cannot be read.
    package static func run(
        _ paths: [String], language: Language, limits: UnpackingLimits = UnpackingLimits()
    ) throws(RunFailure) -> Outcome {
        var files: [(path: String, isNamed: Bool)] = []
        for path in paths { files += try below(path) }
        let folder = commonFolder(
            of: files.map(\.path),
            paths.count == 1 && !files.contains(where: \.isNamed) ? paths[0] : nil)
        var found: [(path: String, recognition: Recognition)] = []
        for file in files {
            let path = String(file.path.dropFirst(folder.count))
            do throws(RunFailure) {
                let sample = try sample(of: file.path, named: path, limits)
                found.append((path, Recognizer.recognize(sample)))
            } catch {
                if file.isNamed { throw error }
                let reason = error.diagnostics.first?.message ?? error.description
                found.append((path, .nothing(Wording(reason))))
            }
        }
        let draft = DefinitionDraft(found)
        return Outcome(
            definition: draft.text(language), questions: draft.questions.map { $0(language) },
            isEmpty: draft.isEmpty)
    }

    private static func below(
        _ path: String
    ) throws(RunFailure) -> [(path: String, isNamed: Bool)] {
        do throws(FileFailure) {
            let root = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
            return try FileTree.list(root).files.map { ("\(root)/\($0)", false) }
        } catch {
            // No folder: whoever opens it as a file says what is wrong.
            return [(path, true)]
        }
    }

    /// The longest folder that is in front of all paths, with its slash; empty where there is none.
    private static func commonFolder(of paths: [String], _ folder: String?) -> String {
        if let folder { return folder.hasSuffix("/") ? folder : folder + "/" }
        guard var common = paths.first else { return "" }
        for path in paths {
            while !path.hasPrefix(common) { common.removeLast() }
        }
        let end = common.lastIndex(of: "/").map { common.index(after: $0) } ?? common.startIndex
        return String(common[..<end])
    }

    private static func sample(
        of path: String, named name: String, _ limits: UnpackingLimits
    ) throws(RunFailure) -> ExportSample {
        let source = try ByteSource(path: path, limits: limits)
        var bytes: [UInt8] = []
        var isWhole = false
        while !isWhole, bytes.count < most(bytes) { isWhole = try !source.pull(into: &bytes) }
        return ExportSample(path: name, bytes: bytes, isWhole: isWhole)
    }

    private static func most(_ bytes: [UInt8]) -> Int {
        let isWorkbook = bytes.starts(with: [0x50, 0x4B])
        let isMarkup = bytes.prefix(64).first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
        let isXML = bytes.starts(with: Array("<?xml".utf8))
        return isWorkbook || isMarkup && !isXML ? wholeBytes : ExportSample.textBytes
    }
}
