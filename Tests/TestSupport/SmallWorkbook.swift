/// A workbook of hand-written parts, zipped by another program.
package struct SmallWorkbook: Sendable {
    package struct Sheet: Sendable {
        package var name: String
        /// What stands inside `worksheet`.
        package var content: String
        package var state: String

        package init(_ name: String, _ content: String, state: String = "visible") {
            self.name = name
            self.content = content
            self.state = state
        }
    }

    package var sheets: [Sheet]
    /// Elements `si`.
    package var strings: String?
    /// What stands inside `styleSheet`.
    package var styles: String?
    package var is1904 = false
    /// Parts in place of those made here, or besides them.
    package var others: [(name: String, text: String)] = []

    package init(_ sheets: [Sheet], strings: String? = nil, styles: String? = nil) {
        self.sheets = sheets
        self.strings = strings
        self.styles = styles
    }

    /// One sheet with these rows of inline texts; an empty text is no cell.
    package init(rows: [[String]]) {
        let data = rows.enumerated().map { number, cells in
            let made = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                let letter = String(UnicodeScalar(UInt8(65 + column)))
                return
                    "<c r=\"\(letter)\(number + 1)\" t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
            }
            return "<row r=\"\(number + 1)\">\(made.joined())</row>"
        }
        self.init([Sheet("Data", "<sheetData>\(data.joined())</sheetData>")])
    }

    package static func escaped(_ text: String) -> String {
        text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let space =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(types)\""

    package var parts: [(name: String, bytes: [UInt8])] {
        func relations(_ targets: [(id: String, type: String, target: String)]) -> String {
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + targets.map {
                    "<Relationship Id=\"\($0.id)\" Type=\"\(Self.types)/\($0.type)\" Target=\"\($0.target)\"/>"
                }.joined() + "</Relationships>"
        }
        let list = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(number + 1)\" "
                + "state=\"\(sheet.state)\" r:id=\"rId\(number + 1)\"/>"
        }
        var targets = sheets.indices.map {
            (id: "rId\($0 + 1)", type: "worksheet", target: "worksheets/sheet\($0 + 1).xml")
        }
        var texts: [(name: String, text: String)] = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<workbook \(Self.space)><workbookPr\(is1904 ? " date1904=\"1\"" : "")/>"
                    + "<sheets>\(list.joined())</sheets></workbook>"
            ),
        ]
        if let strings {
            targets.append((id: "rId90", type: "sharedStrings", target: "/xl/sharedStrings.xml"))
            texts.append(("xl/sharedStrings.xml", "<sst \(Self.space)>\(strings)</sst>"))
        }
        if let styles {
            targets.append((id: "rId91", type: "styles", target: "styles.xml"))
            texts.append(("xl/styles.xml", "<styleSheet \(Self.space)>\(styles)</styleSheet>"))
        }
        texts.append(("xl/_rels/workbook.xml.rels", relations(targets)))
        for (number, sheet) in sheets.enumerated() {
            texts.append(
                (
                    "xl/worksheets/sheet\(number + 1).xml",
                    "<worksheet \(Self.space)>\(sheet.content)</worksheet>"
                ))
        }
        for other in others {
            texts.removeAll { $0.name == other.name }
            texts.append(other)
        }
        return texts.map { part in
            let head = part.text.hasPrefix("<?xml") ? "" : Self.head
            return (name: part.name, bytes: Array((head + part.text).utf8))
        }
    }

    package func packed() throws -> [UInt8] { try Zip.pack(parts) }
}
