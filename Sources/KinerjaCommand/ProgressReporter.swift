internal import Diagnostics
internal import Kinerja

/// Progress for whoever watches: a bar on a terminal, JSON lines otherwise.
final class ProgressReporter {
    private static let barWidth = 24

    private let isTerminal = StandardError.isTerminal
    private var what = ""
    private var share = 0.0
    private var rows = 0
    private var reported = 0

    var progress: RunProgress { progress(for: nil) }

    /// `log`: Hears the same.
    func progress(for log: RunLog?) -> RunProgress {
        RunProgress { [self] event in
            log?.hear(event)
            hear(event)
        }
    }

    func finish() {
        if isTerminal { StandardError.write("\r\u{1B}[K") }
    }

    private func hear(_ event: RunProgress.Event) {
        switch event {
        case .began(let file, let before, let all):
            what = VisibleText.of(MaskedText.of(file))
            share = all == 0 ? 0 : Double(before) / Double(all)
            if isTerminal { redraw() } else { line("file", file) }
        case .rows(let count):
            rows += count
            if isTerminal, rows - reported >= 100_000 {
                reported = rows
                redraw()
            }
        case .stage(let name):
            what = name
            if name != "inputs" { share = 1 }
            if isTerminal { redraw() } else { line("stage", name) }
        case .note(let diagnostic):
            finish()
            if isTerminal {
                StandardError.write("\(diagnostic)\n")
            } else {
                line("note", "\(diagnostic)")
            }
        }
    }

    private func redraw() {
        let filled = Int(share * Double(Self.barWidth))
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.barWidth - filled)
        StandardError.write("\r\u{1B}[K\(bar) \(rows) baris  \(what.suffix(40))")
    }

    private func line(_ key: String, _ value: String) {
        StandardError.write(
            "{\"event\":\"\(key)\",\"\(key)\":\(Self.quoted(MaskedText.of(value))),\"rows\":\(rows)}\n"
        )
    }

    /// A text of one line as JSON.
    static func quoted(_ value: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(value).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return "\"\(escaped)\""
    }
}
