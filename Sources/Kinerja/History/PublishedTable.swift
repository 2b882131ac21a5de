internal import Batches
internal import Diagnostics
internal import Files
internal import Tabular

/// A published CSV read back, by heading.
struct PublishedTable {
    private let columns: [String: Int]
    private(set) var rows: [[String]] = []

    /// - Throws: ``RunFailure`` of kind `input` when the file is not the table that it should be.
    init(_ path: String) throws(RunFailure) {
        var file: InputFile
        do throws(FileFailure) {
            file = try InputFile(path: path)
        } catch {
            throw Self.refusal(path, error.description)
        }
        do {
            var bytes: [UInt8] = []
            _ = try file.read(into: &bytes, atMost: file.size)
            var isRead = false
            var reader = CSVReader(dialect: CSVDialect()) { output in
                if isRead { return false }
                output += bytes
                isRead = true
                return true
            }
            guard let layout = try reader.readHeader() else {
                throw Self.refusal(path, "the table is empty")
            }
            columns = Dictionary(
                layout.header.enumerated().map { ($0.element, $0.offset) },
                uniquingKeysWith: { first, _ in first })
            let cells = Array(layout.header.indices)
            while let batch = try reader.next(cells: cells) {
                for row in batch.rows.indices {
                    rows.append(
                        cells.map { column in
                            let text = batch.plainText(batch.field(row: row, column: column))
                            return Self.plain(String(decoding: text, as: UTF8.self))
                        })
                }
            }
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw Self.refusal(path, "\(error)")
        }
    }

    /// The cell of a row under any of the headings, in whichever language the run was printed.
    func cell(_ row: Int, _ headings: String...) -> String {
        for heading in headings {
            if let column = columns[heading] { return rows[row][column] }
        }
        return ""
    }

    func has(_ heading: String) -> Bool { columns[heading] != nil }

    /// Undoes the apostrophe that keeps a spreadsheet from taking a text for a formula.
    static func plain(_ text: String) -> String {
        guard text.first == "'", let second = text.dropFirst().first, "=+-@".contains(second)
        else { return text }
        return String(text.dropFirst())
    }

    private static func refusal(_ path: String, _ message: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(
                .unreadableFile, at: SourceLocation(file: path), message,
                hint: "name a published run of this program"))
    }
}
