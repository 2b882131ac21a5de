internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Ledger
internal import Payroll
internal import TestSupport
internal import Testing

@Suite("The answers of bank and treasury")
struct ReconciliationTests {
    private static let one = "198001012005011001"
    private static let two = "198001012005011002"

    private func paid() throws -> PaymentBench {
        let bench = try PaymentBench()
        try bench.pay(
            PaymentBench.order([PaymentBench.due(PaymentBench.month(1), PaymentBench.two)]))
        return bench
    }

    private func reconcile(
        _ bench: PaymentBench, _ rows: [String], heading: String = "nip,status,nominal,alasan",
        id: PaymentID = PaymentBench.id(1)
    ) throws -> PaymentDesk.Reconciliation {
        let path = bench.folder("retur.csv")
        try Disk.write(([heading] + rows).map { $0 + "\n" }.joined(), to: path)
        return try bench.desk("kas").reconcile(id, with: path)
    }

    @Test("What came back is due again with its reason; what was paid is not")
    func returned() throws {
        let bench = try paid()
        let rows = ["\(Self.one),dibayar,1425,", "\(Self.two),dikembalikan,1900,rekening tutup"]
        let first = try reconcile(bench, rows)
        #expect(first.paid == 1 && first.returned == 1 && first.unanswered == 0)
        #expect(first.findings.isEmpty)
        #expect(try bench.desk().show(PaymentBench.id(1)).entry.state == .reconciled)
        let steps = try bench.desk().show(PaymentBench.id(1)).entry.steps.count
        _ = try reconcile(bench, rows)
        #expect(try bench.desk().show(PaymentBench.id(1)).entry.steps.count == steps)
        let again = try bench.desk().prepare(
            PaymentBench.order([PaymentBench.due(PaymentBench.month(1), PaymentBench.two)]))
        #expect(again.file.payments.map(\.nip) == [PaymentBench.nip(2)])
        #expect(again.file.payments[0].reason.contains("dikembalikan dari tpp/2025-01/1"))
    }

    @Test("A row by its key, a row not yet named, a row said to be paid after it came back")
    func keys() throws {
        let bench = try paid()
        let key = "\(Self.two)-2025-01"
        let first = try reconcile(bench, ["\(key),returned,1900"], heading: "kunci,status,nominal")
        #expect(first.returned == 1 && first.unanswered == 1)
        #expect(try bench.desk().show(PaymentBench.id(1)).entry.state == .released)
        let second = try reconcile(bench, ["\(Self.two),dibayar,1900,"])
        #expect(second.findings.map(\.code) == [.returnMismatch])
        #expect(second.returned == 1)
    }

    @Test("An amount that differs is a finding and enters nothing")
    func mismatch() throws {
        let bench = try paid()
        let outcome = try reconcile(
            bench, ["\(Self.one),dibayar,1424,", "\(Self.two),dibayar,1900,"])
        #expect(outcome.findings.map(\.code) == [.returnMismatch])
        #expect(outcome.findings.first?.location.line == 2)
        #expect(outcome.findings.first?.message.contains(Self.one) == false)
        #expect(outcome.paid == 1 && outcome.unanswered == 1)
    }

    @Test(
        "A return file with anything unknown is refused whole",
        arguments: [
            ("198001012005011003,dibayar,1", "P405"), ("19800101200501100,dibayar,1", "P407"),
            ("1.98001E+17,dibayar,1", "P407"), ("\(one),mungkin,1425", "P407"),
            ("\(one),dibayar,1.425", "P407"), ("\(one),dibayar,-1425", "P407"),
            ("\(one),dibayar,", "P407"), ("\(two),dibayar,1900", "P405"),
        ])
    func refused(row: String, code: String) throws {
        let bench = try paid()
        let path = bench.folder("retur.csv")
        try Disk.write("nip,status,nominal\n\(Self.two),dikembalikan,1900\n\(row)\n", to: path)
        #expect(
            PaymentBench.refusal {
                _ = try bench.desk("kas").reconcile(PaymentBench.id(1), with: path)
            } == "3 \(code)")
        #expect(try bench.desk().show(PaymentBench.id(1)).results == [nil, nil])
    }

    @Test("A row that says of which payment it is must be of this one")
    func otherPayment() throws {
        let bench = try paid()
        let heading = "nip,status,nominal,pembayaran"
        #expect(
            PaymentBench.refusal {
                _ = try reconcile(
                    bench,
                    [
                        "\(Self.one),dibayar,1425,tpp/2025-01/1",
                        "\(Self.two),dibayar,1900,tpp/2024-12/1",
                    ],
                    heading: heading)
            } == "3 P405")
        #expect(try bench.desk().show(PaymentBench.id(1)).results == [nil, nil])
        let right = try reconcile(
            bench,
            ["\(Self.one),dibayar,1425,tpp/2025-01/1", "\(Self.two),dibayar,1900,"],
            heading: heading)
        #expect(right.paid == 2)
    }

    @Test("A transfer with a set-off comes back whole, and its recovery with it")
    func setOff() throws {
        let bench = try paid()
        let months = [
            PaymentBench.due(PaymentBench.month(1), [1: [800, 500, 65], 2: [2000, 0, 100]]),
            PaymentBench.due(PaymentBench.month(2), PaymentBench.two),
        ]
        try bench.pay(PaymentBench.order(months))
        // 1425 of February less 190 of January.
        let february = PaymentBench.id(2)
        #expect(throws: RunFailure.self) {
            try reconcile(
                bench, ["\(Self.one)-2025-02,returned,1425"], heading: "kunci,status,nominal",
                id: february)
        }
        let outcome = try reconcile(bench, ["\(Self.one),returned,1235,"], id: february)
        #expect(outcome.returned == 2)
        let again = try bench.desk().prepare(PaymentBench.order(months))
        #expect(
            again.file.payments.map { "\($0.kind.rawValue) \($0.amounts.map(\.description))" } == [
                #"potongan ["-200", "0", "-10"]"#, #"rapel ["1000", "500", "75"]"#,
            ])
    }

    @Test("Money that came back makes an open file stale")
    func stale() throws {
        let bench = try paid()
        let months = [
            PaymentBench.due(PaymentBench.month(1), PaymentBench.two),
            PaymentBench.due(PaymentBench.month(2), PaymentBench.two),
        ]
        let id = try bench.desk().prepare(PaymentBench.order(months)).file.id
        try bench.desk("budi").approve(id)
        _ = try reconcile(bench, ["\(Self.one),dibayar,1425,"])
        _ = try reconcile(bench, ["\(Self.two),dikembalikan,1900,"])
        #expect(PaymentBench.refusal { try bench.desk("budi").release(id) } == "2 P403")
        try bench.desk().withdraw(id, reason: "ada retur")
        #expect(try bench.desk().prepare(PaymentBench.order(months)).file.payments.count == 3)
    }

    @Test("Only what was released can be reconciled")
    func state() throws {
        let bench = try PaymentBench()
        _ = try bench.desk().prepare(
            PaymentBench.order([PaymentBench.due(PaymentBench.month(1), PaymentBench.two)]))
        #expect(PaymentBench.refusal { _ = try reconcile(bench, []) } == "2 P403")
    }
}
