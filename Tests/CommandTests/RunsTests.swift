internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

/// `kinerja runs` and `kinerja backfill` as people start them.
@Suite("kinerja runs and backfill")
struct RunsTests {
    /// A tree with runs of one period, of definitions that differ in a limit only.
    private func tree(runs: Int, periods: [String] = ["2025-Q3"]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for period in periods {
            for number in 0..<runs {
                var job = SmallJob()
                job.definition += "warn: { findings: \(100 + number) }\n"
                try job.write(to: folder)
                let outcome = try Program.run(SmallJob.arguments(in: folder, period: period))
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
        }
        return folder
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try Book.query(folder("hasil"), "SELECT run FROM run ORDER BY sequence")
    }

    @Test("List and show name runs, states and files; JSON has every attempt")
    func list() throws {
        let folder = try tree(runs: 2)
        let names = try names(folder)
        let listed = try Program.run(["runs", "list", "--out", folder("hasil")])
        #expect(listed.status == 0, "\(listed.errors)")
        let lines = listed.text.split(separator: "\n")
        #expect(lines.count == 3)
        for (line, name) in zip(lines.dropFirst(), names) {
            #expect(line.contains("kecil 2025-Q3 \(name)") && line.contains("terbit"))
        }
        let json = try Program.run(["runs", "list", "--out", folder("hasil"), "--json"])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(
            (document["runs"] as? [[String: Any]])?.compactMap { $0["run"] as? String } == names)
        #expect((document["attempts"] as? [Any])?.count == 2)
        let none = try Program.run([
            "runs", "list", "--out", folder("hasil"), "--period", "2024-Q3", "--bahasa", "en",
        ])
        #expect(none.text == "no runs yet\n")
        let shown = try Program.run(["runs", "show", names[0], "--out", folder("hasil")])
        #expect(shown.text.contains("capaian/satu.csv") && shown.text.contains("hasil.csv"))
        let details = try Program.run([
            "runs", "show", folder("hasil/kecil/2025-Q3/terkini"), "--json",
        ])
        let one = try JSONSerialization.jsonObject(with: Data(details.output)) as? [String: Any]
        #expect((one?["run"] as? [String: Any])?["run"] as? String == names[1])
        #expect(try Program.run(["runs", "list", "--out", folder("tiada")]).status == 3)
    }

    @Test("A refused attempt after the last run is listed with its code")
    func refused() throws {
        let folder = try tree(runs: 1)
        try Disk.write("NIP,KODE\n", to: folder("masukan/capaian/satu.csv"))
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 3)
        let listed = try Program.run(["runs", "list", "--out", folder("hasil")])
        #expect(listed.text.contains("sesudah itu") && listed.text.contains("ditolak"))
    }

