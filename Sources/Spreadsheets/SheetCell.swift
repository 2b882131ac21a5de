/// A cell of a sheet: a text, a whole number, or a formula with the value that it has.
package struct SheetCell: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case empty
        case text(String)
        case number(Int64)
        /// What follows the equals sign, and its value; readers that do not compute show the value.
        case formula(String, value: Int64)
    }

    package let content: Content
    package let style: SheetStyle

    package init(_ content: Content, _ style: SheetStyle) {
        self.content = content
        self.style = style
    }

    package static func text(_ text: String, _ style: SheetStyle = .text) -> SheetCell {
        SheetCell(.text(text), style)
    }

    package static func number(_ number: Int64, _ style: SheetStyle) -> SheetCell {
        SheetCell(.number(number), style)
    }

    package static func formula(
        _ formula: String, value: Int64, _ style: SheetStyle
    ) -> SheetCell {
        SheetCell(.formula(formula, value: value), style)
    }

    package static func empty(_ style: SheetStyle = .plain) -> SheetCell {
        SheetCell(.empty, style)
    }

    /// `27` and 3 are `AA3`: how formulas name a cell; both from 1.
    package static func reference(column: Int, row: Int) -> String {
        columnName(column) + "\(row)"
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
