internal import CivilService
internal import Diagnostics
internal import Payroll

/// The control figures of a payment as its control sheet shows them, from the payment or from its rows read back.
struct ControlTotals {
    private let rows: Int
    private let persons: Int
    /// Rows of each kind.
    private let kinds: [Payment.Kind: Int]
    private let gross: Rupiah
    private let deductions: Rupiah
    private let net: Rupiah
    private let nips: UInt128

    init(_ file: PaymentFile) {
        let totals = PaymentTotals(file)
        rows = totals.rows
        persons = totals.persons
        kinds = file.payments.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
        gross = totals.gross
        deductions = totals.deductions
        net = totals.net
        nips = file.payments.reduce(0) { $0 + UInt128($1.nip.digits) }
    }

    init(_ content: RowCheck.Content) {
        rows = content.rows
        persons = content.persons
        kinds = content.records.reduce(into: [:]) { kinds, record in
            if let kind = Payment.Kind(rawValue: record.kind) { kinds[kind, default: 0] += 1 }
        }
        gross = Rupiah(Int64(clamping: content.gross))
        deductions = Rupiah(Int64(clamping: content.deductions))
        net = Rupiah(Int64(clamping: content.net))
        nips = content.nipSum
    }

    func html(_ language: Language) -> String {
        let money = MoneyText(language)
        var table = HTMLTable(
            [language("Angka kontrol", "Control figure"), language("Nilai", "Value")], numbers: [1])
        table.append([language("Baris", "Rows"), "\(rows)"])
        table.append([language("Orang", "Persons"), "\(persons)"])
        for kind in [Payment.Kind.regular, .arrears, .setOff] {
            table.append([
                "\(language("Baris", "Rows")) \(kind.rawValue)", "\(kinds[kind, default: 0])",
            ])
        }
        table.append([language("Jumlah bruto (Rp)", "Gross (Rp)"), money.text(gross)])
        table.append([language("Jumlah potongan (Rp)", "Deductions (Rp)"), money.text(deductions)])
        table.append(
            [language("Dibayarkan (Rp)", "Net paid (Rp)"), money.text(net)], isTotal: true)
        table.append([language("Jumlah NIP semua baris", "Sum of the NIPs of all rows"), "\(nips)"])
        return table.text
    }
}
