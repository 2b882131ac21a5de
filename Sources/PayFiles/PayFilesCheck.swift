package import Diagnostics
internal import Markup
internal import Workbooks

/// Checks that the files of one payment say the same.
///
/// Hashes are checked elsewhere: here the question is whether pay list, tax report and control sheet agree with the
/// rows, whatever the hashes are of.
package struct PayFilesCheck {
    private let path: String
    private let files: [String: [UInt8]]

    /// - Parameters:
    ///   - documents: All files of the folder.
    ///   - path: Of the folder, for problems.
    package init(_ documents: [PayDocument], path: String) {
        self.path = path
        files = Dictionary(documents.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
    }

    /// - Returns: What the rows say.
    /// - Throws: ``RunFailure`` of kind `verification` with everything that is wrong.
    package func content() throws(RunFailure) -> RowCheck.Content {
        var rows = RowCheck(
            files[PayFiles.rowsName] ?? [], path: "\(path)/\(PayFiles.rowsName)")
        let content = try rows.content()
        let problems = listProblems(content) + taxProblems(content) + controlProblems()
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
        return content
    }

    // MARK: Pay list

    private func listProblems(_ content: RowCheck.Content) -> [Diagnostic] {
        let name = PayFiles.listName
        guard let bytes = files[name] else { return [problem(name, "the file is missing")] }
        let sheet: Sheet
        do throws(WorkbookFailure) {
            sheet = try Workbook(bytes).read(0)
        } catch {
            return [problem(name, "it cannot be read: \(error)")]
        }
        var rows: [RowCheck.Content.Record] = []
        var totals: [Int128] = []
        let first = PayListColumns.textWidths.count + 1
        for row in sheet.rows where row.number > PayList.headingRows {
            let cells = Dictionary(
                sheet.cells[row.cells].map { ($0.column, sheet.string($0)) },
                uniquingKeysWith: { $1 })
            let amounts = content.columns.amounts.indices.map { place in
                cells[first + place - content.columns.amounts.lowerBound].flatMap { Int128($0) }
            }
            guard !amounts.contains(nil), let nip = cells[3] ?? cells[2] else { continue }
            if cells[1] == nil {
                totals = amounts.compactMap { $0 }
            } else {
                rows.append(
                    .init(
                        nip: nip, month: cells[7] ?? "", kind: cells[8] ?? "",
                        amounts: amounts.compactMap { $0 }))
            }
        }
        rows.sort { ($0.nip, $0.month) < ($1.nip, $1.month) }
        var problems: [Diagnostic] = []
        if rows != content.records {
            problems.append(problem(name, "its rows are not those of \(PayFiles.rowsName)"))
        }
        let sums = content.records.reduce(
            into: [Int128](repeating: 0, count: content.columns.amounts.count)
        ) { sums, row in
            for (place, amount) in row.amounts.enumerated() { sums[place] += amount }
        }
        if totals != sums {
            problems.append(problem(name, "its total is not that of \(PayFiles.rowsName)"))
        }
        return problems
    }

    // MARK: Tax report

    private func taxProblems(_ content: RowCheck.Content) -> [Diagnostic] {
        let (name, rest) = (PayFiles.taxName, PayFiles.untaxedName)
        guard files[name] != nil || files[rest] != nil else { return [] }
        let reading = TaxReading()
        do throws(XMLFailure) {
            try MarkupDocument.readXML(files[name] ?? [], into: reading)
        } catch {
            return [problem(name, "it cannot be read: \(error)")]
        }
        guard reading.isOrdered else {
            return [problem(name, "its elements are not those of MmPayrollBulk in their order")]
        }
        var unreported: Int128 = 0
        let records = RowText.records(files[rest] ?? [])
        guard records.first?.cells == TaxReport.unreportedHeadings else {
            return [problem(rest, "found other headings than kinerja writes")]
        }
        for record in records.dropFirst() {
            guard record.cells.count == TaxReport.unreportedHeadings.count,
                let gross = Int64(record.cells[3])
            else { return [problem(rest, "a record cannot be read", line: record.line)] }
            unreported += Int128(gross)
        }
        var problems: [Diagnostic] = []
        if reading.gross + unreported != content.gross {
            problems.append(
                problem(
                    name,
                    "found gross \(reading.gross) here and \(unreported) in \(rest), "
                        + "expected \(content.gross) as in \(PayFiles.rowsName)"))
        }
        if reading.persons + records.count - 1 != content.persons {
            problems.append(
                problem(
                    name,
                    "found \(reading.persons) persons here and \(records.count - 1) in \(rest), "
                        + "expected \(content.persons)"))
        }
        return problems
    }

    // MARK: Control sheet

    private func controlProblems() -> [Diagnostic] {
        let name = PayFiles.controlName
        guard let bytes = files[name] else { return [problem(name, "the file is missing")] }
        let names = files.keys.filter { $0 != name }.sorted()
        return names.compactMap { other in
            guard let content = files[other],
                !ControlPage.states(PayDocument(name: other, bytes: content), in: bytes)
            else { return nil }
            return problem(name, "it does not state the SHA-256 of '\(other)' as it is now")
        }
    }

    private func problem(_ name: String, _ message: String, line: Int = 0) -> Diagnostic {
        Diagnostic(
            .verificationFailed, at: SourceLocation(file: "\(path)/\(name)", line: line), message,
            hint: "do not pay from it: take a copy that verifies, or prepare the payment again")
    }
}
