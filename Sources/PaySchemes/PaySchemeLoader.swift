package import CivilService
package import Diagnostics
internal import Documents
internal import Formulas
package import Payroll
package import Regulation

/// Turns the text of a pay scheme into a checked ``PayScheme``; opens no file itself.
package struct PaySchemeLoader {
    /// A scheme with what its month's law rests on.
    package struct Loaded: Sendable {
        package let scheme: PayScheme
        /// Every dated parameter that was read.
        package let parameters: [ParameterUse]
    }

    private let name: String
    private let read: (String) -> [UInt8]?

    /// - Parameters:
    ///   - name: The scheme's file name below its folder.
    ///   - read: Reads a file by its path relative to the scheme's folder.
    package init(name: String, read: @escaping (String) -> [UInt8]?) {
        self.name = name
        self.read = read
    }

    /// - Parameter month: Whose last day decides which values of law and which lines are in force.
    /// - Returns: The checked scheme.
    /// - Throws: ``RunFailure`` of kind `definition` with every fault found.
    package func load(for month: Month) throws(RunFailure) -> Loaded {
        guard let bytes = read(name) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .unreadableDefinition, at: SourceLocation(file: name),
                    "there is no readable pay scheme here",
                    hint: "name a file such as pipelines/tpp/tpp-contoh.yaml"))
        }
        let root = try DocumentReader.read(String(decoding: bytes, as: UTF8.self), file: name)
        let folders = Self.regulationFolders(of: root)
        let book = RuleBook(date: month.last) { [read] parameter in
            for folder in folders {
                let path = "\(folder)/\(parameter).yaml"
                if let bytes = read(path) { return (String(decoding: bytes, as: UTF8.self), path) }
            }
            return nil
        }
        let reading = PaySchemeReading(book: book, month: month)
        let scheme = reading.scheme(root)
        var told: Set<Diagnostic> = []
        let problems = (reading.problems + book.problems).filter { told.insert($0).inserted }
        guard let scheme, problems.isEmpty else { throw RunFailure(.definition, problems) }
        return Loaded(scheme: scheme, parameters: book.uses)
    }

    private static func regulationFolders(of root: DocumentNode) -> [String] {
        let node = root.entries?.first { $0.key == "regulation" }?.value
        return node?.items?.compactMap(\.text) ?? [node?.text].compactMap { $0 }
    }
}
