internal import CivilService
internal import Diagnostics
internal import Files
internal import Ledger
internal import Regulation

/// The kept inputs and definition of a run, laid out again as they were delivered.
struct RerunLayout {
    let folder: String
    let reference: RunReference
    let parts: LedgerParts

    private var inputs: String { "\(folder)/masukan" }
    private var definitions: String { "\(folder)/definisi" }

    /// Writes all files.
    ///
    /// - Throws: ``RunFailure`` of kind `input` where one was not kept.
    func layOut(_ stop: StopRequest) throws(RunFailure) {
        let store = InputStore(reference.root)
        do throws(FileFailure) {
            try FileTree.createDirectories(inputs)
        } catch {
            throw RunDirectory.failure(error)
        }
        for file in parts.definition {
            try store.restore(
                file.sha256, to: try path(file.name, below: definitions), named: file.name)
        }
        for input in parts.inputs {
            try stop.check(at: reference.root)
            try store.restore(
                input.sha256, to: try path(input.path, below: inputs), named: input.path)
        }
        try layOutFindings()
    }

    /// Files that nobody claimed were never read, but the findings name them: an empty one, or a link that leads
    /// nowhere, is found again in the same words.
    private func layOutFindings() throws(RunFailure) {
        for finding in parts.findings {
            let isUnclaimed = finding.code == DiagnosticCode.unclaimedFile.rawValue
            guard isUnclaimed || finding.code == DiagnosticCode.refusedFile.rawValue,
                !finding.file.isEmpty
            else { continue }
            let path = try path(finding.file, below: inputs)
            do throws(FileFailure) {
                try FileTree.createDirectories(
                    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
                if isUnclaimed {
                    try OutputFile(path: path).close()
                } else {
                    try AtomicPointer.point(path, to: "tidak-ada")
                }
            } catch {
                throw RunDirectory.failure(error)
            }
        }
    }

    /// A path of the book below a folder; one that would lead out of it is refused.
    private func path(_ name: String, below folder: String) throws(RunFailure) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw RunFailure(
                .output,
                Diagnostic(
                    .ledgerUnusable, at: SourceLocation(file: reference.root),
                    "the book names a file '\(VisibleText.of(name))', which leads out of its folder",
                    hint: "somebody has changed the book: restore it from a copy"))
        }
        return "\(folder)/\(name)"
    }

    /// The run as it was asked for then, under its own law or another.
    func options(
        rules: String?, program: ProgramVersion
    ) throws(RunFailure) -> RunOptions {
        let run = reference.run
        guard let main = parts.definition.first, let period = AppraisalPeriod(parsing: run.period),
            let language = Language(rawValue: run.language)
        else {
            throw RunFailure(
                .output,
                Diagnostic(
                    .ledgerUnusable, at: SourceLocation(file: reference.root),
                    "the book says nothing of the definition of \(run.run)",
                    hint: "restore it from a copy"))
        }
        var options = RunOptions(
            definition: "\(definitions)/\(main.name)", period: period, inputs: inputs, output: "",
            workers: 1, language: language, previous: try previous(), program: program)
        try options.apply(rules: rules ?? ownRules)
        options.asOf = reference.asOf
        options.isLaidOut = true
        return options
    }

    /// `then`, the date, or the kept file of suppositions.
    private var ownRules: String {
        let text = reference.run.rules
        if text.hasPrefix("date ") { return String(text.dropFirst(5)) }
        guard text.hasPrefix("file ") else { return "then" }
        let file = parts.definition.first { $0.name.hasPrefix("rules/") }
        return file.map { "\(definitions)/\($0.name)" } ?? "then"
    }

    /// The folder of the run whose results were an input.
    private func previous() throws(RunFailure) -> String? {
        guard let name = reference.run.previous else { return nil }
        let ledger = try RunBook.reading(reference.root)
        let runs = try RunBook.asked { () throws(LedgerFailure) in try ledger.runs() }
        if let run = runs.last(where: { $0.run == name && $0.state == .published }) {
            return "\(reference.root)/\(run.folder)"
        }
        let run = reference.run
        let origin = RunOrigin(
            readingFrom: "\(reference.root)/\(run.pipeline)/\(run.period)/.\(run.run).asal")
        guard let folder = origin?.previous, FileTree.exists(folder) else {
            throw RunFailure(
                .input,
                Diagnostic(
                    .runUnknown, at: SourceLocation(file: reference.root),
                    "the run \(name), whose results were an input, is not to be found",
                    hint: "restore it from a copy"))
        }
        return folder
    }
}
