package import Archiving
internal import Markup

/// A workbook (`.xlsx`) that is whole in memory: its sheets by name, read when they are asked for.
package struct Workbook: Sendable {
    /// One sheet as the workbook lists it.
    package struct Entry: Sendable {
        package let name: String
        package let isHidden: Bool
        fileprivate let path: String?
    }

    private let archive: ZipReader
    private let limits: SheetLimits
    private let is1904: Bool
    private let stringsPath: String?
    private let stylesPath: String?
    /// In the order of their tabs.
    package let sheets: [Entry]

    /// Opens the archive and reads the list of sheets.
    ///
    /// - Throws: ``WorkbookFailure``.
    package init(
        _ bytes: [UInt8], zipLimits: ZipLimits = ZipLimits(), limits: SheetLimits = SheetLimits()
    ) throws(WorkbookFailure) {
        do throws(ZipFailure) {
            archive = try ZipReader(bytes, limits: zipLimits)
        } catch {
            throw .archive(error)
        }
        self.limits = limits
        let roots = Relationships(folder: "")
        try Self.read("_rels/.rels", of: archive, limits, into: roots)
        guard let book = roots.path(ofType: "officeDocument") else {
            throw .damaged(part: "_rels/.rels", detail: "it names no workbook")
        }
        let slash = book.lastIndex(of: "/").map { book.index(after: $0) } ?? book.startIndex
        let folder = String(book[..<slash])
        let relations = Relationships(folder: folder)
        try Self.read("\(folder)_rels/\(book[slash...]).rels", of: archive, limits, into: relations)
        let list = SheetList()
        try Self.read(book, of: archive, limits, into: list)
        is1904 = list.is1904
        stringsPath = relations.path(ofType: "sharedStrings")
        stylesPath = relations.path(ofType: "styles")
        sheets = list.sheets.map { sheet in
            Entry(
                name: sheet.name, isHidden: sheet.isHidden,
                path: relations.path(ofId: sheet.relation))
        }
    }

    /// The cells of one sheet, by its place in ``sheets``.
    ///
    /// - Returns: All cells that are not empty.
    /// - Throws: ``WorkbookFailure``.
    package func read(_ number: Int) throws(WorkbookFailure) -> Sheet {
        let entry = sheets[number]
        guard let path = entry.path else {
            throw .damaged(part: "workbook", detail: "the sheet '\(entry.name)' has no part")
        }
        let strings = SharedStrings(limits: limits)
        if let stringsPath { try Self.read(stringsPath, of: archive, limits, into: strings) }
        if strings.isTooLarge { throw .tooLarge(detail: "the workbook has too much shared text") }
        let styles = StyleTable()
        if let stylesPath { try Self.read(stylesPath, of: archive, limits, into: styles) }
        var builder = SheetBuilder(name: entry.name, part: path, limits: limits)
        if entry.isHidden { builder.hideSheet() }
        let part = SheetPart(builder, strings: strings, forms: styles.forms, is1904: is1904)
        try Self.read(path, of: archive, limits, into: part)
        return try part.finish()
    }

    private static func read(
        _ path: String, of archive: ZipReader, _ limits: SheetLimits,
        into handler: any MarkupHandler
    ) throws(WorkbookFailure) {
        let bytes: [UInt8]
        do throws(ZipFailure) {
            bytes = try archive.unpack(path)
        } catch {
            throw .archive(error)
        }
        do throws(XMLFailure) {
            try MarkupDocument.readXML(
                bytes, limits: XMLLimits(fieldBytes: limits.cellBytes), into: handler)
        } catch {
            throw .markup(part: path, error)
        }
    }
}
