/// The cells of one sheet or table, row by row; what is empty is not there.
package struct Sheet: Sendable {
    /// What the text of a cell is.
    package enum CellKind: UInt8, Sendable {
        case text
        /// A number with a point as its decimal mark, a percentage included.
        case number
        /// An error such as `#REF!`, a formula that was never computed, a number that is none.
        case error
        /// A whole number of more digits than spreadsheets keep, written `1.98703152010011E+17`.
        case lostDigits
    }

    package struct Cell: Sendable {
        /// From 1.
        package let column: Int
        /// Bytes in ``Sheet/text``.
        package let text: Range<Int>
        package let kind: CellKind
    }

    package struct Row: Sendable {
        /// From 1, as the spreadsheet numbers it.
        package let number: Int
        package let isHidden: Bool
        /// Places in ``Sheet/cells``, columns ascending.
        package internal(set) var cells: Range<Int>
    }

    package let name: String
    /// UTF-8 of all cells.
    package internal(set) var text: [UInt8] = []
    package internal(set) var cells: [Cell] = []
    /// Numbers ascending; a row without any cell may be missing.
    package internal(set) var rows: [Row] = []
    /// Columns that the sheet hides, ascending, each range once.
    package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
    /// First rows of merged ranges that span several rows, each with the last.
    package internal(set) var mergedRows: [ClosedRange<Int>] = []
    package internal(set) var isHidden = false

    init(name: String) { self.name = name }

    package func string(_ cell: Cell) -> String {
        String(decoding: text[cell.text], as: UTF8.self)
    }

    /// `27` is `AA`.
    package static func columnName(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
