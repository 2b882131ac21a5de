/// How a cell looks; the raw value is its place in the workbook's table of styles.
package enum SheetStyle: Int, Sendable, CaseIterable {
    /// Nothing: text outside of the list.
    case plain
    /// Large and bold.
    case title
    /// Bold, centred, wrapped, with a border and a grey ground.
    case heading
    /// A heading of digits and points in small letters, such as an account code, which must not be broken.
    case code
    /// Wrapped text of the list, with a border.
    case text
    /// Whole rupiah with separators, with a border.
    case money
    /// A small whole number of the list, with a border.
    case count
    /// Text of a total.
    case totalText
    /// Whole rupiah of a total.
    case totalMoney
    /// Bold text over the columns: the name of a group.
    case group

    /// `xl/styles.xml`: fonts, grounds, borders and a format for each case in its order.
    static var table: String {
        let fonts = """
            <fonts count="4"><font><sz val="9"/><name val="Arial"/></font>\
            <font><b/><sz val="9"/><name val="Arial"/></font>\
            <font><b/><sz val="13"/><name val="Arial"/></font>\
            <font><sz val="7"/><name val="Arial"/></font></fonts>
            """
        let fills = """
            <fills count="3"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FFE7E7E7"/></patternFill></fill></fills>
            """
        let side = #"style="thin"><color auto="1"/>"#
        let borders = """
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
            <border><left \(side)</left><right \(side)</right><top \(side)</top>\
            <bottom \(side)</bottom><diagonal/></border></borders>
            """
        let formats = allCases.map(\.format).joined()
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            \(fonts)\(fills)\(borders)\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="\(allCases.count)">\(formats)</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
    }

    private var format: String {
        switch self {
        case .plain: Self.format()
        case .title: Self.format(font: 2)
        case .heading:
            Self.format(
                font: 1, fill: 2, border: 1,
                alignment: #"horizontal="center" vertical="center" wrapText="1""#)
        case .code:
            Self.format(
                font: 3, fill: 2, border: 1, alignment: #"horizontal="center" vertical="center""#)
        case .text: Self.format(border: 1, alignment: #"vertical="top" wrapText="1""#)
        case .money: Self.format(number: 3, border: 1, alignment: #"vertical="top""#)
        case .count:
            Self.format(number: 1, border: 1, alignment: #"horizontal="center" vertical="top""#)
        case .totalText: Self.format(font: 1, fill: 2, border: 1)
        case .totalMoney: Self.format(number: 3, font: 1, fill: 2, border: 1)
        case .group: Self.format(font: 1)
        }
    }

    /// `number`: 1 whole, 3 with separators of thousands, as the reader's country writes them.
    private static func format(
        number: Int = 0, font: Int = 0, fill: Int = 0, border: Int = 0, alignment: String? = nil
    ) -> String {
        let start =
            "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\""
            + " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
        return alignment.map { "\(start) applyAlignment=\"1\"><alignment \($0)/></xf>" }
            ?? start + "/>"
    }
}
