internal import Definition
internal import Diagnostics

/// The format that a definition declares, in words.
struct FormatText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func text(of format: ExportFormat) -> String {
        var parts: [String]
        switch format {
        case .csv(let csv): parts = self.parts(of: csv)
        case .xml(let xml): parts = ["XML", language("rekaman", "record") + " \(xml.record)"]
        case .sheet(let sheet): parts = self.parts(of: sheet)
        }
        let mark = String(decoding: [format.numbers.decimalMark], as: UTF8.self)
        parts.append(language("desimal", "decimal mark") + " '\(mark)'")
        return parts.joined(separator: ", ")
    }

    private func parts(of csv: CSVFormat) -> [String] {
        let none = language("tidak ada", "none")
        func shown(_ byte: UInt8?) -> String {
            byte.map { String(decoding: [$0], as: UTF8.self) } ?? none
        }
        let delimiter = csv.delimiter == "\t" ? "tab" : "'\(csv.delimiter)'"
        var parts = [
            "CSV", csv.encoding.rawValue, language("pemisah", "delimiter") + " \(delimiter)",
            language("kutip", "quote") + " \(shown(csv.quote))",
        ]
        if let escape = csv.escape {
            parts.append(language("lolos", "escape") + " \(shown(escape))")
        }
        parts += rows(csv.preambleLines, csv.footerPrefix)
        if !csv.hasHeader { parts.append(language("tanpa judul", "no header")) }
        return parts
    }

    private func parts(of sheet: SheetFormat) -> [String] {
        var parts: [String]
        switch sheet.container {
        case .workbook(let name):
            parts = ["xlsx"]
            if let name { parts.append(language("lembar", "sheet") + " '\(name)'") }
        case .html(let table, let encoding):
            parts = ["HTML", encoding.rawValue]
            if let table { parts.append(language("tabel", "table") + " \(table)") }
        }
        parts.append(language("baris judul", "header rows") + " \(sheet.headerRows)")
        return parts + rows(sheet.preambleRows, sheet.footerPrefix)
    }

    private func rows(_ preamble: Int, _ footer: String?) -> [String] {
        var parts: [String] = []
        if preamble > 0 { parts.append(language("pembuka", "preamble") + " \(preamble)") }
        if let footer { parts.append(language("penutup dari", "footer from") + " '\(footer)'") }
        return parts
    }
}
