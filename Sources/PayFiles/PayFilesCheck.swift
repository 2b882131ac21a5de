internal import Archiving
package import Diagnostics
internal import Markup
internal import Payroll
internal import Spreadsheets

/// Checks that the files of one payment say the same.
///
/// Hashes are checked elsewhere: here the question is whether pay list, tax report and control sheet agree with the
/// rows, whatever the hashes are of.
package struct PayFilesCheck {
    private let path: String
    private let files: [String: PayDocument]

    /// Rows of a pay list that are named before there are too many.
    private static let listedRows = 20

    /// - Parameters:
    ///   - documents: All files of the folder.
    ///   - path: Of the folder, for problems.
    package init(_ documents: [PayDocument], path: String) {
        self.path = path
        files = Dictionary(documents.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    /// - Returns: What the rows say.
    /// - Throws: ``RunFailure`` of kind `verification` with everything that is wrong.
    package func content() throws(RunFailure) -> RowCheck.Content {
        var rows = RowCheck(
            files[PayFiles.rowsName]?.bytes ?? [], path: "\(path)/\(PayFiles.rowsName)")
        let content = try rows.content()
        let problems = listProblems(content) + taxProblems(content) + controlProblems(content)
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
        return content
    }

    // MARK: Pay list

    private func listProblems(_ content: RowCheck.Content) -> [Diagnostic] {
        let name = PayFiles.listName
        guard let bytes = files[name]?.bytes else { return [problem(name, "the file is missing")] }
        let reading = PayListReading(content.columns)
        do {
            try MarkupDocument.readXML(
                try ZipReader(bytes).unpack(SheetWriter.sheetPart),
                limits: XMLLimits(fieldBytes: 1 << 18), into: reading)
        } catch {
            return [problem(name, "it cannot be read: \(error)")]
        }
        var problems = reading.faults.prefix(Self.listedRows).map { row in
            problem(
                name, "row \(row) does not add up: a sum, or the formula beside it, is another one")
        }
        if reading.recordsInOrder != content.records {
            problems.append(problem(name, "its rows are not those of \(PayFiles.rowsName)"))
        }
        if !reading.hasTotal {
            problems.append(problem(name, "it has no total of all rows"))
        }
        return problems
    }

    // MARK: Tax report

    private func taxProblems(_ content: RowCheck.Content) -> [Diagnostic] {
        let (name, rest) = (PayFiles.taxName, PayFiles.untaxedName)
        guard files[name] != nil || files[rest] != nil else { return [] }
        let reading = TaxReading()
        do throws(XMLFailure) {
            try MarkupDocument.readXML(files[name]?.bytes ?? [], into: reading)
        } catch {
            return [problem(name, "it cannot be read: \(error)")]
        }
        guard reading.isOrdered else {
            return [problem(name, "its elements are not those of MmPayrollBulk in their order")]
        }
        var left: [String: Int64] = [:]
        let records = RowText.records(files[rest]?.bytes ?? [])
        guard records.first?.cells == TaxReport.unreportedHeadings else {
            return [problem(rest, "found other headings than kinerja writes")]
        }
        for record in records.dropFirst() {
            guard record.cells.count == TaxReport.unreportedHeadings.count,
                let gross = Int64(record.cells[3]),
                left.updateValue(gross, forKey: record.cells[0]) == nil
            else { return [problem(rest, "a record cannot be read", line: record.line)] }
        }
        // Which deduction is the tax is said by the scheme alone; here it is one that gives every rate.
        let isStated = content.columns.deductionLines.indices.contains { line in
            let incomes = incomes(content, deduction: line)
            return left.allSatisfy { incomes[$0.key]?.gross.amount == $0.value }
                && reading.people == stated(incomes, without: left)
        }
        if isStated { return [] }
        let gross = reading.people.reduce(Int128(0)) { $0 + Int128($1.gross) }
        return [
            problem(
                name,
                "with \(rest) it states other incomes or rates than \(PayFiles.rowsName): found "
                    + "\(reading.people.count) and \(left.count) persons, gross "
                    + "\(gross + left.values.reduce(0) { $0 + Int128($1) }); "
                    + "expected \(content.persons) and \(content.gross)")
        ]
    }

    /// The income of each person and the tax on it, if that is the given deduction.
    private func incomes(
        _ content: RowCheck.Content, deduction: Int
    ) -> [String: TaxReport.Income] {
        let (gross, tax) = (
            content.columns.grossLines.count, content.columns.grossLines.count + 1 + deduction
        )
        var incomes: [String: TaxReport.Income] = [:]
        for record in content.records {
            // Sums of the rows were checked before these: what they cannot hold is no payment.
            incomes[record.nip, default: TaxReport.Income()].add(
                gross: Rupiah(Int64(clamping: record.amounts[gross])),
                tax: Rupiah(Int64(clamping: record.amounts[tax])))
        }
        return incomes
    }
    /// What a report of these incomes states, without those whom it leaves out.
    private func stated(
        _ incomes: [String: TaxReport.Income], without left: [String: Int64]
    ) -> [TaxReading.Person] {
        incomes.keys.filter { left[$0] == nil }.sorted().map { nip in
            let income = incomes[nip] ?? TaxReport.Income()
            return TaxReading.Person(
                gross: income.gross.amount, rate: TaxReport.rate(of: income) ?? "")
        }
    }

    // MARK: Control sheet

    private func controlProblems(_ content: RowCheck.Content) -> [Diagnostic] {
        let name = PayFiles.controlName
        guard let bytes = files[name]?.bytes else { return [problem(name, "the file is missing")] }
        let text = String(decoding: bytes, as: UTF8.self)
        let others = files.values.filter { $0.name != name }.sorted { $0.name < $1.name }
        var problems = others.filter { !ControlPage.states($0, in: text) }.map { other in
            problem(name, "it does not state the SHA-256 of '\(other.name)' as it is now")
        }
        let totals = ControlTotals(content)
        if !Language.allCases.contains(where: { text.contains(totals.html($0)) }) {
            problems.append(problem(name, "its totals are not those of \(PayFiles.rowsName)"))
        }
        return problems
    }

    private func problem(_ name: String, _ message: String, line: Int = 0) -> Diagnostic {
        Diagnostic(
            .verificationFailed, at: SourceLocation(file: "\(path)/\(name)", line: line), message,
            hint: "do not pay from it: take a copy that verifies, or prepare the payment again")
    }
}
