internal import Definition
internal import Tabular

/// Rows of an output, written some rows at a time, so that no table is ever whole in memory.
protocol OutputTable: Sendable {
    /// The fields that the definition gives the table; a field's number is its place here.
    static func fields(of definition: PipelineDefinition) -> [TableField]

    /// Rows without heading and trailer.
    var rowCount: Int { get }

    /// Appends and ends the cells of one field, one for each row, empty where the value is missing.
    ///
    /// A table of many rows takes the arrays of the field before its loop: looking them up once
    /// per cell costs more than printing the cell.
    ///
    /// - Parameters:
    ///   - field: Place in ``fields(of:)``.
    ///   - rows: Part of 0..<`rowCount`.
    ///   - cells: Receives UTF-8, unquoted.
    func append(field: Int, rows: Range<Int>, to cells: inout CellBlock)

    /// The cells of a last row that counts the others, empty where the table has none; `width` is
    /// the number of columns written.
    func trailer(width: Int) -> [String]
}

extension OutputTable {
    func trailer(width: Int) -> [String] { [] }
}

/// A table of few rows, which may look everything up for each cell.
protocol CellwiseTable: OutputTable {
    /// Appends the bytes of one cell, nothing where the value is missing.
    func append(field: Int, row: Int, to cell: inout CellBlock)
}

extension CellwiseTable {
    func append(field: Int, rows: Range<Int>, to cells: inout CellBlock) {
        for row in rows {
            append(field: field, row: row, to: &cells)
            cells.endCell()
        }
    }
}
