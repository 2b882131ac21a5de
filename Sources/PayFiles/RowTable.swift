internal import CivilService
internal import Payroll

/// `rincian.csv`: a row for each person and month that is paid, between headings and a trailer.
///
/// For machines: bytes are those of the source, so no cell is changed for the sake of a spreadsheet.
struct RowTable {
    private let columns: RowColumns

    init(_ columns: RowColumns) { self.columns = columns }

    func bytes(of file: PaymentFile) -> [UInt8] {
        let payees = PayeeIndex(file)
        var bytes: [UInt8] = []
        RowText.append(columns.headings, to: &bytes)
        var trailer = RowTrailer(
            payment: "\(file.id)", month: "\(file.month)", columns: columns)
        var last: NIP?
        for payment in file.payments {
            let amounts = amounts(of: payment, lines: file.lines)
            trailer.add(
                nip: payment.nip.digits, isNewPerson: payment.nip != last,
                amounts: amounts.map { Int128($0) })
            last = payment.nip
            let payee = payees[payment.nip]
            let (nip, month) = ("\(payment.nip)", "\(payment.month)")
            RowText.append(
                [
                    Self.key(nip: nip, month: month), nip, payee?.name ?? "", payee?.unit ?? "",
                    payee?.golongan ?? "", payee?.kelas ?? "", payee?.employment ?? "", month,
                    payment.kind.rawValue,
                ] + amounts.map { "\($0)" } + [payment.run, payment.reason], to: &bytes)
        }
        trailer.append(to: &bytes)
        return bytes
    }

    /// `NIP-2025-03`: a person has a month at most once in a file.
    static func key(nip: String, month: String) -> String { "\(nip)-\(month)" }

    private func amounts(of payment: Payment, lines: [PayLine]) -> [Int64] {
        func amounts(_ kind: PayLine.Kind) -> [Int64] {
            zip(lines, payment.amounts).filter { $0.0.kind == kind }.map(\.1.amount)
        }
        return columns.row(
            gross: amounts(.gross), deductions: amounts(.deduction), employer: amounts(.employer))
    }
}
