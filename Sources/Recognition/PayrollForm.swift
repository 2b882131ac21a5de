internal import Diagnostics

/// Tells forms that payroll made from results, which are no evidence of anybody's performance.
enum PayrollForm {
    /// Pieces of folded headings, each of which speaks for payroll.
    private static let signs = [
        "tpp", "pph21", "bpjs", "jumlahpembayaran", "tandatangan", "potongan", "potbulanlalu",
        "pothukuman", "diterima", "taxobjectcode", "taxperiodmonth", "counterparttin", "gross",
        "basictpp", "subsidi",
    ]

    /// - Returns: What the form is; nil where fewer than three signs are found.
    static func name(of columns: [SampleColumn]) -> Wording? {
        let keys = columns.compactMap(\.keys.first)
        let found = signs.filter { sign in keys.contains { $0.contains(sign) } }
        guard found.count >= 3 else { return nil }
        return Wording(
            "daftar pembayaran (\(found.count) judul TPP, pajak atau potongan): keluaran untuk penggajian, bukan bukti kinerja",
            "a payroll form (\(found.count) headings of allowances, tax or deductions): output for payroll, no evidence of performance"
        )
    }
}
