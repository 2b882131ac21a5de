/// The dialect that a source's exports are written in.
package enum ExportFormat: Sendable {
    case csv(CSVFormat)
    case xml(XMLFormat)
    case sheet(SheetFormat)

    package var numbers: NumberFormat {
        switch self {
        case .csv(let format): format.numbers
        case .xml(let format): format.numbers
        case .sheet(let format): format.numbers
        }
    }

    /// Whether blanks around a value do not count.
    package var trims: Bool {
        switch self {
        case .csv(let format): format.trims
        case .xml(let format): format.trims
        case .sheet(let format): format.trims
        }
    }
}

/// How numbers are written: the decimal mark, and whether `Rp`, `%`, blanks and groups are accepted.
package struct NumberFormat: Sendable, Hashable {
    package var decimalMark: UInt8
    package var isLenient: Bool

    package init(decimalMark: UInt8 = UInt8(ascii: "."), isLenient: Bool = true) {
        self.decimalMark = decimalMark
        self.isLenient = isLenient
    }
}

/// Delimited text, as the definition declares it.
package struct CSVFormat: Sendable {
    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "utf-8"
        case windows1252 = "windows-1252"
        case utf16 = "utf-16"
    }

    package enum BlankLines: String, Sendable, CaseIterable {
        case skip
        case reject
    }

    package var delimiter = ","
    /// `nil`: the export does not quote.
    package var quote: UInt8? = UInt8(ascii: "\"")
    /// `nil`: a quote inside quotes is doubled.
    package var escape: UInt8?
    package var encoding = Encoding.utf8
    package var preambleLines = 0
    package var footerPrefix: String?
    package var recordLines = 16
    package var recordBytes = 1 << 20
    package var blankLines = BlankLines.skip
    package var hasHeader = true
    package var trims = true
    package var numbers = NumberFormat()
}

/// XML records found by simple paths, as the definition declares them.
package struct XMLFormat: Sendable {
    package var record: String
    package var isStrict: Bool
    package var trims = true
    package var numbers: NumberFormat
}

/// A sheet of a workbook, or a table of an HTML document, as the definition declares it.
package struct SheetFormat: Sendable {
    package enum Container: Sendable, Equatable {
        /// `sheet`: Name or number; `nil` where the workbook has only one that is visible.
        case workbook(sheet: String?)
        /// `table`: By the order of the start tags, from 1; `nil` for the one with most cells.
        case html(table: Int?, encoding: CSVFormat.Encoding)
    }

    package var container: Container
    package var preambleRows = 0
    package var headerRows = 1
    package var footerPrefix: String?
    package var trims = true
    package var numbers = NumberFormat()
}
