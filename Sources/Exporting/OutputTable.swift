internal import Definition

/// Rows of an output as cells that are written one by one, so that no table is ever whole in
/// memory.
protocol OutputTable: Sendable {
    /// The fields that the definition gives the table; a field's number is its place here.
    static func fields(of definition: PipelineDefinition) -> [TableField]

    /// Rows without heading and trailer.
    var rowCount: Int { get }

    /// Appends the bytes of one cell, nothing where the value is missing.
    ///
    /// - Parameters:
    ///   - field: Place in ``fields(of:)``.
    ///   - row: 0..<`rowCount`.
    ///   - cell: Receives UTF-8, unquoted.
    func append(field: Int, row: Int, to cell: inout [UInt8])

    /// The cells of a last row that counts the others, empty where the table has none; `width` is
    /// the number of columns written.
    func trailer(width: Int) -> [String]
}

extension OutputTable {
    func trailer(width: Int) -> [String] { [] }
}
