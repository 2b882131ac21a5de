internal import CivilService

/// The parts of a workbook around its rows.
///
/// - Source: ECMA-376 part 1 (SpreadsheetML) and part 2 (packages).
struct SheetParts {
    private static let declaration =
        #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let schemas = "http://schemas.openxmlformats.org"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private let page: SheetPage

    init(_ page: SheetPage) { self.page = page }

    /// Names and texts of the parts that stand before the sheet.
    var before: [(name: String, text: String)] {
        [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
            ("docProps/core.xml", properties), ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", workbookRelations), ("xl/styles.xml", SheetStyle.table),
        ]
    }

    var sheetHead: String {
        var columns = ""
        for (place, width) in page.widths.enumerated() {
            columns +=
                "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        let corner = SheetCell.reference(column: page.frozenColumns + 1, row: page.headingRows + 1)
        return Self.declaration
            + "<worksheet xmlns=\"\(Self.schemas)/spreadsheetml/2006/main\">"
            + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">"
            + "<pane xSplit=\"\(page.frozenColumns)\" ySplit=\"\(page.headingRows)\""
            + " topLeftCell=\"\(corner)\" activePane=\"bottomRight\" state=\"frozen\"/>"
            + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"12\"/>"
            + "<cols>\(columns)</cols><sheetData>"
    }

    /// Paper 9 is A4.
    func sheetTail(merges: [String]) -> String {
        var tail = "</sheetData>"
        if !merges.isEmpty {
            tail += "<mergeCells count=\"\(merges.count)\">"
            tail += merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
        }
        tail += "<printOptions horizontalCentered=\"1\"/>"
        tail += "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\""
        tail += " header=\"0.3\" footer=\"0.3\"/>"
        tail += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\""
        tail += " fitToHeight=\"0\"/>"
        let foot = SheetText.escaped("&L\(page.footLeft)&R\(page.footRight)")
        return tail + "<headerFooter><oddFooter>\(foot)</oddFooter></headerFooter></worksheet>"
    }

    private var contentTypes: String {
        let package = "application/vnd.openxmlformats-package"
        return Self.declaration + "<Types xmlns=\"\(Self.schemas)/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"\(package).relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\""
            + " ContentType=\"\(package).core-properties+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.types).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.types).styles+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\""
            + " ContentType=\"\(Self.types).worksheet+xml\"/></Types>"
    }

    private var packageRelations: String {
        relations([
            ("\(Self.schemas)/officeDocument/2006/relationships/officeDocument", "xl/workbook.xml"),
            (
                "\(Self.schemas)/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml"
            ),
        ])
    }

    private var workbookRelations: String {
        let kinds = "\(Self.schemas)/officeDocument/2006/relationships"
        return relations([
            ("\(kinds)/worksheet", "worksheets/sheet1.xml"), ("\(kinds)/styles", "styles.xml"),
        ])
    }

    private func relations(_ targets: [(kind: String, target: String)]) -> String {
        let entries = targets.enumerated().map { place, entry in
            "<Relationship Id=\"rId\(place + 1)\" Type=\"\(entry.kind)\" Target=\"\(entry.target)\"/>"
        }
        return Self.declaration
            + "<Relationships xmlns=\"\(Self.schemas)/package/2006/relationships\">"
            + entries.joined() + "</Relationships>"
    }

    private var properties: String {
        let day = "\(page.day)T00:00:00Z"
        return Self.declaration + "<cp:coreProperties"
            + " xmlns:cp=\"\(Self.schemas)/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<dc:title>\(SheetText.escaped(page.title))</dc:title>"
            + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(day)</dcterms:created>"
            + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(day)</dcterms:modified>"
            + "</cp:coreProperties>"
    }

    private var workbook: String {
        let name = SheetText.escaped(page.name)
        let quoted = name.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
        return Self.declaration + "<workbook xmlns=\"\(Self.schemas)/spreadsheetml/2006/main\""
            + " xmlns:r=\"\(Self.schemas)/officeDocument/2006/relationships\">"
            + "<sheets><sheet name=\"\(name)\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            + "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
            + "'\(quoted)'!$1:$\(page.headingRows)</definedName></definedNames></workbook>"
    }
}
