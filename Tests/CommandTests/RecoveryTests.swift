internal import Glibc
internal import TestSupport
internal import Testing

/// Trees as a process leaves them that was killed between two steps; the next run needs nobody's hand.
@Suite("Recovery of a tree")
struct RecoveryTests {
    /// A tree with one run, and the job changed so that a second run would be another.
    private struct Tree {
        let folder: TemporaryFolder
        let runs: [String]
        /// What an undisturbed tree holds.
        let wanted: [String: [UInt8]]

        var path: String { folder("hasil") }
        var period: String { folder("hasil/kecil/2025-Q3") }

        /// `count`: How many runs stand, of a job that changes each time.
        init(runs count: Int = 1) throws {
            folder = try TemporaryFolder()
            var names: [String] = []
            for number in 0..<count {
                var job = SmallJob()
                job.definition += "warn: { findings: \(100 + number) }\n"
                try job.write(to: folder)
                let outcome = try Program.run(SmallJob.arguments(in: folder))
                #expect(outcome.status == 0, "\(outcome.errors)")
                let known = Set(names)
                names += Disk.names(in: folder("hasil/kecil/2025-Q3")).filter {
                    $0.count == 12 && !known.contains($0)
                }
            }
            runs = names
            wanted = try Disk.results(folder("hasil"))
        }

        func book(_ statement: String) throws -> [String] { try Book.query(path, statement) }

