internal import CivilService
internal import Glibc
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
        for file in 1...12 {
            for month in try exports.deliver(file) {
                let isPartial = file == 2 && month == 2
                let outcome = try exports.run(month, to: bench.output)
                #expect(outcome.status == (isPartial ? 7 : 0), "\(outcome.errors)")
            }
            try #require(try pay(bench, exports, file: file) == .prepared)
            open = try GoldenYear.follow(
                file: file, of: bench.path(PaymentBench.id(file)), paid: &paid)
        }
        GoldenYear.close(paid, open: open)
        try atOnce(exports, paid: paid)
    }

    /// Prepares, approves and releases the file of a month.
    private func pay(
        _ bench: PaymentBench, _ exports: YearExports, file: Int
    ) throws -> PaymentDesk.Preparation.Outcome {
        var sources = PaymentSources(
            scheme: exports.scheme, output: bench.output, month: PaymentBench.month(file))
        let program = ProgramVersion(version: "1", stamp: "s")
        guard file == 2 else { return try bench.pay(sources.order(program: program)).outcome }
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
