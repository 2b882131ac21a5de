internal import Arithmetic
internal import CivilService
internal import Definition
package import Diagnostics
internal import Evidence
internal import Regulation

extension ControlSheet {
    /// `lembar-kontrol.txt`, for the eyes of whoever signs for the run.
    package func text(_ language: Language) -> [UInt8] {
        let parts = [
            head(language), missing(language), fileRows(language), sourceRows(language),
            lineCounts(language),
            people(language), totals(language), parameters(language),
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: "\n").utf8)
    }

    private func head(_ language: Language) -> String {
        let definition = record.definition
        let period = definition.period
        let problems = imbalances()
        var entries = [
            (language("Instansi", "Agency"), definition.instansi),
            (language("Penilaian", "Appraisal"), "\(definition.title) (\(definition.name))"),
            (
                language("Periode", "Period"),
                "\(language(period.titleIndonesian, period.titleEnglish)) (\(period))"
            ),
            (language("Aturan", "Rules"), definition.rules.words(language)),
            (language("Proses", "Run"), record.runID),
            (
                language("Neraca", "Balances"),
                problems.isEmpty
                    ? language("seimbang", "hold") : language("TIDAK SEIMBANG", "DO NOT HOLD")
            ),
        ]
        if let day = record.asOf {
            entries.append((language("Kiriman sampai", "Delivered by"), "\(day)"))
        }
        if record.isPartial {
            entries.append(
                (
                    language("Kelengkapan", "Completeness"),
                    language("SEBAGIAN: bukan dasar pembayaran", "PARTIAL: no base for payment")
                ))
        }
        let width = entries.map(\.0.count).max() ?? 0
        var lines = entries.map { label, value in
            label + String(repeating: " ", count: width - label.count) + "  " + value
        }
        lines += problems.map { $0.location.file + ": " + $0.message }
        return language("LEMBAR KONTROL", "CONTROL SHEET") + "\n"
            + lines.map { "  " + $0 + "\n" }.joined()
    }

    /// What was expected and not delivered, each by name.
    private func missing(_ language: Language) -> String {
        guard record.isPartial else { return "" }
        return language("YANG BELUM ADA", "WHAT IS MISSING") + "\n"
            + record.shortfalls.map { "  \($0.code.rawValue)  \($0.message(language))\n" }.joined()
    }

    private func fileRows(_ language: Language) -> String {
        var table = AlignedText()
        table.add([language("berkas", "file")] + Self.rowHeadings(language))
        for file in record.files { table.add([file.path] + Self.cells(RowTotals(file))) }
        table.add([language("JUMLAH", "TOTAL")] + Self.cells(allRows))
        return language("BARIS PER BERKAS", "ROWS PER FILE") + "\n" + table.text
    }

    private func sourceRows(_ language: Language) -> String {
        var table = AlignedText()
        table.add(
            [language("sumber (pemasok)", "source (supplier)"), language("berkas", "files")]
                + Self.rowHeadings(language))
        for source in sources {
            table.add(
                ["\(source.name) (\(source.supplier))", "\(source.files)"]
                    + Self.cells(source.rows))
        }
        return language("BARIS PER SUMBER", "ROWS PER SOURCE") + "\n" + table.text
    }

    private func lineCounts(_ language: Language) -> String {
        let counted = record.files.filter { $0.lines != nil }
        guard !counted.isEmpty else { return "" }
        var table = AlignedText()
        table.add([
            language("berkas", "file"), language("seluruhnya", "total"),
            language("pembuka", "preamble"), language("judul", "header"),
            language("kosong", "blank"), language("penutup", "footer"),
            language("data", "records"),
        ])
        for file in counted {
            guard let lines = file.lines else { continue }
            let cells = [
                lines.total, lines.preamble, lines.header, lines.blank, lines.footer,
                lines.records,
            ]
            table.add([file.path] + cells.map(String.init))
        }
        return language("BARIS FISIK", "PHYSICAL LINES") + "\n" + table.text
    }

    private func people(_ language: Language) -> String {
        let persons = record.persons
        var table = AlignedText()
        let entries = [
            (language("NIP sah dalam register", "valid NIPs of the register"), persons.registered),
            (language("diperingkat", "ranked"), persons.ranked),
            (language("tanpa nilai", "unscored"), persons.unscored),
            (language("dikecualikan", "excluded"), persons.excluded),
            (language("semua baris ditolak", "every row rejected"), persons.everyRowRejected),
            (
                language("semua baris disisihkan", "every row set aside"),
                persons.everyRowSetAside
            ),
        ]
        for (label, count) in entries { table.add([label, "\(count)"]) }
        return language("ORANG", "PEOPLE") + "\n" + table.text
    }

    private func totals(_ language: Language) -> String {
        var table = AlignedText()
        table.add([
            language("jumlah hash NIP yang diperingkat", "hash total of ranked NIPs"),
            "\(record.nipHashTotal)",
        ])
        table.add([language("jumlah nilai akhir", "sum of finals"), finalSum])
        for entry in predikatCounts {
            let label =
                entry.name.map { "predikat: " + $0 }
                ?? language("tanpa predikat", "without predikat")
            table.add([label, "\(entry.count)"])
        }
        table.add([language("temuan", "findings"), "\(record.findings.count)"])
        return language("JUMLAH KONTROL", "CONTROL TOTALS") + "\n" + table.text
    }

    /// Values of law that somebody has yet to confirm, each with the day from which it applies and its citation.
    private func parameters(_ language: Language) -> String {
        let uses = unconfirmedParameters
        guard !uses.isEmpty else { return "" }
        let width = uses.map(\.name.count).max() ?? 0
        let lines = uses.map { use in
            let since =
                use.status == .supposed ? use.status.text(language) : "\(use.effective)"
            return "  " + use.name + String(repeating: " ", count: width - use.name.count)
                + "  \(since)  \(use.citation)\n"
        }
        return language("PARAMETER BELUM TERKONFIRMASI", "UNCONFIRMED PARAMETERS") + "\n"
            + lines.joined()
    }

    private static func rowHeadings(_ language: Language) -> [String] {
        [
            language("dibaca", "read"), language("dipakai", "used"),
            language("ditolak", "rejected"), language("(ikutan)", "(consequent)"),
            language("dikecualikan", "excluded"), language("digantikan", "superseded"),
            language("plt", "acting"), language("periode lain", "other period"),
            language("berulang", "repeated"), language("tidak berlaku", "not in force"),
            language("tidak dijawab", "unanswered"),
        ]
    }

    private static func cells(_ rows: RowTotals) -> [String] {
        [
            "\(rows.read)", "\(rows.used)", "\(rows.rejected)", "(\(rows.consequent))",
            "\(rows.excluded)", "\(rows.superseded)", "\(rows.acting)", "\(rows.otherPeriod)",
            "\(rows.repeated)", "\(rows.notInForce)", "\(rows.unanswered)",
        ]
    }
}
