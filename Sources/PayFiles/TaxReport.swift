internal import CivilService
internal import Payroll

/// What the payment tells the tax office: `MmPayrollBulk` for the Coretax portal, and whom it cannot tell of.
///
/// The portal refuses a whole upload for one bad number, and pay must not wait for a number. So people whose number,
/// status or rate does not fit are left out of the report and listed beside it, with the reason; their gross and that
/// of the report add up to that of the payment.
///
/// - Source: import form of DJP for monthly withholding of permanent employees (BPMP), sheets DATA and REF.
struct TaxReport {
    /// One person's month of income: all rows of the payment together.
    struct Income {
        private(set) var gross = Rupiah.zero
        private(set) var tax = Rupiah.zero
        private(set) var rows: Int64 = 0

        /// Adds a row; nothing where a sum would leave 64 bits, as in a file that somebody spoilt.
        mutating func add(gross: Rupiah, tax: Rupiah) {
            let sums = (
                self.gross.amount.addingReportingOverflow(gross.amount),
                self.tax.amount.addingReportingOverflow(tax.amount)
            )
            rows += 1
            guard !sums.0.overflow, !sums.1.overflow else { return }
            self.gross = Rupiah(sums.0.partialValue)
            self.tax = Rupiah(sums.1.partialValue)
        }
    }

    /// TK single, K married, HB married and living apart, each with up to three dependants.
    static let statuses: Set<String> = [
        "TK/0", "TK/1", "TK/2", "TK/3", "K/0", "K/1", "K/2", "K/3", "HB/0", "HB/1", "HB/2", "HB/3",
    ]
    static let unreportedHeadings = ["nip", "nama", "unit", "bruto", "pajak", "alasan"]

    /// `coretax.xml`.
    private(set) var xml: [UInt8] = []
    /// `coretax-belum.csv`.
    private(set) var unreported: [UInt8] = []

    /// - Throws: ``PayFileFault/noTaxLine(_:)``.
    init(_ file: PaymentFile, terms: CoretaxTerms) throws(PayFileFault) {
        guard
            let place = file.lines.firstIndex(where: {
                $0.id == terms.line && $0.kind == .deduction
            })
        else { throw .noTaxLine(terms.line) }
        let payees = PayeeIndex(file)
        put(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <MmPayrollBulk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <TIN>\(PlainMarkup.escaped(terms.tin))</TIN>
              <ListOfMmPayroll>

            """)
        RowText.append(Self.unreportedHeadings, to: &unreported)
        let frame = Frame(terms, month: file.month)
        var rest = file.payments[...]
        while let nip = rest.first?.nip {
            let rows = rest.prefix { $0.nip == nip }
            var income = Income()
            for row in rows { income.add(gross: file.gross(of: row), tax: row.amounts[place]) }
            state(nip, income, payees[nip], frame)
            rest = rest.dropFirst(rows.count)
        }
        put("  </ListOfMmPayroll>\n</MmPayrollBulk>\n")
    }

    /// What is the same of every person, as it stands between what differs.
    private struct Frame {
        let head: String
        let certificate: String
        let tail: String

        init(_ terms: CoretaxTerms, month: Month) {
            let (object, place) = (
                PlainMarkup.escaped(terms.object), PlainMarkup.escaped(terms.place)
            )
            head = """
                    <MmPayroll>
                      <TaxPeriodMonth>\(month.month)</TaxPeriodMonth>
                      <TaxPeriodYear>\(month.year)</TaxPeriodYear>
                      <CounterpartOpt>Resident</CounterpartOpt>
                      <CounterpartPassport xsi:nil="true"/>
                      <CounterpartTin>
                """
            certificate = """
                </Position>
                      <TaxCertificate>N/A</TaxCertificate>
                      <TaxObjectCode>\(object)</TaxObjectCode>
                      <Gross>
                """
            tail = """
                </Rate>
                      <IDPlaceOfBusinessActivity>\(place)</IDPlaceOfBusinessActivity>
                      <WithholdingDate>\(month.last)</WithholdingDate>
                    </MmPayroll>

                """
        }
    }

    /// Adds a person to the report, or to the list of those whom it cannot state.
    private mutating func state(
        _ nip: NIP, _ income: Income, _ payee: Payee?, _ frame: Frame
    ) {
        let rate = Self.rate(of: income)
        if let payee, let rate, Self.reason(against: income, payee, rate) == nil {
            put(frame.head)
            put(payee.taxNumber)
            put("</CounterpartTin>\n      <StatusTaxExemption>")
            put(payee.taxStatus)
            put("</StatusTaxExemption>\n      <Position>")
            put(payee.position.isEmpty ? "-" : PlainMarkup.escaped(payee.position))
            put(frame.certificate)
            put("\(income.gross)")
            put("</Gross>\n      <Rate>")
            put(rate)
            put(frame.tail)
        } else {
            RowText.append(
                [
                    "\(nip)", payee?.name ?? "", payee?.unit ?? "", "\(income.gross)",
                    "\(income.tax)", Self.reason(against: income, payee, rate) ?? "",
                ], to: &unreported)
        }
    }

    private mutating func put(_ text: String) { xml.append(contentsOf: text.utf8) }

    /// Why the portal would not take a person; `nil` for whom the report states.
    private static func reason(
        against income: Income, _ payee: Payee?, _ rate: String?
    ) -> String? {
        guard let payee else { return "tidak ada data pegawai" }
        let number = payee.taxNumber.utf8
        if number.isEmpty { return "NPWP/NIK kosong" }
        guard number.count == 16, number.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return "NPWP/NIK bukan 16 angka"
        }
        guard statuses.contains(payee.taxStatus) else {
            return payee.taxStatus.isEmpty ? "PTKP kosong" : "PTKP tidak dikenal"
        }
        if income.gross <= .zero { return "bruto tidak di atas 0" }
        if income.tax < .zero { return "pajak di bawah 0" }
        return rate == nil ? "pajak bukan satu tarif dari bruto" : nil
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
