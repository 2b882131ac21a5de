internal import Batches
internal import Diagnostics
internal import Ingestion
internal import Tabular

/// The records of one table, whatever its file is written in.
///
/// A new kind of file is a type of this protocol and a case in ``TableSources/open(_:)``: it gives its records as
/// batches whose columns are the table's, rows it cannot read with their fault.
protocol TableSource: AnyObject {
    /// Cells that every record should have, at least 1.
    var cellCount: Int { get }
    /// Records from the first on that are header.
    var headerRecords: Int { get }
    /// What is known of the file, for people: a property, its value, and why.
    var description: [String] { get }
    /// Reads the record's text again, for rows with a fault.
    var repair: (any RowRepair)? { get }

    /// - Returns: The next records; nil at the end.
    func next() throws(RunFailure) -> TableBatch?
}

/// Some records with their place in the file.
struct TableBatch {
    var records: RawBatch
    /// 1-based line of the batch's first line.
    var firstLine: Int
    /// Place in the file of the batch's first byte; nil where records are no bytes of the file.
    var firstByte: Int?
    /// What is wrong with rows that have a fault, where the fault itself does not tell, by place in the batch.
    var faults: [Int: RowFault] = [:]

    func byte(of row: RowOrigin) -> Int? { firstByte.map { $0 + Int(row.start) } }
}

/// What is wrong with a row, in the words of the list of rejects.
struct RowFault {
    let kind: String
    /// Cell, counted from 1; nil where it is the row as a whole or cannot be said.
    let cell: Int?
    /// Whether it may be read all the same when that is asked for.
    let isRepairable: Bool
}

/// A file's first bytes, and where the rest comes from.
struct FileSample {
    let head: [UInt8]
    /// Whether `head` is all.
    let isWhole: Bool
    let rest: ByteSource
}

/// Says what is wrong in a row with a fault, and what it probably was meant to be.
protocol RowRepair {
    /// The cell, counted from 1, in which the fault is; nil where it cannot be said.
    func faultyCell(_ text: [UInt8]) -> Int?
    /// Whether a text of several lines ends with one good record that spans lines.
    func endsAsRecord(_ text: [UInt8]) -> Bool
    /// The cells meant; nil where that would lose text or be a choice.
    func repair(_ text: [UInt8]) -> [[UInt8]]?
}

/// The one place that tells kinds of files apart.
enum TableSources {
    static func open(_ options: ConversionOptions) throws(RunFailure) -> any TableSource {
        let bytes = try ByteSource(path: options.path)
        var head: [UInt8] = []
        var isWhole = false
        while !isWhole, head.count < DialectGuess.sampleBytes {
            isWhole = try !bytes.pull(into: &head)
        }
        let sample = FileSample(head: head, isWhole: isWhole, rest: bytes)
        let kind = FileKind(head, isDeclaredText: options.declared.delimiter != nil)
        if let option = strangeOption(options, kind) {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: SourceLocation(file: options.path),
                    "\(option) says nothing of a file that is \(kind.name)",
                    hint: "leave it out"))
        }
        switch kind {
        case .delimited: return try DelimitedTable(options, sample)
        case .workbook, .oldWorkbook, .html: return try SheetTable(options, sample)
        case .xml: return try XMLTable(options, sample)
        }
    }

    /// The first declaration that has no meaning for a kind of file.
    private static func strangeOption(_ options: ConversionOptions, _ kind: FileKind) -> String? {
        let declared = options.declared
        var stated: [(name: String, isGiven: Bool)] = []
        if kind != .delimited {
            stated = [
                ("--delimiter", declared.delimiter != nil), ("--quote", declared.quote != nil),
                ("--escape", declared.escape != nil),
                ("--encoding", declared.encoding != nil && kind != .html),
            ]
        }
        let isSheet = kind == .workbook || kind == .oldWorkbook || kind == .html
        if !isSheet { stated.append(("--sheet", options.sheet != nil)) }
        if kind == .xml {
            stated.append(("--header-lines", declared.headerLines != nil))
            stated.append(("--skip-lines", declared.skipLines != nil))
        } else {
            stated.append(("--record", options.record != nil))
        }
        return stated.first(where: \.isGiven)?.name
    }
}

extension FileKind {
    fileprivate var name: String {
        switch self {
        case .delimited: "delimited text"
        case .workbook, .oldWorkbook: "a workbook"
        case .html: "HTML"
        case .xml: "XML"
        }
    }
}
