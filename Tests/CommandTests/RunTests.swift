internal import Glibc
internal import TestSupport
internal import Testing

@Suite("kinerja run")
struct RunTests {
    private func published(
        _ job: SmallJob = SmallJob(), _ extra: [String] = []
    ) throws -> (folder: TemporaryFolder, outcome: Subprocess.Outcome) {
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        return (folder, try Program.run(SmallJob.arguments(in: folder) + extra))
    }

    @Test("A dry run prints the control sheet and writes nothing")
    func dryRun() throws {
        let (folder, outcome) = try published(SmallJob(), ["--dry-run"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("LEMBAR KONTROL"))
        #expect(outcome.text.contains("seimbang"))
        #expect(Disk.tree(folder.path).filter { $0.hasPrefix("hasil") } == [])
    }

    @Test("The second run finds the first, says so and changes no byte; --again computes the same")
    func twice() throws {
        let (folder, first) = try published()
        #expect(first.status == 0, "\(first.errors)")
        #expect(!first.errors.contains("sudah terbit"))
        let before = try Disk.results(folder("hasil"))
        let second = try Program.run(SmallJob.arguments(in: folder))
        #expect(second.status == 0)
        #expect(second.errors.contains("sudah terbit, terverifikasi"))
        let again = try Program.run(SmallJob.arguments(in: folder) + ["--again"])
        #expect(again.status == 0, "\(again.errors)")
        #expect(try Disk.results(folder("hasil")) == before)
    }

    @Test("A published file that was changed is found by the next run of the same identity")
    func changedBehindItsBack() throws {
        let folder = try published().folder
        let results = folder("hasil/kecil/2025-Q3/terkini/hasil.csv")
        try Disk.write(try Disk.text(results).replacing("120.00", with: "121.00"), to: results)
        let second = try Program.run(SmallJob.arguments(in: folder))
        #expect(second.status == 6)
        #expect(second.errors.contains("hasil.csv"))
    }

    @Test("Everything is for the owner alone, whatever the umask")
    func modes() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let program = try Program.path
        let words = ([program] + SmallJob.arguments(in: folder)).joined(separator: " ")
        let outcome = try Subprocess.run(["sh", "-c", "umask 000; \(words)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(Disk.mode(folder("hasil")) == 0o700)
        for name in Disk.tree(folder("hasil")) where !name.hasSuffix("terkini") {
            let path = folder("hasil/\(name)")
            #expect(Disk.mode(path) == (Disk.isFolder(path) ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test("GNU tar lists the archive, and its members are the published files")
    func archive() throws {
        let folder = try published().folder
        let run = folder("hasil/kecil/2025-Q3/terkini")
        let names = Disk.names(in: run)
        let archive = try #require(names.first { $0.hasSuffix(".tar.gz") })
        let listed = try Subprocess.require(["tar", "tzf", "\(run)/\(archive)"]).text
        let base = archive.dropLast(7)
        let members = Set(listed.split(separator: "\n").map(String.init))
        let files = names.filter { !$0.hasPrefix(archive) }.map { "\(base)/\($0)" }
        #expect(members == Set(files + ["\(base)/definisi/definisi.yaml"]))
        _ = try Subprocess.require(["tar", "xzf", "\(run)/\(archive)", "-C", folder.path])
        for name in names where !name.hasPrefix(archive) {
            #expect(
                try Disk.read(folder("\(base)/\(name)")) == Disk.read("\(run)/\(name)"), "\(name)")
        }
    }

    @Test("English changes headings and texts, and no figure")
    func english() throws {
        let indonesian = try published().folder
        let english = try published(SmallJob(), ["--bahasa", "en"]).folder
        let name = "hasil/kecil/2025-Q3/terkini/hasil.csv"
        let (one, other) = (try CSVText(indonesian(name)), try CSVText(english(name)))
        #expect(
            one.header == [
                "peringkat", "peringkat_unit", "nip", "nama", "unit", "jabatan", "skema",
                "capaian", "faktor", "akhir", "predikat", "uji_coba",
            ])
        #expect(
            other.header == [
                "rank", "rank_unit", "nip", "name", "unit", "position", "scheme", "capaian",
                "factor", "final", "predikat", "trial",
            ])
        #expect(one.rows == other.rows)
        let sheet = "hasil/kecil/2025-Q3/terkini/lembar-kontrol.txt"
        #expect(try Disk.text(english(sheet)).contains("CONTROL SHEET"))
    }

    @Test("Above the definition's warning limit a published run exits with 1")
    func warning() throws {
        var job = SmallJob()
        job.definition += "warn: { rejects: 5 % }\n"
        job.set(
            "capaian/satu.csv",
            SmallJob.text(SmallJob.rows + [[SmallJob.nips[0], "A", "2025-08", "rusak"]]))
        let (folder, outcome) = try published(job)
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(Disk.exists(folder("hasil/kecil/2025-Q3/terkini/hasil.csv")))
    }

    @Test("A run whose output another process writes exits with 4 and leaves it alone")
    func locked() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        try Disk.write("", to: folder("hasil/.kunci"))
        let lock = unsafe open(folder("hasil/.kunci"), O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 4)
        #expect(outcome.errors.contains("X902"))
        #expect(Disk.tree(folder("hasil")) == [".kunci"])
        #expect(flock(lock, LOCK_UN) == 0)
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
    }

    @Test(
        "Locale and time zone change no byte",
        arguments: [("tr_TR.UTF-8", "Asia/Jayapura"), ("id_ID.UTF-8", "America/Adak")])
    func environment(locale: String, zone: String) throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        for (out, setting) in [
            ("satu", ["LC_ALL": "C", "TZ": "UTC"]), ("dua", ["LC_ALL": locale, "TZ": zone]),
        ] {
            let outcome = try Program.run(
                SmallJob.arguments(in: folder, out: folder(out)), environment: setting)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try Disk.results(folder("satu")) == Disk.results(folder("dua")))
    }

    @Test("On a pipe, progress is one JSON object a line and the last line is for people")
    func progress() throws {
        let outcome = try published().outcome
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count > 3)
        for line in lines.dropLast() {
            #expect(line.hasPrefix("{\"event\":\"") && line.hasSuffix("}"))
        }
        let last = lines.last ?? ""
        #expect(last.contains("dinilai 3, belum dinilai 0, dikecualikan 0"))
        for nip in SmallJob.nips { #expect(!outcome.errors.contains(nip)) }
        #expect(!outcome.errors.contains("Rekaan"))
    }

    @Test("Evidence is kept below the working folder where its name is relative")
    func relativeEvidence() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        try Disk.makeFolder(folder("di/sini"))
        for name in ["simpanan", "./lagi", "di/sini/juga"] {
            let arguments = SmallJob.arguments(in: folder) + ["--keep-evidence", name]
            let outcome = try Program.run(arguments, in: folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(Disk.isFolder(folder(name)), "\(name)")
        }
    }
}
