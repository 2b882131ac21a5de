internal import Markup

/// The cells of one sheet of a workbook, each as the text that it stands for.
final class SheetPart: MarkupHandler {
    private(set) var builder: SheetBuilder
    private let strings: SharedStrings
    private let forms: [NumberForm]
    private let dates: SerialDate

    private var column = 0
    private var type = ""
    private var style: Int?
    private var hasValue = false
    private var hasFormula = false
    private var hasData = false
    private var value: TextCollector
    private var formula: TextCollector
    /// The element whose text is collected: `v`, `t`, `f`, or none.
    private var open = ""
    private var phonetics = 0

    init(_ builder: SheetBuilder, strings: SharedStrings, forms: [NumberForm], is1904: Bool) {
        self.builder = builder
        self.strings = strings
        self.forms = forms
        dates = SerialDate(is1904: is1904)
        value = TextCollector(limit: builder.limits.cellBytes)
        formula = TextCollector(limit: builder.limits.cellBytes)
    }

    var isDone: Bool { builder.failure != nil }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "sheetData": hasData = true
        case "row": beginRow(attributes)
        case "c": beginCell(attributes)
        case "v", "t", "f":
            open = phonetics == 0 ? name : ""
            if name == "f" { hasFormula = true } else { hasValue = true }
        case "rPh": phonetics += 1
        case "col": hide(attributes)
        case "mergeCell": merge(attributes)
        default: break
        }
    }

    func endElement(_ name: String, isWritten: Bool) {
        switch name {
        case "v", "t", "f": open = ""
        case "rPh": phonetics -= 1
        case "c": endCell()
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        switch open {
        case "v", "t": value.append(bytes)
        case "f": formula.append(bytes)
        default: break
        }
    }

    /// - Throws: ``WorkbookFailure``, the first contradiction.
    func finish() throws(WorkbookFailure) -> Sheet {
        if !hasData { builder.fail("it has no cells: it is no sheet of rows") }
        return try builder.finish()
    }

    // MARK: Rows and cells

    private func beginRow(_ attributes: [MarkupAttribute]) {
        var number = builder.lastRow + 1
        if let stated = attributes["r"] {
            guard let found = Int(stated) else { return builder.fail("a row numbered '\(stated)'") }
            number = found
        }
        let isHidden =
            Self.isTrue(attributes["hidden"])
            || attributes["ht"].flatMap(CellNumber.init)?.text == "0"
        builder.beginRow(number, isHidden: isHidden)
        column = 0
    }

    private func beginCell(_ attributes: [MarkupAttribute]) {
        column += 1
        if let stated = attributes["r"] {
            guard let place = CellReference(stated), place.row == builder.lastRow else {
                return builder.fail("a cell '\(stated)' in row \(builder.lastRow)")
            }
            column = place.column
        }
        type = attributes["t"] ?? "n"
        style = attributes["s"].map { Int($0) ?? -1 }
        hasValue = false
        hasFormula = false
        value.begin()
        formula.begin()
    }

    private func endCell() {
        if value.isTooLong || formula.isTooLong {
            return builder.failSize("a cell of row \(builder.lastRow) has too much text")
        }
        guard hasValue else {
            // A formula that no spreadsheet has computed stands for nothing that could be read.
            if hasFormula {
                builder.append(column: column, Array("=".utf8) + formula.bytes, .error)
            }
            return
        }
        switch type {
        case "n": endNumber()
        case "s": endShared()
        case "str", "inlineStr": builder.append(column: column, value.unescaped, .text)
        case "b": endFlag()
        case "e": builder.append(column: column, value.bytes, .error)
        case "d": endDate()
        default: builder.fail("a cell of row \(builder.lastRow) has the unknown type '\(type)'")
        }
    }

    private func endShared() {
        let text = String(decoding: value.bytes, as: UTF8.self)
        guard let number = Int(text), strings.strings.indices.contains(number) else {
            return builder.fail(
                "\(Sheet.columnName(column))\(builder.lastRow) refers to the text \(text.prefix(20)), "
                    + "and the workbook has \(strings.strings.count)")
        }
        builder.append(column: column, strings.bytes[strings.strings[number]], .text)
    }

    private func endFlag() {
        switch String(decoding: value.bytes, as: UTF8.self) {
        case "1", "true": builder.append(column: column, "TRUE".utf8, .text)
        case "0", "false": builder.append(column: column, "FALSE".utf8, .text)
        default: builder.append(column: column, value.bytes, .error)
        }
    }

    /// A day in ISO form, with a time only where there is one.
    private func endDate() {
        let text = String(decoding: value.bytes, as: UTF8.self)
        let parts = text.split(separator: "T", maxSplits: 1)
        let isMidnight = parts.count == 2 && parts[1].allSatisfy { "0:.Z".contains($0) }
        let day = isMidnight ? String(parts[0]) : parts.joined(separator: " ")
        builder.append(column: column, day.utf8, .text)
    }

    private func endNumber() {
        if value.bytes.isEmpty { return }
        guard let form = form() else {
            return builder.fail(
                "\(Sheet.columnName(column))\(builder.lastRow) has a style that is not there")
        }
        guard let number = CellNumber(String(decoding: value.bytes, as: UTF8.self)) else {
            return builder.append(column: column, value.bytes, .error)
        }
        switch form {
        case .plain: append(number, "")
        case .percent: append(number.inPercent, "%")
        case .date, .month, .dateTime, .time:
            if let text = dates.text(number, form) {
                builder.append(column: column, text.utf8, .text)
            } else {
                append(number, "")
            }
        }
    }

    private func append(_ number: CellNumber, _ unit: String) {
        if number.hasLostDigits {
            builder.append(column: column, number.text.utf8, .lostDigits)
        } else {
            builder.append(column: column, (number.withinPrecision.text + unit).utf8, .number)
        }
    }

    /// What the cell's style makes of a number; `nil` for a style that the workbook does not have.
    private func form() -> NumberForm? {
        guard let style else { return .plain }
        if style == 0, forms.isEmpty { return .plain }
        return forms.indices.contains(style) ? forms[style] : nil
    }

    // MARK: What a person cannot see

    private func hide(_ attributes: [MarkupAttribute]) {
        let isHidden =
            Self.isTrue(attributes["hidden"])
            || attributes["width"].flatMap(CellNumber.init)?.text == "0"
        guard isHidden, let first = attributes["min"].flatMap({ Int($0) }),
            let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
        else { return }
        builder.hide(columns: first...last)
    }

    private func merge(_ attributes: [MarkupAttribute]) {
        let corners = (attributes["ref"] ?? "").split(separator: ":").map { CellReference($0) }
        guard corners.count == 2, let first = corners[0], let last = corners[1],
            first.row < last.row
        else { return }
        builder.merge(rows: first.row...last.row)
    }

    private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}
