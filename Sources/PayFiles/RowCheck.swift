internal import Archiving
package import CivilService
package import Diagnostics
internal import Payroll

/// Reads `rincian.csv` alone and checks all that it says of itself: form, order, persons, sums, counts, hash.
package struct RowCheck {
    /// What a file that holds in itself says.
    package struct Content: Sendable {
        /// `scheme/month/number`.
        package let payment: String
        package let month: Month
        package let rows: Int
        package let persons: Int
        package let gross: Int128
        package let deductions: Int128
        package let net: Int128
        /// Sum of the NIPs of all rows.
        package let nipSum: UInt128
        /// The same modulo 10^18, as the manifest states it.
        package var nipHash: UInt64 { UInt64(nipSum % 1_000_000_000_000_000_000) }
        /// For comparison with other files: NIP, month and the amounts by heading, row by row.
        let records: [Record]
        let columns: RowColumns

        struct Record: Sendable, Hashable {
            let nip: String
            let month: String
            let kind: String
            let amounts: [Int128]
        }
    }

    private let path: String
    private let bytes: [UInt8]
    private var problems: [Diagnostic] = []
    private var personNet: (nip: String, net: Int128) = ("", 0)

    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - path: Names the file in problems.
    package init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// - Returns: What the file says.
    /// - Throws: ``RunFailure`` of kind `verification` with everything that is wrong.
    package mutating func content() throws(RunFailure) -> Content {
        let found = read()
        guard let found, problems.isEmpty else { throw RunFailure(.verification, problems) }
        return found
    }

    private mutating func read() -> Content? {
        if String(validating: bytes, as: UTF8.self) == nil { report(1, "it is no UTF-8") }
        if !RowTrailer.isHashed(bytes) {
            report(0, "found other bytes than those that its last 64 digits are the SHA-256 of")
        }
        let records = RowText.records(bytes)
        guard let first = records.first, let columns = RowColumns(headings: first.cells) else {
            report(1, "found no headings of payment rows, expected kunci, nip, … run, alasan")
            return nil
        }
        for record in records where !RowText.isCanonical(record, in: bytes) {
            report(record.line, "the record is written in another form than kinerja writes")
        }
        guard records.count > 1, let last = records.last, last.cells.first == RowTrailer.label,
            last.cells.count == columns.headings.count, let month = Month(iso: last.cells[7])
        else {
            report(records.last?.line ?? 1, "found no trailer TOTAL: the file is not whole")
            return nil
        }
        var trailer = RowTrailer(payment: last.cells[2], month: last.cells[7], columns: columns)
        var rows: [Content.Record] = []
        for record in records.dropFirst().dropLast() {
            guard let row = row(record, columns, month) else { continue }
            check(row, after: rows.last, record.line)
            if let nip = UInt64(row.nip) {
                trailer.add(
                    nip: nip, isNewPerson: rows.last?.nip != row.nip, amounts: row.amounts)
            }
            rows.append(row)
        }
        endPerson(line: last.line)
        check(trailer, against: last, columns)
        let gross = trailer.sums[columns.grossLines.count]
        let deductions =
            trailer.sums[columns.grossLines.count + 1 + columns.deductionLines.count]
        return Content(
            payment: last.cells[2], month: month, rows: trailer.rows, persons: trailer.persons,
            gross: gross, deductions: deductions, net: gross - deductions,
            nipSum: trailer.nipSum, records: rows,
            columns: columns)
    }

    private mutating func row(
        _ record: RowText.Record, _ columns: RowColumns, _ month: Month
    ) -> Content.Record? {
        let cells = record.cells
        guard cells.count == columns.headings.count else {
            report(
                record.line, "found \(cells.count) cells, expected \(columns.headings.count)")
            return nil
        }
        var amounts: [Int128] = []
        for place in columns.amounts {
            guard let amount = Int64(cells[place]), "\(amount)" == cells[place] else {
                report(
                    record.line, "found no whole rupiah in '\(columns.headings[place])'")
                return nil
            }
            amounts.append(Int128(amount))
        }
        if columns.recomputed(amounts) != amounts {
            report(
                record.line, "bruto, potongan or neto is not what the lines of the row add up to")
        }
        guard cells[1].utf8.count == 18, cells[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            report(record.line, "found no NIP of 18 digits")
            return nil
        }
        guard let paid = Month(iso: cells[7]), paid <= month else {
            report(record.line, "found '\(cells[7])' as month, expected one up to \(month)")
            return nil
        }
        if cells[0] != RowTable.key(nip: cells[1], month: cells[7]) {
            report(record.line, "the key is not of NIP and month of the row")
        }
        let net = amounts[columns.grossLines.count + columns.deductionLines.count + 2]
        check(kind: cells[8], net: net, isOfMonth: paid == month, record.line)
        if cells[cells.count - 2].isEmpty { report(record.line, "the row names no run") }
        if personNet.nip != cells[1] {
            endPerson(line: record.line)
            personNet = (cells[1], 0)
        }
        personNet.net += net
        return Content.Record(nip: cells[1], month: cells[7], kind: cells[8], amounts: amounts)
    }

    private mutating func check(kind: String, net: Int128, isOfMonth: Bool, _ line: Int) {
        guard let kind = Payment.Kind(rawValue: kind) else {
            return report(line, "found '\(kind)' as jenis, expected biasa, rapel or potongan")
        }
        if (kind == .setOff) != (net < 0) {
            report(line, "found neto \(net) on a row '\(kind.rawValue)'")
        }
        if kind == .regular, !isOfMonth {
            report(line, "a row 'biasa' is of another month than the file")
        }
    }

    private mutating func check(
        _ row: Content.Record, after last: Content.Record?, _ line: Int
    ) {
        guard let last else { return }
        if (last.nip, last.month) == (row.nip, row.month) {
            report(line, "\(masked(row.nip)) has \(row.month) twice")
        } else if (last.nip, last.month) > (row.nip, row.month) {
            report(line, "\(masked(row.nip)) \(row.month) stands behind a greater NIP or month")
        }
    }

    /// What a person is paid by a file is never below 0.
    private mutating func endPerson(line: Int) {
        if personNet.net < 0 {
            report(line, "\(masked(personNet.nip)) is paid \(personNet.net) in all, below 0")
        }
    }

    private mutating func check(
        _ counted: RowTrailer, against record: RowText.Record, _ columns: RowColumns
    ) {
        let hash = record.cells.last.map { String($0.dropFirst(7)) } ?? ""
        let expected = counted.cells(hash: hash)
        let names =
            ["label", "sum of NIPs", "payment", "rows", "persons", "kelas", "kepegawaian", "month"]
            + ["jenis"] + columns.headings[columns.amounts] + RowColumns.end
        for (place, name) in names.enumerated() where record.cells[place] != expected[place] {
            report(
                record.line,
                "trailer: found \(name) '\(record.cells[place])', the rows give '\(expected[place])'"
            )
        }
        guard let id = PaymentID(counted.payment), "\(id.month)" == counted.month else {
            return report(record.line, "trailer: '\(counted.payment)' is no payment of the month")
        }
    }

    private func masked(_ nip: String) -> String {
        UInt64(nip).map { NIP(unchecked: $0).masked } ?? ""
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(
            Diagnostic(
                .verificationFailed, at: SourceLocation(file: path, line: line), message,
                hint: "do not pay from it: take a copy that verifies, or prepare the payment again")
        )
    }
}
