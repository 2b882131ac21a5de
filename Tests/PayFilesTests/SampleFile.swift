internal import CivilService
internal import Diagnostics
internal import PayFiles
internal import Payroll
internal import TestSupport

/// A payment of invented people: three units, rows of all kinds, names that are hard to write.
enum SampleFile {
    static let lines = [
        PayLine(id: "beban", title: "Beban kerja", account: "5.1.01.02.01.0001", kind: .gross),
        PayLine(id: "pph21", title: "PPh 21", account: nil, kind: .deduction),
        PayLine(id: "prestasi", title: "Prestasi", account: "5.1.01.02.05.0001", kind: .gross),
        PayLine(id: "bpjs", title: "BPJS 1 %", account: nil, kind: .deduction),
        PayLine(
            id: "bpjs-pemberi", title: "BPJS 4 %", account: "5.1.01.02.06.0001", kind: .employer),
    ]
    static let names = [
        "Umar Rekaan", "Nia \"Contoh\", S.Kom.", "O'Rekaan & Putra <b>", "=SUM(A1:A9)", "漢字 Rekaan",
        "Dua\nBaris",
    ]
    static let units = ["Dinas Rekaan", "Badan, Contoh", "UPT <Satu>"]
    static let month = Month(index: 2025 * 12 + 2)
    static let coretax = CoretaxTerms(
        tin: "0012345678901000", place: "0012345678901000000000", object: "21-100-01",
        line: "pph21")

    static func nip(_ person: Int) -> NIP {
        NIP(unchecked: 198_001_012_005_010_000 + UInt64(person))
    }

    /// Every third of the people has a row of the month before, more or less than 0 in turn.
    static func file(people: Int = 12, names: [String] = names) -> PaymentFile {
        var random = SplitMix64(seed: 7)
        var payments: [Payment] = []
        for person in 1...people {
            if person % 3 == 0 {
                let sign: Int64 = person % 2 == 0 ? -1 : 1
                payments.append(
                    payment(
                        person, -1, sign > 0 ? .arrears : .setOff,
                        [100_000 * sign, 5000 * sign, 0, 0, 0]))
            }
            let base = Int64.random(in: 1_000_000...9_000_000, using: &random)
            let merit = Int64.random(in: 0...2_000_000, using: &random)
            let sum = base + merit
            payments.append(
                payment(
                    person, 0, .regular, [base, (sum * 5 + 50) / 100, merit, sum / 100, sum / 25]))
        }
        return PaymentFile(
            scheme: "tpp", title: "TPP <Contoh> & \"Uji\"", month: month, number: 2, lines: lines,
            payments: payments, payees: (1...people).map { payee($0, names) },
            held: [
                .init(
                    nip: nip(people + 1), month: month,
                    gaps: [.init(reason: "absensi <kosong>", responsible: "BKD & UPT")])
            ],
            debts: [.init(nip: nip(people + 2), month: month, open: Rupiah(125_000))],
            runs: [
                .init(
                    month: month, run: "9a41c02be7d3", manifest: String(repeating: "a", count: 64))
            ])
    }

    private static func payment(
        _ person: Int, _ months: Int32, _ kind: Payment.Kind, _ amounts: [Int64]
    ) -> Payment {
        Payment(
            nip: nip(person), month: Month(index: month.index + months), kind: kind,
            amounts: amounts.map { Rupiah($0) }, run: "9a41c02be7d3",
            reason: kind == .regular ? "" : "hak 1, sudah dibayar 2; \"koreksi\"")
    }

    private static func payee(_ person: Int, _ names: [String]) -> Payee {
        Payee(
            nip: nip(person), name: names[person % names.count],
            unit: units[person % units.count], position: "Analis & Penata <\(person)>",
            golongan: "III/a", kelas: "7", employment: "PNS",
            taxNumber: person == 5 ? "" : "3171\(String(repeating: "0", count: 9))\(100 + person)",
            taxStatus: person == 7 ? "K/I/1" : person == 8 ? "HB/1" : "K/1")
    }

    static func comparison(_ file: PaymentFile) -> PaymentComparison {
        PaymentComparison(file, before: [], count: 20)
    }

    /// All files of a payment, the control sheet last.
    static func documents(
        _ file: PaymentFile = file(), allowances: PayAllowances = PayAllowances(),
        language: Language = .indonesian
    ) throws -> [PayDocument] {
        let files = PayFiles(
            file, comparison: comparison(file), coretax: coretax, allowances: allowances,
            language: language)
        let documents = try files.render()
        return documents + [files.controlSheet(of: documents)]
    }

    static func document(_ name: String, language: Language = .indonesian) throws -> [UInt8] {
        try documents(language: language).first { $0.name == name }?.bytes ?? []
    }
}
