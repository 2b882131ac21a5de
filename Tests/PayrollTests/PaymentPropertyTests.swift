internal import CivilService
internal import Payroll
internal import TestSupport
internal import Testing

/// Random years of deliveries, corrections, returns and held months, checked by sums that a child could do.
@Suite("Payments of random years")
struct PaymentPropertyTests {
    /// What is known of one person's month: four amounts, or nothing yet.
    private typealias Known = [Int64]?

    private struct Key: Hashable {
        let person: Int
        let month: Int
    }

    private struct World {
        var random: SplitMix64
        var known: [Key: Known] = [:]
        var files: [PaidFile] = []
        /// Every rupiah that reached a person, by person, month and line.
        var paid: [Key: [Int64]] = [:]
        let rule: RecoveryRule

        static let people = 4
        static let months = 6

        init(seed: UInt64) {
            random = SplitMix64(seed: seed)
            let ceilings: [RecoveryRule.Ceiling] = [
                .whole, .share(basisPoints: 2500), .share(basisPoints: 3333),
                .amount(Rupiah(300)), .amount(.zero),
            ]
            let roundings: [RecoveryRule.Rounding] = [.down, .halfUp, .up]
            rule = RecoveryRule(
                ceiling: ceilings[Int.random(in: 0..<5, using: &random)],
                rounding: roundings[Int.random(in: 0..<3, using: &random)],
                order: Bool.random(using: &random) ? .oldestFirst : .newestFirst,
                setsOffArrears: Bool.random(using: &random))
        }

        mutating func amounts() -> [Int64] {
            if Int.random(in: 0..<8, using: &random) == 0 { return [0, 0, 0, 0] }
            let gross = [
                Int64.random(in: 0...2000, using: &random),
                Int64.random(in: 0...900, using: &random),
            ]
            let tax = Int64.random(in: 0...(gross[0] + gross[1]), using: &random) / 4
            return gross + [tax, Int64.random(in: 0...80, using: &random)]
        }

        /// Tells or changes some months up to `month`.
        mutating func deliver(upTo month: Int) {
            for person in 0..<Self.people {
                for earlier in 1...month {
                    let key = Key(person: person, month: earlier)
                    let isNew = known[key] == nil
                    guard isNew || Int.random(in: 0..<4, using: &random) == 0 else { continue }
                    let isHeld = Int.random(in: 0..<5, using: &random) == 0
                    known[key] = .some(isHeld ? nil : amounts())
                }
            }
        }

        func months(upTo month: Int) -> [MonthlyEntitlements] {
            (1...month).map { number in
                let date = Sample.month(number)
                return Sample.month(
                    date, run: "run\(files.count)",
                    (0..<Self.people).compactMap { person in
                        guard let state = known[Key(person: person, month: number)] else {
                            return nil
                        }
                        guard let amounts = state else { return Sample.held(person, date) }
                        return Sample.due(person, date, amounts)
                    })
            }
        }

        /// Makes a file, checks it, and releases it; some transfers come back.
        mutating func pay(_ month: Int, rule other: RecoveryRule? = nil) throws {
            let date = Sample.month(month)
            let due = months(upTo: month)
            let result = try Sample.calculate(date, due, paid: files, rule: other ?? rule)
            try check(result, month: month, due: due, rule: other ?? rule)
            let people = Set(result.payments.map(\.nip))
            let isFinal = other != nil
            let returned = people.sorted().filter { _ in
                !isFinal && Int.random(in: 0..<10, using: &random) == 0
            }
            files.append(
                Sample.released(
                    result, date, number: files.count + 1, returned: Set(returned)))
            for payment in result.payments where !returned.contains(payment.nip) {
                let key = Self.key(payment.nip, payment.month)
                for (line, amount) in payment.amounts.enumerated() {
                    paid[key, default: [0, 0, 0, 0]][line] += amount.amount
                }
            }
        }

        static func key(_ nip: NIP, _ month: Month) -> Key {
            Key(person: Int(nip.digits % 1000), month: month.month)
        }

