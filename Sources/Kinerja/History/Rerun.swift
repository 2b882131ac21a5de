package import Diagnostics
internal import Exporting
internal import Files
internal import Ledger

/// A run of the past computed once more from its kept inputs.
///
/// Inputs and definition are laid out again under their own paths in a hidden folder of the tree, and the run is made
/// from them as from any delivery. The tree itself stays as it is.
package struct Rerun {
    /// What was asked for, besides the run.
    package struct Request: Sendable {
        /// A folder, or the first digits of a run.
        package var run: String
        /// The output tree that has the run.
        package var tree: String
        /// `then`, a date or a file; `nil` for the law of the run.
        package var rules: String?
        /// Another output tree that gets the results; without it they are compared and dropped.
        package var into: String?

        package init(run: String, tree: String, rules: String?, into: String?) {
            self.run = run
            self.tree = tree
            self.rules = rules
            self.into = into
        }
    }

    /// What came of it.
    package struct Report: Sendable {
        package let original: String
        package let again: Appraisal.Outcome
        /// Same inputs, definition, law and program: every byte must be the same, and is.
        package let isSameRun: Bool
        /// Outputs whose content differs or that only one side has, by their names.
        package let differing: [String]
        package let outputs: Int
    }

    private let reference: RunReference
    private let parts: LedgerParts
    private let request: Request
    private let options: (RunOptions) -> RunOptions

    /// - Parameters:
    ///   - request: What was asked for.
    ///   - options: Puts in what the command line says of threads, memory and limits.
    /// - Throws: ``RunFailure`` of kind `input` where the run is not known.
    package init(
        _ request: Request, options: @escaping (RunOptions) -> RunOptions
    ) throws(RunFailure) {
        self.request = request
        self.options = options
        reference = try RunReference(request.run, tree: request.tree)
        parts = try reference.parts()
    }

    /// - Throws: ``RunFailure`` of kind `input` where an input was not kept, of kind `verification` where the same run
    ///   gives other bytes.
    package func perform(
        program: ProgramVersion, stop: StopRequest, progress: RunProgress?
    ) async throws(RunFailure) -> Report {
        if let into = request.into,
            FileTree.absolute(into) == FileTree.absolute(reference.root)
        {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: SourceLocation(file: into),
                    "a rerun would stand beside the runs in force",
                    hint: "name another output tree with --into"))
        }
        let lock = try TreeLock.take(reference.root)
        defer { withExtendedLifetime(lock) {} }
        let scratch = try Self.scratch(below: reference.root)
        let report = try await perform(
            in: scratch.path, program: program, stop: stop, progress: progress)
        do throws(FileFailure) {
            try scratch.remove()
        } catch {
            throw RunDirectory.failure(error)
        }
        return report
    }

    private func perform(
        in scratch: String, program: ProgramVersion, stop: StopRequest, progress: RunProgress?
    ) async throws(RunFailure) -> Report {
        let layout = RerunLayout(folder: scratch, reference: reference, parts: parts)
        try layout.layOut(stop)
        var options = try layout.options(rules: request.rules, program: program)
        options.output = request.into ?? "\(scratch)/hasil"
        options.keepsInputs = request.into != nil
        options.stop = stop
        let outcome = try await Appraisal.run(
            self.options(options), mode: .publish, progress: progress)
        return try report(outcome)
    }

    private static func scratch(below root: String) throws(RunFailure) -> StagedDirectory {
        do throws(FileFailure) {
            let (parent, name) = ("\(root)/\(Ledger.folderName)", "ulang")
            // It holds whole exports: what a killed rerun left goes at once.
            try StagedDirectory.removeAbandoned(parent: parent, name: name)
            return try StagedDirectory(parent: parent, name: name)
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private func report(_ outcome: Appraisal.Outcome) throws(RunFailure) -> Report {
        let folder = outcome.folder ?? ""
        let again = try RunVerifier().verifyFolder(folder)
        let before = Dictionary(
            parts.outputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(
            again.manifest.outputs.map { ($0.name, $0.sha256) },
            uniquingKeysWith: { first, _ in first })
        let differing = Set(before.keys).union(after.keys)
            .filter { before[$0] != after[$0] }.sorted()
        let isSameRun = again.manifest.identity == reference.run.identity
        let isSame = differing.isEmpty && "\(again.manifestChecksum)" == reference.run.manifest
        guard !isSameRun || isSame else {
            let names = differing.isEmpty ? [RunDirectory.manifestName] : differing
            throw RunFailure(
                .verification,
                names.map { name in
                    Diagnostic(
                        .verificationFailed,
                        at: SourceLocation(
                            file: "\(reference.root)/\(reference.run.folder)/\(name)"),
                        "computed again from the kept inputs, this file has other bytes",
                        hint: "keep both and tell the makers of this program")
                })
        }
        return Report(
            original: reference.run.run, again: outcome, isSameRun: isSameRun,
            differing: differing, outputs: Set(before.keys).union(after.keys).count)
    }
}
