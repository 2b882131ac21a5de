internal import Archiving
internal import CivilService
internal import Diagnostics
internal import Payroll
internal import Spreadsheets

/// `daftar.xlsx`: the pay list for people, grouped by unit, whose sums are formulas with the values that they have.
struct PayList {
    static let sheetName = "Daftar"
    /// Rows above the first unit.
    static let headingRows = 6

    private let file: PaymentFile
    private let language: Language
    private let columns: PayListColumns
    private let payees: PayeeIndex

    init(_ file: PaymentFile, language: Language) {
        self.file = file
        self.language = language
        columns = PayListColumns(file.lines, language: language)
        payees = PayeeIndex(file)
    }

    var bytes: [UInt8] {
        get throws(PayFileFault) {
            do throws(ZipFailure) {
                return try written()
            } catch {
                throw .tooLarge("\(error)")
            }
        }
    }

    private func written() throws(ZipFailure) -> [UInt8] {
        let units = units
        let sums = units.map { sum($0.payments) }
        let total = sums.reduce(into: sum([])) { total, sums in
            for (place, value) in sums.enumerated() { total[place] += value }
        }
        var sheet = try SheetWriter(page(total))
        try appendHead(to: &sheet)
        var number = 0
        for ((unit, payments), subtotal) in zip(units, sums) {
            try sheet.append([.text(unit, .group)])
            let first = sheet.rowCount + 1
            for payment in payments {
                number += 1
                let amounts = payment.amounts.map(\.amount)
                try sheet.append(
                    person(payment, number: number)
                        + columns.cells(amounts, row: sheet.rowCount + 1) + [.empty(.text)],
                    height: 24)
            }
            let rows = first...sheet.rowCount
            try appendSums(subtotal, language("Jumlah unit", "Unit total"), to: &sheet) { column in
                PayListColumns.unitSum(column, rows: rows)
            }
        }
        let rows = Self.headingRows + 1...max(sheet.rowCount, Self.headingRows + 1)
        try appendSums(total, language("JUMLAH SELURUHNYA", "TOTAL"), to: &sheet) { column in
            PayListColumns.total(column, rows: rows)
        }
        try appendSignatures(to: &sheet)
        guard sheet.rowCount <= SheetWriter.lastRow else {
            throw ZipFailure(.tooLarge, at: sheet.rowCount)
        }
        return try sheet.finish()
    }

    /// Sums of some rows, in the order of the columns.
    private func sum(_ payments: [Payment]) -> [Int64] {
        var sums = [Int64](repeating: 0, count: columns.lastAmount - columns.textCount)
        for payment in payments {
            for (place, value) in columns.values(payment.amounts.map(\.amount)).enumerated() {
                sums[place] += value
            }
        }
        return sums
    }

    private func page(_ total: [Int64]) -> SheetPage {
        SheetPage(
            name: Self.sheetName, title: "\(file.title) \(file.month)", day: file.month.last,
            widths: columns.widths(largest: total.max { $0.magnitude < $1.magnitude } ?? 0),
            headingRows: Self.headingRows, frozenColumns: 3,
            footLeft: "\(file.id)",
            footRight: language("Halaman &P dari &N", "Page &P of &N"))
    }

    /// Units in the order of their bytes; rows of a unit in the order of the payment.
    private var units: [(unit: String, payments: [Payment])] {
        let groups = Dictionary(grouping: file.payments) { payees[$0.nip]?.unit ?? "" }
        return groups.map { ($0.key, $0.value) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }

    private func appendHead(to sheet: inout SheetWriter) throws(ZipFailure) {
        let title = language("DAFTAR PEMBAYARAN", "PAY LIST")
        try sheet.append([.text("\(title): \(file.title)", .title)], height: 18)
        try sheet.append([
            .text(
                "\(language("Bulan", "Month")) \(MonthText(language).text(file.month)), "
                    + "\(language("berkas nomor", "file number")) \(file.number)", .plain)
        ])
        try sheet.append([])
        for (place, row) in columns.headings.enumerated() {
            try sheet.append(row, height: place == 0 ? 36 : nil)
        }
    }

    private func person(_ payment: Payment, number: Int) -> [SheetCell] {
        let payee = payees[payment.nip]
        let texts = [
            payee?.name ?? "", "\(payment.nip)", payee?.golongan ?? "", payee?.kelas ?? "",
            payee?.position ?? "", "\(payment.month)", payment.kind.rawValue,
        ]
        return [.number(Int64(number), .count)] + texts.map { .text($0) }
    }

    private func appendSums(
        _ sums: [Int64], _ title: String, to sheet: inout SheetWriter,
        formula: (String) -> String
    ) throws(ZipFailure) {
        let texts: [SheetCell] =
            [.empty(.totalText), .text(title, .totalText)]
            + Array(repeating: .empty(.totalText), count: columns.textCount - 2)
        let amounts = sums.enumerated().map { place, value in
            SheetCell.formula(
                formula(SheetCell.columnName(columns.textCount + place + 1)), value: value,
                .totalMoney)
        }
        try sheet.append(texts + amounts + [.empty(.totalText)])
    }

    private func appendSignatures(to sheet: inout SheetWriter) throws(ZipFailure) {
        let right = max(columns.netColumn - 1, columns.textCount + 1)
        func signed(_ first: String, _ second: String) -> [SheetCell] {
            var cells = [SheetCell](repeating: .empty(), count: right)
            cells[1] = .text(first, .plain)
            cells[right - 1] = .text(second, .plain)
            return cells
        }
        let lines = "........................................"
        try sheet.append([])
        try sheet.append(
            signed(
                language("Menyetujui,", "Approved by,"), language("Menyiapkan,", "Prepared by,")))
        for _ in 0..<3 { try sheet.append([]) }
        try sheet.append(signed(lines, lines))
        try sheet.append(signed("NIP", "NIP"))
    }
}
