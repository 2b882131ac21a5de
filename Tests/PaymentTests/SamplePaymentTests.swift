internal import CivilService
internal import Kinerja
internal import Payroll
internal import TestSupport
internal import Testing

/// The sample month from its exports to the file that pays it, against a second program that reads the same exports.
@Suite("Payment of the sample month")
struct SamplePaymentTests {
    private static let scheme = Repository.path("pipelines/tpp/tpp-contoh.yaml")
    private static let lines = [
        "beban-kerja", "prestasi-kerja", "kondisi-kerja", "pph21", "bpjs-pekerja", "bpjs-pemberi",
    ]

    private let bench: PaymentBench
    private let month: Month
    private var inputs: String { bench.folder("masukan") }

    init() throws {
        bench = try PaymentBench()
        month = try #require(Month(iso: "2025-07"))
        _ = try Subprocess.require([
            "cp", "-r", Repository.path("sample-data/tpp/2025-07"), bench.folder("masukan"),
        ])
    }

    private func publish() throws {
        let outcome = try Program.run([
            "run", Repository.path("pipelines/tpp.yaml"), "--period", "2025-07", "--inputs",
            inputs, "--out", bench.output,
        ])
        // 1: the sample has more rejects than its warning limit.
        guard outcome.status <= 1 else { throw ToolFailure(outcome.errors) }
    }

    /// State and six amounts by NIP, as the second program has them.
    private func referee() throws -> [String: (state: String, amounts: [Int64])] {
        _ = try Subprocess.require([
            "python3", Repository.path("Tests/Referee/tpp.py"), bench.folder("referee"), inputs,
        ])
        var people: [String: (state: String, amounts: [Int64])] = [:]
        for row in try CSVText(bench.folder("referee/hak.csv")).rows {
            people[row[0]] = (row[1], row[2...].compactMap { Int64($0) })
        }
        return people
    }

    private func pay(number: Int) throws -> PaymentDesk.Preparation {
        var sources = PaymentSources(scheme: Self.scheme, output: bench.output, month: month)
        sources.runs = []
        var order = try sources.order(program: ProgramVersion(version: "1", stamp: "s"))
        order.allowsUnconfirmed = true
        return try bench.pay(order)
    }

    private func path(_ number: Int, _ name: String) -> String {
        bench.path(PaymentID(scheme: "tpp-contoh", month: month, number: number), name)
    }

    private func rows(_ number: Int) throws -> [String: [Int64]] {
        let table = try CSVText(path(number, "rincian.csv")).selecting(["nip"] + Self.lines)
            .dropLast()
        return Dictionary(
            uniqueKeysWithValues: table.map { ($0[0], $0[1...].compactMap { Int64($0) }) })
    }

    @Test(
        "Everybody is paid, held or due nothing as the second program says; the correction is the difference"
    )
    func wholeWay() throws {
        try publish()
        let refused = try Program.run([
            "pay", "prepare", Self.scheme, "--month", "2025-07", "--out", bench.output,
        ])
        #expect(refused.status == 3)
        #expect(refused.errors.contains("error[P401]: values of law that nobody has confirmed"))
        #expect(try pay(number: 1).outcome == .prepared)
        let before = try referee()
        let paid = try rows(1)
        #expect(!paid.isEmpty)
        #expect(
            paid == before.filter { $0.value.state == "dihitung" }.mapValues(\.amounts))
        func people(_ name: String) throws -> Set<String> {
            Set(try CSVText(path(1, name)).selecting(["nip"]).map { $0[0] })
        }
        #expect(
            try people("ditahan.csv") == Set(before.filter { $0.value.state == "ditahan" }.keys))
        #expect(try people("nihil.csv") == Set(before.filter { $0.value.state == "nihil" }.keys))

        let file = "\(inputs)/ekinerja/tanpa-aktivitas.csv"
        let (more, less) = ("197906212005092922", "197309252000082914")
        let text = try Disk.text(file)
            .replacing("\(more),Juli 2025,1\n", with: "\(more),Juli 2025,5\n")
            .replacing("\(less),Juli 2025,2\n", with: "\(less),Juli 2025,0\n")
        try Disk.write(text, to: file)
        try publish()
        #expect(try pay(number: 2).outcome == .prepared)
        let after = try referee()
        let differences = after.filter { before[$0.key]?.amounts != $0.value.amounts }
        #expect(Set(differences.keys) == [more, less])
        func difference(_ nip: String) -> [Int64] {
            zip(after[nip]?.amounts ?? [], before[nip]?.amounts ?? []).map { $0 - $1 }
        }
        #expect(try rows(2) == [less: difference(less)])
        // Nothing else is paid to the other one in this file, so nothing can be taken back yet.
        let change = difference(more)
        let owed = -(change[0] + change[1] + change[2] - change[3] - change[4])
        #expect(owed > 0)
        #expect(
            try CSVText(path(2, "utang.csv")).selecting(["nip", "terbuka"]) == [[more, "\(owed)"]])
        #expect(try pay(number: 3).outcome == .nothing)
        // The first run is not the newest of its month, but it was paid.
        let purge = try Program.run(["runs", "purge", "--keep-last", "1", "--out", bench.output])
        #expect(purge.status == 0, "\(purge.errors)")
        let runs = Disk.names(in: "\(bench.output)/tpp/2025-07").filter {
            !$0.hasPrefix(".") && $0 != "terkini"
        }
        #expect(runs.count == 2)
    }
}
