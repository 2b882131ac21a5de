internal import Glibc
internal import TestSupport
internal import Testing

/// Inputs kept by content, and runs repeated from them.
@Suite("Kept inputs and reruns")
struct RerunTests {
    private func published(
        _ job: SmallJob = SmallJob(), _ extra: [String] = []
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder) + extra)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private func run(of folder: TemporaryFolder) throws -> String {
        try #require(try Book.query(folder("hasil"), "SELECT run FROM run").last)
    }

    private func rerun(
        _ folder: TemporaryFolder, _ extra: [String] = []
    ) throws -> Subprocess.Outcome {
        try Program.run(["rerun", try run(of: folder), "--out", folder("hasil")] + extra)
    }

    @Test("Every input stands once by its content: text packed, packed files as they came")
    func store() throws {
        var job = SmallJob()
        let twin = SmallJob.text(SmallJob.rows)
        job.files["capaian/dua.csv"] = Array(twin.utf8)
        job.files["capaian/satu.csv"] = Array(twin.utf8)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        _ = try Subprocess.require(["gzip", "-k", "-n", folder("masukan/capaian/dua.csv")])
        try Disk.write(
            SmallJob.definition(pattern: "capaian/*"), to: folder("definisi.yaml"))
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let stored = Disk.tree(folder("hasil/.kinerja/inputs")).filter { $0.contains("/") }
        // Register, indicators, the facts once, the facts packed once, the definition.
        #expect(stored.count == 5, "\(stored)")
        for name in stored {
            let path = folder("hasil/.kinerja/inputs/\(name)")
            #expect(Disk.mode(path) == 0o600)
            let sum = String(name.dropFirst(3).prefix(64))
            #expect(name.hasPrefix(String(sum.prefix(2)) + "/"))
            let content =
                name.hasSuffix(".gz")
                ? try Subprocess.require(["zcat", path]).output : try Disk.read(path)
            try Disk.write(content, to: folder("isi"))
            #expect(try Subprocess.require(["sha256sum", folder("isi")]).text.hasPrefix(sum))
        }
    }

    @Test("A definition that wants none keeps none, and cannot be rerun")
    func none() throws {
        var job = SmallJob()
        job.definition += "keep_inputs: false\n"
        let folder = try published(job)
        #expect(!Disk.exists(folder("hasil/.kinerja/inputs")))
        let outcome = try rerun(folder)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("X906"))
    }

    @Test("Years later, with inputs and definition gone, a rerun gives the same bytes")
    func same() throws {
        var job = SmallJob()
        job.set("catatan.txt", "bukan masukan\n")
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        try Disk.link(folder("masukan/tautan.csv"), to: "/etc/hostname")
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        let before = try Disk.results(folder("hasil"))
        _ = try Subprocess.require(["rm", "-r", folder("masukan"), folder("definisi.yaml")])
        let outcome = try rerun(folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("semua byte sama"))
        #expect(try Disk.results(folder("hasil")) == before)
        // Nothing of the layout is left.
        #expect(
            Disk.names(in: folder("hasil/.kinerja")).filter { $0.contains("staging") } == [])
        #expect(try Book.query(folder("hasil"), "SELECT count(*) FROM attempt") == ["1"])

        let into = try rerun(folder, ["--into", folder("lain")])
        #expect(into.status == 0, "\(into.errors)")
        let name = "kecil/2025-Q3/terkini"
        #expect(
            try Disk.contents(folder("lain/\(name)")) == Disk.contents(folder("hasil/\(name)")))
    }

    @Test("A folder names its run, and its pointer does")
    func folders() throws {
        let folder = try published()
        for name in ["terkini", try run(of: folder)] {
            let outcome = try Program.run(["rerun", folder("hasil/kecil/2025-Q3/\(name)")])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    @Test("A published byte that changed since is found by the rerun")
    func changedResult() throws {
        let folder = try published()
        _ = try Book.query(
            folder("hasil"),
            "UPDATE output SET sha256 = '00' || substr(sha256, 3) WHERE name = 'hasil.csv'")
        let outcome = try rerun(folder)
        #expect(outcome.status == 6)
        #expect(outcome.errors.contains("hasil.csv"))
    }

    @Test("A kept copy that is damaged, exchanged or gone is refused")
    func damaged() throws {
        let folder = try published()
        let sum = try #require(
            try Book.query(
                folder("hasil"), "SELECT sha256 FROM input WHERE path = 'pegawai.csv'"
            ).first)
        let path = folder("hasil/.kinerja/inputs/\(sum.prefix(2))/\(sum).gz")
        let whole = try Disk.read(path)
        for bytes in [
            Array(whole.dropLast()),
            whole.enumerated().map { $0.offset == 30 ? $0.element ^ 4 : $0.element },
            try Disk.read(folder("hasil/kecil/2025-Q3/terkini/hasil.csv")),
        ] {
            try Disk.write(bytes, to: path)
            let outcome = try rerun(folder)
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("X906"))
        }
        #expect(unsafe unlink(path) == 0)
        #expect(try rerun(folder).status == 3)
        try Disk.write(whole, to: path)
        #expect(try rerun(folder).status == 0)
    }

    @Test("Under another law a rerun says which outputs differ, and touches no pointer")
    func otherLaw() throws {
        let folder = try published()
        let before = try Disk.results(folder("hasil"))
        let outcome = try rerun(folder, ["--rules", "2024-01-01"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        // Every table says whose law it was, so hasil.csv has a column more.
        #expect(outcome.errors.contains("hasil.csv"))
        #expect(try Disk.results(folder("hasil")) == before)
        let own = try published(SmallJob(), ["--rules", "2024-01-01"])
        let again = try rerun(own)
        #expect(again.status == 0 && again.errors.contains("semua byte sama"))
    }

    @Test("A run whose results were an input is found again")
    func previous() throws {
        let folder = try published()
        let first = try run(of: folder)
        var job = SmallJob()
        job.definition += "warn: { findings: 100 }\n"
        try job.write(to: folder)
        let second = try Program.run(
            SmallJob.arguments(in: folder) + [
                "--previous", folder("hasil/kecil/2025-Q3/\(first)"),
            ])
        #expect(second.status == 0, "\(second.errors)")
        let outcome = try rerun(folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("semua byte sama"))
    }

    @Test("A purged run knows its day of delivery: it is repeated while its inputs are kept")
    func purgedLookBack() throws {
        let job = DeliveredJob()
        let (folder, first) = try job.run(["--as-of", "2025-09-26"])
        #expect(first.status == 0, "\(first.errors)")
        let name = try run(of: folder)
        #expect(try Book.query(folder("hasil"), "SELECT as_of FROM run") == ["2025-09-26"])
        // The same inputs without a day: another run, and the first goes while its inputs stay.
        #expect(try job.run(in: folder).outcome.status == 0)
        let shown = try Program.run(["runs", "show", name, "--out", folder("hasil")])
        #expect(shown.text.contains("2025-09-26"))
        let pair = [
            name, try #require(try Book.query(folder("hasil"), "SELECT run FROM run").last),
        ]
        let compared = try Program.run(["compare"] + pair + ["--out", folder("hasil")])
        #expect(compared.text.contains("kiriman sampai: 2025-09-26 → -"), "\(compared.text)")
        let purged = try Program.run([
            "runs", "purge", "--keep-last", "1", "--out", folder("hasil"),
        ])
        #expect(purged.text.hasPrefix("kecil/2025-Q3/\(name)\n"), "\(purged.text)")
        let again = try Program.run(["rerun", name, "--out", folder("hasil")])
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.errors.contains("semua byte sama"))
    }

    @Test("A definition whose folder of law gave it nothing can be repeated, too")
    func unusedLaw() throws {
        var job = SmallJob()
        job.definition = job.definition.replacing(
            "period: quarter\n", with: "period: quarter\nregulation: hukum\n")
        let folder = try TemporaryFolder()
        try Disk.makeFolder(folder("hukum"))
        try job.write(to: folder)
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        _ = try Subprocess.require(["rmdir", folder("hukum")])
        let absent = try Program.run(SmallJob.arguments(in: folder))
        #expect(absent.status == 2)
        #expect(absent.errors.contains("definisi.yaml:5:13: error[C109]"), "\(absent.errors)")
        let again = try rerun(folder)
        #expect(again.status == 0 && again.errors.contains("semua byte sama"), "\(again.errors)")
    }

    @Test("No tree, no run, two runs, and the tree itself as the place are each refused in words")
    func refusals() throws {
        let folder = try published()
        let out = folder("hasil")
        for (arguments, status, word) in [
            (["rerun", "abcdef", "--out", folder("tiada")], 3, "X905"),
            (["rerun", "zzzz", "--out", out], 3, "X905"),
            (["rerun", "", "--out", out], 3, "X905"),
            (["rerun", try run(of: folder), "--out", out, "--into", out], 2, "another output"),
        ] as [([String], Int32, String)] {
            let outcome = try Program.run(arguments)
            #expect(outcome.status == status, "\(arguments) \(outcome.errors)")
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
        }
        #expect(!Disk.exists(folder("tiada")))
    }
}
