internal import Archiving
internal import Batches
internal import Diagnostics
internal import Exporting
internal import Files
internal import Tabular

/// A published run that was verified, with its people as its table of results lists them.
struct ComparedRun {
    let manifest: Manifest
    private(set) var people = ComparedPeople()

    /// Whether the run publishes what a month is paid from.
    var hasPostings: Bool { manifest.outputs.contains { $0.name == "penempatan.csv" } }

    /// - Parameters:
    ///   - folder: Of a published run.
    ///   - needsPeople: Whether there must be a table of people with their final.
    /// - Throws: ``RunFailure`` of kind `verification`; of kind `input` where no output is such a table.
    init(_ folder: String, needsPeople: Bool = true) throws(RunFailure) {
        manifest = try RunVerifier().verifyFolder(folder).manifest
        for output in manifest.outputs where output.rows != nil {
            let isTable = output.name.hasSuffix(".csv") || output.name.hasSuffix(".csv.gz")
            guard isTable,
                let found = try Self.people("\(folder)/\(output.name)", rows: output.rows ?? 0)
            else { continue }
            people = found
            return
        }
        guard !needsPeople else {
            throw RunFailure(
                .input,
                Diagnostic(
                    .unreadableFile, at: SourceLocation(file: folder),
                    "no output of this run has the columns nip, akhir and predikat",
                    hint: hasPostings
                        ? "compare what two runs cost with --pay SCHEME"
                        : "let the definition export the table 'hasil' with these headings"))
        }
    }

    /// Headings in both languages.
    private enum Heading {
        static let nip = ["nip"]
        static let final = ["akhir", "final"]
        static let predikat = ["predikat"]
        static let unit = ["unit"]
        static let scheme = ["skema", "scheme"]
        static let factor = ["faktor", "factor"]
        /// What says who somebody is, or follows from the other columns.
        static let others: Set<String> = [
            "nama", "name", "jabatan", "position", "jenis", "employment_type", "jenjang", "level",
            "golongan", "kelas", "class", "status", "uji_coba", "trial", "aturan", "rules",
        ]

        /// Of tables that have finals, too, and another row for a person than `hasil`: incentives and postings.
        static let ofOtherTables: Set<String> = ["run", "urut", "order"]

        static func isComponent(_ name: String) -> Bool {
            let known = nip + final + predikat + unit + scheme + factor
            return !known.contains(name) && !others.contains(name)
                && !name.hasPrefix("peringkat") && !name.hasPrefix("rank")
        }
    }

    /// - Returns: `nil` where the table is another one.
    private static func people(_ path: String, rows: Int) throws(RunFailure) -> ComparedPeople? {
        do {
            let source = try PackedBytes(path)
            var reader = CSVReader(dialect: CSVDialect()) { try source.next(into: &$0) }
            guard let header = try reader.readHeader()?.header else { return nil }
            func column(_ names: [String]) -> Int? { header.firstIndex { names.contains($0) } }
            guard let nip = column(Heading.nip), let final = column(Heading.final),
                let predikat = column(Heading.predikat),
                !header.contains(where: Heading.ofOtherTables.contains)
            else { return nil }
            let others = [Heading.unit, Heading.scheme, Heading.factor].map(column)
            let components = header.indices.filter { Heading.isComponent(header[$0]) }
            var found = ComparedPeople()
            found.components = components.map { header[$0] }
            let cells = Array(header.indices)
            while let batch = try reader.next(cells: cells) {
                for row in batch.rows.indices {
                    func text(_ column: Int?) -> String {
                        guard let column else { return "" }
                        let bytes = batch.plainText(batch.field(row: row, column: column))
                        return PublishedTable.plain(String(decoding: bytes, as: UTF8.self))
                    }
                    guard let number = UInt64(text(nip)) else {
                        throw refusal(path, "a row has no NIP")
                    }
                    let figure = text(final)
                    let places = figure.split(separator: ".").dropFirst().first?.utf8.count ?? 0
                    found.printedDecimals = max(found.printedDecimals, places)
                    found.people[number] = .init(
                        final: ComparedPeople.scaled(figure), predikat: text(predikat),
                        unit: text(others[0]), scheme: text(others[1]), factor: text(others[2]),
                        components: components.map { text($0) })
                }
            }
            guard found.people.count == rows else {
                throw refusal(path, "\(found.people.count) people in \(rows) rows")
            }
            return found
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw refusal(path, "\(error)")
        }
    }

    private static func refusal(_ path: String, _ message: String) -> RunFailure {
        RunFailure(
            .verification,
            Diagnostic(
                .verificationFailed, at: SourceLocation(file: path), message,
                hint: "do not use it: take a copy that verifies, or move it away and run again"))
    }
}

/// A published file piece by piece, unpacked where its name ends in `.gz`.
private final class PackedBytes {
    private var file: InputFile
    private var decoder: GzipDecoder?

    init(_ path: String) throws {
        file = try InputFile(path: path)
        if path.hasSuffix(".gz") {
            decoder = try GzipDecoder(outputLimit: 1 << 40, ratioLimit: 2_000)
        }
    }

    /// - Returns: False at the end.
    func next(into bytes: inout [UInt8]) throws -> Bool {
        guard decoder != nil else { return try file.read(into: &bytes, atMost: 1 << 18) > 0 }
        var piece: [UInt8] = []
        guard try file.read(into: &piece, atMost: 1 << 18) > 0 else {
            try decoder.take()?.finish()
            return false
        }
        try decoder?.decode(piece.span, into: &bytes)
        return true
    }
}
