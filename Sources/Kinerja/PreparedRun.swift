internal import Archiving
internal import Definition
internal import Diagnostics
internal import Files
internal import Ingestion
internal import Pipeline

/// A run whose definition is checked and whose inputs are listed and hashed, but not yet read.
struct PreparedRun {
    let options: RunOptions
    let definition: PipelineDefinition
    let inventory: InputInventory
    /// SHA-256 of everything that can change a byte of the results; never of a clock.
    let identity: Checksum

    var runID: String { String("\(identity)".prefix(12)) }

    /// Twelve digits of the identity of an earlier run are part of this one's.
    static func prepare(
        _ options: RunOptions, previous: PreviousIdentity?, progress: RunProgress?
    ) async throws(RunFailure) -> PreparedRun {
        let definition = try DefinitionSource.load(options.definition, for: options.period)
        progress?.stage("inputs")
        let (claims, findings) = try InputInventory.claims(
            in: options.inputs, for: definition)
        let root = options.inputs
        var entries: [InputEntry] = []
        var failures: [Diagnostic] = []
        var pending = claims.makeIterator()
        try await mapInOrder(
            window: max(1, options.workers),
            next: { () throws(RunFailure) in pending.next() },
            transform: { claim -> Result<InputEntry, RunFailure> in
                Result { () throws(RunFailure) in try InputInventory.entry(of: claim, in: root) }
            },
            emit: { (result) throws(RunFailure) in
                switch result {
                case .success(let entry): entries.append(entry)
                case .failure(let failure): failures += failure.diagnostics
                }
            })
        if !failures.isEmpty { throw RunFailure(.input, failures) }
        let inventory = try InputInventory(
            entries, findings: findings, definition: definition)
        return PreparedRun(
            options: options, definition: definition, inventory: inventory,
            identity: identity(options, definition, inventory, previous))
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
        for file in definition.files { add(file.name, "\(Checksum.of(file.bytes.span))") }
        for entry in inventory.entries { add(entry.path, "\(entry.checksum)") }
        add(previous?.runID ?? "", previous?.manifestChecksum ?? "")
        return hasher.finish()
    }
}

/// What of an earlier run enters a run's identity.
struct PreviousIdentity {
    let runID: String
    let manifestChecksum: String
}