        /// Runs again and expects the undisturbed tree.
        func expectRecovery(_ comment: String) throws -> String {
            let outcome = try Program.run(SmallJob.arguments(in: folder))
            #expect(outcome.status == 0, "\(comment): \(outcome.errors)")
            #expect(try Disk.results(path) == wanted, "\(comment)")
            #expect(try book("SELECT count(*) FROM attempt WHERE state = 'running'") == ["0"])
            #expect(
                try book("SELECT run FROM run WHERE state = 'published' ORDER BY sequence").sorted()
                    == runs.sorted(), "\(comment)")
            #expect(try book("SELECT count(*) FROM run WHERE pointer = 'due'") == ["0"])
            return outcome.errors
        }
    }

    @Test("Killed before the rename: what was staged goes, the run is made")
    func staged() throws {
        let tree = try Tree()
        let name = tree.runs[0]
        for part in ["output", "input", "definition_file", "finding", "run"] {
            _ = try tree.book("DELETE FROM \(part)")
        }
        _ = try tree.book("UPDATE attempt SET state = 'running', stage = 'publish'")
        for left in ["\(name)/manifest.json", "terkini"] {
            #expect(unsafe unlink("\(tree.period)/\(left)") == 0)
        }
        #expect(
            unsafe rename("\(tree.period)/\(name)", "\(tree.period)/.\(name).staging-4711") == 0)
        try Disk.link("\(tree.period)/.terkini.pointer-4711", to: name)
        try Disk.write("x", to: folder(tree, ".kinerja/inputs/ab/.abc.gz.new-4711"))
        let errors = try tree.expectRecovery("staged")
        #expect(errors.contains("X402"))
        #expect(!Disk.exists(folder(tree, ".kinerja/inputs/ab/.abc.gz.new-4711")))
        #expect(try tree.book("SELECT state FROM attempt") == ["died", "published"])
    }

    private func folder(_ tree: Tree, _ name: String) -> String { "\(tree.path)/\(name)" }

    @Test("Killed between rename and book: the folder is entered and pointed to")
    func renamed() throws {
        let tree = try Tree(runs: 2)
        let last = try #require(
            try tree.book("SELECT run FROM run ORDER BY sequence DESC LIMIT 1").first)
        let first = try #require(tree.runs.first { $0 != last })
        for part in ["output", "input", "definition_file", "finding"] {
            _ = try tree.book("DELETE FROM \(part) WHERE run = 2")
        }
        _ = try tree.book("DELETE FROM run WHERE sequence = 2")
        _ = try tree.book(
            "UPDATE attempt SET state = 'running', stage = 'publish' WHERE sequence = 2")
        #expect(unsafe unlink("\(tree.period)/terkini") == 0)
        try Disk.link("\(tree.period)/terkini", to: first)
        _ = try tree.expectRecovery("renamed")
        // What was read of the folder is what the run had entered itself.
        #expect(try tree.book("SELECT count(*) FROM input") == ["6"])
    }

    @Test(
        "A run that got its name and ended before the book heard of it is the latest, also where a recovery died since",
        arguments: ["failed", "died", "interrupted"])
    func named(state: String) throws {
        let tree = try Tree(runs: 2)
        let first = try #require(try tree.book("SELECT run FROM run WHERE sequence = 1").first)
        for part in ["output", "input", "definition_file", "finding"] {
            _ = try tree.book("DELETE FROM \(part) WHERE run = 2")
        }
        _ = try tree.book("DELETE FROM run WHERE sequence = 2")
        _ = try tree.book("UPDATE attempt SET state = '\(state)' WHERE sequence = 2")
        #expect(unsafe unlink("\(tree.period)/terkini") == 0)
        try Disk.link("\(tree.period)/terkini", to: first)
        _ = try tree.expectRecovery("named, then \(state)")
    }

    @Test("A name that a dead process made is forced to the disk before the book has it")
    func synchronized() throws {
        guard (try? Subprocess.run(["strace", "-V"]))?.status == 0 else { return }
        let tree = try Tree()
        for part in ["output", "input", "definition_file", "finding", "run"] {
            _ = try tree.book("DELETE FROM \(part)")
        }
        _ = try tree.book("UPDATE attempt SET state = 'running', stage = 'publish'")
        let outcome = try Subprocess.run(
            [
                "strace", "-f", "-y", "-o", tree.folder("panggilan"), "-e",
                "trace=fsync,fdatasync,pwrite64", try Program.path,
            ] + SmallJob.arguments(in: tree.folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let calls = try Disk.text(tree.folder("panggilan")).split(separator: "\n")
        #expect(try tree.book("SELECT state FROM run") == ["published"])
        // The first words that the book gets after it is opened are those of the adopted run.
        func synchronisation(of path: String) -> Int? {
            calls.firstIndex { $0.contains("fsync(") && $0.contains("<\(path)>") }
        }
        let entered = try #require(
            calls.lastIndex { $0.contains("fdatasync(") && $0.contains("ledger.sqlite-wal") })
        for path in [tree.period, "\(tree.path)/kecil", tree.path] {
            let place = try #require(synchronisation(of: path), "\(path) was never forced")
            #expect(place < entered)
        }
    }

    @Test(
        "What a killed rerun laid out goes with the next command that holds the tree",
        arguments: ["run", "rerun", "runs purge", "pay prepare"])
    func rerunKilled(command: String) throws {
        let tree = try Tree()
        let left = folder(tree, ".kinerja/.ulang.staging-4711")
        try Disk.write("nama dan NIP", to: "\(left)/masukan/pegawai.csv")
        let out = ["--out", tree.path]
        let arguments =
            switch command {
            case "run": SmallJob.arguments(in: tree.folder)
            case "rerun": ["rerun", tree.runs[0]] + out
            case "runs purge": ["runs", "purge", "--keep-last", "1"] + out
            default:
                ["pay", "prepare", tree.folder("tiada.yaml"), "--month", "2025-07"] + out
            }
        _ = try Program.run(arguments)
        #expect(!Disk.exists(left))
        #expect(Disk.names(in: folder(tree, ".kinerja")).allSatisfy { !$0.hasPrefix(".ulang") })
    }

    @Test("Killed between book and pointer: the pointer moves")
    func unpointed() throws {
        let tree = try Tree(runs: 2)
        let first = try #require(try tree.book("SELECT run FROM run WHERE sequence = 1").first)
        _ = try tree.book("UPDATE run SET pointer = 'due' WHERE sequence = 2")
        #expect(unsafe unlink("\(tree.period)/terkini") == 0)
        try Disk.link("\(tree.period)/terkini", to: first)
        _ = try tree.expectRecovery("unpointed")
    }

    @Test("Without its book a tree keeps its results, and its pointer where it was")
    func bookLost() throws {
        let tree = try Tree(runs: 3)
        for name in Disk.names(in: folder(tree, ".kinerja")) where name.hasPrefix("ledger") {
            #expect(unsafe unlink(folder(tree, ".kinerja/\(name)")) == 0)
        }
        let errors = try tree.expectRecovery("lost book")
        #expect(errors.contains("was not in the book"))
        // The one pointed to is the latest, whatever the order of names.
        let pointed = try #require(tree.wanted["kecil/2025-Q3/terkini"])
        #expect(
            try tree.book("SELECT run FROM run ORDER BY sequence DESC LIMIT 1")
                == [String(decoding: pointed, as: UTF8.self)])
    }

    @Test("A run whose folder is gone is said, and made again")
    func folderLost() throws {
        let tree = try Tree()
        _ = try Subprocess.require(["rm", "-r", "\(tree.period)/\(tree.runs[0])"])
        let errors = try tree.expectRecovery("folder lost")
        #expect(errors.contains("X403"))
        #expect(
            try tree.book("SELECT state FROM run ORDER BY sequence") == ["lost", "published"])
    }

    @Test("A folder that does not verify is said, and not entered")
    func strange() throws {
        let tree = try Tree()
        let copy = "\(tree.period)/0123456789ab"
        _ = try Subprocess.require(["cp", "-r", "\(tree.period)/\(tree.runs[0])", copy])
        let outcome = try Program.run(SmallJob.arguments(in: tree.folder))
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("X404"))
        #expect(try tree.book("SELECT run FROM run") == [tree.runs[0]])
        #expect(Disk.exists(copy))
    }

    @Test("A purge that was killed is finished")
    func purging() throws {
        let tree = try Tree(runs: 2)
        let first = try #require(try tree.book("SELECT run FROM run WHERE sequence = 1").first)
        _ = try tree.book("UPDATE run SET state = 'purging' WHERE sequence = 1")
        let outcome = try Program.run(SmallJob.arguments(in: tree.folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!Disk.exists("\(tree.period)/\(first)"))
        #expect(try tree.book("SELECT state FROM run WHERE sequence = 1") == ["purged"])
    }

    @Test(
        "A process that is killed at any time leaves a tree that the next run makes whole",
        arguments: [5, 20, 40, 60, 80, 110, 150, 220])
    func killed(milliseconds: Int) throws {
        let folder = try TemporaryFolder()
        let undisturbed = try TemporaryFolder()
        for place in [folder, undisturbed] {
            try SmallJob().write(to: place)
        }
        let program = try Program.path
        let words = ([program] + SmallJob.arguments(in: folder)).joined(separator: " ")
        _ = try Subprocess.run([
            "timeout", "-s", "KILL", "0.\(String(1_000 + milliseconds).dropFirst())", "sh", "-c",
            "exec \(words)",
        ])
        let next = try Program.run(SmallJob.arguments(in: folder))
        #expect(next.status == 0, "\(next.errors)")
        _ = try Program.run(SmallJob.arguments(in: undisturbed))
        let (left, wanted) = (
            try Disk.results(folder("hasil")), try Disk.results(undisturbed("hasil"))
        )
        // The notes for `explain` name the folders of the inputs.
        #expect(
            left.filter { !$0.key.hasSuffix(".asal") }
                == wanted.filter { !$0.key.hasSuffix(".asal") })
    }
}
