internal import Diagnostics
internal import Workbooks

/// A sheet of a workbook or a table of an HTML document as a table.
struct SheetSample {
    private static let mostRows = 500
    private let container: String
    private let lead: [Setting]
    private let questions: [Wording]
    private let rows: [SampleRow]
    private let layout: RowLayout

    /// The sheet with most known headings; a human is asked where several have a header.
    ///
    /// - Throws: ``WorkbookFailure``.
    init(workbook bytes: [UInt8]) throws(WorkbookFailure) {
        let book = try Workbook(bytes)
        var best: (place: Int, rows: [SampleRow], layout: RowLayout)?
        var candidates = 0
        for place in book.sheets.indices {
            let rows = Self.rows(of: try book.read(place))
            let layout = RowLayout(rows)
            if layout.known > 0 { candidates += 1 }
            if best.map({ layout.known > $0.layout.known }) ?? true { best = (place, rows, layout) }
        }
        guard let best else { throw .noSheet(detail: "the workbook has no sheet") }
        self.init(
            container: "xlsx", rows: best.rows, layout: best.layout,
            lead: Self.sheetName(best.place, of: book, candidates),
            questions: candidates > 1
                ? [
                    Wording(
                        "\(candidates) lembar punya baris judul yang dikenal: lembar mana yang dibaca?",
                        "\(candidates) sheets have known headings: which one is to be read?")
                ] : [])
    }

    /// The table with most cells of an HTML document.
    ///
    /// - Throws: ``WorkbookFailure``.
    init(html text: [UInt8], encoding: String, confidence: Int) throws(WorkbookFailure) {
        let rows = Self.rows(of: try HTMLTables.read(text, table: nil))
        self.init(
            container: "html", rows: rows, layout: RowLayout(rows),
            lead: [
                Setting(
                    "encoding", encoding, confidence,
                    Wording("menurut byte berkas", "by the file's bytes"))
            ], questions: [])
    }

    private init(
        container: String, rows: [SampleRow], layout: RowLayout, lead: [Setting],
        questions: [Wording]
    ) {
        self.container = container
        self.rows = rows
        self.layout = layout
        self.lead = lead
        self.questions = questions
    }

    /// By number, since a name may be a person's.
    private static func sheetName(
        _ place: Int, of book: Workbook, _ candidates: Int
    ) -> [Setting] {
        guard book.sheets.count > 1 else { return [] }
        return [
            Setting(
                "sheet", YAMLText.quoted("\(place + 1)"), candidates > 1 ? 50 : 95,
                Wording(
                    "lembar \(place + 1) dari \(book.sheets.count) punya judul yang dikenal",
                    "sheet \(place + 1) of \(book.sheets.count) has known headings"))
        ]
    }

    /// nil where the sheet has no row.
    func table() -> SampleTable? {
        guard let width = rows.map(\.cells.count).max(), width > 0 else { return nil }
        let sampled = rows[layout.data].prefix(Self.mostRows)
        let columns = (0..<width).map { number in
            var column = SampleColumn(
                number: number + 1, heading: layout.heading(number),
                names: layout.names(number),
                values: sampled.map {
                    $0.cells.indices.contains(number) ? $0.cells[number] : SampleValue(text: "")
                })
            column.isNumbered = layout.header.isEmpty
            return column
        }
        var table = SampleTable(
            container: container, columns: columns, settings: lead + settings,
            recordCount: sampled.count)
        table.hasHeader = !layout.header.isEmpty
        table.questions = questions
        if layout.strayRows > 0 {
            table.questions.append(
                Wording(
                    "\(layout.strayRows) baris terakhir tanpa NIP: dengan teks apa bagian penutup mulai (footer)?",
                    "the last \(layout.strayRows) rows have no NIP: with which text does the footer begin?"
                ))
        }
        return table
    }

    private var settings: [Setting] {
        let first = layout.header.isEmpty ? 0 : rows[layout.header.lowerBound].line
        let last = layout.header.isEmpty ? -1 : rows[layout.header.upperBound - 1].line
        let share = layout.filled > 0 ? max(60, 100 * layout.known / layout.filled) : 60
        var settings = [
            Setting(
                "preamble", "\(first)", 95,
                Wording("baris sebelum baris judul", "rows before the header")),
            Setting(
                "header_lines", "\(layout.header.isEmpty ? 0 : last - first + 1)", share,
                Wording(
                    "\(layout.known) dari \(layout.filled) judul dikenal",
                    "\(layout.known) of \(layout.filled) headings are known")),
        ]
        if let footer = layout.footer {
            settings.append(
                Setting(
                    "footer", YAMLText.quoted(layout.footerWord), 90,
                    Wording(
                        "\(rows.count - footer) baris jumlah, catatan atau tanda tangan",
                        "\(rows.count - footer) rows of totals, notes or signatures")))
        }
        return settings
    }

    private static func rows(of sheet: Sheet) -> [SampleRow] {
        sheet.rows.filter { !$0.cells.isEmpty }.map { row in
            var cells: [SampleValue] = []
            for cell in sheet.cells[row.cells] {
                while cells.count < cell.column { cells.append(SampleValue(text: "")) }
                cells[cell.column - 1] = SampleValue(
                    text: sheet.string(cell), isTyped: cell.kind != .text)
            }
            return SampleRow(line: row.number - 1, cells: cells)
        }
    }
}
