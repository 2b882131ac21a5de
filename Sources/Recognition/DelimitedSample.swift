internal import Batches
internal import Diagnostics
internal import Tabular

/// Delimited text as a table: the dialect by ``DialectGuess``, the header by known headings.
struct DelimitedSample {
    private static let mostRows = 500
    private static let lastRows = 300
    private let guess: DialectGuess
    private let highBytes: Int
    private let rows: [SampleRow]
    private let layout: RowLayout

    init(_ sample: ExportSample) {
        guess = DialectGuess(sample.bytes, isWhole: sample.isWhole)
        highBytes = sample.bytes.count { $0 >= 0x80 }
        rows = Self.rows(sample, guess)
        layout = RowLayout(rows)
    }

    /// nil where nothing speaks for a table.
    func table() -> SampleTable? {
        guard !rows.isEmpty, guess.cells.value > 1 || layout.known > 0 else { return nil }
        let hasHeader = !layout.header.isEmpty || guess.headerLines.value > 0
        let data = layout.header.isEmpty && hasHeader ? 1..<rows.count : layout.data
        let isMerged = layout.header.count > 1
        let width = guess.cells.value
        let sampled = rows[data].filter { $0.isGood }.prefix(Self.mostRows)
        let columns = (0..<width).map { number in
            let heading =
                layout.header.isEmpty
                ? (hasHeader ? rows[0].text(number) : "") : layout.heading(number)
            var column = SampleColumn(
                number: number + 1, heading: heading,
                names: layout.header.isEmpty ? nil : layout.names(number),
                values: sampled.map { SampleValue(text: $0.text(number)) })
            column.isNumbered = !hasHeader || isMerged
            return column
        }
        var table = SampleTable(
            container: "csv", columns: columns, settings: settings(hasHeader: hasHeader),
            recordCount: sampled.count)
        table.hasHeader = hasHeader
        table.questions = questions()
        return table
    }

    private func settings(hasHeader: Bool) -> [Setting] {
        let good = rows.count(where: \.isGood)
        let lines = Wording(
            "\(good) dari \(rows.count) baris punya \(guess.cells.value) kolom",
            "\(good) of \(rows.count) records have \(guess.cells.value) cells")
        var settings = [
            Setting(
                nil, "\(guess.lineEnd.value.rawValue)", guess.lineEnd.confidence,
                Wording("akhir baris", "line end"))
        ]
        settings.append(
            Setting(
                "encoding", encodingName, guess.encoding.confidence,
                guess.encoding.evidence == "no byte above 127"
                    ? Setting.onlyASCII
                    : Wording("menurut byte berkas", "by the file's bytes")))
        settings.append(
            Setting(
                "delimiter",
                YAMLText.quoted(String(decoding: guess.delimiter.value, as: UTF8.self)),
                guess.delimiter.confidence, lines))
        settings.append(
            Setting(
                "quote", quoteName, guess.quote.confidence,
                guess.quote.confidence > 50
                    ? Wording("menurut isi berkas", "by the file's content")
                    : Wording("tidak dipakai; yang lazim", "not used; the usual one")))
        settings.append(
            Setting(
                "escape", escapeName, guess.escape.confidence,
                guess.escape.confidence > 50
                    ? Wording("menurut isi berkas", "by the file's content")
                    : Wording("tidak dipakai; yang lazim", "not used; the usual one")))
        return settings + layoutSettings(hasHeader: hasHeader)
    }

