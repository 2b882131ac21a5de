internal import Batches
internal import Diagnostics
internal import Ingestion
internal import Tabular

/// A delimited file as a table: looked into at its beginning, then read to its end in bounded memory.
final class DelimitedTable: TableSource {
    private let path: String
    private let guess: DialectGuess
    private let dialect: CSVDialect
    private var reader: CSVReader
    private var nextLine: Int
    /// Bytes of a byte order mark, which the reader does not count.
    private let markBytes: Int

    let cellCount: Int
    var headerRecords: Int { guess.headerLines.value }
    var repair: (any RowRepair)? { RecordRepair(dialect, cellCount: cellCount) }

    init(_ options: ConversionOptions, _ file: FileSample) throws(RunFailure) {
        path = options.path
        var sample = file.head
        let (isWhole, bytes) = (file.isWhole, file.rest)
        guard !sample.isEmpty else {
            throw Self.refuse(
                .emptyFile, path, "the file is empty, expected records",
                hint: "ask for the export again")
        }
        guess = DialectGuess(sample, isWhole: isWhole, declared: options.declared)
        dialect = guess.dialect
        cellCount = guess.cells.value
        markBytes = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var isGiven = false
        reader = CSVReader(dialect: dialect, chunkBytes: RecordReader.defaultChunkBytes) { output in
            if isGiven { return isWhole ? false : try bytes.pull(into: &output) }
            isGiven = true
            output.append(contentsOf: sample)
            sample = []
            return !isWhole
        }
        nextLine = 1
        let cells = cellCount
        try Self.guarded(path) { try reader.expect(cells: cells) }
        nextLine = reader.counts.total + 1
    }

    func next() throws(RunFailure) -> TableBatch? {
        let cells = Array(0..<cellCount)
        guard let batch = try Self.guarded(path, { try reader.next(cells: cells) }) else {
            return nil
        }
        let firstLine = nextLine
        nextLine += batch.lineCount
        var records = batch
        records.quote = dialect.quote ?? 0
        records.escape = dialect.escape
        return TableBatch(
            records: records, firstLine: firstLine, firstByte: markBytes + batch.byteOffset)
    }

    var description: [String] {
        let escape =
            switch guess.escape.value {
            case .doubled: "doubled"
            case .none: "none"
            case .byte(let byte): String(decoding: [byte], as: UTF8.self)
            }
        let quote =
            if case .byte(let byte) = guess.quote.value {
                String(decoding: [byte], as: UTF8.self)
            } else {
                "none"
            }
        return [
            line("encoding", guess.encoding.value.rawValue, guess.encoding),
            line("line end", guess.lineEnd.value.rawValue, guess.lineEnd),
            line("delimiter", DialectGuess.name(of: guess.delimiter.value), guess.delimiter),
            line("quote", quote, guess.quote),
            line("escape", escape, guess.escape),
            line("skip-lines", "\(guess.skipLines.value)", guess.skipLines),
            line("header-lines", "\(guess.headerLines.value)", guess.headerLines),
            line("fields", "\(guess.cells.value)", guess.cells),
        ]
    }

    private func line<Value>(
        _ name: String, _ value: String, _ guess: Guess<Value>
    ) -> String {
        "\(name): \(value) (\(guess.confidence) %: \(guess.evidence))"
    }

    /// The reader throws what its closure throws, which is a refusal already, or its own failure.
    private static func guarded<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(RunFailure) -> Result {
        do {
            return try body()
        } catch let failure as RunFailure {
            throw failure
        } catch let failure as TextFailure {
            throw refuse(
                .unreadableEncoding, path, failure.description,
                hint: "declare the file's real encoding with --encoding")
        } catch {
            throw refuse(.unreadableFile, path, "\(error)", hint: "check the file")
        }
    }

    private static func refuse(
        _ code: DiagnosticCode, _ path: String, _ message: String, hint: String
    ) -> RunFailure {
        RunFailure(.input, Diagnostic(code, at: SourceLocation(file: path), message, hint: hint))
    }
}

extension RecordRepair: RowRepair {}