        static func net(_ amounts: [Int64]) -> Int64 { amounts[0] + amounts[1] - amounts[2] }

        private func check(
            _ result: PaymentCalculation.Result, month: Int, due: [MonthlyEntitlements],
            rule: RecoveryRule
        ) throws {
            let keys = result.payments.map { Self.key($0.nip, $0.month) }
            #expect(Set(keys).count == keys.count)
            let file = PaymentFile(
                scheme: "tpp", title: "", month: Sample.month(month), number: 1,
                lines: result.lines, payments: result.payments, payees: [], held: result.held,
                debts: result.debts, zeros: result.zeros, runs: [])
            #expect(PaymentControl().imbalances(file, months: due, paid: files) == [])
            var now: [Key: [Int64]] = [:]
            for payment in result.payments {
                now[Self.key(payment.nip, payment.month)] = payment.amounts.map(\.amount)
            }
            var open: [Key: Int64] = [:]
            for debt in result.debts { open[Self.key(debt.nip, debt.month)] = debt.open.amount }
            #expect(open.values.allSatisfy { $0 > 0 })
            for person in 0..<Self.people {
                var positive: Int64 = 0
                var taken: Int64 = 0
                for earlier in 1...month {
                    let key = Key(person: person, month: earlier)
                    let net = now[key].map(Self.net) ?? 0
                    if net > 0 { positive += net } else { taken -= net }
                    guard let state = known[key], let amounts = state else {
                        #expect(now[key] == nil && open[key] == nil)
                        continue
                    }
                    let before = paid[key] ?? [0, 0, 0, 0]
                    let after = zip(before, now[key] ?? [0, 0, 0, 0]).map { $0 + $1 }
                    #expect(Self.net(after) - (open[key] ?? 0) == Self.net(amounts))
                    if open[key] == nil { #expect(after == amounts) }
                    // A line moves towards what is due and never past it.
                    for line in 0..<4 {
                        let (low, high) = (
                            min(before[line], amounts[line]), max(before[line], amounts[line])
                        )
                        #expect((low...high).contains(after[line]))
                    }
                }
                #expect(taken <= positive)
                if case .amount(let most) = rule.ceiling, !rule.setsOffArrears {
                    #expect(taken <= most.amount)
                }
                if taken < positive, case .whole = rule.ceiling, rule.setsOffArrears {
                    #expect(!open.keys.contains { $0.person == person })
                }
            }
        }
    }

    @Test("Paid and open are always what is due, line by line, and nobody's file is below zero")
    func balance() throws {
        for seed in 1...300 {
            var world = World(seed: UInt64(seed))
            for month in 1...World.months {
                for _ in 0..<Int.random(in: 1...3, using: &world.random) {
                    world.deliver(upTo: month)
                    try world.pay(month)
                }
            }
        }
    }

    @Test("Any order and split of deliveries and corrections ends at the same sums")
    func confluence() throws {
        for seed in 1...100 {
            var world = World(seed: UInt64(1000 + seed))
            for month in 1...World.months {
                for _ in 0..<Int.random(in: 0...3, using: &world.random) {
                    world.deliver(upTo: month)
                    try world.pay(month)
                }
            }
            // The truth at the year's end, and a last month that is rich enough to take back everything.
            let last = World.months + 1
            for person in 0..<World.people {
                for month in 1...World.months {
                    let key = Key(person: person, month: month)
                    if (world.known[key] ?? nil) == nil { world.known[key] = [700, 50, 30, 10] }
                }
                world.known[Key(person: person, month: last)] = [100_000, 0, 0, 0]
            }
            try world.pay(last, rule: Sample.rule(.whole))
            for (key, state) in world.known { #expect(world.paid[key] ?? [0, 0, 0, 0] == state) }
            let files = world.files
            #expect(
                try Sample.calculate(
                    Sample.month(last), world.months(upTo: last), paid: files
                ).payments.isEmpty)
        }
    }
}
