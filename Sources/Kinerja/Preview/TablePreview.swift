internal import Batches
package import Diagnostics
internal import Tabular

/// `preview` of a file that nobody described: its guessed dialect, its header, and what its columns look like.
package struct TablePreview {
    /// Records that are looked at.
    private static let sampleRows = 1_000
    /// Malformed records shown.
    private static let mostProblems = 5

    private let language: Language
    private let source: any TableSource
    private var header: [String] = []
    private var types: [InferredType]
    private var rows: [(line: Int, cells: [String])] = []
    private var problems: [Diagnostic] = []
    private var read = 0
    private var malformed = 0
    private var isWhole = false

    /// - Parameters:
    ///   - options: The file and what is declared of it; nothing is written.
    ///   - rows: Records to show.
    ///   - language: Of the texts.
    /// - Returns: The preview for people, in 80 columns.
    /// - Throws: ``RunFailure`` where the file is refused.
    package static func text(
        _ options: ConversionOptions, rows: Int, _ language: Language
    ) throws(RunFailure) -> String {
        let source = try TableSources.open(options)
        var preview = TablePreview(source, language)
        try preview.look(options, most: rows)
        return preview.text
    }

    private init(_ source: any TableSource, _ language: Language) {
        self.source = source
        self.language = language
        types = Array(repeating: InferredType(), count: source.cellCount)
    }

    private mutating func look(_ options: ConversionOptions, most: Int) throws(RunFailure) {
        var headerLeft = source.headerRecords
        var heads: [[String]] = []
        while read + malformed < Self.sampleRows {
            guard let batch = try source.next() else {
                isWhole = true
                break
            }
            for (row, origin) in batch.records.rows.enumerated() {
                let line = batch.firstLine + Int(origin.line)
                guard origin.fault == .none else {
                    note(row, of: batch, line: line, options)
                    headerLeft = max(0, headerLeft - 1)
                    continue
                }
                let cells = (0..<source.cellCount).map {
                    batch.records.plainText(batch.records.field(row: row, column: $0))
                }
                if headerLeft > 0 {
                    headerLeft -= 1
                    heads.append(cells.map { String(decoding: $0, as: UTF8.self) })
                    continue
                }
                read += 1
                for column in cells.indices { types[column].add(cells[column]) }
                if rows.count < most {
                    rows.append((line, cells.map { String(decoding: $0, as: UTF8.self) }))
                }
            }
        }
        header = (0..<source.cellCount).map { column in
            options.columns?[column]
                ?? heads.map { $0[column] }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private mutating func note(
        _ row: Int, of batch: TableBatch, line: Int, _ options: ConversionOptions
    ) {
        malformed += 1
        guard problems.count < Self.mostProblems else { return }
        let origin = batch.records.rows[row]
        let kind = batch.faults[row]?.kind ?? origin.fault.kind
        problems.append(
            Diagnostic(
                origin.fault == .quoting ? .quoting : .cellCount,
                at: SourceLocation(file: options.path, line: line), kind,
                hint: language(
                    "'kinerja convert --rejects' menyebutkan teksnya",
                    "'kinerja convert --rejects' lists its text")))
    }

    private var text: String {
        var text = source.description.flatMap {
            WrappedText.lines($0, first: "", next: "    ", width: 80)
        }.map { $0 + "\n" }.joined()
        var columns = TextGrid([
            language("no.", "no."), language("judul", "heading"), language("isi", "content"),
            language("kosong", "empty"),
        ])
        for column in header.indices {
            columns.add([
                "\(column + 1)", shown(header[column]), types[column].text(language),
                "\(types[column].empty)",
            ])
        }
        text += "\n" + columns.text + "\n"
        var grid = TextGrid(
            [language("baris", "line")]
                + header.indices.map { header[$0].isEmpty ? "\($0 + 1)" : shown(header[$0]) })
        for row in rows {
            let cells = row.cells.indices.map { column in
                isName(header[column]) && !row.cells[column].isEmpty
                    ? "***" : shown(row.cells[column])
            }
            grid.add(["\(row.line)"] + cells)
        }
        text += rows.isEmpty ? "" : grid.text + "\n"
        let scope =
            isWhole
            ? language("seluruh berkas", "the whole file")
            : language("awal berkas", "the beginning of the file")
        text += language("contoh", "sample") + ": \(scope), "
        text += language("terbaca", "read") + " \(read), "
        text += language("rusak", "malformed") + " \(malformed)\n"
        return text + problems.map { "\($0)\n" }.joined()
    }

    private func shown(_ text: String) -> String { VisibleText.of(Masking.masked(text)) }

    /// Whether a column is likely to hold names of people; where there is no header nobody knows.
    private func isName(_ heading: String) -> Bool {
        let words = heading.lowercased().split { !$0.isLetter }
        return words.contains {
            ["nama", "name", "pegawai", "penilai", "atasan", "gelar"].contains($0)
        }
    }
}
