internal import Archiving
internal import Diagnostics
internal import Workbooks

extension InputFailures {
    /// Who said which sheet to read, and therefore where it is to be said better.
    enum SheetAsker {
        case definition
        case commandLine

        fileprivate var sheet: String {
            switch self {
            case .definition:
                "name the sheet or table: format: { xlsx: { sheet: … } } or { html: { table: … } }"
            case .commandLine: "name one of them, or its number, with --sheet"
            }
        }

        fileprivate var encoding: String {
            switch self {
            case .definition: "declare the real encoding: format: { html: { encoding: … } }"
            case .commandLine: "declare the real encoding with --encoding"
            }
        }

        fileprivate var html: String {
            switch self {
            case .definition: "it is HTML served as a spreadsheet: declare format: { html: {} }"
            case .commandLine: "it is no workbook"
            }
        }
    }

    /// What was refused, with a remedy for who asked; the first of `bytes` tell what a file is instead of a workbook.
    static func refusal(
        of failure: WorkbookFailure, file: String, bytes: [UInt8], asker: SheetAsker
    ) -> RunFailure {
        switch failure {
        case .archive(let archive):
            return refuse(
                .brokenArchive, file: file, failure.description,
                hint: hint(archive, bytes, asker))
        case .markup(let part, let markup):
            let code = code(of: markup)
            return refuse(
                code, file: file, "\(part): \(markup)",
                hint: code == .unreadableEncoding
                    ? asker.encoding : "ask for the file again, or save it anew in a spreadsheet")
        case .damaged, .tooLarge:
            return brokenSheet(failure.description, file: file)
        case .noSheet:
            let diagnostic = Diagnostic(
                .noSheet, at: SourceLocation(file: file), failure.description, hint: asker.sheet)
            return RunFailure(asker == .definition ? .input : .definition, diagnostic)
        }
    }

    static func brokenSheet(_ message: String, file: String) -> RunFailure {
        refuse(
            .brokenWorkbook, file: file, message,
            hint: "save it anew in a spreadsheet, or ask for the export as CSV")
    }

    /// What a file is that is no archive can be told by its first bytes.
    private static func hint(
        _ failure: ZipFailure, _ bytes: [UInt8], _ asker: SheetAsker
    ) -> String {
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
            return asker.html
        }
        return "only .xlsx is read as a workbook: is it CSV? Save the sheet as .xlsx or as CSV"
    }
}
