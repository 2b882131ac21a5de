internal import Files
internal import Glibc
internal import Kinerja
internal import TestSupport
internal import Testing

/// `kinerja pay` as people start it; who they are is told by sudo, which counts for root alone.
@Suite("kinerja pay", .enabled(if: getuid() == 0))
struct PayCommandTests {
    private func pay(
        _ arguments: [String], as person: String = "budi"
    ) throws -> Subprocess.Outcome {
        try Program.run(["pay"] + arguments, environment: ["SUDO_USER": person])
    }

    private func prepared() throws -> PaymentBench {
        let bench = try PaymentBench()
        _ = try bench.desk("sari").prepare(
            PaymentBench.order([PaymentBench.due(PaymentBench.month(1), PaymentBench.two)]))
        return bench
    }

    @Test("Two persons take a file to its release, by folder or by name, and nobody twice")
    func way() throws {
        let bench = try prepared()
        let folder = bench.path(PaymentBench.id(1))
        let own = try pay(["approve", folder], as: "sari")
        #expect(own.status == 2)
        #expect(own.errors.contains("'sari' prepared this file and may not approve it"))
        #expect(try pay(["release", folder]).status == 2)
        #expect(try pay(["approve", folder]).status == 0)
        let name = ["tpp/2025-01/1", "--out", bench.output]
        let released = try pay(["release"] + name)
        #expect(released.status == 0)
        #expect(released.errors == "tpp/2025-01/1: dirilis (budi)\n")
        #expect(try pay(["release"] + name).status == 2)
        #expect(try pay(["withdraw", folder, "--reason", "x"]).status == 2)
        let list = try pay(["list", "--out", bench.output])
        #expect(list.text == "tpp/2025-01/1  dirilis  2 orang  Rp3.325\n")
        let show = try pay(["show"] + name + ["--bahasa", "en"])
        #expect(show.status == 0)
        for line in ["gross Rp3,500, deductions Rp175, net Rp3,325", "account 5.1.1: Rp3,000"] {
            #expect(show.text.contains(line), "\(show.text)")
        }
        #expect(show.text.contains(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  released  budi\n/))
    }

    @Test("A changed byte is named with 6")
    func changed() throws {
        let bench = try prepared()
        let folder = bench.path(PaymentBench.id(1))
        #expect(try pay(["approve", folder]).status == 0)
        try Disk.write("x", to: "\(folder)/utang.csv")
        let outcome = try pay(["release", folder])
        #expect(outcome.status == 6)
        #expect(outcome.errors.contains("utang.csv: error[X903]"))
    }

    @Test("A return file is entered, a finding is 1, an unknown row 3; no NIP and no name is shown")
    func reconciled() throws {
        let bench = try prepared()
        let folder = bench.path(PaymentBench.id(1))
        #expect(try pay(["approve", folder]).status == 0)
        #expect(try pay(["release", folder]).status == 0)
        let (one, two) = ("\(PaymentBench.nip(1))", "\(PaymentBench.nip(2))")
        var shown = ""
        for (rows, status) in [
            ("\(one),dibayar,1425\n\(two),dikembalikan,1\n", Int32(1)),
            ("\(PaymentBench.nip(9)),dibayar,1425\n", 3), ("\(two)1,dibayar,1900\n", 3),
            ("\(two),dikembalikan,1900\n", 0),
        ] {
            try Disk.write("nip,status,nominal\n" + rows, to: bench.folder("retur.csv"))
            let outcome = try pay(["reconcile", folder, "--return", bench.folder("retur.csv")])
            #expect(outcome.status == status, "\(outcome.errors)")
            shown += outcome.errors + outcome.text
        }
        shown += try pay(["show", folder]).text
        #expect(shown.contains("terbayar 1, dikembalikan 1, belum dijawab 0"))
        #expect(shown.contains("19800101**********"))
        for secret in [one, two, "Rekaan"] { #expect(!shown.contains(secret)) }
    }

    @Test(
        "Wrong usage is 2",
        arguments: [
            ["approve", "tpp/2025-13/1"], ["approve", "lain/tpp/2025-01/1"], ["show", "tpp"],
            ["prepare", "tidak-ada.yaml", "--month", "2025-01"],
            ["prepare", "tidak-ada.yaml", "--month", "2025"], ["approve", "tpp/2025-01/9"],
            ["list", "--bahasa", "fr"], ["withdraw", "tpp/2025-01/1"],
        ])
    func usage(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["pay"] + arguments, in: folder.path)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("While another process holds the tree nothing is taken, with 4")
    func locked() throws {
        let bench = try prepared()
        let lock = try FileLock.acquire("\(bench.output)/.kunci")
        let isHeld = lock != nil
        #expect(isHeld)
        #expect(try pay(["approve", bench.path(PaymentBench.id(1))]).status == 4)
        withExtendedLifetime(lock) {}
    }
}
