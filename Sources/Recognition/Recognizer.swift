internal import Definition
internal import Diagnostics
internal import Markup
internal import Tabular
internal import Workbooks

/// Recognizes what a delivered file is and how a definition would read it; pure, opens nothing.
package enum Recognizer {
    package static func recognize(_ sample: ExportSample) -> Recognition {
        guard !sample.bytes.isEmpty else {
            return .nothing(Wording("berkas kosong", "the file is empty"))
        }
        let table: SampleTable?
        do {
            table = try read(sample)
        } catch {
            return .nothing(Wording("tidak dapat dibaca: \(error)", "cannot be read: \(error)"))
        }
        guard let table else {
            return .nothing(Wording("bukan tabel", "no table"))
        }
        if let payroll = PayrollForm.name(of: table.columns) { return .other(payroll) }
        let pivots = table.columns.filter(\.isPivot)
        if pivots.count >= 2 {
            return .source(PivotForm(sample.path, table: table, answers: pivots).guess)
        }
        let contest = KindContest(table, hasMonth: PathCapture.month(in: sample.path) != nil)
        guard let trial = contest.winner else { return unknown(table) }
        return .source(
            SourceAssembly(sample.path, table: table, trial: trial, rival: contest.rival).guess)
    }

    private static func read(_ sample: ExportSample) throws -> SampleTable? {
        let bytes = sample.bytes
        if bytes.starts(with: [0x50, 0x4B]) { return try SheetSample(workbook: bytes).table() }
        if bytes.starts(with: Array("%PDF".utf8)) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return nil
        }
        let head = Self.head(of: bytes)
        if head.hasPrefix("<?xml") || head.hasPrefix("<") && !isHTML(head) {
            return try MarkupSample(sample).table()
        }
        if isHTML(head) { return try html(bytes) }
        return DelimitedSample(sample).table()
    }

    /// Whether a document is HTML, which broken web forms send in pieces.
    private static func isHTML(_ head: String) -> Bool {
        ["<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<div"]
            .contains { head.hasPrefix($0) }
    }

    /// The first letters, in small letters, without marks and blanks in front; of UTF-16 every other byte.
    private static func head(of bytes: [UInt8]) -> String {
        let letters = bytes.prefix(600).filter { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }
        return String(decoding: letters.drop { $0 == 0x20 }.prefix(256), as: UTF8.self).lowercased()
    }

    private static func html(_ bytes: [UInt8]) throws -> SampleTable? {
        let guess = DialectGuess(bytes, isWhole: true).encoding
        var decoder = TextDecoder(encoding: guess.value)
        var text: [UInt8] = []
        try decoder.decode(bytes, into: &text)
        try decoder.finish(into: &text)
        let name =
            switch guess.value {
            case .utf8: "utf-8"
            case .windows1252: "windows-1252"
            case .utf16, .utf16BigEndian: "utf-16"
            }
        return try SheetSample(html: text, encoding: name, confidence: guess.confidence).table()
    }

    /// Says what the values are where no heading is known.
    private static func unknown(_ table: SampleTable) -> Recognition {
        let nips = table.columns.filter {
            $0.profile.nips > 0 && $0.profile.nips * 2 >= $0.profile.filled
        }
        guard !nips.isEmpty else {
            let known = table.columns.count { HeadingBook.known.isKnown($0.keys) }
            guard known >= 2 else {
                return .nothing(
                    Wording(
                        "\(table.columns.count) kolom, tidak ada NIP dan judul yang dikenal",
                        "\(table.columns.count) columns, no NIP and no known headings"))
            }
            return .question(
                Wording(
                    "\(known) judul dikenal, tetapi tidak ada kolom NIP dan tidak ada jenis yang lengkap: tentang apa berkas ini?",
                    "\(known) headings are known, but there is no column of NIPs and no kind is complete: what is this file about?"
                ))
        }
        let list = nips.map { "\($0.number)" }.joined(separator: ", ")
        let days = table.columns.filter { $0.profile.dateForm != nil }.map { "\($0.number)" }
            .joined(separator: ", ")
        return .question(
            Wording(
                "kolom \(list) berisi NIP, kolom [\(days)] tanggal, tetapi judul tidak menyatakan jenisnya: tentang apa berkas ini, dan apa tiap kolomnya?",
                "column \(list) holds NIPs, columns [\(days)] days, but no heading tells the kind: what is this file about, and what is each column?"
            ))
    }
}
