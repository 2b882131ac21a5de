internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Payroll
internal import TestSupport
internal import Testing

@Suite("No change of a published file is missed")
struct PublishedMutationTests {
    /// Lines dropped, doubled or swapped with the next; digits altered; bits flipped: spread over the whole file.
    private static func mutants(of bytes: [UInt8]) -> [[UInt8]] {
        var mutants: [[UInt8]] = []
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        let joined = { (lines: [[UInt8]]) in Array(lines.joined(separator: [0x0A])) }
        for place in stride(from: 0, to: lines.count - 1, by: max(1, lines.count / 12)) {
            var changed = lines
            changed.remove(at: place)
            mutants.append(joined(changed))
            changed = lines
            changed.insert(lines[place], at: place)
            mutants.append(joined(changed))
            changed = lines
            changed.swapAt(place, (place + 1) % lines.count)
            mutants.append(joined(changed))
        }
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        for place in stride(from: 0, to: digits.count, by: max(1, digits.count / 12)) {
            var changed = bytes
            changed[digits[place]] = 0x30 + (changed[digits[place]] - 0x30 + 1) % 10
            mutants.append(changed)
        }
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 12)) {
            var changed = bytes
            changed[place] ^= UInt8(1 << (place % 8))
            mutants.append(changed)
        }
        return mutants.filter { $0 != bytes }
    }

    /// Each file of a folder spoilt in turn: mutants, and those that were not found.
    private func hunt(
        _ folder: String, _ verify: (String) throws -> Void
    ) throws -> (count: Int, missed: [String]) {
        var (count, missed) = (0, [String]())
        try verify(folder)
        for name in Disk.names(in: folder) {
            let path = "\(folder)/\(name)"
            let bytes = try Disk.read(path)
            for (number, mutant) in Self.mutants(of: bytes).enumerated() {
                try Disk.write(mutant, to: path)
                count += 1
                do {
                    try verify(folder)
                    missed.append("\(name), mutant \(number)")
                } catch let failure as RunFailure {
                    #expect(failure.exitCode == 6, "\(name), mutant \(number)")
                }
            }
            try Disk.write(bytes, to: path)
        }
        try verify(folder)
        return (count, missed)
    }

    private func prepared() throws -> (bench: PaymentBench, folder: String) {
        let bench = try PaymentBench()
        var order = PaymentBench.order([
            PaymentBench.due(
                PaymentBench.month(1), [1: [1000, 500, 75], 2: [2000, 0, 100], 3: nil])
        ])
        order.coretax = CoretaxTerms(
            tin: "0012345678901000", place: "0012345678901000000000", object: "21-100-01",
            line: "pph21")
        _ = try bench.desk().prepare(order)
        return (bench, bench.path(PaymentBench.id(1)))
    }

    @Test(
        "pay verify finds each of hundreds of mutants of a payment's files, archive parts and manifest"
    )
    func payment() throws {
        let (bench, folder) = try prepared()
        #expect(Disk.names(in: folder).count == 11)
        let hunt = try hunt(folder) { _ = try PaymentVerifier().verify($0) }
        #expect(hunt.missed == [])
        #expect(hunt.count > 300)
        print("payment: \(hunt.count) mutants, \(hunt.count - hunt.missed.count) found")
        withExtendedLifetime(bench) {}
    }

    @Test("A figure of the manifest that the rows do not give is found with all hashes made anew")
    func figures() throws {
        let (bench, folder) = try prepared()
        let path = "\(folder)/manifest.json"
        let text = try Disk.text(path)
        for name in ["rows", "persons", "gross", "deductions", "net", "nip_hash"] {
            let script = """
                import hashlib, re, sys
                folder, name = sys.argv[1:]
                text = open(folder + "/manifest.json", encoding="utf-8").read()
                text, count = re.subn(r'("%s": ?"?)(-?\\d)' % name, r"\\g<1>9\\g<2>", text, count=1)
                assert count == 1
                open(folder + "/manifest.json", "w", encoding="utf-8").write(text)
                digits = hashlib.sha256(text.encode()).hexdigest()
                open(folder + "/manifest.json.sha256", "w").write(digits + "  manifest.json\\n")
                """
            _ = try Subprocess.require(["python3", "-c", script, folder, name])
            #expect(throws: RunFailure.self, "\(name)") { try PaymentVerifier().verify(folder) }
            try Disk.write(text, to: path)
        }
        withExtendedLifetime(bench) {}
    }

    @Test("verify finds each of hundreds of mutants of a run's files, archive and manifest")
    func run() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        try #require(outcome.status == 0, "\(outcome.errors)")
        let hunt = try hunt(folder("hasil/kecil/2025-Q3/terkini")) {
            _ = try RunVerifier().verify($0)
        }
        #expect(hunt.missed == [])
        #expect(hunt.count > 400)
        print("run: \(hunt.count) mutants, \(hunt.count - hunt.missed.count) found")
    }

    @Test("kinerja pay verify: the rows alone, the folder, a file that is gone, one too many")
    func command() throws {
        let (bench, folder) = try prepared()
        for (path, files) in [("\(folder)/rincian.csv", 1), (folder, 11)] {
            let outcome = try Program.run(["pay", "verify", path])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(
                outcome.text
                    == "\(path): tpp/2025-01/1, 2 rows, 2 persons, net Rp3325, \(files) files, all as they say\n"
            )
        }
        try Disk.write("x", to: "\(folder)/titipan.csv")
        var outcome = try Program.run(["pay", "verify", folder])
        #expect(outcome.status == 6 && outcome.errors.contains("titipan.csv"))
        _ = try Subprocess.require(["rm", "\(folder)/titipan.csv", "\(folder)/daftar.xlsx"])
        outcome = try Program.run(["pay", "verify", folder])
        #expect(outcome.status == 6 && outcome.errors.contains("daftar.xlsx"))
        let rows = try Disk.text("\(folder)/rincian.csv")
        try Disk.write(
            rows.split(separator: "1000,500").joined(separator: "1000,501"),
            to: "\(folder)/rincian.csv")
        outcome = try Program.run(["pay", "verify", "\(folder)/rincian.csv"])
        #expect(outcome.status == 6)
        #expect(
            outcome.errors.contains("rincian.csv:2: error[X602]") || outcome.errors.contains(":2:"))
        #expect(!outcome.errors.contains("198001012005011001"))
        #expect(try Program.run(["pay", "verify", "\(folder)/nihil"]).status == 6)
        withExtendedLifetime(bench) {}
    }
}
