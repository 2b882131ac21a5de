internal import Markup

/// The sheets of a workbook and how it counts days.
final class SheetList: MarkupHandler {
    struct Entry {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Entry] = []
    private(set) var is1904 = false

    var isDone: Bool { false }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "workbookPr":
            is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
            guard let sheet = attributes["name"], let relation = attributes["id"] else { return }
            let state = attributes["state"] ?? "visible"
            sheets.append(Entry(name: sheet, relation: relation, isHidden: state != "visible"))
        default: break
        }
    }

    func endElement(_ name: String, isWritten: Bool) {}
    func text(_ bytes: Span<UInt8>) {}
}
