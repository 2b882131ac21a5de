internal import TestSupport
internal import Testing

/// Where `terkini` leads after runs that were published before are asked for again.
@Suite("The run in force")
struct InForceTests {
    private static func pointer(_ folder: TemporaryFolder) throws -> String {
        String(
            decoding: try Disk.contents(folder("hasil/kecil/2025-Q3"))["terkini"] ?? [],
            as: UTF8.self)
    }

    private static func run(
        _ job: SmallJob, in folder: TemporaryFolder, _ extra: [String] = []
    ) throws -> Subprocess.Outcome {
        try job.write(to: folder)
        return try Program.run(SmallJob.arguments(in: folder) + extra)
    }

    /// The job with a figure of the first person changed.
    private static func mistaken() -> SmallJob {
        var job = SmallJob()
        var rows = SmallJob.rows
        rows[0][3] = "12"
        job.set("capaian/satu.csv", SmallJob.text(rows))
        return job
    }

    @Test(
        "A correction that is taken back takes its results back, too",
        arguments: [[], ["--again"]])
    func takenBack(extra: [String]) throws {
        let folder = try TemporaryFolder()
        #expect(try Self.run(SmallJob(), in: folder).status == 0)
        let first = try Self.pointer(folder)
        #expect(try Self.run(Self.mistaken(), in: folder).status == 0)
        let second = try Self.pointer(folder)
        #expect(second != first)
        let again = try Self.run(SmallJob(), in: folder, extra)
        #expect(again.status == 0 && again.errors.contains("sudah terbit, terverifikasi"))
        #expect(try Self.pointer(folder) == first)
        // The list marks the one in force, and it alone.
        let lines = try Program.run(["runs", "list", "--out", folder("hasil")]).text
            .split(separator: "\n").filter { $0.contains("→") }
        #expect(lines.count == 1 && lines[0].contains(first))
        // No later step takes it for one that was overtaken.
        #expect(
            try Program.run(["runs", "purge", "--keep-last", "1", "--out", folder("hasil")]).status
                == 0)
        #expect(try Self.pointer(folder) == first)
        #expect(Disk.exists(folder("hasil/kecil/2025-Q3/\(first)/hasil.csv")))
    }

    @Test("A look back with --as-of gives way to the next night's run of everything")
    func lookBack() throws {
        let job = DeliveredJob()
        let (folder, first) = try job.run()
        #expect(first.status == 0, "\(first.errors)")
        let whole = try Self.pointer(folder)
        #expect(try job.run(["--as-of", "2025-09-30"], in: folder).outcome.status == 0)
        #expect(try Self.pointer(folder) != whole)
        #expect(try job.run(in: folder).outcome.status == 0)
        #expect(try Self.pointer(folder) == whole)
    }

    @Test(
        "A partial run and one under another law stay out of force however often they are asked for"
    )
    func never() throws {
        let folder = try TemporaryFolder()
        #expect(try Self.run(SmallJob(), in: folder).status == 0)
        let first = try Self.pointer(folder)
        for _ in 0..<2 {
            #expect(
                try Self.run(SmallJob(), in: folder, ["--rules", "2024-01-01"]).status == 0)
            #expect(try Self.pointer(folder) == first)
        }
        var job = DeliveredJob(
            expect: "agencies: { capture: opd, list: [dishub, setda] }, missing: partial")
        let (delivered, whole) = try job.run()
        #expect(whole.status == 0, "\(whole.errors)")
        let complete = try Self.pointer(delivered)
        job.withhold("setda")
        _ = try Subprocess.require([
            "rm", delivered("masukan/\(DeliveredJob.path("setda", "2025-09-25"))"),
        ])
        for _ in 0..<2 {
            #expect(try job.run(in: delivered).outcome.status == 7)
            #expect(try Self.pointer(delivered) == complete)
        }
    }

    @Test(
        "A run above its limits of warning says so when it is made, and ends with 0 when it is known"
    )
    func warned() throws {
        var job = SmallJob()
        job.definition += "warn: { findings: 0 }\n"
        job.set("lain.txt", "x")
        let folder = try TemporaryFolder()
        #expect(try Self.run(job, in: folder).status == 1)
        #expect(try Self.run(job, in: folder).status == 0)
        #expect(try Self.run(job, in: folder, ["--again"]).status == 1)
    }
}
