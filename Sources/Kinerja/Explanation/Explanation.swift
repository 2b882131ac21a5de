package import Archiving
internal import Arithmetic
internal import Batches
internal import CivilService
internal import Definition
package import Diagnostics
package import Evidence
internal import Exporting
package import Formulas
internal import Ingestion
internal import Plan
package import Regulation
internal import Scoring

/// Why one person's figure is what it is: the tree of the score down to the place of every input.
package struct Explanation: Sendable {
    /// A row that the tree rests on.
    package struct Source: Sendable {
        package let row: TappedRow
        /// `file:line`.
        package var place: String { "\(row.file):\(row.line)" }
    }

    package let nip: UInt64
    package let runID: String
    package let pipeline: String
    package let period: String
    package let rules: RulesApplied
    package let status: PersonStatus
    package let reason: String
    package let scheme: String
    /// As published.
    package let final: String
    package let predikat: String
    /// Group and rank, e.g. `unit 3 dari 12`.
    package let ranks: [(group: String, rank: Int, size: Int)]
    /// Unit and days within the period.
    package let postings: [(unit: String, first: String, last: String, days: Int)]
    package let nodes: [Trace.Node]
    package let rows: [TappedRow]
    /// Paths by the run's number of the file, as trace nodes name them.
    package let files: [String]
    /// Final of the traced computation, which must be the published one.
    package let recomputed: String
}

