internal import Archiving
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Files
internal import Ingestion
internal import Pipeline
internal import Regulation

/// A run whose definition is checked and whose inputs are listed, but not yet read.
struct PreparedRun {
    let options: RunOptions
    let definition: PipelineDefinition
    private(set) var inventory: InputInventory
    private let previous: PreviousIdentity?

    /// SHA-256 of everything that can change a byte of the results; never of a clock.
    ///
    /// - Precondition: ``isIdentified``.
    var identity: Checksum { Self.identity(options, definition, inventory, previous) }

    /// Whether the checksums of all inputs are known.
    var isIdentified: Bool { inventory.entries.allSatisfy { $0.checksum != nil } }

    /// Twelve digits of the identity.
    var runID: String { String("\(identity)".prefix(12)) }

    /// The definition that a run was asked for, under the law that it was asked for.
    ///
    /// - Throws: ``RunFailure`` of kind `definition`.
    static func definition(_ options: RunOptions) throws(RunFailure) -> PipelineDefinition {
        try DefinitionSource.load(
            options.definition, for: options.period, rules: options.rules,
            rulesPath: options.rulesPath, isLaidOut: options.isLaidOut)
    }

    /// A run over evidence that was kept: the inputs are known, and not read.
    ///
    /// - Throws: ``RunFailure`` of kind `definition` when the definition reads its inputs otherwise.
    static func prepare(
        _ options: RunOptions, _ definition: PipelineDefinition, previous: PreviousIdentity?,
        from kept: KeptEvidence
    ) throws(RunFailure) -> PreparedRun {
        guard kept.answers(for: definition, program: options.program) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: SourceLocation(file: options.definition),
                    "this definition, period or program reads the inputs otherwise than the run that kept the evidence",
                    hint:
                        "only title, score, rank, export, warn and keep_inputs may differ, and --rules where they change no reading; else run from the inputs"
                ))
        }
        return PreparedRun(
            options: options, definition: definition, inventory: kept.inventory,
            previous: previous)
    }

    /// Lists and, as far as needed, hashes the inputs.
    ///
    /// An input is hashed while it is read for its rows, which costs no second reading. Only a run that may
    /// have been published before must know its identity first.
    ///
    /// - Parameters:
    ///   - options: What was asked for.
    ///   - definition: What ``definition(_:)`` gave.
    ///   - previous: What of an earlier run enters the identity.
    ///   - progress: Told of the stage.
    ///   - hashesFirst: Whether the identity is needed before the rows.
    /// - Returns: The run, with its identity where it was asked for.
    /// - Throws: ``RunFailure`` of kind `input`.
    static func prepare(
        _ options: RunOptions, _ definition: PipelineDefinition, previous: PreviousIdentity?,
        progress: RunProgress?, hashesFirst: Bool
    ) async throws(RunFailure) -> PreparedRun {
        progress?.stage("inputs")
        let listing = try InputListing(
            of: options.inputs, for: definition, asOf: options.asOf)
        report(listing.later, of: definition, asOf: options.asOf, progress)
        let claims = listing.claims
        let (root, unpacking) = (options.inputs, options.unpacking)
        let hashesAll = hashesFirst
        let needsChecksum =
            hashesAll
            ? claims.map { _ in true } : InputInventory.needsChecksum(claims, in: root)
        var entries: [InputEntry] = []
        var failures: [Diagnostic] = []
        var pending = zip(claims, needsChecksum).makeIterator()
        try await mapInOrder(
            window: max(1, options.workers),
            next: { () throws(RunFailure) in pending.next() },
            transform: { claim, isHashed -> Result<InputEntry, RunFailure> in
                Result { () throws(RunFailure) in
                    isHashed
                        ? try InputInventory.hashedEntry(
                            of: claim, in: root, limits: unpacking)
                        : try InputInventory.entry(of: claim, in: root)
                }
            },
            emit: { (result) throws(RunFailure) in
                try options.stop.check(at: root)
                switch result {
                case .success(let entry): entries.append(entry)
                case .failure(let failure): failures += failure.diagnostics
                }
            })
        if !failures.isEmpty { throw RunFailure(.input, failures) }
        try InputInventory.digestLines(
            of: &entries, in: root, for: definition, limits: unpacking)
        let inventory = try InputInventory(
            entries, findings: listing.findings, definition: definition)
        return PreparedRun(
            options: options, definition: definition, inventory: inventory, previous: previous)
    }

    /// Names what was delivered too late: no output does, so that the same run stays the same whatever comes after.
    private static func report(
        _ later: [InputListing.Claim], of definition: PipelineDefinition,
        asOf day: CalendarDate?, _ progress: RunProgress?
    ) {
        guard let day else { return }
        for claim in later {
            let delivered = definition.source(claim.source)?.deliveryDay(claim.captures) ?? day
            progress?.note(
                Diagnostic(
                    .laterDelivery, severity: .warning, at: SourceLocation(file: claim.path),
                    "it was delivered on \(delivered), after \(day): it is no input of this run",
                    hint: "run without --as-of to take it in"))
        }
    }

    /// Takes the checksums that reading the inputs gave.
    ///
    /// - Parameter checksums: By place of the entry.
    mutating func complete(with checksums: [Int: Checksum]) {
        inventory.complete(with: checksums)
    }

    private static func identity(
        _ options: RunOptions, _ definition: PipelineDefinition, _ inventory: InputInventory,
        _ previous: PreviousIdentity?
    ) -> Checksum {
        var hasher = Checksum.Hasher()
        func add(_ parts: String...) {
            // Length before text: no two lists of parts give the same bytes.
            for part in parts { hasher.update("\(part.utf8.count):\(part)") }
        }
        add("kinerja", options.program.version, options.program.stamp)
        add(definition.name, "\(options.period)", options.language.rawValue)
        add(definition.rules.text)
        // Only where it was asked for: it is written on the outputs.
        if let day = options.asOf { add("as of", "\(day)") }
        for file in definition.files { add(file.name, "\(Checksum.of(file.bytes.span))") }
        for entry in inventory.entries {
            guard let checksum = entry.checksum else {
                preconditionFailure("an identity needs the checksum of every input")
            }
            add(entry.path, "\(checksum)")
        }
        add(previous?.runID ?? "", previous?.manifestChecksum ?? "")
        return hasher.finish()
    }
}

/// What of an earlier run enters a run's identity.
struct PreviousIdentity {
    let runID: String
    let manifestChecksum: String
}
