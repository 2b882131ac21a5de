internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

/// SIGTERM and SIGINT at many moments: the run ends in good order, and the next one gives the same bytes (promise 1).
@Suite("Stopping a run", .serialized)
struct StopTests {
    /// Large enough that a signal finds it at work.
    private static func job() -> SmallJob {
        var job = SmallJob()
        var register = "NIP,NAMA,UNIT\n"
        var facts: [[String]] = []
        for number in 0..<4_000 {
            let serial = String(1_000 + number % 1_000).dropFirst()
            let nip = "1980010\(1 + number / 1_000)2005011\(serial)"
            register += "\(nip),Orang Rekaan \(number),Unit \(number % 40)\n"
            for month in ["2025-07", "2025-08", "2025-09"] {
                facts.append([nip, "A", month, "\(60 + number % 60)"])
                facts.append([nip, "B", month, "\(30 + number % 40)"])
            }
        }
        job.set("pegawai.csv", register)
        for part in 0..<6 {
            let rows = stride(from: part, to: facts.count, by: 6).map { facts[$0] }
            job.set("capaian/\(part).csv", SmallJob.text(rows))
        }
        job.files["capaian/satu.csv"] = nil
        return job
    }

    @Test("A run hears signals before it opens anything, so that nothing is too early")
    func early() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        guard (try? Subprocess.run(["strace", "-V"]))?.status == 0 else { return }
        for arguments in [
            SmallJob.arguments(in: folder) + ["--log", folder("log.jsonl")],
            [
                "backfill", folder("definisi.yaml"), "--from", "2025-Q3", "--to", "2025-Q3",
                "--inputs", folder("{period}"), "--out", folder("hasil"),
            ], ["rerun", "abcdef", "--out", folder("hasil")],
        ] {
            _ = try Subprocess.run(
                [
                    "strace", "-f", "-o", folder("panggilan"), "-e", "trace=openat,rt_sigaction",
                    try Program.path,
                ] + arguments)
            let calls = try Disk.text(folder("panggilan")).split(separator: "\n")
            // What the program itself opens: its own file, whose hash is its stamp, the log, the tree.
            let opened = try #require(
                calls.firstIndex {
                    $0.contains("openat(")
                        && ($0.contains("/proc/self/exe\"") || $0.contains(folder.path))
                })
            for signal in ["SIGINT", "SIGTERM"] {
                let heard = try #require(
                    calls.firstIndex {
                        $0.contains("rt_sigaction(\(signal), {sa_handler=0x")
                    }, "\(arguments[0])")
                #expect(heard < opened, "\(arguments[0]) \(signal)")
            }
        }
    }

    private static func visible(_ tree: String) -> [String] {
        Disk.tree(tree).filter { !$0.hasPrefix(".kinerja") && $0 != ".kunci" }
    }

    @Test(
        "A signal at any moment leaves nothing behind, and the next run has the bytes of an undisturbed one",
        arguments: [SIGTERM, SIGINT])
    func stopped(number: Int32) throws {
        let folder = try TemporaryFolder()
        try Self.job().write(to: folder)
        let start = ContinuousClock.now
        let whole = try Program.run(SmallJob.arguments(in: folder, out: folder("utuh")))
        #expect(whole.status == 0, "\(whole.errors)")
        let length = (ContinuousClock.now - start).components
        let microseconds =
            Int(length.seconds) * 1_000_000 + Int(length.attoseconds / 1_000_000_000_000)
        let wanted = try Disk.results(folder("utuh"))
        var stopped = 0
        let moments = 4
        for moment in 0..<moments {
            let out = folder("hasil-\(moment)")
            let running = try Program.start(SmallJob.arguments(in: folder, out: out))
            // The moment is the point of the test.
            usleep(UInt32(microseconds * moment / moments))
            running.send(number)
            let outcome = try running.finish()
            // Before the handler stands the system ends the process, with the same code.
            let code: Int32 = number == SIGTERM ? 143 : 130
            #expect([0, code].contains(outcome.status), "\(moment): \(outcome.errors)")
            if outcome.status == code, outcome.errors.contains("X405") {
                stopped += 1
                #expect(Self.visible(out).filter { $0.split(separator: "/").count > 2 } == [])
                #expect(
                    try Book.query(out, "SELECT state, exit_code FROM attempt")
                        .filter { $0 != "interrupted|\(code)" } == [])
            }
            let next = try Program.run(SmallJob.arguments(in: folder, out: out))
            #expect(next.status == 0, "\(moment): \(next.errors)")
            #expect(try Disk.results(out) == wanted, "\(moment)")
            #expect(
                try Book.query(out, "SELECT count(*) FROM attempt WHERE state = 'running'") == ["0"]
            )
        }
        #expect(stopped > 0, "no signal met the run at work")
    }
}
