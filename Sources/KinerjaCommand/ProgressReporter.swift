internal import Kinerja

/// Progress for whoever watches: a line that rewrites itself on a terminal, JSON lines otherwise.
final class ProgressReporter {
    private let isTerminal = StandardError.isTerminal
    private var file = ""
    private var rows = 0
    private var reported = 0

    var progress: RunProgress {
        RunProgress { [self] event in hear(event) }
    }

    func finish() {
        if isTerminal { StandardError.write("\r\u{1B}[K") }
    }

    private func hear(_ event: RunProgress.Event) {
        switch event {
        case .began(let file):
            self.file = file
            if isTerminal { redraw() } else { line("file", file) }
        case .rows(let count):
            rows += count
            if isTerminal, rows - reported >= 100_000 {
                reported = rows
                redraw()
            }
        case .stage(let name):
            if isTerminal {
                file = name
                redraw()
            } else {
                line("stage", name)
            }
        }
    }

    private func redraw() {
        StandardError.write("\r\u{1B}[K\(rows) baris  \(file.suffix(60))")
    }

    private func line(_ key: String, _ value: String) {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": escaped += "\\\(scalar)"
            case _ where scalar.value < 0x20: escaped += "?"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        StandardError.write("{\"event\":\"\(key)\",\"\(key)\":\"\(escaped)\",\"rows\":\(rows)}\n")
    }
}
