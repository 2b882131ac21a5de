internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Plan
internal import Tabular

/// A preview in words, in 80 columns.
struct PreviewText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func file(_ file: FilePreview) -> String {
        var text = "\(file.source.name): \(VisibleText.of(file.path))\n"
        text += line(("bentuk", "format"), FormatText(language).text(of: file.source.format))
        switch file.fate {
        case .read: break
        case .repeated(let other):
            text += line(
                ("tidak dipakai", "not used"),
                language("sama dengan ", "the same as ") + VisibleText.of(other))
        case .superseded(let other):
            text += line(
                ("tidak dipakai", "not used"),
                language("digantikan oleh ", "superseded by ") + VisibleText.of(other))
        }
        guard file.refusal.isEmpty else {
            text += line(("ditolak", "refused"), language("berkas ini tidak dibaca", "not read"))
            return text + problems(file.refusal) + "\n"
        }
        text += header(file) + leftOut(file) + columns(file) + rows(file) + counts(file)
        let rejects = file.problems.map { problem in
            var shown = Samples.diagnostic(
                of: problem.reject, problem.note, file: file.path, language)
            shown.hint = shown.code.remedy(language)
            return shown
        }
        return text + problems(rejects) + findings(file.findings) + "\n"
    }

    /// Why the sources behind one that is refused are not shown.
    func stopped(_ diagnostics: [Diagnostic]) -> String {
        language(
            "sumber berikutnya tidak diperiksa, karena diperiksa terhadap sumber yang ditolak:\n",
            "further sources are not looked at, since they are checked against one that is refused:\n"
        )
            + problems(diagnostics)
    }

    func findings(_ findings: [InputFinding]) -> String {
        problems(
            findings.map { finding in
                Diagnostic(
                    finding.code, severity: .warning, at: SourceLocation(file: finding.path),
                    finding.message(language), hint: finding.hint(language))
            })
    }

    // MARK: Parts

    private func line(_ label: (String, String), _ text: String) -> String {
        let label = language(label.0, label.1)
        let lines = WrappedText.lines(text, first: "  \(label): ", next: "    ", width: 80)
        return lines.map { $0 + "\n" }.joined()
    }

    private func header(_ file: FilePreview) -> String {
        guard let heading = file.heading else { return "" }
        var text = line(
            ("judul", "header"),
            language("baris", "line") + " \(heading.line): " + list(heading.names))
        if !heading.unclaimed.isEmpty {
            text += line(("tidak dipetakan", "not mapped"), list(heading.unclaimed))
        }
        if let pivot = file.source.pivot {
            text += line(
                ("pivot", "pivot"),
                "\(VisibleText.of(pivot.heading.text)): \(heading.pivoted) "
                    + language("kolom", "columns"))
        }
        return text
    }

    /// What of a pivot gives a column.
    private func pivot(_ column: ColumnPlan, _ source: SourceDefinition) -> String {
        switch column.name {
        case "nip": "{nama}, " + language("dari ", "of ") + (source.pivot?.people ?? "")
        case "aspek": "{aspek}"
        default: language("sel di bawah judul", "the cell below the heading")
        }
    }

    private func list(_ headings: [String]) -> String {
        let most = 60
        let rest = headings.count > most ? " | … (\(headings.count))" : ""
        return VisibleText.of(headings.prefix(most).joined(separator: " | ")) + rest
    }

    private func leftOut(_ file: FilePreview) -> String {
        guard let lines = file.lines else { return "" }
        var parts = [
            language("pembuka", "preamble") + " \(lines.preamble)",
            language("kosong", "blank") + " \(lines.blank)",
        ]
        // Where the file goes on, nobody has seen its end.
        if file.isWhole { parts.append(language("penutup", "footer") + " \(lines.footer)") }
        return line(("baris bukan data", "lines that are no data"), parts.joined(separator: ", "))
    }

    private func columns(_ file: FilePreview) -> String {
        var grid = TextGrid([
            language("kolom", "column"), language("dari", "from"), language("jenis", "type"),
            language("satuan", "unit"),
        ])
        for (index, column) in file.columns.enumerated() {
            let from =
                switch file.source.columns[index].origin {
                case .heading(let heading): VisibleText.of(heading)
                case .number(let number): language("sel", "cell") + " \(number)"
                case .capture(let name): language("nama berkas", "file name") + " {\(name)}"
                case .constant(let text): "= \(VisibleText.of(text))"
                case .pivot: pivot(column, file.source)
                }
            grid.add([column.name, from, column.type.rawValue, unit(of: column)])
        }
        return grid.text
    }

    private func unit(of column: ColumnPlan) -> String {
        switch column.type {
        case .nip: language("18 angka", "18 digits")
        case .date: language("hari", "day")
        case .month: language("bulan", "month")
        case .integer: language("bulat", "whole")
        case .decimal, .rating: "1/\(column.denominator)"
        case .text, .flag, .golongan: "–"
        }
    }

    private func rows(_ file: FilePreview) -> String {
        guard !file.rows.isEmpty else { return "" }
        var grid = TextGrid(
            [language("baris", "line"), language("hasil", "outcome")] + file.columns.map(\.name))
        for row in file.rows {
            grid.add(["\(row.line)", word(row.outcome)] + row.values.map { VisibleText.of($0) })
        }
        return "\n" + grid.text + "\n"
    }

    private func counts(_ file: FilePreview) -> String {
        guard let account = file.account else { return "" }
        let outcomes = RowOutcome.allCases.filter { account.count($0) > 0 }
            .map { "\(word($0)) \(account.count($0))" }
        let scope =
            file.isWhole
            ? language("seluruh berkas", "the whole file")
            : language("awal berkas", "the beginning of the file")
        let read = language("terbaca", "read") + " \(account.read)"
        return line(
            ("contoh", "sample"), ([scope, read] + outcomes).joined(separator: ", "))
    }

    private func word(_ outcome: RowOutcome) -> String {
        switch outcome {
        case .used: language("dipakai", "used")
        case .rejected: language("ditolak", "rejected")
        case .excluded: language("dikecualikan", "excluded")
        case .superseded: language("digantikan", "superseded")
        case .acting: language("Plt./Plh.", "acting")
        case .otherPeriod: language("periode lain", "other period")
        case .repeated: language("berulang", "repeated")
        case .notInForce: language("tidak berlaku", "not in force")
        case .unanswered: language("tidak dijawab", "unanswered")
        }
    }

    private func problems(_ diagnostics: [Diagnostic]) -> String {
        var text = ""
        for line in diagnostics.flatMap({ "\($0)".split(separator: "\n") }) {
            let isHint = line.hasPrefix("  ")
            let lines = WrappedText.lines(
                "\(line)", first: isHint ? "    " : "  ", next: isHint ? "      " : "    ",
                width: 80)
            text += lines.map { $0 + "\n" }.joined()
        }
        return text
    }
}
