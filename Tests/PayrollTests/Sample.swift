internal import CivilService
internal import Diagnostics
internal import Payroll
internal import TestSupport

/// Invented people and a pay list of four lines, so that a whole payment fits on a few lines.
enum Sample {
    static let run = "9a41c02be7d3"

    /// Beban kerja, prestasi kerja, PPh 21 and the employer's contribution.
    static let lines = [
        PayLine(id: "beban", title: "Beban kerja", account: "5.1.1", kind: .gross),
        PayLine(id: "prestasi", title: "Prestasi kerja", account: "5.1.2", kind: .gross),
        PayLine(id: "pph21", title: "PPh 21", account: nil, kind: .deduction),
        PayLine(id: "bpjs4", title: "BPJS 4 %", account: "5.1.9", kind: .employer),
    ]

    static func nip(_ number: Int) -> NIP {
        NIP(unchecked: 198_001_012_005_011_000 + UInt64(number))
    }

    static func month(_ number: Int, year: Int32 = 2025) -> Month {
        Month(index: year * 12 + Int32(number) - 1)
    }

    static func rupiah(_ amounts: [Int64]) -> [Rupiah] { amounts.map { Rupiah($0) } }

    static func due(
        _ number: Int, _ month: Month, _ amounts: [Int64], reason: String? = nil
    ) -> Entitlement {
        Entitlement(
            nip: nip(number), month: month,
            state: .computed(rupiah(amounts), reason: reason.map { Wording($0) }))
    }

    static func held(_ number: Int, _ month: Month) -> Entitlement {
        let gap = Entitlement.Gap(reason: "absensi Maret", responsible: "Dinas Kesehatan")
        return Entitlement(nip: nip(number), month: month, state: .held([gap]))
    }

    static func month(
        _ month: Month, run: String = run, lines: [PayLine] = lines,
        _ entitlements: [Entitlement]
    ) -> MonthlyEntitlements {
        MonthlyEntitlements(
            run: .init(month: month, run: run, manifest: run + run), lines: lines,
            entitlements: entitlements, payees: [])
    }

    static func rule(
        _ ceiling: RecoveryRule.Ceiling = .whole, _ rounding: RecoveryRule.Rounding = .down,
        order: RecoveryRule.MonthOrder = .oldestFirst, setsOff: Bool = true
    ) -> RecoveryRule {
        RecoveryRule(
            ceiling: ceiling, rounding: rounding, order: order, setsOffArrears: setsOff)
    }

    /// What the book keeps of a file that was released.
    static func released(
        _ result: PaymentCalculation.Result, _ month: Month, number: Int = 1,
        returned: Set<NIP> = []
    ) -> PaidFile {
        PaidFile(
            id: PaymentID(scheme: "tpp", month: month, number: number), lines: result.lines,
            rows: result.payments.map { payment in
                PaidFile.Row(
                    nip: payment.nip, month: payment.month, amounts: payment.amounts,
                    run: payment.run, isReturned: returned.contains(payment.nip))
            })
    }

    static func calculate(
        _ month: Month, _ months: [MonthlyEntitlements], paid: [PaidFile] = [],
        rule: RecoveryRule = rule()
    ) throws -> PaymentCalculation.Result {
        try PaymentCalculation(month: month, rule: rule)(months: months, paid: paid)
    }

    /// `number month kind amounts`, to be compared with what a hand wrote.
    static func text(_ result: PaymentCalculation.Result) -> [String] {
        result.payments.map { payment in
            "\(payment.nip.digits % 1000) \(payment.month.month) \(payment.kind.rawValue) "
                + payment.amounts.map(\.description).joined(separator: " ")
        }
    }

    static func debts(_ result: PaymentCalculation.Result) -> [String] {
        result.debts.map { "\($0.nip.digits % 1000) \($0.month.month) \($0.open)" }
    }
}