    private func layoutSettings(hasHeader: Bool) -> [Setting] {
        var settings: [Setting] = []
        let isMerged = layout.header.count > 1
        let first = layout.header.isEmpty ? 0 : layout.header.lowerBound
        let before: Int
        if isMerged {
            before = layout.header.upperBound < rows.count ? rows[layout.header.upperBound].line : 0
        } else {
            before = layout.header.isEmpty ? guess.skipLines.value : rows[first].line
        }
        settings.append(
            Setting(
                "preamble", "\(before)", layout.header.isEmpty ? 60 : 95,
                isMerged
                    ? Wording(
                        "judul \(layout.header.count) baris ikut dilewati, kolom menurut nomor",
                        "a header of \(layout.header.count) rows is skipped too, columns by number")
                    : Wording("baris sebelum baris judul", "lines before the header")))
        settings.append(
            Setting(
                "header", hasHeader && !isMerged ? "true" : "false",
                layout.filled > 0 ? max(60, 100 * layout.known / layout.filled) : 60,
                Wording(
                    "\(layout.known) dari \(layout.filled) judul dikenal",
                    "\(layout.known) of \(layout.filled) headings are known")))
        if let footer = layout.footer {
            let raw = rows[footer].raw
            let end = raw.firstRange(of: layout.footerWord)?.upperBound ?? raw.startIndex
            settings.append(
                Setting(
                    "footer", YAMLText.quoted(String(raw[..<end])), 90,
                    Wording(
                        "\(rows.count - footer) baris jumlah, catatan atau tanda tangan",
                        "\(rows.count - footer) rows of totals, notes or signatures")))
        }
        return settings
    }

    private func questions() -> [Wording] {
        var questions: [Wording] = []
        if guess.encoding.value == .utf16BigEndian, guess.encoding.confidence < 100 {
            questions.append(
                Wording(
                    "UTF-16 tanpa penanda urutan byte: simpan ulang berkas sebagai UTF-8?",
                    "UTF-16 without a byte order mark: can the file be saved anew as UTF-8?"))
        }
        let high = guess.encoding.value == .windows1252 ? highBytes : 0
        if (1...2).contains(high) {
            questions.append(
                Wording(
                    "hanya \(high) byte bukan ASCII, dan bukan UTF-8: windows-1252, atau rusak di jalan (encoding: utf-8)?",
                    "only \(high) bytes are not ASCII, and no UTF-8: windows-1252, or damaged on the way (encoding: utf-8)?"
                ))
        }
        if layout.strayRows > 0 {
            questions.append(
                Wording(
                    "\(layout.strayRows) baris terakhir tanpa NIP: dengan teks apa bagian penutup mulai (footer)?",
                    "the last \(layout.strayRows) rows have no NIP: with which text does the footer begin?"
                ))
        }
        return questions
    }

    private var encodingName: String {
        switch guess.encoding.value {
        case .utf8: "utf-8"
        case .windows1252: "windows-1252"
        case .utf16, .utf16BigEndian: "utf-16"
        }
    }

    private var quoteName: String {
        guard case .byte(let byte) = guess.quote.value else { return "none" }
        return YAMLText.quoted(String(decoding: [byte], as: UTF8.self))
    }

    private var escapeName: String {
        guard case .byte(let byte) = guess.escape.value else { return "double" }
        return YAMLText.quoted(String(decoding: [byte], as: UTF8.self))
    }

    private static func rows(_ sample: ExportSample, _ guess: DialectGuess) -> [SampleRow] {
        var decoder = TextDecoder(encoding: guess.encoding.value)
        var text: [UInt8] = []
        // A text that breaks off here is refused by whoever reads it, with the place.
        try? decoder.decode(sample.bytes, into: &text)
        if sample.isWhole { try? decoder.finish(into: &text) }
        let width = guess.cells.value
        let dialect = guess.dialect
        var batch = RawBatch(text: text, columnCount: width)
        _ = CSVTokenizer(dialect: dialect, cellCount: width, cells: Array(0..<width))
            .tokenize(into: &batch, from: 0, isLast: sample.isWhole)
        let repair = RecordRepair(dialect, cellCount: width)
        // The beginning tells what columns are, the end where the footer begins.
        let seen = batch.rows.indices.filter {
            $0 <= mostRows || $0 >= batch.rows.count - lastRows
        }
        return seen.map { place in
            let row = batch.rows[place]
            let raw = Array(batch.bytes[Int(row.start)..<Int(row.end)])
            let isGood = row.fault == .none
            let cells =
                isGood
                ? (0..<width).map {
                    batch.text(
                        batch.field(row: place, column: $0), quote: dialect.quote ?? 0,
                        escape: dialect.escape)
                } : repair.split(raw)
            return SampleRow(
                line: Int(row.line),
                cells: cells.map { SampleValue(text: String(decoding: $0, as: UTF8.self)) },
                raw: String(decoding: raw, as: UTF8.self), isGood: isGood)
        }
    }
}
