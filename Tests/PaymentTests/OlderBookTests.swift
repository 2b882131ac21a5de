internal import Kinerja
internal import Payroll
internal import TestSupport
internal import Testing

/// A book that is lost, new, or an older copy of itself must not pay what was paid.
@Suite("Payments and an older book")
struct OlderBookTests {
    private let january = PaymentBench.month(1)
    private let id = PaymentBench.id(1)

    private func order(_ scheme: String = "tpp") -> PaymentOrder {
        let order = PaymentBench.order([PaymentBench.due(january, PaymentBench.two)])
        guard scheme != order.scheme else { return order }
        return PaymentOrder(
            scheme: scheme, title: "Lain", month: order.month, recovery: order.recovery,
            months: order.months, ceilings: nil, program: order.program)
    }

    private func book(_ bench: PaymentBench) -> String { "\(bench.output)/.kinerja/ledger.sqlite" }

    /// The book as it stands, in one file.
    private func copy(_ bench: PaymentBench, to name: String) throws {
        _ = try Book.query(bench.output, "PRAGMA wal_checkpoint(TRUNCATE)")
        _ = try Subprocess.require(["cp", book(bench), bench.folder(name)])
    }

    private func restore(_ bench: PaymentBench, from name: String?) throws {
        for side in ["", "-wal", "-shm"] {
            _ = try Subprocess.require(["rm", "-f", book(bench) + side])
        }
        if let name { _ = try Subprocess.require(["cp", bench.folder(name), book(bench)]) }
    }

    /// Every step that could lead to money, and those that would hide it.
    private func expectRefusal(_ bench: PaymentBench, _ comment: String) {
        let refused = "6 P406"
        for scheme in ["tpp", "lain"] {
            #expect(
                PaymentBench.refusal { _ = try bench.desk().prepare(order(scheme)) } == refused,
                "\(comment) \(scheme)")
        }
        #expect(
            PaymentBench.refusal { try bench.desk("budi").approve(id) } == refused, "\(comment)")
        #expect(
            PaymentBench.refusal { try bench.desk("budi").release(id) } == refused, "\(comment)")
        #expect(
            PaymentBench.refusal { try bench.desk().withdraw(id, reason: "x") } == refused,
            "\(comment)")
        #expect(
            Disk.names(in: "\(bench.output)/pembayaran/tpp/2025-01") == ["1", "1.dirilis"],
            "\(comment)")
    }

    @Test("Without its book, or with a new one, nothing is paid; what stands is named")
    func lost() throws {
        let bench = try PaymentBench()
        try bench.pay(order())
        try restore(bench, from: nil)
        // Asking makes no book, and says more than nothing.
        #expect(PaymentBench.refusal { _ = try bench.desk().list() } == "6 P406")
        #expect(PaymentBench.refusal { _ = try bench.desk().show(id) } == "6 P406")
        expectRefusal(bench, "lost")
        expectRefusal(bench, "new")
    }

    @Test("With a copy from before the release, nothing is paid again", arguments: [1, 2, 3])
    func older(state: Int) throws {
        let bench = try PaymentBench()
        _ = try bench.desk().list()
        let prepared = try bench.desk().prepare(order())
        #expect(prepared.outcome == .prepared)
        try copy(bench, to: "1")
        try bench.desk("budi").approve(id)
        try copy(bench, to: "2")
        try bench.desk("budi").release(id)
        try copy(bench, to: "3")
        try restore(bench, from: "\(state)")
        if state < 3 {
            expectRefusal(bench, "copy \(state)")
            try restore(bench, from: "3")
        }
        // The newest copy goes on as if nothing had been.
        #expect(try bench.desk().prepare(order()).outcome == .nothing)
        #expect(PaymentBench.refusal { try bench.desk("budi").release(id) } == "2 P403")
    }

    @Test("A copy from before a withdrawal pays no second time what the next file paid")
    func withdrawn() throws {
        let bench = try PaymentBench()
        _ = try bench.desk().prepare(order())
        try bench.desk("budi").approve(id)
        try copy(bench, to: "lama")
        try bench.desk().withdraw(id, reason: "salah")
        try bench.pay(order())
        #expect(Disk.exists(bench.path(PaymentBench.id(1, 2))))
        try restore(bench, from: "lama")
        #expect(PaymentBench.refusal { try bench.desk("budi").release(id) } == "6 P406")
    }

    @Test(
        "The note of a release is the hash of its manifest, and is made up for where it is missing")
    func note() throws {
        let bench = try PaymentBench()
        try bench.pay(order())
        let folder = "\(bench.output)/pembayaran/tpp/2025-01"
        _ = try Subprocess.require(["sha256sum", "-c", "1.dirilis"], in: folder)
        #expect(Disk.mode("\(folder)/1.dirilis") == 0o600)
        let whole = try Disk.read("\(folder)/1.dirilis")
        // As it stands where a process died between the book's word and the note.
        _ = try Subprocess.require(["rm", "\(folder)/1.dirilis"])
        try Disk.write("", to: "\(folder)/.1.dirilis.new-4711")
        #expect(try bench.desk().prepare(order()).outcome == .nothing)
        #expect(try Disk.read("\(folder)/1.dirilis") == whole)
        #expect(Disk.names(in: folder) == ["1", "1.dirilis"])
        // Of another file than the one that was released it is no note.
        try Disk.write("x\n", to: "\(folder)/1.dirilis")
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(order()) } == "6 P406")
        // A folder that was moved to an archive is in the book all the same.
        try Disk.write(whole, to: "\(folder)/1.dirilis")
        _ = try Subprocess.require(["rm", "-r", "\(folder)/1"])
        #expect(try bench.desk().prepare(order()).outcome == .nothing)
    }

    @Test("The night's run names payments that its book does not know")
    func told() throws {
        let bench = try PaymentBench()
        try bench.pay(order())
        try restore(bench, from: nil)
        try SmallJob().write(to: bench.folder)
        let outcome = try Program.run(SmallJob.arguments(in: bench.folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.errors.contains("P406") && outcome.errors.contains("pembayaran/tpp/2025-01/1"))
        expectRefusal(bench, "after a run")
    }
}
