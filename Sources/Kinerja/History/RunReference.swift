internal import CivilService
internal import Diagnostics
internal import Exporting
internal import Files
internal import Ledger

/// A run as somebody names it: the folder of a published run, its pointer, or the first digits of its name.
struct RunReference {
    private static let leastDigits = 4

    /// The output tree that has the run.
    let root: String
    let run: LedgerRun

    /// - Parameters:
    ///   - name: A folder, or at least four digits.
    ///   - tree: The output tree that digits are looked for in.
    /// - Throws: ``RunFailure`` of kind `input` where there is none, or more than one.
    init(_ name: String, tree: String) throws(RunFailure) {
        if FileTree.exists("\(name)/\(RunDirectory.manifestName)") {
            let folder = FileTree.absolute(name).split(separator: "/")
            root = "/" + folder.dropLast(3).joined(separator: "/")
            run = try Self.find(String(folder.last ?? ""), in: root)
        } else {
            root = tree
            run = try Self.find(name, in: tree)
        }
    }

    private static func find(_ name: String, in root: String) throws(RunFailure) -> LedgerRun {
        let ledger = try RunBook.reading(root)
        let runs = try RunBook.asked { () throws(LedgerFailure) in try ledger.runs() }
        let found = runs.filter { $0.run.hasPrefix(name) }
        guard name.utf8.count >= leastDigits, let last = found.last else {
            throw unknown(root, "no run begins with '\(VisibleText.of(name))'")
        }
        guard Set(found.map(\.run)).count == 1 else {
            let names = Set(found.map(\.run)).sorted().joined(separator: ", ")
            throw unknown(root, "several runs begin with '\(name)': \(names)")
        }
        return last
    }

    private static func unknown(_ root: String, _ message: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(
                .runUnknown, at: SourceLocation(file: root), message,
                hint: "see 'kinerja runs list', and name the output tree with --out"))
    }

    /// What the run was made from and made.
    func parts() throws(RunFailure) -> LedgerParts {
        let ledger = try RunBook.reading(root)
        let sequence = run.sequence
        return try RunBook.asked { () throws(LedgerFailure) in try ledger.parts(of: sequence) }
    }

    /// The last day of delivery that counted, where one was asked for.
    var asOf: CalendarDate? {
        if let day = run.asOf { return CalendarDate(iso: day) }
        // A book that an earlier program wrote does not say it.
        return SmallFile.bytes(of: "\(root)/\(run.folder)/\(RunDirectory.manifestName)")
            .flatMap { try? Manifest.parse($0) }.flatMap(RunDirectory.asOf)
    }

    /// Where the run's results are.
    ///
    /// - Throws: ``RunFailure`` of kind `input` where they were purged or lost.
    func folder() throws(RunFailure) -> String {
        let path = "\(root)/\(run.folder)"
        guard run.state == .published, FileTree.exists(path) else {
            throw Self.unknown(root, "the results of the run \(run.run) are \(run.state.rawValue)")
        }
        return path
    }
}
