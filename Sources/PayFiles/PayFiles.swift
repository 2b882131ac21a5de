package import Diagnostics
package import Payroll

/// The files of one payment as bytes: the rows, the pay list, the tax report, the sheet that two persons sign.
package struct PayFiles: Sendable {
    package static let rowsName = "rincian.csv"
    package static let listName = "daftar.xlsx"
    package static let taxName = "coretax.xml"
    package static let untaxedName = "coretax-belum.csv"
    package static let controlName = "lembar-kontrol.html"

    let file: PaymentFile
    let comparison: PaymentComparison
    let coretax: CoretaxTerms?
    let allowances: PayAllowances
    let language: Language

    /// - Parameters:
    ///   - file: What is paid.
    ///   - comparison: The file beside the month before.
    ///   - coretax: What the tax report needs; `nil` for a scheme that reports no tax.
    ///   - allowances: What the payment rests on by an explicit word alone.
    ///   - language: Of headings that only people read; names of columns are the same in both.
    package init(
        _ file: PaymentFile, comparison: PaymentComparison, coretax: CoretaxTerms?,
        allowances: PayAllowances = PayAllowances(), language: Language
    ) {
        self.file = file
        self.comparison = comparison
        self.coretax = coretax
        self.allowances = allowances
        self.language = language
    }

    /// All files but the control sheet.
    ///
    /// - Throws: ``PayFileFault`` where a line cannot be told from another column, or the tax is on no line.
    package func render() throws(PayFileFault) -> [PayDocument] {
        let columns = try RowColumns(file.lines)
        var documents = [
            PayDocument(name: Self.rowsName, bytes: RowTable(columns).bytes(of: file)),
            PayDocument(name: Self.listName, bytes: try PayList(file, language: language).bytes),
        ]
        if let coretax {
            let report = try TaxReport(file, terms: coretax)
            documents.append(PayDocument(name: Self.taxName, bytes: report.xml))
            documents.append(PayDocument(name: Self.untaxedName, bytes: report.unreported))
        }
        return documents
    }

    /// The sheet to sign, made last: it names the SHA-256 of the others.
    package func controlSheet(of documents: [PayDocument]) -> PayDocument {
        PayDocument(
            name: Self.controlName,
            bytes: ControlPage(
                file, comparison: comparison, allowances: allowances, documents: documents,
                language: language
            ).bytes)
    }
}
