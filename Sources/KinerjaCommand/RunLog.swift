internal import Diagnostics
internal import Files
internal import Kinerja

/// The log of a run as JSON lines, for machines that collect logs: codes, places and counts, never what was found.
///
/// Every line has `time`, `definition`, `period` and `event`: `start`, `file`, `stage`, `note`, `problem`, `end`.
final class RunLog {
    private let file: LogFile
    private let head: String
    private var isBroken = false
    private var rows = 0

    /// - Throws: ``RunFailure`` of kind `output`.
    init(path: String, definition: String, period: String) throws(RunFailure) {
        do throws(FileFailure) {
            file = try LogFile(path: path)
        } catch {
            throw RunFailure(
                .output,
                Diagnostic(
                    .outputFailed, at: SourceLocation(file: path), error.description,
                    hint: "name another file with --log, or correct the rights"))
        }
        head =
            "\"definition\":\(Self.quoted(definition)),\"period\":\(Self.quoted(period))"
        line("start", [])
    }

    func hear(_ event: RunProgress.Event) {
        switch event {
        case .began(let path, _, _): line("file", [("file", Self.quoted(path))])
        case .rows(let count): rows += count
        case .stage(let name):
            line("stage", [("stage", Self.quoted(name)), ("rows", "\(rows)")])
        case .note(let diagnostic): say(diagnostic, as: "note")
        }
    }

    func end(_ outcome: Appraisal.Outcome, seconds: String) {
        for name in outcome.missing { line("missing", [("missing", Self.quoted(name))]) }
        line(
            "end",
            [
                ("exit", "\(outcome.exitCode)"), ("run", Self.quoted(outcome.runID)),
                ("known", "\(outcome.wasPublished)"), ("partial", "\(outcome.isPartial)"),
                ("rows", "\(outcome.rowsRead)"), ("rejected", "\(outcome.rowsRejected)"),
                ("ranked", "\(outcome.ranked)"), ("unscored", "\(outcome.unscored)"),
                ("excluded", "\(outcome.excluded)"), ("findings", "\(outcome.findings)"),
                ("seconds", seconds),
            ])
    }

    func end(_ failure: RunFailure, seconds: String) {
        for diagnostic in failure.diagnostics.prefix(20) { say(diagnostic, as: "problem") }
        line("end", [("exit", "\(failure.exitCode)"), ("seconds", seconds)])
    }

    /// Code and place: the message may quote a cell.
    private func say(_ diagnostic: Diagnostic, as event: String) {
        let place = diagnostic.location
        line(
            event,
            [
                ("code", Self.quoted(diagnostic.code.rawValue)),
                ("severity", Self.quoted(diagnostic.severity.rawValue)),
                ("file", Self.quoted(place.file)), ("line", "\(place.line)"),
                ("column", "\(place.column)"),
            ])
    }

    private func line(_ event: String, _ members: [(String, String)]) {
        guard !isBroken else { return }
        let rest = members.map { ",\"\($0.0)\":\($0.1)" }.joined()
        do throws(FileFailure) {
            try file.append("{\"time\":\"\(Clock.now)\",\(head),\"event\":\"\(event)\"\(rest)}")
        } catch {
            // The results matter more than their log.
            isBroken = true
            StandardError.write("\(error)\n")
        }
    }

    private static func quoted(_ text: String) -> String {
        ProgressReporter.quoted(Masking.masked(text))
    }
}
