internal import Archiving
internal import Definition
internal import Diagnostics
internal import Markup
internal import Tabular
internal import Workbooks

/// Reads the sheet or table of one file that a source asks for.
struct SheetFile {
    /// Bytes of a file above which it is refused; it is held in memory as a whole.
    static let limit = 256 << 20

    let path: String
    let format: SheetFormat

    func read(_ source: ByteSource) throws(RunFailure) -> Sheet {
        var bytes: [UInt8] = []
        while try source.pull(into: &bytes) {
            if bytes.count > Self.limit {
                throw refuse("the file has more than \(Self.limit) bytes")
            }
        }
        if bytes.isEmpty {
            throw InputFailures.refuse(
                .emptyFile, file: path, "the file is empty, expected a sheet with a header",
                hint: "ask for the export again")
        }
        do throws(WorkbookFailure) {
            switch format.container {
            case .workbook(let sheet):
                let workbook = try Workbook(bytes)
                return try workbook.read(try choose(sheet, of: workbook))
            case .html(let table, let encoding):
                return try HTMLTables.read(try text(bytes, encoding), table: table)
            }
        } catch {
            throw refusal(of: error, bytes)
        }
    }

    /// A sheet named like a number is found by its name first.
    private func choose(
        _ wanted: String?, of workbook: Workbook
    ) throws(WorkbookFailure) -> Int {
        let names = workbook.sheets.map(\.name)
        let list = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        guard let wanted else {
            let visible = names.indices.filter { !workbook.sheets[$0].isHidden }
            if visible.count == 1, let only = visible.first { return only }
            throw .noSheet(
                detail: "the workbook has \(visible.count) visible sheets (\(list)), expected one, "
                    + "or 'sheet' in the definition")
        }
        if let place = names.firstIndex(of: wanted) { return place }
        if let number = Int(wanted), names.indices.contains(number - 1) { return number - 1 }
        throw .noSheet(detail: "the workbook has no sheet '\(wanted)', found: \(list)")
    }

    private func text(
        _ bytes: [UInt8], _ encoding: CSVFormat.Encoding
    ) throws(WorkbookFailure) -> [UInt8] {
        var decoder = TextDecoder(encoding: CSVRecords.encoding(encoding))
        var text: [UInt8] = []
        do throws(TextFailure) {
            try decoder.decode(bytes, into: &text)
            try decoder.finish(into: &text)
        } catch {
            throw .markup(
                part: "HTML", XMLFailure(kind: .encoding, detail: error.description))
        }
        // A table must not lose a row to a character that nobody can read.
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil else {
            throw .markup(
                part: "HTML",
                XMLFailure(
                    kind: .encoding, detail: "bytes that are not text in \(encoding.rawValue)"))
        }
        return text
    }

    private func refusal(of failure: WorkbookFailure, _ bytes: [UInt8]) -> RunFailure {
        switch failure {
        case .archive(let archive):
            return InputFailures.refuse(
                .brokenArchive, file: path, failure.description, hint: hint(archive, bytes))
        case .markup(let part, let markup):
            let code = InputFailures.code(of: markup)
            return InputFailures.refuse(
                code, file: path, "\(part): \(markup)",
                hint: code == .unreadableEncoding
                    ? "declare the real encoding: format: { html: { encoding: … } }"
                    : "ask for the file again, or save it anew in a spreadsheet")
        case .damaged, .tooLarge:
            return refuse(failure.description)
        case .noSheet:
            return InputFailures.refuse(
                .noSheet, file: path, failure.description,
                hint: "name the sheet or table: format: { xlsx: { sheet: … } } or "
                    + "{ html: { table: … } }")
        }
    }

    private func refuse(_ message: String) -> RunFailure {
        InputFailures.refuse(
            .brokenWorkbook, file: path, message,
            hint: "save it anew in a spreadsheet, or ask for the export as CSV")
    }

    /// What a file is that is no archive can be told by its first bytes.
    private func hint(_ failure: ZipFailure, _ bytes: [UInt8]) -> String {
        if failure.kind == .tooLarge || failure.kind == .tooManyEntries {
            return "save it anew in a spreadsheet if it is really what was expected"
        }
        guard failure.kind == .notZip else {
            return "ask for the file again: it did not arrive whole"
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return "it is a workbook of Excel 97, or one with a password: save it as .xlsx without"
        }
        if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") {
            return "it is HTML served as a spreadsheet: declare format: { html: {} }"
        }
        return "only .xlsx is read as a workbook: is it CSV? Save the sheet as .xlsx or as CSV"
    }
}
