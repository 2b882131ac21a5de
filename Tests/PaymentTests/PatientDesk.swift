internal import Diagnostics
internal import Glibc
internal import Kinerja
internal import Ledger
internal import Payroll

/// A desk of this process.
///
/// Other tests start programs meanwhile, and until such a child becomes its program it holds every lock of ours, too:
/// what is locked for that instant is tried again.
struct PatientDesk {
    let desk: PaymentDesk

    func prepare(_ order: PaymentOrder) throws -> PaymentDesk.Preparation {
        try patiently { try desk.prepare(order) }
    }

    func approve(_ id: PaymentID) throws { try patiently { try desk.approve(id) } }

    func release(_ id: PaymentID) throws { try patiently { try desk.release(id) } }

    func withdraw(_ id: PaymentID, reason: String) throws {
        try patiently { try desk.withdraw(id, reason: reason) }
    }

    func reconcile(_ id: PaymentID, with path: String) throws -> PaymentDesk.Reconciliation {
        try patiently { try desk.reconcile(id, with: path) }
    }

    func list() throws -> [(entry: PaymentEntry, totals: PaymentTotals)] { try desk.list() }

    func show(_ id: PaymentID) throws -> PaymentReport { try desk.show(id) }

    private func patiently<Result>(_ body: () throws -> Result) throws -> Result {
        for _ in 0..<100_000 {
            do {
                return try body()
            } catch let failure as RunFailure where failure.kind == .locked {
                sched_yield()
            }
        }
        return try body()
    }
}
