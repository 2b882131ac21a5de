internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

/// What a scheduler and a monitor see of a run that nobody watches.
@Suite("Nightly use")
struct NightlyTests {
    /// The members of each line of a log.
    private static func log(_ path: String) throws -> [[String: Any]] {
        try Disk.text(path).split(separator: "\n").map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(value as? [String: Any])
        }
    }

    private static func run(
        _ job: SmallJob, in folder: TemporaryFolder, _ extra: [String] = []
    ) throws -> Subprocess.Outcome {
        try job.write(to: folder)
        return try Program.run(
            SmallJob.arguments(in: folder)
                + ["--log", folder("log.jsonl"), "--metrics", folder("kinerja.prom")] + extra)
    }

    /// Value by sample, with its labels.
    private static func metrics(_ folder: TemporaryFolder) throws -> [String: String] {
        let lines = try Disk.text(folder("kinerja.prom")).split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: lines.filter { !$0.hasPrefix("#") }.map { line in
                let parts = line.split(separator: " ").map(String.init)
                return (parts[0], parts[1])
            })
    }

    @Test("The log is one JSON object a line, ends with the exit code, and is the owner's alone")
    func log() throws {
        let folder = try TemporaryFolder()
        #expect(try Self.run(SmallJob(), in: folder).status == 0)
        let lines = try Self.log(folder("log.jsonl"))
        #expect(lines.first?["event"] as? String == "start")
        let last = try #require(lines.last)
        #expect(last["event"] as? String == "end")
        #expect(last["exit"] as? Int == 0)
        #expect(last["ranked"] as? Int == 3)
        for line in lines {
            #expect(line["period"] as? String == "2025-Q3")
            #expect(line["definition"] as? String == "definisi.yaml")
            #expect((line["time"] as? String)?.hasSuffix("Z") == true)
        }
        #expect(Disk.mode(folder("log.jsonl")) == 0o600)
        // It grows; a definition that cannot be read ends it with 2.
        var broken = SmallJob()
        broken.definition += "apa: ini\n"
        #expect(try Self.run(broken, in: folder).status == 2)
        let after = try Self.log(folder("log.jsonl"))
        #expect(after.count > lines.count)
        #expect(after.last?["exit"] as? Int == 2)
        #expect(after.contains { $0["code"] as? String == "C102" })
    }

    @Test("Figures for a monitor: totals are carried on, the last success stays where a run fails")
    func metrics() throws {
        let folder = try TemporaryFolder()
        #expect(try Self.run(SmallJob(), in: folder).status == 0)
        let labels = "{definition=\"definisi.yaml\",period=\"2025-Q3\"}"
        let first = try Self.metrics(folder)
        #expect(first["kinerja_exit_code\(labels)"] == "0")
        #expect(first["kinerja_people_ranked\(labels)"] == "3")
        let success = try #require(first["kinerja_last_success_timestamp_seconds\(labels)"])
        #expect(first["kinerja_runs_total{definition=\"definisi.yaml\",exit=\"0\"}"] == "1")
        #expect(Disk.mode(folder("kinerja.prom")) == 0o644)
        var broken = SmallJob()
        broken.files["indikator.csv"] = nil
        try FileManager.default.removeItem(atPath: folder("masukan/indikator.csv"))
        for count in 1...2 {
            #expect(try Self.run(broken, in: folder).status == 3)
            let then = try Self.metrics(folder)
            #expect(then["kinerja_exit_code\(labels)"] == "3")
            #expect(then["kinerja_last_success_timestamp_seconds\(labels)"] == success)
            #expect(then["kinerja_runs_total{definition=\"definisi.yaml\",exit=\"0\"}"] == "1")
            #expect(
                then["kinerja_runs_total{definition=\"definisi.yaml\",exit=\"3\"}"] == "\(count)")
            #expect(then["kinerja_people_ranked\(labels)"] == nil)
        }
    }

    @Test("Of runs that end at once none is missing in the totals")
    func metricsAtOnce() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let arguments = SmallJob.arguments(in: folder) + ["--metrics", folder("kinerja.prom")]
        let count = 8
        var statuses: [Int32] = []
        var running: [Subprocess.Running] = []
        for _ in 0..<count { running.append(try Program.start(arguments)) }
        for run in running { statuses.append(try run.finish().status) }
        #expect(statuses.contains(0))
        let totals = try Self.metrics(folder).filter { $0.key.hasPrefix("kinerja_runs_total") }
        #expect(totals.values.compactMap { Int($0) }.reduce(0, +) == count, "\(totals)")
    }

    @Test("The figures can be read by all under any umask, while the results cannot")
    func umask() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let words =
            ([try Program.path] + SmallJob.arguments(in: folder)
            + ["--metrics", folder("kinerja.prom")]).joined(separator: " ")
        #expect(try Subprocess.run(["sh", "-c", "umask 077; \(words)"]).status == 0)
        #expect(Disk.mode(folder("kinerja.prom")) == 0o644)
        #expect(Disk.mode(folder("hasil/kecil/2025-Q3/terkini/hasil.csv")) == 0o600)
    }

    @Test(
        "A log that cannot be written ends the run before its work; figures that cannot be do not")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let arguments = SmallJob.arguments(in: folder)
        let noLog = try Program.run(arguments + ["--log", folder("tidak/ada.jsonl")])
        #expect(noLog.status == 5)
        #expect(!Disk.exists(folder("hasil")))
        let noMetrics = try Program.run(arguments + ["--metrics", folder("tidak/ada.prom")])
        #expect(noMetrics.status == 0)
        #expect(noMetrics.errors.contains("ada.prom"))
    }

    @Test("Names and NIPs are nowhere but in the outputs that are meant for them")
    func canary() throws {
        let (name, nip) = ("Kenari Rahasia", SmallJob.nips[1])
        var job = SmallJob()
        job.definition += "warn: { rejects: 1 % }\n"
        job.set(
            "pegawai.csv",
            SmallJob.register.replacing("Citra Misal", with: name)
                + "198304042008041004,\(name) Kedua,Satu,lebih\n\(nip),\(name) Ganda,Dua\n")
        job.set(
            "capaian/satu.csv",
            SmallJob.text(
                SmallJob.rows + [
                    [nip, "A", "2025-08", "rusak"], ["199912312020121009", "A", "2025-08", "1"],
                    [nip, "A", "2025-07", "1"],
                ]))
        let folder = try TemporaryFolder()
        var said = ""
        for extra in [["--dry-run"], [], ["--again"]] {
            let outcome = try Self.run(job, in: folder, extra)
            #expect(outcome.status == 1, "\(outcome.errors)")
            said += outcome.errors + outcome.text
        }
        // A refusal quotes the cells at fault on standard error; the log has their places alone.
        job.set(
            "capaian/satu.csv",
            SmallJob.text((0..<20).map { [nip, "A", "2025-0\(1 + $0 % 9)", "\(name) \($0)"] }))
        let refused = try Self.run(job, in: folder)
        #expect(refused.status == 3)
        #expect(!refused.errors.contains(nip))
        said += try Disk.text(folder("log.jsonl")) + Disk.text(folder("kinerja.prom"))
        for table in ["run", "attempt", "input", "output", "finding", "definition_file"] {
            said += try Book.query(folder("hasil"), "SELECT * FROM \(table)").joined()
        }
        #expect(said.contains("V901"))
        for secret in SmallJob.nips + [name, "Kenari", "198304042008041004", "199912312020121009"] {
            #expect(!said.contains(secret), "\(secret)")
        }
        #expect(try Disk.text(folder("hasil/kecil/2025-Q3/terkini/hasil.csv")).contains(name))
    }

    @Test("A file that is named for a person shows no whole NIP on terminal and log")
    func namedFile() throws {
        let nip = SmallJob.nips[1]
        var job = SmallJob()
        job.definition += "warn: { findings: 100 }\n"
        job.set("capaian/kinerja \(nip).csv", SmallJob.text([[nip, "A", "2025-08", "rusak"]]))
        job.set("surat \(nip).txt", "x")
        let folder = try TemporaryFolder()
        var said = ""
        func hear(_ outcome: Subprocess.Outcome, _ status: Int32 = 0) {
            #expect(outcome.status == status, "\(outcome.errors)")
            said += outcome.errors + outcome.text
        }
        hear(try Self.run(job, in: folder, ["--dry-run"]))
        hear(try Self.run(job, in: folder))
        hear(try Program.run(SmallJob.arguments(in: folder, command: "check")))
        let out = ["--out", folder("hasil")]
        let run = folder("hasil/kecil/2025-Q3/terkini")
        for command in [
            ["runs", "list"] + out, ["runs", "list", "--json"] + out, ["runs", "show", run],
            ["runs", "show", run, "--json"], ["compare", run, run],
        ] { hear(try Program.run(command)) }
        _ = try Subprocess.require(["rm", folder("masukan/surat \(nip).txt")])
        try Disk.link(folder("masukan/capaian/lain \(nip).csv"), to: "tiada")
        hear(try Self.run(job, in: folder))
        job.set("capaian/kinerja \(nip).csv", "NIP,KODE\n")
        hear(try Self.run(job, in: folder), 3)
        said += try Disk.text(folder("log.jsonl"))
        #expect(said.contains("19810202**********"))
        #expect(!said.contains(nip))
        // Hashes stay whole: 64 digits, of which many may be decimal.
        #expect(said.contains(/[0-9a-f]{64}/))
    }

    @Test("A program that cannot do its own part leaves with 70, publishes nothing and logs it")
    func internalFault() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        // It may be started and not read, so it cannot tell its own stamp.
        let program = folder("program")
        _ = try Subprocess.require(["cp", try Program.path, program])
        _ = try Subprocess.require(["chmod", "0111", program])
        _ = try Subprocess.require(["chmod", "0777", folder.path])
        let isRoot = getuid() == 0
        let outcome = try Subprocess.run(
            (isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [])
                + [program] + SmallJob.arguments(in: folder) + ["--log", folder("log.jsonl")])
        #expect(outcome.status == 70, "\(outcome.errors)")
        #expect(!Disk.exists(folder("hasil")))
        #expect(try Self.log(folder("log.jsonl")).last?["exit"] as? Int == 70)
    }

    @Test("A book that cannot be read is a failure of the disk, usage is one of the caller")
    func otherCodes() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let arguments = SmallJob.arguments(in: folder)
        #expect(try Program.run(arguments + ["--tidak-ada"]).status == 2)
        try Disk.write("bukan buku", to: folder("hasil/.kinerja/ledger.sqlite"))
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 5)
        #expect(outcome.errors.contains("X904"))
    }

    @Test("The units of systemd are whole", arguments: ["kinerja@.service", "kinerja@.timer"])
    func units(name: String) throws {
        let text = try Disk.text(Repository.path("scripts/\(name)"))
        if name.hasSuffix(".service") {
            for word in [
                "NoNewPrivileges=true", "ProtectSystem=strict", "PrivateTmp=true", "UMask=0077",
                "LimitCORE=0", "SuccessExitStatus=1\n",
            ] { #expect(text.contains(word), "\(word)") }
        }
        // Only names that the program knows stand on its command line.
        let help = try Program.run(["run", "--help"]).text
        for option in text.matches(of: try Regex("--[a-z-]+")).map({ String(text[$0.range]) })
        where text.contains("ExecStart") {
            #expect(help.contains(option), "\(option)")
        }
    }
}
