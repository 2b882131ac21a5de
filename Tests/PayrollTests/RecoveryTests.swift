internal import CivilService
internal import Payroll
internal import Testing

@Suite("Recovery of what was paid too much")
struct RecoveryTests {
    private let months = (1...4).map { Sample.month($0) }

    /// Each month was paid 1000; now January is worth 400, February 700, and March `march`; April is due 1000.
    private func april(
        _ rule: RecoveryRule, march: Int64 = 1000
    ) throws -> PaymentCalculation.Result {
        let paid = try months.prefix(3).map { month in
            let due = Sample.month(month, [Sample.due(1, month, [1000, 0, 0, 0])])
            return Sample.released(try Sample.calculate(month, [due]), month)
        }
        let now = zip(months, [400, 700, march, 1000]).map { month, amount in
            Sample.month(month, [Sample.due(1, month, [amount, 0, 0, 0])])
        }
        return try Sample.calculate(months[3], now, paid: paid, rule: rule)
    }

    @Test(
        "A ceiling says how much one file takes back; the rest is a debt",
        arguments: [
            // All of 900 fits into the current 1000.
            (Sample.rule(.whole), ["1 -600", "2 -300"], [String]()),
            // 25 % of 1000.
            (Sample.rule(.share(basisPoints: 2500)), ["1 -250"], ["1 1 350", "1 2 300"]),
            (
                Sample.rule(.share(basisPoints: 2500), order: .newestFirst), ["2 -250"],
                ["1 1 600", "1 2 50"]
            ),
            // Exactly January, and one rupiah less and more.
            (Sample.rule(.amount(Rupiah(600))), ["1 -600"], ["1 2 300"]),
            (Sample.rule(.amount(Rupiah(599))), ["1 -599"], ["1 1 1", "1 2 300"]),
            (Sample.rule(.amount(Rupiah(601))), ["1 -600", "2 -1"], ["1 2 299"]),
            (Sample.rule(.amount(.zero)), [], ["1 1 600", "1 2 300"]),
            (Sample.rule(.share(basisPoints: 0)), [], ["1 1 600", "1 2 300"]),
        ])
    func ceilings(rule: RecoveryRule, taken: [String], open: [String]) throws {
        let result = try april(rule)
        #expect(
            result.payments.filter { $0.kind == .setOff }
                .map { "\($0.month.month) \($0.amounts[0])" } == taken)
        #expect(Sample.debts(result) == open)
    }

    @Test("A share that is no whole rupiah is rounded as declared, ties up")
    func rounding() {
        func limit(_ points: Int64, _ rounding: RecoveryRule.Rounding, _ net: Int64) -> Int64 {
            Sample.rule(.share(basisPoints: points), rounding)
                .limit(current: Rupiah(net), arrears: .zero).amount
        }
        // 12.5 % of 1004 = 125.5; of 1003 = 125.375; of 1006 = 125.75.
        #expect([1004, 1003, 1006].map { limit(1250, .down, $0) } == [125, 125, 125])
        #expect([1004, 1003, 1006].map { limit(1250, .halfUp, $0) } == [126, 125, 126])
        #expect([1004, 1003, 1006].map { limit(1250, .up, $0) } == [126, 126, 126])
        #expect(limit(10_000, .up, 1003) == 1003)
        // A product of more than 64 bits: 99.99 % of 9·10^18 = 8,999,100,000,000,000,000.
        #expect(limit(9_999, .down, 9_000_000_000_000_000_000) == 8_999_100_000_000_000_000)
    }

    @Test("Pay of the month that came back is current pay when it is paid again, and no rapel")
    func returned() throws {
        let (january, april) = (months[0], months[3])
        let first = Sample.month(january, [Sample.due(1, january, [1000, 0, 0, 0])])
        let due = [
            Sample.month(january, [Sample.due(1, january, [400, 0, 0, 0])]),
            Sample.month(april, [Sample.due(1, april, [1000, 0, 0, 0])]),
        ]
        for setsOff in [true, false] {
            let rule = Sample.rule(.share(basisPoints: 2500), setsOff: setsOff)
            var paid = [Sample.released(try Sample.calculate(january, [first]), january)]
            let once = try Sample.calculate(april, due, paid: paid, rule: rule)
            paid.append(Sample.released(once, april, returned: [Sample.nip(1)]))
            let again = try Sample.calculate(april, due, paid: paid, rule: rule)
            // 25 % of 1000, the first time and the second.
            #expect(Sample.text(once) == ["1 1 potongan -250 0 0 0", "1 4 biasa 1000 0 0 0"])
            #expect(Sample.text(again) == ["1 1 potongan -250 0 0 0", "1 4 rapel 1000 0 0 0"])
            #expect(Sample.debts(again) == ["1 1 350"])
        }
    }

    @Test("Rapel is set off first, or paid out untouched, as declared")
    func arrears() throws {
        // March is worth 300 more than was paid.
        let set = try april(Sample.rule(.amount(Rupiah(100))), march: 1300)
        #expect(
            Sample.text(set) == [
                "1 1 potongan -400 0 0 0", "1 3 rapel 300 0 0 0", "1 4 biasa 1000 0 0 0",
            ])
        let untouched = try april(
            Sample.rule(.amount(Rupiah(100)), setsOff: false), march: 1300)
        #expect(
            Sample.text(untouched) == [
                "1 1 potongan -100 0 0 0", "1 3 rapel 300 0 0 0", "1 4 biasa 1000 0 0 0",
            ])
        #expect(Sample.debts(untouched) == ["1 1 500", "1 2 300"])
    }

    @Test("Who is paid nothing now keeps the whole debt, and stands on the list")
    func noCurrentNet() throws {
        let paid = Sample.released(
            try Sample.calculate(
                months[0],
                [Sample.month(months[0], [Sample.due(1, months[0], [1000, 0, 50, 0])])]),
            months[0])
        let now = [
            Sample.month(months[0], [Sample.due(1, months[0], [400, 0, 20, 0])]),
            Sample.month(months[3], [Sample.due(2, months[3], [1000, 0, 0, 0])]),
        ]
        let result = try Sample.calculate(months[3], now, paid: [paid])
        #expect(Sample.text(result) == ["2 4 biasa 1000 0 0 0"])
        // 950 was paid, 380 is due.
        #expect(Sample.debts(result) == ["1 1 570"])
    }

    @Test("A part gives back tax and rises at once and takes lines in the order declared")
    func partSplit() throws {
        let january = months[0]
        let paid = Sample.released(
            try Sample.calculate(
                january, [Sample.month(january, [Sample.due(1, january, [1000, 500, 75, 60])])]),
            january)
        // Now 600 + 100 − 35 with 28 of the employer: net 665 after 1425, so 760 too much; 40 of it is tax given back.
        let now = [
            Sample.month(january, [Sample.due(1, january, [600, 100, 35, 28])]),
            Sample.month(months[1], [Sample.due(1, months[1], [2000, 0, 0, 0])]),
        ]
        var files = [paid]
        var rows: [String] = []
        for number in 1...3 {
            let result = try Sample.calculate(
                months[1], now, paid: files, rule: Sample.rule(.amount(Rupiah(500))))
            rows += Sample.text(result)
            files.append(Sample.released(result, months[1], number: number))
            if number == 1 { #expect(Sample.debts(result) == ["1 1 260"]) }
        }
        // 500 net is 540 of gross less 40 of tax: 400 of beban, then 140 of prestasi. The rest waits for a month's net.
        #expect(
            rows == ["1 1 potongan -400 -140 -40 -32", "1 2 biasa 2000 0 0 0"])
        let march =
            now + [
                Sample.month(months[2], [Sample.due(1, months[2], [2000, 0, 0, 0])])
            ]
        let last = try Sample.calculate(
            months[2], march, paid: files, rule: Sample.rule(.amount(Rupiah(500))))
        #expect(Sample.text(last) == ["1 1 potongan 0 -260 0 0", "1 3 biasa 2000 0 0 0"])
    }

    @Test("A month worth less than nothing is never paid below zero")
    func negativeMonth() throws {
        let due = Sample.month(months[0], [Sample.due(1, months[0], [0, 0, 30, 0])])
        let result = try Sample.calculate(months[0], [due])
        #expect(result.payments.isEmpty)
        #expect(Sample.debts(result) == ["1 1 30"])
    }
}
