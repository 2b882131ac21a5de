internal import Diagnostics
internal import Documents

extension DefinitionReading {
    /// Reads `format:`; absent means comma-separated UTF-8.
    func exportFormat(_ node: DocumentNode?) -> ExportFormat {
        guard let node, var map = map(node, "'format'") else { return .csv(CSVFormat()) }
        let csv = map.optional("csv")
        let xml = map.optional("xml")
        let xlsx = map.optional("xlsx")
        let html = map.optional("html")
        finish(map)
        if [csv, xml, xlsx, html].count(where: { $0 != nil }) > 1 {
            report(
                .badValue, node.place, "'format' has several of 'csv', 'xml', 'xlsx' and 'html'")
        }
        if let xml { return .xml(xmlFormat(xml)) }
        if let xlsx { return .sheet(workbookFormat(xlsx)) }
        if let html { return .sheet(htmlFormat(html)) }
        return .csv(csv.map(csvFormat) ?? CSVFormat())
    }

    private func csvFormat(_ node: DocumentNode) -> CSVFormat {
        var format = CSVFormat()
        guard var map = map(node, "'csv'") else { return format }
        if let delimiter = map.optional("delimiter") { format.delimiter = delimiterText(delimiter) }
        if let quote = map.optional("quote") {
            format.quote = quote.text == "none" ? nil : byte(quote, "'quote'")
        }
        if let escape = map.optional("escape"), escape.text != "double" {
            format.escape = byte(escape, "'escape'")
        }
        format.encoding = choice(map.optional("encoding"), "'encoding'") ?? .utf8
        format.preambleLines =
            integer(map.optional("preamble"), "'preamble'", in: 0...1_000) ?? 0
        format.footerPrefix = text(map.optional("footer"), "'footer'")
        format.recordLines =
            integer(map.optional("record_lines"), "'record_lines'", in: 1...10_000) ?? 16
        format.recordBytes =
            integer(map.optional("record_bytes"), "'record_bytes'", in: 64...(64 << 20)) ?? 1 << 20
        format.blankLines = choice(map.optional("blank_lines"), "'blank_lines'") ?? .skip
        format.hasHeader = flag(map.optional("header"), "'header'") ?? true
        format.trims = flag(map.optional("trim"), "'trim'") ?? true
        format.numbers = numberFormat(&map)
        finish(map)
        return format
    }

    private func delimiterText(_ node: DocumentNode) -> String {
        let delimiter = node.text ?? ""
        let forbidden: Set<Character> = ["\"", "\n", "\r"]
        if delimiter.isEmpty || delimiter.contains(where: forbidden.contains) {
            report(
                .badValue, node.place,
                "'delimiter' must be one or more characters other than "
                    + "quote and line break")
            return ","
        }
        return delimiter
    }

    private func xmlFormat(_ node: DocumentNode) -> XMLFormat {
        var format = XMLFormat(record: "/", isStrict: false, numbers: NumberFormat())
        guard var map = map(node, "'xml'") else { return format }
        let record = required(&map, "record")
        format.record = text(record, "'record'") ?? "/"
        if let record, !format.record.hasPrefix("/") {
            report(
                .badValue, record.place,
                "'record' is '\(format.record)', expected a path from the "
                    + "root", hint: "write /laporan/baris")
        }
        format.trims = flag(map.optional("trim"), "'trim'") ?? true
        format.isStrict = flag(map.optional("strict_fields"), "'strict_fields'") ?? false
        format.numbers = numberFormat(&map)
        finish(map)
        return format
    }

    private func workbookFormat(_ node: DocumentNode) -> SheetFormat {
        guard var map = map(node, "'xlsx'") else {
            return SheetFormat(container: .workbook(sheet: nil))
        }
        let sheet = text(map.optional("sheet"), "'sheet'")
        return sheetFormat(.workbook(sheet: sheet), &map)
    }

    private func htmlFormat(_ node: DocumentNode) -> SheetFormat {
        guard var map = map(node, "'html'") else {
            return SheetFormat(container: .html(table: nil, encoding: .utf8))
        }
        let table = integer(map.optional("table"), "'table'", in: 1...10_000)
        let encoding: CSVFormat.Encoding? = choice(map.optional("encoding"), "'encoding'")
        return sheetFormat(.html(table: table, encoding: encoding ?? .utf8), &map)
    }

    /// Reads what workbooks and HTML tables have in common.
    private func sheetFormat(
        _ container: SheetFormat.Container, _ map: inout DocumentMap
    ) -> SheetFormat {
        var format = SheetFormat(container: container)
        format.preambleRows = integer(map.optional("preamble"), "'preamble'", in: 0...1_000) ?? 0
        format.headerRows =
            integer(map.optional("header_lines"), "'header_lines'", in: 0...10) ?? 1
        format.footerPrefix = text(map.optional("footer"), "'footer'")
        format.trims = flag(map.optional("trim"), "'trim'") ?? true
        format.numbers = numberFormat(&map)
        finish(map)
        return format
    }

    private func numberFormat(_ map: inout DocumentMap) -> NumberFormat {
        var format = NumberFormat()
        if let mark = map.optional("decimal") {
            switch mark.text {
            case ".": format.decimalMark = UInt8(ascii: ".")
            case ",": format.decimalMark = UInt8(ascii: ",")
            default:
                report(.badValue, mark.place, "'decimal' must be \".\" or \",\"")
            }
        }
        if let numbers = map.optional("numbers") {
            switch numbers.text {
            case "lenient": format.isLenient = true
            case "strict": format.isLenient = false
            default: report(.badValue, numbers.place, "'numbers' must be lenient or strict")
            }
        }
        return format
    }
}
