internal import Batches
internal import Diagnostics
internal import Ingestion

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
    /// Place in the file of the batch's first byte.
    var firstByte: Int
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
        return try DelimitedTable(options, bytes: bytes)
    }
}
