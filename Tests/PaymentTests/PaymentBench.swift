internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Payroll
internal import TestSupport

/// An output tree with a payment desk, and entitlements as values: no run is needed to test what is paid.
struct PaymentBench {
    static let lines = [
        PayLine(id: "beban", title: "Beban kerja", account: "5.1.1", kind: .gross),
        PayLine(id: "prestasi", title: "Prestasi kerja", account: "5.1.2", kind: .gross),
        PayLine(id: "pph21", title: "PPh 21", account: nil, kind: .deduction),
    ]

    let folder: TemporaryFolder
    var output: String { folder("hasil") }

    init() throws { folder = try TemporaryFolder() }

    static func nip(_ number: Int) -> NIP {
        NIP(unchecked: 198_001_012_005_011_000 + UInt64(number))
    }

    static func month(_ number: Int) -> Month { Month(index: 2025 * 12 + Int32(number) - 1) }

    func desk(_ person: String = "sari") -> PatientDesk {
        PatientDesk(
            desk: PaymentDesk(
                output: output, person: person, time: "2025-12-31T01:02:03Z",
                language: .indonesian))
    }

    /// Amounts by person; `nil` is held.
    static func due(
        _ month: Month, run: String = "9a41c02be7d3", _ amounts: [Int: [Int64]?]
    ) -> MonthlyEntitlements {
        MonthlyEntitlements(
            run: .init(month: month, run: run, manifest: String(repeating: "a", count: 64)),
            lines: lines,
            entitlements: amounts.sorted { $0.key < $1.key }.map { person, amounts in
                let gap = Entitlement.Gap(reason: "absensi", responsible: "BKD")
                return Entitlement(
                    nip: nip(person), month: month,
                    state: amounts.map { .computed($0.map { Rupiah($0) }, reason: nil) }
                        ?? .held([gap]))
            },
            payees: amounts.keys.sorted().map { person in
                Payee(
                    nip: nip(person), name: "Rekaan \(person)", unit: "Satu", position: "",
                    golongan: "III/a", kelas: "7", employment: "PNS", taxNumber: "",
                    taxStatus: "")
            })
    }

    static func order(
        _ months: [MonthlyEntitlements], ceilings: [String: Int64]? = nil,
        ceiling: RecoveryRule.Ceiling = .share(basisPoints: 5000)
    ) -> PaymentOrder {
        PaymentOrder(
            scheme: "tpp", title: "TPP", month: months.map(\.month).max() ?? month(1),
            recovery: RecoveryRule(
                ceiling: ceiling, rounding: .down, order: .oldestFirst, setsOffArrears: true),
            months: months,
            ceilings: ceilings.map { BudgetCeilings($0.mapValues { Rupiah($0) }) },
            program: ProgramVersion(version: "1", stamp: "s"))
    }

    static let two: [Int: [Int64]?] = [1: [1000, 500, 75], 2: [2000, 0, 100]]

    static func id(_ month: Int, _ number: Int = 1) -> PaymentID {
        PaymentID(scheme: "tpp", month: Self.month(month), number: number)
    }

    /// Prepares, approves and releases.
    @discardableResult
    func pay(_ order: PaymentOrder) throws -> PaymentDesk.Preparation {
        let prepared = try desk().prepare(order)
        guard prepared.outcome == .prepared else { return prepared }
        try desk("budi").approve(prepared.file.id)
        try desk("budi").release(prepared.file.id)
        return prepared
    }

    func path(_ id: PaymentID, _ name: String = "") -> String {
        "\(output)/pembayaran/\(id)" + (name.isEmpty ? "" : "/\(name)")
    }

    /// The kind and codes of what a step is refused for; empty where it is taken.
    static func refusal(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch let failure as RunFailure {
            return "\(failure.exitCode) "
                + failure.diagnostics.map(\.code.rawValue).joined(separator: " ")
        } catch {
            return "\(error)"
        }
    }
}
