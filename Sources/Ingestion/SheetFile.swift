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
                throw InputFailures.brokenSheet(
                    "the file has more than \(Self.limit) bytes", file: path)
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
                return try HTMLTables.read(
                    try Self.text(bytes, CSVRecords.encoding(encoding)), table: table)
            }
        } catch {
            throw InputFailures.refusal(
                of: error, file: path, bytes: bytes, asker: .definition)
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

    /// The document as UTF-8; it is refused where a byte is no text.
    static func text(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) throws(WorkbookFailure) -> [UInt8] {
        var decoder = TextDecoder(encoding: encoding)
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
}