/// Computes a published run once more with an ear on one person.
package struct Explainer {
    package init() {}

    /// `run`: Folder of a published run.
    /// `nip`: 18 digits.
    /// `inputs`: Folder of the exports; where they were at the run by default.
    /// `definition`: The definition file; where it was at the run by default.
    /// `rules`: The file of suppositions; where it was at the run by default.
    /// `unpacking`: What a packed input may unpack to.
    ///
    /// - Returns: The tree of the score, or what is known of a person without one.
    /// - Throws: ``RunFailure`` of kind `verification` when the run, an input or the definition is not what the manifest names.
    package func explain(
        run: String, nip: UInt64, inputs: String?, definition: String?, rules: String? = nil,
        workers: Int, unpacking: UnpackingLimits = UnpackingLimits()
    ) async throws(RunFailure) -> Explanation {
        let run = run.hasSuffix("/") ? String(run.dropLast()) : run
        let verified = try RunVerifier().verifyFolder(run)
        let manifest = verified.manifest
        let origin = RunOrigin(readingFrom: Self.originPath(of: run, runID: manifest.runID))
        guard let inputs = inputs ?? origin?.inputs,
            let definition = definition ?? origin?.definition
        else {
            throw Self.refusal(
                run, "it is not known where the inputs of this run are",
                hint: "name them with --inputs and --definition")
        }
        guard let period = AppraisalPeriod(parsing: manifest.period) else {
            throw Self.refusal(run, "the manifest names no period", hint: "check the manifest")
        }
        var options = RunOptions(
            definition: definition, period: period, inputs: inputs, output: "", workers: workers,
            language: manifest.language,
            program: ProgramVersion(
                version: manifest.program.version, stamp: manifest.program.stamp))
        options.unpacking = unpacking
        options.asOf = RunDirectory.asOf(manifest)
        options.rules = try Self.rules(of: manifest, origin: origin, run: run, asked: rules)
        let prepared = try await PreparedRun.prepare(
            options, try PreparedRun.definition(options), previous: nil, progress: nil,
            hashesFirst: true)
        try checkHashes(prepared, manifest)
        var reader = EvidenceReader(
            definition: prepared.definition, inventory: prepared.inventory, root: inputs,
            workers: workers, chunkBytes: options.chunkBytes, progress: nil, keepsAllRows: true)
        reader.unpacking = unpacking
        reader.tap = EvidenceTap(nip: nip)
        let evidence = try await reader.read()
        let person = evidence.references.people.index(of: nip)
        guard person >= 0 || reader.tap?.rows.isEmpty == false else {
            throw RunFailure(
                .input,
                Diagnostic(
                    .unknownPerson, at: SourceLocation(file: run),
                    "no input of this run names the NIP \(NIP(unchecked: nip).masked)",
                    hint: "check the 18 digits"))
        }
        return try explanation(
            of: person, nip: nip, evidence: evidence, reader: reader, manifest: manifest)
    }

    /// The law of the run: its day as the manifest has it, its suppositions from where they were.
    private static func rules(
        of manifest: Manifest, origin: RunOrigin?, run: String, asked: String?
    ) throws(RunFailure) -> RulesChoice {
        if let asked { return try RulesSource.choice(asked) }
        let text = manifest.options.first { $0.name == RunDirectory.rulesName }?.value ?? "then"
        if text.hasPrefix("date "), let date = CalendarDate(iso: String(text.dropFirst(5))) {
            return .date(date)
        }
        guard text.hasPrefix("file ") else { return .then }
        guard let path = origin?.rules else {
            throw refusal(
                run, "it is not known where the suppositions of this run are",
                hint: "name the file with --rules; the run's archive has it under definisi/rules/")
        }
        return try RulesSource.choice(path)
    }

    private static func originPath(of run: String, runID: String) -> String {
        let parts = run.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.dropLast().joined(separator: "/")
        return (parent.isEmpty ? "." : parent) + "/.\(runID).asal"
    }

    private func checkHashes(_ prepared: PreparedRun, _ manifest: Manifest) throws(RunFailure) {
        var problems: [Diagnostic] = []
        let found = Dictionary(
            uniqueKeysWithValues: prepared.inventory.entries.map { entry in
                (entry.path, entry.checksum.map { "\($0)" })
            })
        for input in manifest.inputs where found[input.path] != input.sha256 {
            let state = found[input.path] == nil ? "is gone" : "has changed"
            problems.append(
                Diagnostic(
                    .verificationFailed, at: SourceLocation(file: input.path),
                    "the input \(state) since the run",
                    hint: "put the file of that run back, or run again"))
        }
        let known = Set(manifest.definition.map(\.sha256))
        for file in DefinitionDigest.checksums(of: prepared.definition)
        where !known.contains(file.checksum) {
            problems.append(
                Diagnostic(
                    .verificationFailed, at: SourceLocation(file: file.name),
                    "the definition file has changed since the run",
                    hint: "take the one in the run's archive (--definition, --rules), or run again")
            )
        }
        if !problems.isEmpty { throw RunFailure(.verification, problems) }
    }

    private func explanation(
        of person: Int32, nip: UInt64, evidence: EvidenceSet, reader: EvidenceReader,
        manifest: Manifest
    ) throws(RunFailure) -> Explanation {
        let files = reader.accounts.map(\.path)
        let rows = reader.tap?.rows ?? []
        guard person >= 0 else {
            return Explanation(
                nip: nip, runID: manifest.runID, pipeline: manifest.pipeline,
                period: manifest.period, rules: evidence.definition.rules, status: .excluded,
                reason: "tidak ada baris pegawai yang diterima", scheme: "", final: "",
                predikat: "", ranks: [], postings: [], nodes: [], rows: rows, files: files,
                recomputed: "")
        }
        let statistics = UnitStatistics(evidence)
        let scorer = PersonScorer(evidence: evidence, statistics: statistics)
        var trace = Trace(isOn: true)
        let score = scorer.score(person, &trace)
        var builder = ResultsBuilder(evidence)
        builder.append(
            ScoreStage(scorer).process(0..<evidence.population.count))
        let results = builder.finish()
        let ranking = Ranking.rank(results, evidence)
        let index = Int(person)
        let decimals = evidence.definition.finalPublishing.decimals
        let isRanked = results.statuses[index] == .ranked
        let hasFinal = isRanked && results.finals[index] != Results.absent
        let predikat = results.predikat[index]
        return Explanation(
            nip: nip, runID: manifest.runID, pipeline: manifest.pipeline,
            period: manifest.period, rules: evidence.definition.rules,
            status: results.statuses[index],
            reason: results.reasons[index] < 0
                ? "" : results.reasonNames[Int(results.reasons[index])],
            scheme: results.schemes[index] < 0
                ? "" : evidence.definition.schemes[Int(results.schemes[index])].title,
            final: hasFinal ? FixedPoint.text(results.finals[index], decimals: decimals) : "",
            predikat: predikat < 0 ? "" : results.predikatNames[Int(predikat)],
            ranks: isRanked ? Self.ranks(of: index, ranking) : [],
            postings: Self.postings(of: index, evidence), nodes: trace.nodes, rows: rows,
            files: files,
            recomputed: hasFinal ? FixedPoint.text(score.published, decimals: decimals) : "")
    }

    private static func ranks(
        of person: Int, _ ranking: RankTable
    ) -> [(group: String, rank: Int, size: Int)] {
        ranking.groups.enumerated().map { index, group in
            (
                group.name, Int(ranking.ranks[index][person]),
                Int(ranking.groupSizes[index][person])
            )
        }
    }

    private static func postings(
        of person: Int, _ evidence: EvidenceSet
    ) -> [(unit: String, first: String, last: String, days: Int)] {
        evidence.population.postings[person].map { posting in
            (
                posting.unit < 0 ? "-" : evidence.population.unitNames[Int(posting.unit)],
                posting.first.description, posting.last.description, posting.days
            )
        }
    }

    private static func refusal(_ path: String, _ message: String, hint: String) -> RunFailure {
        RunFailure(
            .verification,
            Diagnostic(
                .verificationFailed, at: SourceLocation(file: path), message, hint: hint))
    }
}
