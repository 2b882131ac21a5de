internal import CivilService
internal import Payroll

/// What the payment tells the tax office: `MmPayrollBulk` for the Coretax portal, and whom it cannot tell of.
///
/// The portal refuses a whole upload for one bad number, and pay must not wait for a number. So people whose number,
/// status or rate does not fit are left out of the report and listed beside it, with the reason; their gross and that
/// of the report add up to that of the payment.
///
/// - Source: import form of DJP for monthly withholding of permanent employees (BPMP).
struct TaxReport {
    /// One person's month of income: all rows of the payment together.
    struct Income {
        let nip: NIP
        var gross = Rupiah.zero
        var tax = Rupiah.zero
        var rows: Int64 = 0
    }

    static let statuses: Set<String> = [
        "TK/0", "TK/1", "TK/2", "TK/3", "K/0", "K/1", "K/2", "K/3",
    ]
    static let unreportedHeadings = ["nip", "nama", "unit", "bruto", "pajak", "alasan"]

    private let file: PaymentFile
    private let terms: CoretaxTerms
    private let payees: [NIP: Payee]
    private let incomes: [Income]

    /// - Throws: ``PayFileFault/noTaxLine(_:)``.
    init(_ file: PaymentFile, terms: CoretaxTerms) throws(PayFileFault) {
        guard
            let place = file.lines.firstIndex(where: {
                $0.id == terms.line && $0.kind == .deduction
            })
        else { throw .noTaxLine(terms.line) }
        self.file = file
        self.terms = terms
        payees = Dictionary(file.payees.map { ($0.nip, $0) }, uniquingKeysWith: { $1 })
        var incomes: [Income] = []
        for payment in file.payments {
            if incomes.last?.nip != payment.nip { incomes.append(Income(nip: payment.nip)) }
            incomes[incomes.count - 1].gross += file.gross(of: payment)
            incomes[incomes.count - 1].tax += payment.amounts[place]
            incomes[incomes.count - 1].rows += 1
        }
        self.incomes = incomes
    }

    var xml: [UInt8] {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <MmPayrollBulk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <TIN>\(PlainMarkup.escaped(terms.tin))</TIN>
              <ListOfMmPayroll>

            """
        for income in incomes where reason(against: income) == nil {
            guard let payee = payees[income.nip], let rate = Self.rate(of: income) else { continue }
            text += entry(income, payee, rate)
        }
        text += "  </ListOfMmPayroll>\n</MmPayrollBulk>\n"
        return Array(text.utf8)
    }

    /// `coretax-belum.csv`.
    var unreported: [UInt8] {
        var bytes: [UInt8] = []
        RowText.append(Self.unreportedHeadings, to: &bytes)
        for income in incomes {
            guard let reason = reason(against: income) else { continue }
            let payee = payees[income.nip]
            RowText.append(
                [
                    "\(income.nip)", payee?.name ?? "", payee?.unit ?? "", "\(income.gross)",
                    "\(income.tax)", reason,
                ], to: &bytes)
        }
        return bytes
    }

    private func entry(_ income: Income, _ payee: Payee, _ rate: String) -> String {
        let position = payee.position.isEmpty ? "-" : payee.position
        let fields: [(name: String, value: String?)] = [
            ("TaxPeriodMonth", "\(file.month.month)"), ("TaxPeriodYear", "\(file.month.year)"),
            ("CounterpartOpt", "Resident"), ("CounterpartPassport", nil),
            ("CounterpartTin", payee.taxNumber), ("StatusTaxExemption", payee.taxStatus),
            ("Position", position), ("TaxCertificate", "N/A"), ("TaxObjectCode", terms.object),
            ("Gross", "\(income.gross)"), ("Rate", rate),
            ("IDPlaceOfBusinessActivity", terms.place), ("WithholdingDate", "\(file.month.last)"),
        ]
        var text = "    <MmPayroll>\n"
        for (name, value) in fields {
            text +=
                value.map { "      <\(name)>\(PlainMarkup.escaped($0))</\(name)>\n" }
                ?? "      <\(name) xsi:nil=\"true\"/>\n"
        }
        return text + "    </MmPayroll>\n"
    }

    /// Why the portal would not take a person; `nil` for whom the report states.
    private func reason(against income: Income) -> String? {
        guard let payee = payees[income.nip] else { return "tidak ada data pegawai" }
        let number = payee.taxNumber.utf8
        if number.isEmpty { return "NPWP/NIK kosong" }
        guard number.count == 16, number.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return "NPWP/NIK bukan 16 angka"
        }
        guard Self.statuses.contains(payee.taxStatus) else {
            return payee.taxStatus.isEmpty ? "PTKP kosong" : "PTKP tidak dikenal"
        }
        if income.gross <= .zero { return "bruto tidak di atas 0" }
        if income.tax < .zero { return "pajak di bawah 0" }
        return Self.rate(of: income) == nil ? "pajak bukan satu tarif dari bruto" : nil
    }

    /// The rate in percent with two decimals that gives the tax on the gross, `5.00`.
    ///
    /// A row is what is due less what was paid, so two taxes of half a rupiah's rounding each. A tax that no rate of two
    /// decimals comes as near as a rupiah a row has none: `nil`.
    static func rate(of income: Income) -> String? {
        let (gross, tax) = (Int128(income.gross.amount), Int128(income.tax.amount))
        guard gross > 0, tax >= 0, tax <= gross else { return nil }
        let hundredths = (tax * 20_000 + gross) / (gross * 2)
        let distance = hundredths * gross - tax * 10_000
        guard distance.magnitude <= UInt128(income.rows) * 10_000 else { return nil }
        let decimals = hundredths % 100
        return "\(hundredths / 100)." + (decimals < 10 ? "0" : "") + "\(decimals)"
    }
}
