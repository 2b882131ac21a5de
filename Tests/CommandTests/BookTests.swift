internal import TestSupport
internal import Testing

/// What a run enters into the book of its tree.
@Suite("Book of runs")
struct BookTests {
    private func published(
        _ job: SmallJob = SmallJob(), _ extra: [String] = []
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder) + extra)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private func sha256(_ path: String) throws -> String {
        String(try Subprocess.require(["sha256sum", path]).text.prefix(64))
    }

    @Test("Run, attempt, inputs with their rows, outputs and findings stand in it")
    func entries() throws {
        var job = SmallJob()
        // A repeated key within the file is superseded or rejected: one more row read, not used.
        job.set(
            "capaian/satu.csv",
            SmallJob.text(SmallJob.rows + [[SmallJob.nips[0], "A", "2025-08", "rusak"]]))
        job.set("catatan.txt", "bukan masukan\n")
        let folder = try published(job)
        let tree = folder("hasil")
        let name = try #require(
            Disk.names(in: folder("hasil/kecil/2025-Q3")).first { !$0.hasPrefix(".") })
        #expect(
            try Book.query(
                tree, "SELECT pipeline, period, run, state, pointer, ranked, folder FROM run")
                == ["kecil|2025-Q3|\(name)|published|moved|3|kecil/2025-Q3/\(name)"])
        let manifest = try sha256(folder("hasil/kecil/2025-Q3/\(name)/manifest.json"))
        #expect(try Book.query(tree, "SELECT manifest FROM run") == [manifest])
        let archive = try sha256(
            folder("hasil/kecil/2025-Q3/\(name)/kecil-2025-Q3-\(name).tar.gz"))
        #expect(try Book.query(tree, "SELECT archive FROM run") == [archive])
        #expect(
            try Book.query(tree, "SELECT state, stage, run, exit_code FROM attempt")
                == ["published|point|\(name)|0"])
        let facts = try sha256(folder("masukan/capaian/satu.csv"))
        // Seven rows, of which one names no number.
        #expect(
            try Book.query(
                tree,
                "SELECT sha256, read, used, rejected, excluded, superseded, set_aside FROM input "
                    + "WHERE path = 'capaian/satu.csv'") == ["\(facts)|7|6|1|0|0|0"])
        #expect(
            try Book.query(tree, "SELECT code, file, count FROM finding")
                == ["I402|catatan.txt|1"])
        let results = try sha256(folder("hasil/kecil/2025-Q3/\(name)/hasil.csv"))
        #expect(
            try Book.query(tree, "SELECT sha256, rows FROM output WHERE name = 'hasil.csv'")
                == ["\(results)|3"])
    }

    @Test("No person stands in it, nor in its log")
    func persons() throws {
        let folder = try published()
        for name in Disk.names(in: folder("hasil/.kinerja")) where name.hasPrefix("ledger") {
            let text = String(
                decoding: try Disk.read(folder("hasil/.kinerja/\(name)")), as: UTF8.self)
            for nip in SmallJob.nips { #expect(!text.contains(nip), "\(name)") }
            #expect(!text.contains("Rekaan"))
        }
    }

    @Test("A second run of the same is known; --again too; a refused one says why")
    func attempts() throws {
        let folder = try published()
        _ = try Program.run(SmallJob.arguments(in: folder))
        _ = try Program.run(SmallJob.arguments(in: folder) + ["--again"])
        try Disk.write("NIP,KODE\n", to: folder("masukan/capaian/satu.csv"))
        let refused = try Program.run(SmallJob.arguments(in: folder))
        #expect(refused.status == 3)
        let tree = folder("hasil")
        #expect(
            try Book.query(tree, "SELECT state, exit_code FROM attempt ORDER BY sequence")
                == ["published|0", "known|0", "known|0", "refused|3"])
        let message = try Book.query(tree, "SELECT message FROM attempt WHERE state = 'refused'")
        #expect(message.first?.contains("capaian/satu.csv") == true)
        #expect(try Book.query(tree, "SELECT count(*) FROM run") == ["1"])
    }

    @Test("Every change of the book is on the disk before the run goes on")
    func durable() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        guard (try? Subprocess.run(["strace", "-V"]))?.status == 0 else { return }
        let outcome = try Subprocess.run(
            [
                "strace", "-f", "-y", "-o", folder("panggilan"), "-e",
                "trace=pwrite64,fdatasync,rename",
                try Program.path,
            ] + SmallJob.arguments(in: folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let calls = try Disk.text(folder("panggilan")).split(separator: "\n")
        // Before the rename that makes the folder appear, and before that of the pointer, nothing of the log waits.
        let renames = calls.indices.filter { place in
            calls[place].contains("rename(")
                && (calls[place].contains(".staging-") || calls[place].contains(".pointer-"))
        }
        #expect(renames.count == 2)
        for place in renames {
            let last = calls[..<place].last { $0.contains("ledger.sqlite-wal") }
            #expect(last?.contains("fdatasync") == true, "\(last ?? "")")
        }
    }

    @Test("Times are written and decide nothing")
    func times() throws {
        let folder = try published()
        let started = try Book.query(folder("hasil"), "SELECT started, ended FROM attempt")
        #expect(
            started.first?.wholeMatch(of: /\d{4}-\d\d-\d\dT[\d:]{8}Z\|\d{4}-\d\d-\d\dT[\d:]{8}Z/)
                != nil, "\(started)")
    }

    @Test("A dry run and a check write no book")
    func nothing() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        _ = try Program.run(SmallJob.arguments(in: folder) + ["--dry-run"])
        _ = try Program.run(SmallJob.arguments(in: folder, command: "check"))
        #expect(!Disk.exists(folder("hasil")))
    }

    @Test("What is no book, or that of a newer program, stops the run before anything is published")
    func unusable() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        try Disk.write(
            "ini bukan buku, tetapi cukup panjang untuk dibaca",
            to:
                folder("hasil/.kinerja/ledger.sqlite"))
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 5)
        #expect(
            outcome.errors.contains("X904") && outcome.errors.contains("restore the newest copy"))
        #expect(!Disk.exists(folder("hasil/kecil")))

        let newer = try published()
        let before = try Disk.results(newer("hasil"))
        _ = try Book.query(
            newer("hasil"), "INSERT INTO grdb_migrations VALUES ('99 later')")
        let second = try Program.run(SmallJob.arguments(in: newer))
        #expect(second.status == 5)
        #expect(second.errors.contains("newer"))
        #expect(try Disk.results(newer("hasil")) == before)
    }
}
