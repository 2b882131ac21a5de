internal import CivilService
internal import Foundation
internal import Kinerja
internal import Payroll
internal import TestSupport
internal import Testing

/// ``GoldenYear`` through book and folders: from entitlements as values, and from exports as they arrive.
@Suite("A year of payments")
struct GoldenYearTests {
    @Test("Each month's file is what a hand expects, and all of them are the year's entitlement")
    func year() throws {
        let bench = try PaymentBench()
        var paid: [String: [Int64]] = [:]
        var open: [[String]] = []
        for file in 1...12 {
            let months = (1...file).map { month in
                PaymentBench.due(
                    PaymentBench.month(month),
                    Dictionary(
                        uniqueKeysWithValues: (1...7).map {
                            ($0, GoldenYear.due($0, month, known: file))
                        }))
            }
            try bench.pay(PaymentBench.order(months))
            open = try GoldenYear.follow(
                file: file, of: bench.path(PaymentBench.id(file)), paid: &paid)
        }
        GoldenYear.close(paid, open: open)
    }

    @Test("The same year from exports: runs, late and corrected deliveries, files")
    func runs() throws {
        let bench = try PaymentBench()
        let exports = try YearExports(bench.folder("pekerjaan"))
        var paid: [String: [Int64]] = [:]
        var open: [[String]] = []
        try follow(exports, bench) { file, folder in
            open = try GoldenYear.follow(file: file, of: folder, paid: &paid)
        }
        GoldenYear.close(paid, open: open)
        try atOnce(exports, paid: paid)
    }

    /// `KINERJA_YEARS` asks for more than the gate has time for.
    @Test(
        "Whenever corrections arrive, the year comes to the same, but for what could not be taken back yet"
    )
    func anyOrder() throws {
        var random = SplitMix64(seed: 2025)
        let asked = ProcessInfo.processInfo.environment["KINERJA_YEARS"].flatMap { Int($0) }
        for _ in 0..<(asked ?? 1) {
            var schedule: [YearExports.Correction: Int] = [:]
            for correction in YearExports.Correction.allCases {
                schedule[correction] = Int.random(
                    in: correction.months.lowerBound...12, using: &random)
            }
            let bench = try PaymentBench()
            let exports = try YearExports(bench.folder("pekerjaan"), schedule: schedule)
            var paid: [String: Int64] = [:]
            var open: [String: Int64] = [:]
            try follow(exports, bench) { _, folder in
                let rows = try CSVText("\(folder)/rincian.csv").selecting(["nip", "bulan", "neto"])
                    .dropLast()
                let months = rows.map { "\($0[0].suffix(1)) \($0[1].suffix(2))" }
                #expect(Set(months).count == months.count, "a month of a person twice in a file")
                for (month, row) in zip(months, rows) {
                    paid[month, default: 0] += Int64(row[2]) ?? 0
                }
                open = [:]
                for row in try CSVText("\(folder)/utang.csv").selecting(["nip", "bulan", "terbuka"])
                {
                    open["\(row[0].suffix(1)) \(row[1].suffix(2))"] = Int64(row[2])
                }
            }
            for person in 1...7 {
                for month in 1...12 {
                    let due = try #require(GoldenYear.due(person, month, known: 12))
                    let name = "\(person) \(month < 10 ? "0" : "")\(month)"
                    let rest = (paid[name] ?? 0) - (open[name] ?? 0)
                    #expect(rest == due[0] + due[1] - due[2], "\(name) by \(schedule)")
                }
            }
        }
    }

    /// Lives through the year, month by month; `file` looks at the folder of each month's payment.
    private func follow(
        _ exports: YearExports, _ bench: PaymentBench, file look: (Int, String) throws -> Void
    ) throws {
        for file in 1...12 {
            for month in try exports.deliver(file) {
                let outcome = try exports.run(month, to: bench.output)
                let status: Int32 = exports.isPartial(month, file: file) ? 7 : 0
                #expect(outcome.status == status, "\(outcome.errors)")
            }
            try #require(try pay(bench, exports, file: file) == .prepared)
            try look(file, bench.path(PaymentBench.id(file)))
        }
    }

    /// Prepares, approves and releases the file of a month.
    private func pay(
        _ bench: PaymentBench, _ exports: YearExports, file: Int
    ) throws -> PaymentDesk.Preparation.Outcome {
        var sources = PaymentSources(
            scheme: exports.scheme, output: bench.output, month: PaymentBench.month(file))
        let program = ProgramVersion(version: "1", stamp: "s")
        guard exports.isPartial(file, file: file) else {
            return try bench.pay(sources.order(program: program)).outcome
        }
        // The attendance of one unit has not come: nobody is paid by such a run unless somebody says so.
        sources.runs = Disk.names(in: "\(bench.output)/tahun/2025-02").filter {
            !$0.hasPrefix(".")
        }.map {
            "\(bench.output)/tahun/2025-02/\($0)"
        }
        var order = try sources.order(program: program)
        #expect(PaymentBench.refusal { _ = try bench.pay(order) } == "3 P401")
        order.allowsPartial = true
        return try bench.pay(order).outcome
    }

    /// A tree that knows nothing but the last delivery of each month pays the year in one file: the same, to the rupiah.
    private func atOnce(_ exports: YearExports, paid: [String: [Int64]]) throws {
        let bench = try PaymentBench()
        for month in 1...12 {
            let outcome = try exports.run(month, to: bench.output)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try pay(bench, exports, file: 12) == .prepared)
        var due: [String: [Int64]] = [:]
        for row in try CSVText(bench.path(PaymentBench.id(12), "rincian.csv")).selecting(
            ["nip", "bulan", "beban", "prestasi", "pph21"]
        ).dropLast() {
            due["\(row[0].suffix(1)) \(Int(row[1].suffix(2)) ?? 0)"] = row[2...].map {
                Int64($0) ?? 0
            }
        }
        let months = Set(paid.keys).union(due.keys).subtracting(["7 8", "7 9"])
        #expect(months.count > 70)
        for month in months {
            #expect(paid[month] ?? [0, 0, 0] == due[month] ?? [0, 0, 0], "\(month)")
        }
        #expect(due.values.reduce(0) { $0 + $1[0] + $1[1] - $1[2] } == 294_179_247)
    }
}
