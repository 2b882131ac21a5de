internal import Diagnostics
internal import Exporting
internal import Files
internal import Ledger

/// Entries of the book in words and as JSON.
enum RunWords {
    static func state(_ state: LedgerRun.State, _ language: Language) -> String {
        switch state {
        case .published: language("terbit", "published")
        case .lost: language("hilang", "lost")
        case .purging: language("sedang dihapus", "purging")
        case .purged: language("dihapus", "purged")
        }
    }

    static func state(_ state: LedgerAttempt.State, _ language: Language) -> String {
        switch state {
        case .running: language("berjalan", "running")
        case .published: language("terbit", "published")
        case .known: language("sudah terbit", "known")
        case .failed: language("gagal", "failed")
        case .refused: language("ditolak", "refused")
        case .interrupted: language("dihentikan", "interrupted")
        case .died: language("mati", "died")
        }
    }

    /// What is particular about a run: in force, partial, or under another law.
    static func mark(_ run: LedgerRun, in tree: String) -> String {
        if isInForce(run, in: tree) { return "→" }
        return run.isPartial ? "*" : run.pointer == .none ? "°" : ""
    }

    /// Whether `terkini` leads to the run.
    private static func isInForce(_ run: LedgerRun, in tree: String) -> Bool {
        run.state == .published
            && FileTree.target(
                of: "\(tree)/\(run.pipeline)/\(run.period)/\(RunDirectory.pointerName)") == run.run
    }

    /// Why an input did not count.
    static func replacement(_ input: LedgerParts.Input, _ language: Language) -> String {
        guard let other = input.replacedBy else { return "" }
        let reason =
            switch input.replacedBecause {
            case .version: language("versi lebih baru", "newer version")
            case .repeated: language("kiriman ulang dari", "repeats")
            case nil: language("diganti", "replaced by")
            }
        return "\(reason): \(MaskedText.of(other))"
    }

    /// `tree`: The output tree, which says where `terkini` leads.
    static func json(_ run: LedgerRun, in tree: String) -> JSONValue {
        .object([
            ("sequence", .integer(Int(run.sequence))), ("run", .text(run.run)),
            ("identity", .text(run.identity)), ("pipeline", .text(run.pipeline)),
            ("period", .text(run.period)), ("language", .text(run.language)),
            ("rules", .text(run.rules)), ("definition", .text(run.definition)),
            ("program_version", .text(run.programVersion)),
            ("program_stamp", .text(run.programStamp)), ("state", .text(run.state.rawValue)),
            ("pointer", .text(run.pointer.rawValue)), ("in_force", .flag(isInForce(run, in: tree))),
            ("partial", .flag(run.isPartial)), ("as_of", .optional(run.asOf)),
            ("folder", .text(run.folder)), ("manifest", .text(run.manifest)),
            ("archive", .optional(run.archive)), ("previous", .optional(run.previous)),
            ("ranked", .integer(run.ranked)), ("unscored", .integer(run.unscored)),
            ("excluded", .integer(run.excluded)), ("findings", .integer(run.findings)),
        ])
    }

    static func json(_ attempt: LedgerAttempt) -> JSONValue {
        .object([
            ("sequence", .integer(Int(attempt.sequence))), ("pipeline", .text(attempt.pipeline)),
            ("period", .text(attempt.period)), ("state", .text(attempt.state.rawValue)),
            ("stage", .text(attempt.stage.rawValue)), ("run", .optional(attempt.run)),
            ("reused", .optional(attempt.reused)), ("started", .text(attempt.started)),
            ("ended", .optional(attempt.ended)),
            ("exit_code", attempt.exitCode.map { .integer($0) } ?? .null),
            ("message", .optional(attempt.message)),
        ])
    }

    static func json(_ parts: LedgerParts) -> JSONValue {
        .object([
            (
                "definition",
                .array(
                    parts.definition.map { file in
                        .object([
                            ("name", .text(file.name)), ("sha256", .text(file.sha256)),
                            ("bytes", .integer(file.bytes)),
                        ])
                    })
            ),
            ("inputs", .array(parts.inputs.map(json))),
            (
                "outputs",
                .array(
                    parts.outputs.map { output in
                        .object([
                            ("name", .text(output.name)), ("sha256", .text(output.sha256)),
                            ("bytes", .integer(output.bytes)),
                            ("rows", output.rows.map { .integer($0) } ?? .null),
                        ])
                    })
            ),
            (
                "findings",
                .array(
                    parts.findings.map { finding in
                        .object([
                            ("code", .text(finding.code)), ("source", .text(finding.source)),
                            ("file", .text(MaskedText.of(finding.file))),
                            ("count", .integer(finding.count)),
                        ])
                    })
            ),
        ])
    }

    private static func json(_ input: LedgerParts.Input) -> JSONValue {
        let rows = input.rows
        return .object([
            ("path", .text(MaskedText.of(input.path))), ("source", .text(input.source)),
            ("supplier", .text(input.supplier)), ("sha256", .text(input.sha256)),
            ("bytes", .integer(input.bytes)),
            ("replaced_by", .optional(input.replacedBy.map { MaskedText.of($0) })),
            ("replaced_because", .optional(input.replacedBecause?.rawValue)),
            ("read", .integer(rows.read)), ("used", .integer(rows.used)),
            ("rejected", .integer(rows.rejected)), ("excluded", .integer(rows.excluded)),
            ("superseded", .integer(rows.superseded)), ("set_aside", .integer(rows.setAside)),
        ])
    }
}
