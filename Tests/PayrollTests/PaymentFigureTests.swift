internal import CivilService
internal import Payroll
internal import Testing

@Suite("Totals, budget, comparison and control of a file")
struct PaymentFigureTests {
    private let march = Sample.month(3)

    private func file(_ result: PaymentCalculation.Result, _ month: Month) -> PaymentFile {
        PaymentFile(
            scheme: "tpp", title: "TPP", month: month, number: 1, lines: result.lines,
            payments: result.payments, payees: [], held: result.held, debts: result.debts,
            zeros: result.zeros, runs: [])
    }

    private func sample() throws -> (PaymentFile, [MonthlyEntitlements]) {
        let months = [
            Sample.month(
                march,
                [
                    Sample.due(1, march, [1000, 500, 75, 60]),
                    Sample.due(2, march, [2000, 0, 100, 80]),
                    Sample.due(3, march, [0, 0, 0, 0], reason: "pensiun"), Sample.held(4, march),
                ])
        ]
        return (file(try Sample.calculate(march, months), march), months)
    }

    @Test("Totals are those of the rows; employer's lines are charged and no part of the gross")
    func totals() throws {
        let totals = PaymentTotals(try sample().0)
        #expect(totals.rows == 2 && totals.persons == 2)
        #expect(totals.gross == Rupiah(3500) && totals.deductions == Rupiah(175))
        #expect(totals.net == Rupiah(3325))
        #expect(
            totals.accounts.map { "\($0.account) \($0.amount)" }
                == ["5.1.1 3000", "5.1.2 500", "5.1.9 140"])
        // 198001012005011001 + 198001012005011002
        #expect(totals.hash == 396_002_024_010_022_003)
    }

    @Test("A ceiling is kept to the rupiah; an account without one may be charged nothing")
    func budget() throws {
        let totals = PaymentTotals(try sample().0)
        func breaches(_ ceilings: [String: Int64], before: [String: Int64] = [:]) -> [String] {
            BudgetCeilings(ceilings.mapValues { Rupiah($0) })
                .breaches(before: before.mapValues { Rupiah($0) }, now: totals)
                .map(\.account)
        }
        #expect(breaches(["5.1.1": 3000, "5.1.2": 500, "5.1.9": 140]) == [])
        #expect(breaches(["5.1.1": 2999, "5.1.2": 500, "5.1.9": 140]) == ["5.1.1"])
        #expect(breaches(["5.1.1": 3000, "5.1.2": 500]) == ["5.1.9"])
        let ceilings: [String: Int64] = ["5.1.1": 9000, "5.1.2": 900, "5.1.9": 900]
        #expect(breaches(ceilings, before: ["5.1.1": 6000]) == [])
        #expect(breaches(ceilings, before: ["5.1.1": 6001]) == ["5.1.1"])
    }

    @Test("A comparison names who came, who left, and the largest changes first")
    func comparison() throws {
        let april = Sample.month(4)
        let (before, _) = try sample()
        let paid = PaidFile(
            id: before.id, lines: before.lines,
            rows: before.payments.map {
                .init(
                    nip: $0.nip, month: $0.month, amounts: $0.amounts, run: $0.run,
                    isReturned: false)
            })
        let months = [
            Sample.month(
                april,
                [
                    Sample.due(1, april, [1000, 400, 70, 60]),
                    Sample.due(5, april, [50, 0, 0, 0]),
                ])
        ]
        let now = file(try Sample.calculate(april, months, paid: [paid]), april)
        let comparison = PaymentComparison(now, before: [paid], count: 2)
        #expect(comparison.joined == [Sample.nip(5)] && comparison.left == [Sample.nip(2)])
        #expect(comparison.before.net == Rupiah(3325) && comparison.now.net == Rupiah(1380))
        #expect(
            comparison.movements.map { "\($0.nip.digits % 10) \($0.change)" } == [
                "2 -1900", "1 -95",
            ])
    }

    @Test("A row dropped, doubled, changed or moved to another person is an imbalance")
    func control() throws {
        let (file, months) = try sample()
        func spoilt(_ spoil: (inout [Payment]) -> Void) -> [String] {
            var payments = file.payments
            spoil(&payments)
            let other = PaymentFile(
                scheme: "tpp", title: "TPP", month: march, number: 1, lines: file.lines,
                payments: payments, payees: [], held: file.held, debts: [], zeros: file.zeros,
                runs: [])
            return PaymentControl().imbalances(other, months: months, paid: [])
        }
        func payment(_ number: Int, _ amounts: [Int64]) -> Payment {
            Payment(
                nip: Sample.nip(number), month: march, kind: .regular,
                amounts: Sample.rupiah(amounts), run: Sample.run, reason: "")
        }
        #expect(spoilt { _ in } == [])
        #expect(!spoilt { $0.removeLast() }.isEmpty)
        #expect(!spoilt { $0.append($0[1]) }.isEmpty)
        #expect(!spoilt { $0.swapAt(0, 1) }.isEmpty)
        #expect(!spoilt { $0[0] = payment(1, [1001, 500, 75, 60]) }.isEmpty)
        #expect(!spoilt { $0[1] = payment(3, [2000, 0, 100, 80]) }.isEmpty)
        #expect(!spoilt { $0[1] = payment(4, [2000, 0, 100, 80]) }.isEmpty)
        #expect(!spoilt { $0[1] = payment(9, [2000, 0, 100, 80]) }.isEmpty)
        let noHeld = PaymentFile(
            scheme: "tpp", title: "TPP", month: march, number: 1, lines: file.lines,
            payments: file.payments, payees: [], held: [], debts: [], runs: [])
        #expect(PaymentControl().imbalances(noHeld, months: months, paid: []).count == 1)
    }

    @Test(
        "A payment's name is read back, and nothing else is one",
        arguments: [
            ("tpp/2025-03/1", true), ("tpp/2025-03/12", true), ("tpp/2025-13/1", false),
            ("tpp/2025-03/0", false), ("tpp/2025-03/01", false), ("tpp/2025-03", false),
            ("/2025-03/1", false), ("a/tpp/2025-03/1", false), ("tpp/2025-03/-1", false),
        ])
    func identifiers(text: String, isOne: Bool) {
        #expect(PaymentID(text)?.description == (isOne ? text : nil))
    }
}
