internal import TestSupport
internal import Testing

/// Late, repeated and corrected deliveries (promises 8 and 10).
@Suite("Deliveries")
struct DeliveriesTests {
    private static func results(_ folder: TemporaryFolder) throws -> [[String]] {
        try CSVText("\(DeliveredJob.published(in: folder))/hasil.csv").rows
    }

    private static func codes(_ folder: TemporaryFolder) throws -> [String] {
        try CSVText("\(DeliveredJob.published(in: folder))/temuan.csv").selecting(["kode"])
            .map { $0.joined() }
    }

    // MARK: Until a day

    @Test("With --as-of the run is that of the day, whatever came later")
    func asOf() throws {
        let early = try DeliveredJob().run(["--as-of", "2025-09-30"])
        #expect(early.outcome.status == 0, "\(early.outcome.errors)")
        var late = DeliveredJob()
        late.deliver("bkd", "20251001", [[SmallJob.nips[0], "A", "2025-08", "10"]])
        let run = try late.run(["--as-of", "2025-09-30"])
        #expect(run.outcome.status == 0, "\(run.outcome.errors)")
        #expect(run.outcome.errors.contains("I416"))
        #expect(run.outcome.errors.contains("capaian/bkd-20251001.csv"))
        #expect(
            try Disk.results(run.folder("hasil")).filter { !$0.key.hasSuffix(".asal") }
                == Disk.results(early.folder("hasil")).filter { !$0.key.hasSuffix(".asal") })
        let published = try DeliveredJob.published(in: run.folder)
        #expect(try Disk.text("\(published)/manifest.json").contains("\"as_of\""))
        #expect(try Disk.text("\(published)/lembar-kontrol.txt").contains("2025-09-30"))
        // Rerun and explain look from the same day.
        let rerun = try Program.run(
            ["rerun", String(published.suffix(12)), "--out", run.folder("hasil")])
        #expect(rerun.status == 0, "\(rerun.errors)")
        #expect(rerun.errors.contains("semua byte sama"))
        #expect(try Program.run(["explain", published, SmallJob.nips[0]]).status == 0)
        // On the day itself the delivery counts.
        let day = try late.run(["--as-of", "2025-10-01"]).outcome
        #expect(!day.errors.contains("I416"))
    }

    @Test("Freshness is counted back from the day of --as-of")
    func freshAsOf() throws {
        let job = DeliveredJob(expect: "fresh_days: 5, missing: partial")
        for (day, status) in [("2025-09-30", Int32(0)), ("2025-10-01", 7)] {
            #expect(try job.run(["--as-of", day]).outcome.status == status, "\(day)")
        }
    }

    @Test("A day that the definition states is that of all files of the source")
    func declaredDay() throws {
        let job = DeliveredJob(
            expect: "fresh_days: 3, missing: partial", extra: ["delivered: 2025-09-28"],
            delivered: false)
        for (day, status) in [
            ("2025-09-27", Int32(3)), ("2025-09-28", 0), ("2025-10-01", 0), ("2025-10-02", 7),
        ] {
            let outcome = try job.run(["--as-of", day]).outcome
            #expect(outcome.status == status, "\(day): \(outcome.errors)")
        }
        let wrong = DeliveredJob(extra: ["delivered: 2025-09-31"], delivered: false)
        let outcome = try wrong.run().outcome
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("'2025-09-31' is not captured"), "\(outcome.errors)")
    }

    @Test(
        "A day that is none is refused with the file", arguments: ["baru", "20250931", "2025-9-1"])
    func badDay(day: String) throws {
        var job = DeliveredJob()
        job.deliver("bkd", day, [])
        let outcome = try job.run().outcome
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("capaian/bkd-\(day).csv: error[I912]"))
        #expect(try DeliveredJob().run(["--as-of", day]).outcome.status == 2)
    }

    // MARK: Delivered again

    /// What a second delivery of dishub is.
    enum Again: String, CaseIterable, CustomTestStringConvertible {
        case same
        case packed
        case reordered
        case reorderedAndPacked

        var testDescription: String { rawValue }
    }

    @Test("The same delivery counts once and is named", arguments: Again.allCases)
    func again(kind: Again) throws {
        let once = try DeliveredJob().run().folder
        var job = DeliveredJob()
        let rows = Array(SmallJob.rows[0..<4])
        let isReordered = [.reordered, .reorderedAndPacked].contains(kind)
        let isPacked = [.packed, .reorderedAndPacked].contains(kind)
        let bytes = Array(SmallJob.text(isReordered ? rows.reversed() : rows).utf8)
        job.job.files[DeliveredJob.path("dishub", "20250928") + (isPacked ? ".gz" : "")] =
            isPacked ? try Gzip.pack(bytes) : bytes
        job.job.definition = job.job.definition.replacing(
            "files: \"capaian/{opd}-{kirim}.csv\"",
            with: "files: [\"capaian/{opd}-{kirim}.csv\", \"capaian/{opd}-{kirim}.csv.gz\"]")
        let (folder, outcome) = try job.run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Self.codes(folder) == ["I401"])
        let columns = ["nip", "akhir", "predikat"]
        #expect(
            try CSVText("\(DeliveredJob.published(in: folder))/hasil.csv").selecting(columns)
                == CSVText("\(DeliveredJob.published(in: once))/hasil.csv").selecting(columns))
        let kept = try Book.query(
            folder("hasil"),
            "SELECT count(*), count(replaced_by), max(replaced_because) FROM input WHERE source = 'capaian'"
        )
        #expect(kept == ["3|1|repeated"])
    }

    @Test("The same lines are no repeat where a record spans lines")
    func spanningRecords() throws {
        var job = SmallJob()
        let heading = "NIP,NAMA,UNIT\n"
        job.definition = job.definition.replacing("files: pegawai.csv", with: "files: pegawai*.csv")
        // The same six lines, and other people: the name of each ends in the line of the other's unit.
        job.set("pegawai.csv", "\(heading)\(SmallJob.nips[0]),\"A\nB\",Satu\n")
        job.set("pegawai-2.csv", "\(heading)B\",Satu\n\(SmallJob.nips[0]),\"A\n")
        job.files["capaian/satu.csv"] = Array(SmallJob.text(Array(SmallJob.rows[0..<2])).utf8)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(!outcome.errors.contains("I401"))
    }

    @Test("A changed row without a version is never taken in silence")
    func changed() throws {
        var rows = Array(SmallJob.rows[0..<4])
        rows[0][3] = "60"
        var job = DeliveredJob()
        job.deliver("dishub", "20250928", rows)
        // Few rejects stay below the limit of ten rows: the run goes on, and says it.
        let (folder, outcome) = try job.run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Self.codes(folder) == ["I415"])
        let rejected = try CSVText("\(DeliveredJob.published(in: folder))/penolakan.csv")
        #expect(rejected.rows.count == 4)
        #expect(try Self.results(folder).first?.contains("120.00") == true)
    }

    @Test("Above the reject limit the refusal names the delivery that states things again")
    func changedAndMany() throws {
        var rows: [[String]] = []
        for month in ["2025-07", "2025-08", "2025-09"] {
            for nip in SmallJob.nips {
                rows += [[nip, "A", month, "80"], [nip, "B", month, "70"]]
            }
        }
        #expect(rows.count > 10)
        var job = DeliveredJob()
        job.withhold("dishub")
        job.withhold("setda")
        job.deliver("dishub", "20250920", rows)
        rows[0][3] = "81"
        job.deliver("dishub", "20250928", rows)
        let outcome = try job.run().outcome
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("V901"))
        #expect(outcome.errors.contains("capaian/dishub-20250928.csv: error[I415]"))
    }

    @Test("A declared version supersedes whatever the order of arrival, and both stay in the book")
    func versions() throws {
        var corrected = Array(SmallJob.rows[0..<4])
        corrected[2][3] = "110"
        let keys = ["version: kirim", "replaces: [opd]"]
        var wanted: [[String]] = []
        for days in [("20250928", "20250920"), ("20250920", "20250928")] {
            var job = DeliveredJob(extra: keys, delivered: true)
            job.withhold("dishub")
            let (newer, older) = (max(days.0, days.1), min(days.0, days.1))
            job.deliver("dishub", newer, corrected)
            job.deliver("dishub", older, Array(SmallJob.rows[0..<4]))
            let (folder, outcome) = try job.run()
            #expect(outcome.status == 0, "\(outcome.errors)")
            let rows = try CSVText("\(DeliveredJob.published(in: folder))/hasil.csv")
                .selecting(["nip", "akhir"])
            if wanted.isEmpty { wanted = rows }
            #expect(rows == wanted)
            let inputs = try Book.query(
                folder("hasil"),
                """
                SELECT path, replaced_by, superseded, replaced_because FROM input
                WHERE source = 'capaian' ORDER BY path
                """
            )
            #expect(
                inputs == [
                    "capaian/dishub-20250920.csv|capaian/dishub-20250928.csv|4|version",
                    "capaian/dishub-20250928.csv|-|0|-", "capaian/setda-2025-09-25.csv|-|0|-",
                ])
        }
        // By hand: A 110 of 100 and weight 3, B 60 of 60 is 100 and weight 1.
        #expect(wanted.contains([SmallJob.nips[1], "107.50"]))
    }
}