    @Test("A purge keeps the latest, the one pointed to and what it was compared with")
    func purge() throws {
        let folder = try tree(runs: 4)
        let names = try names(folder)
        let period = folder("hasil/kecil/2025-Q3")
        // Somebody has pointed back to the first run.
        #expect(unsafe unlink("\(period)/terkini") == 0)
        try Disk.link("\(period)/terkini", to: names[0])
        _ = try Book.query(
            folder("hasil"), "UPDATE run SET previous = '\(names[1])' WHERE sequence = 4")
        let before = try Disk.contents(folder("hasil"))
        let asked = ["runs", "purge", "--keep-last", "1", "--out", folder("hasil")]
        let trial = try Program.run(asked + ["--dry-run"])
        #expect(trial.text.split(separator: "\n").first == "kecil/2025-Q3/\(names[2])")
        #expect(trial.text.contains("run 1, masukan tersimpan 1 (belum dihapus)"))
        // A reader may leave its side files; nothing else is touched.
        #expect(
            try Disk.results(folder("hasil"))
                == before.filter { !$0.key.hasPrefix(".kinerja/") })
        let json = try Program.run(asked + ["--dry-run", "--json"])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(document["runs"] as? [String] == ["kecil/2025-Q3/\(names[2])"])
        #expect(document["contents"] as? Int == 1 && document["removed"] as? Bool == false)
        let purged = try Program.run(asked)
        #expect(purged.status == 0, "\(purged.errors)")
        #expect(purged.text.contains("run 1, masukan tersimpan 1\n"))
        #expect(
            Set(Disk.names(in: period).filter { $0.count == 12 })
                == Set([names[0], names[1], names[3]]))
        #expect(
            try Book.query(folder("hasil"), "SELECT state FROM run ORDER BY sequence")
                == ["published", "published", "purged", "published"])
        #expect(!Disk.exists("\(period)/.\(names[2]).asal"))
        // What stays can still be repeated.
        for name in [names[0], names[1], names[3]] {
            let again = try Program.run(["rerun", name, "--out", folder("hasil")])
            #expect(again.status == 0 || name == names[3], "\(again.errors)")
        }
    }

    @Test("The row of a run that was lost and made again takes nothing of it away")
    func lostTwin() throws {
        let folder = try tree(runs: 1)
        let name = try #require(try names(folder).first)
        let path = folder("hasil/kecil/2025-Q3/\(name)")
        _ = try Subprocess.require(["rm", "-r", path])
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        // A second run is in force, and the first is the older of the latest two.
        var job = SmallJob()
        job.definition += "warn: { findings: 200 }\n"
        try job.write(to: folder)
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        #expect(
            try Book.query(folder("hasil"), "SELECT state FROM run ORDER BY sequence")
                == ["lost", "published", "published"])
        let purged = try Program.run([
            "runs", "purge", "--keep-last", "2", "--out", folder("hasil"),
        ])
        #expect(purged.status == 0 && purged.text.contains("run 0,"), "\(purged.text)")
        #expect(Disk.exists("\(path)/hasil.csv"))
        #expect(try Program.run(["verify", path]).status == 0)
    }

    @Test("Lost rows do not count among the latest that stay")
    func lostAmongLatest() throws {
        let folder = try tree(runs: 2)
        let names = try names(folder)
        for _ in 0..<2 {
            _ = try Subprocess.require(["rm", "-r", folder("hasil/kecil/2025-Q3/\(names[1])")])
            #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        }
        let purged = try Program.run([
            "runs", "purge", "--keep-last", "2", "--out", folder("hasil"),
        ])
        #expect(purged.text.contains("run 0,"), "\(purged.text)")
        for name in names { #expect(Disk.exists(folder("hasil/kecil/2025-Q3/\(name)"))) }
    }

    @Test("Only periods that ended before the day, on both sides of it")
    func olderThan() throws {
        let folder = try tree(runs: 2, periods: ["2025-Q2", "2025-Q3"])
        // The quarter's last day is 2025-06-30.
        for (day, count) in [("2025-06-30", 0), ("2025-07-01", 1)] {
            let outcome = try Program.run([
                "runs", "purge", "--older-than", day, "--dry-run", "--out", folder("hasil"),
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.text.contains("run \(count),"), "\(day): \(outcome.text)")
        }
    }

    @Test("Wrong use of purge says what is expected")
    func usage() throws {
        for arguments in [[], ["--keep-last", "0"], ["--older-than", "kemarin"]] {
            let outcome = try Program.run(["runs", "purge"] + arguments)
            #expect(outcome.status == 2, "\(arguments)")
        }
    }

    // MARK: Backfill

    private func backfill(
        _ folder: TemporaryFolder, _ extra: [String] = []
    ) throws -> Subprocess.Outcome {
        try Program.run(
            [
                "backfill", folder("definisi.yaml"), "--from", "2025-Q2", "--to", "2025-Q4",
                "--inputs", folder("{period}"), "--out", folder("hasil"),
            ] + extra)
    }

    private func lines(_ outcome: Subprocess.Outcome) -> [String] {
        outcome.errors.split(separator: "\n").map(String.init).filter { $0.hasPrefix("2025-Q") }
    }

    @Test("Periods run in order; what is done is skipped; what failed is tried again")
    func periods() throws {
        let folder = try TemporaryFolder()
        let job = SmallJob()
        try job.write(to: folder)
        for period in ["2025-Q2", "2025-Q4"] {
            for (name, bytes) in job.files {
                try Disk.write(bytes, to: folder("\(period)/\(name)"))
            }
        }
        let first = try backfill(folder)
        // The middle quarter has no exports: refused, and the others ran.
        #expect(first.status == 3, "\(first.errors)")
        #expect(lines(first).count == 3)
        #expect(lines(first)[1].hasPrefix("2025-Q3: gagal (3)"))
        #expect(lines(first)[2].contains("dinilai"))
        let none = try backfill(folder, ["--redo", "none"])
        #expect(none.status == 0)
        #expect(
            lines(none).map { $0.hasSuffix("sudah ada, dilewati") } == [true, false, true])
        #expect(lines(none)[1].hasSuffix("pernah dicoba tanpa hasil lengkap, dilewati"))
        for (name, bytes) in job.files { try Disk.write(bytes, to: folder("2025-Q3/\(name)")) }
        let second = try backfill(folder)
        #expect(second.status == 0, "\(second.errors)")
        #expect(
            lines(second).map { $0.hasSuffix("dilewati") } == [true, false, true])
        let all = try backfill(folder, ["--redo", "all"])
        #expect(lines(all).allSatisfy { $0.contains("sudah terbit, terverifikasi") })
    }

    @Test("A period whose results are gone is not done")
    func lost() throws {
        let folder = try TemporaryFolder()
        let job = SmallJob()
        try job.write(to: folder)
        for period in ["2025-Q2", "2025-Q3", "2025-Q4"] {
            for (name, bytes) in job.files {
                try Disk.write(bytes, to: folder("\(period)/\(name)"))
            }
        }
        #expect(try backfill(folder).status == 0)
        let run = try #require(
            try Book.query(folder("hasil"), "SELECT folder FROM run WHERE period = '2025-Q3'")
                .first)
        _ = try Subprocess.require(["rm", "-r", folder("hasil/\(run)")])
        let again = try backfill(folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(lines(again).map { $0.hasSuffix("dilewati") } == [true, false, true])
        #expect(Disk.exists(folder("hasil/\(run)/hasil.csv")))
    }

    @Test(
        "Periods of two lengths, out of order, or inputs without a period are wrong usage",
        arguments: [
            ("2025-Q1", "2025-12", "{period}"), ("2025-Q4", "2025-Q1", "{period}"),
            ("2025-Q1", "2025-Q2", "masukan"),
        ])
    func wrong(from: String, to: String, inputs: String) throws {
        let outcome = try Program.run([
            "backfill", "d.yaml", "--from", from, "--to", to, "--inputs", inputs,
        ])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("one length"))
    }
}
