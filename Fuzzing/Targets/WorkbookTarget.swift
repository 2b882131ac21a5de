internal import Archiving
internal import Workbooks

/// A workbook whose parts are the input's, divided by zero bytes: sheet, shared strings, styles, workbook, relations;
/// or a whole file where it begins like an archive.
struct WorkbookTarget {
    private let file: [UInt8]
    private static let limits = SheetLimits(
        rows: 5_000, columns: 300, cells: 4_000, textBytes: 1 << 20, cellBytes: 4_096)
    private static let relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B]) {
            file = bytes
            return
        }
        let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
        func part(_ number: Int, or text: String) -> [UInt8] {
            number < parts.count && !parts[number].isEmpty ? Array(parts[number]) : Array(text.utf8)
        }
        file = StoredZip.pack([
            (
                "_rels/.rels",
                Array(Self.relations([("rId1", "officeDocument", "xl/workbook.xml")]).utf8)
            ),
            ("xl/worksheets/sheet1.xml", part(0, or: "<worksheet><sheetData/></worksheet>")),
            (
                "xl/sharedStrings.xml",
                part(1, or: "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>")
            ),
            ("xl/styles.xml", part(2, or: Self.styles)),
            ("xl/workbook.xml", part(3, or: Self.book)),
            (
                "xl/_rels/workbook.xml.rels",
                part(
                    4,
                    or: Self.relations([
                        ("rId1", "worksheet", "worksheets/sheet1.xml"),
                        ("rId2", "sharedStrings", "sharedStrings.xml"),
                        ("rId3", "styles", "styles.xml"),
                    ]))
            ),
        ])
    }

    func run() throws(Violation) {
        let workbook: Workbook
        do throws(WorkbookFailure) {
            workbook = try Workbook(
                file, zipLimits: ZipLimits(totalBytes: 1 << 22), limits: Self.limits)
        } catch {
            return
        }
        for number in workbook.sheets.indices.prefix(4) {
            let sheet: Sheet
            do throws(WorkbookFailure) {
                sheet = try workbook.read(number)
            } catch {
                continue
            }
            try SheetCheck.check(sheet, limits: Self.limits)
        }
    }

    private static func relations(_ targets: [(id: String, type: String, target: String)]) -> String
    {
        "<Relationships>"
            + targets.map {
                "<Relationship Id=\"\($0.id)\" Type=\"\(relation)/\($0.type)\" Target=\"\($0.target)\"/>"
            }.joined() + "</Relationships>"
    }

    private static let styles = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>
        """
    private static let book = """
        <workbook xmlns:r="\(relation)"><workbookPr/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
}
