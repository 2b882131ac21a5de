internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Ledger
internal import Payroll
internal import TestSupport
internal import Testing

@Suite("States of a payment")
struct PaymentStateTests {
    private let january = PaymentBench.month(1)

    private func order() -> PaymentOrder {
        PaymentBench.order([PaymentBench.due(january, PaymentBench.two)])
    }

    @Test("Prepared, approved by another, released once; only the owner may read it")
    func way() throws {
        let bench = try PaymentBench()
        let prepared = try bench.desk().prepare(order())
        #expect(prepared.outcome == .prepared)
        let id = PaymentBench.id(1)
        #expect(prepared.folder == "pembayaran/tpp/2025-01/1")
        let rows = try CSVText(bench.path(id, "rincian.csv")).selecting(
            ["kunci", "nip", "bulan", "jenis", "beban", "prestasi", "pph21", "neto"])
        #expect(
            rows.dropLast() == [
                [
                    "198001012005011001-2025-01", "198001012005011001", "2025-01", "biasa",
                    "1000", "500", "75", "1425",
                ],
                [
                    "198001012005011002-2025-01", "198001012005011002", "2025-01", "biasa",
                    "2000", "0", "100", "1900",
                ],
            ])
        #expect(
            rows.last == [
                "TOTAL", "396002024010022003", "2025-01", "", "3000", "500", "175", "3325",
            ])
        for name in Disk.tree(bench.output) {
            let path = "\(bench.output)/\(name)"
            #expect(Disk.mode(path) == (Disk.isFolder(path) ? 0o700 : 0o600), "\(name)")
        }
        #expect(PaymentBench.refusal { try bench.desk("budi").release(id) } == "2 P403")
        #expect(PaymentBench.refusal { try bench.desk("sari").approve(id) } == "2 P403")
        try bench.desk("budi").approve(id)
        #expect(PaymentBench.refusal { try bench.desk("tuti").approve(id) } == "2 P403")
        try bench.desk("budi").release(id)
        #expect(PaymentBench.refusal { try bench.desk("budi").release(id) } == "2 P403")
        #expect(PaymentBench.refusal { try bench.desk().withdraw(id, reason: "x") } == "2 P403")
        let entry = try bench.desk().show(id).entry
        #expect(entry.state == .released)
        #expect(entry.steps.map(\.action) == [.prepared, .approved, .released])
        #expect(entry.steps.map(\.person) == ["sari", "budi", "budi"])
        #expect(Set(entry.steps.map(\.hash)) == [prepared.manifest])
        #expect(try bench.desk().prepare(order()).outcome == .nothing)
        #expect(!Disk.exists(bench.path(PaymentBench.id(1, 2))))
    }

    @Test("The same again is the same file; anything else waits for the open one")
    func idempotent() throws {
        let bench = try PaymentBench()
        let first = try bench.desk().prepare(order())
        let before = try Disk.contents(bench.path(PaymentBench.id(1)))
        let again = try bench.desk("tuti").prepare(order())
        #expect(again.outcome == .standing && again.manifest == first.manifest)
        #expect(try Disk.contents(bench.path(PaymentBench.id(1))) == before)
        let other = PaymentBench.order([PaymentBench.due(january, [1: [1001, 500, 75]])])
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(other) } == "2 P403")
        try bench.desk().withdraw(PaymentBench.id(1), reason: "salah run")
        let second = try bench.desk().prepare(other)
        #expect(second.file.number == 2)
        #expect(try bench.desk().list().map(\.entry.state) == [.withdrawn, .prepared])
    }

    @Test(
        "A changed, missing or added file voids the approval and is named",
        arguments: [
            "rincian.csv", "perbandingan.txt", "manifest.json", "titipan.csv", "-utang.csv",
        ])
    func tampered(name: String) throws {
        let bench = try PaymentBench()
        let id = PaymentBench.id(1)
        _ = try bench.desk().prepare(order())
        try bench.desk("budi").approve(id)
        let path = bench.path(id, name.hasPrefix("-") ? String(name.dropFirst()) : name)
        let whole = try? Disk.read(path)
        if name.hasPrefix("-") {
            _ = try Subprocess.require(["rm", path])
        } else if var bytes = whole {
            bytes[bytes.count / 2] ^= 1
            try Disk.write(bytes, to: path)
        } else {
            try Disk.write("x", to: path)
        }
        do {
            try bench.desk("budi").release(id)
            Issue.record("released")
        } catch let error as RunFailure {
            #expect(error.exitCode == 6)
            #expect(error.description.contains(path))
        }
        #expect(try bench.desk().show(id).entry.state == .prepared)
        #expect(try bench.desk().show(id).entry.approval == nil)
        #expect(PaymentBench.refusal { try bench.desk("budi").approve(id) } == "6 X903")
        if let whole {
            try Disk.write(whole, to: path)
            try bench.desk("budi").approve(id)
            try bench.desk("budi").release(id)
            #expect(try bench.desk().show(id).entry.state == .released)
        }
    }

    @Test("A process killed before the folder appears leaves nothing; after it, a prepared file")
    func killed() throws {
        let bench = try PaymentBench()
        let id = PaymentBench.id(1)
        let prepared = try bench.desk().prepare(order())
        let step = PaymentEntry.Step(
            .prepared, person: "sari", time: "", hash: prepared.manifest)
        // As it stands when the power goes between the entry in the book and the rename.
        let other = try PaymentBench()
        let ledger = try Ledger.open(in: other.output)
        try ledger.stagePayment(
            prepared.file, folder: prepared.folder ?? "", manifest: prepared.manifest, basis: 0,
            by: step)
        #expect(try ledger.payments().map(\.state) == [nil])
        #expect(PaymentBench.refusal { try other.desk("budi").approve(id) } == "2 P403")
        #expect(try ledger.payments().isEmpty)
        // And between the rename and the last word of the book.
        try ledger.stagePayment(
            prepared.file, folder: prepared.folder ?? "", manifest: prepared.manifest, basis: 0,
            by: step)
        try Disk.makeFolder("\(other.output)/pembayaran/tpp/2025-01")
        _ = try Subprocess.require(["cp", "-a", bench.path(id), other.path(id)])
        try other.desk("budi").approve(id)
        #expect(try other.desk().show(id).entry.state == .approved)
        #expect(try other.desk("sari").prepare(order()).outcome == .standing)
    }

    @Test("Partial runs, unconfirmed law and a month without a run need an explicit word or a run")
    func refusals() throws {
        let bench = try PaymentBench()
        var asked = order()
        asked.partialRuns = ["9a41c02be7d3"]
        asked.unconfirmed = ["tpp-kelas (2025-01-01, Perwal contoh)"]
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(asked) } == "3 P401 P401")
        asked.allowsPartial = true
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(asked) } == "3 P401")
        asked.allowsUnconfirmed = true
        #expect(try bench.desk().prepare(asked).outcome == .prepared)
        let manifest = try Disk.text(bench.path(PaymentBench.id(1), "manifest.json"))
        #expect(manifest.contains("tpp-kelas (2025-01-01, Perwal contoh)"))
        var empty = order()
        empty.month = PaymentBench.month(2)
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(empty) } == "3 P401")
    }

    @Test("Another scheme may not pay the same people, month and account, unless it says so")
    func renamed() throws {
        let bench = try PaymentBench()
        try bench.pay(order())
        var copy = order()
        copy.scheme = "tpp-baru"
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(copy) } == "3 P401")
        copy.beside = ["tpp-lain"]
        #expect(PaymentBench.refusal { _ = try bench.desk().prepare(copy) } == "3 P401")
        copy.beside = ["tpp"]
        #expect(try bench.desk().prepare(copy).outcome == .prepared)
        // Other people of the same month, and the same people of another month, are nobody's double.
        var others = PaymentBench.order([PaymentBench.due(january, [3: [1000, 500, 75]])])
        others.scheme = "tpp-tiga"
        #expect(try bench.desk().prepare(others).outcome == .prepared)
        var later = PaymentBench.order([
            PaymentBench.due(PaymentBench.month(2), PaymentBench.two)
        ])
        later.scheme = "tpp-empat"
        #expect(try bench.desk().prepare(later).outcome == .prepared)
    }

    @Test("The files are the same bytes whatever language the terminal speaks")
    func language() throws {
        let bench = try PaymentBench()
        var asked = order()
        asked.monthsWithoutRun = [PaymentBench.month(0)]
        asked.unknownUnits = ["RSUD Contho"]
        let first = try bench.desk().prepare(asked)
        let english = PaymentDesk(
            output: bench.output, person: "sari", time: "2026-01-01T00:00:00Z", language: .english)
        let again = try PatientDesk(desk: english).prepare(asked)
        #expect(again.outcome == .standing)
        #expect(again.manifest == first.manifest)
        #expect(again.text(.english).contains("without a run, not paid: 2024-12\n"))
        let text = try Disk.text(bench.path(PaymentBench.id(1), "perbandingan.txt"))
        #expect(text.contains("tanpa hasil run, tidak dibayar: 2024-12\n"))
        #expect(text.contains("tidak ada pada run: RSUD Contho\n"))
        let sheet = try Disk.text(bench.path(PaymentBench.id(1), "lembar-kontrol.html"))
        #expect(sheet.contains("tanpa hasil run, tidak dibayar: 2024-12<"))
        #expect(sheet.contains("RSUD Contho<"))
        let manifest = try Disk.text(bench.path(PaymentBench.id(1), "manifest.json"))
        #expect(manifest.contains(/"without_run":\s*\[\s*"2024-12"\s*\]/))
    }

    @Test("A month that was paid and is computed no more is named")
    func leftMonths() throws {
        let bench = try PaymentBench()
        try bench.pay(order())
        let later = PaymentBench.order([PaymentBench.due(PaymentBench.month(2), PaymentBench.two)])
        let made = try bench.desk().prepare(later)
        #expect(made.text(.english).contains("paid before, not computed now: 2025-01\n"))
        #expect(!made.text(.english).contains("without a run"))
    }

    @Test("An account is charged up to its ceiling of the year and not a rupiah more")
    func budget() throws {
        let bench = try PaymentBench()
        let january = PaymentBench.due(january, PaymentBench.two)
        let february = PaymentBench.due(PaymentBench.month(2), PaymentBench.two)
        let exact: [String: Int64] = ["5.1.1": 6000, "5.1.2": 1000]
        try bench.pay(PaymentBench.order([january], ceilings: exact))
        let less: [String: Int64] = ["5.1.1": 5999, "5.1.2": 1000]
        #expect(
            PaymentBench.refusal {
                _ = try bench.desk().prepare(
                    PaymentBench.order([january, february], ceilings: less))
            } == "3 P402")
        let made = try bench.desk().prepare(
            PaymentBench.order([january, february], ceilings: exact))
        #expect(made.outcome == .prepared)
        #expect(made.text(.indonesian).contains("orang: 2 → 2"))
    }
}
