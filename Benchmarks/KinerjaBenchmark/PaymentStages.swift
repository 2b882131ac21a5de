internal import CivilService
internal import Diagnostics
internal import PayFiles
internal import Payroll

/// The files of a payment, made and checked: invented people, so that no run need come before.
struct PaymentStages {
    private static let people = 100_000
    private static let units = 120

    private let files: PayFiles

    init() {
        let lines = [
            PayLine(id: "beban", title: "Beban kerja", account: "5.1.01.02.01.0001", kind: .gross),
            PayLine(id: "prestasi", title: "Prestasi", account: "5.1.01.02.05.0001", kind: .gross),
            PayLine(id: "kondisi", title: "Kondisi", account: "5.1.01.02.03.0001", kind: .gross),
            PayLine(id: "pph21", title: "PPh 21", account: nil, kind: .deduction),
            PayLine(id: "bpjs", title: "BPJS 1 %", account: nil, kind: .deduction),
            PayLine(
                id: "pemberi", title: "BPJS 4 %", account: "5.1.01.02.06.0001", kind: .employer),
        ]
        let month = Month(index: 2025 * 12 + 6)
        let payments = (0..<Self.people).map { person in
            let (base, merit) = (
                Int64(1_500_000 + person * 37 % 6_000_000), Int64(person % 900_000)
            )
            let gross = base + merit
            return Payment(
                nip: Self.nip(person), month: month, kind: .regular,
                amounts: [base, merit, 0, (gross * 5 + 50) / 100, gross / 100, gross / 25].map {
                    Rupiah($0)
                }, run: "9a41c02be7d3", reason: "")
        }
        let file = PaymentFile(
            scheme: "tpp", title: "TPP", month: month, number: 1, lines: lines,
            payments: payments, payees: (0..<Self.people).map { Self.payee($0) }, held: [],
            debts: [], runs: [])
        let coretax = CoretaxTerms(
            tin: "0012345678901000", place: "0012345678901000000000", object: "21-100-01",
            line: "pph21")
        files = PayFiles(
            file, comparison: PaymentComparison(file, before: [], count: 20), coretax: coretax,
            language: .indonesian)
    }

    func render() throws -> Measurement {
        var watch = Stopwatch()
        let documents = try watch.measure { () throws(PayFileFault) in try all() }
        watch.add(rows: Self.people, bytes: documents.reduce(0) { $0 + $1.bytes.count })
        return watch.finish()
    }

    func check() throws -> Measurement {
        var watch = Stopwatch()
        let documents = try all()
        let content = try watch.measure { () throws(RunFailure) in
            try PayFilesCheck(documents, path: "benchmark").content()
        }
        watch.add(rows: content.rows, bytes: documents.reduce(0) { $0 + $1.bytes.count })
        return watch.finish()
    }

    private func all() throws(PayFileFault) -> [PayDocument] {
        let documents = try files.render()
        return documents + [files.controlSheet(of: documents)]
    }

    private static func nip(_ person: Int) -> NIP {
        NIP(unchecked: 197_001_012_005_010_000 + UInt64(person / 1000 * 1_000_000 + person % 1000))
    }

    private static func payee(_ person: Int) -> Payee {
        Payee(
            nip: nip(person), name: "Rekaan Nomor \(person), S.Kom.",
            unit: "Unit Contoh \(person * 7 % units)", position: "Analis Kebijakan",
            golongan: "III/a", kelas: "7", employment: "PNS",
            taxNumber: person % 50 == 0 ? "" : "317100\(1_000_000_000 + person)",
            taxStatus: "K/1")
    }
}
