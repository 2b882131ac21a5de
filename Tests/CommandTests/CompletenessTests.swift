internal import TestSupport
internal import Testing

/// What was expected and not delivered (promise 9).
@Suite("Completeness")
struct CompletenessTests {
    private static let expected =
        "agencies: { capture: opd, list: [dishub, setda] }, rows: 2, missing: partial"

    @Test("Everything delivered is complete")
    func complete() throws {
        let (folder, outcome) = try DeliveredJob(expect: Self.expected).run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        let run = folder("hasil/kecil/2025-Q3/terkini")
        #expect(try Disk.text("\(run)/insentif.csv").contains("\nTOTAL,3,"))
        #expect(!(try Disk.text("\(run)/manifest.json").contains("missing")))
        #expect(!(try Disk.text("\(run)/lembar-kontrol.json").contains("partial")))
        #expect(
            try Book.query(folder("hasil"), "SELECT is_partial, pointer FROM run") == ["0|moved"])
    }

    @Test(
        "Without either agency the run is partial, and names it wherever it says anything",
        arguments: DeliveredJob.agencies)
    func partial(agency: String) throws {
        var delivered = DeliveredJob(expect: Self.expected)
        delivered.withhold(agency)
        let (folder, outcome) = try delivered.run()
        #expect(outcome.status == 7, "\(outcome.errors)")
        #expect(outcome.errors.contains("SEBAGIAN, belum ada 1: capaian/\(agency)"))
        #expect(!Disk.exists(folder("hasil/kecil/2025-Q3/terkini")))
        let run = try DeliveredJob.published(in: folder)
        #expect(try Disk.text("\(run)/insentif.csv").contains("\nTOTAL SEBAGIAN,"))
        let sheet = try Disk.text("\(run)/lembar-kontrol.txt")
        #expect(sheet.contains("SEBAGIAN"))
        #expect(sheet.contains("I411") && sheet.contains("'\(agency)'"))
        for name in ["manifest.json", "lembar-kontrol.json"] {
            let json = try Disk.text("\(run)/\(name)")
            #expect(json.contains("\"agency\": \"\(agency)\""), "\(name)")
        }
        let findings = try CSVText("\(run)/temuan.csv").selecting(["kode"])
        #expect(findings.filter { $0 == ["I411"] }.count == 1)
        #expect(
            try Book.query(folder("hasil"), "SELECT is_partial, pointer FROM run") == ["1|none"])
        #expect(
            try Book.query(folder("hasil"), "SELECT state, exit_code FROM attempt") == [
                "published|7"
            ])
        // The same again is known, and still partial.
        let again = try Program.run(SmallJob.arguments(in: folder))
        #expect(again.status == 7)
        #expect(again.errors.contains("sudah terbit") && again.errors.contains("capaian/\(agency)"))
        #expect(try Program.run(["verify", run]).status == 0)
        // The late delivery makes it whole.
        let whole = try DeliveredJob(expect: Self.expected).run(in: folder).outcome
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(Disk.exists(folder("hasil/kecil/2025-Q3/terkini/hasil.csv")))
    }

    @Test("Where the definition refuses, nothing is published")
    func refused() throws {
        var delivered = DeliveredJob(
            expect: "agencies: { capture: opd, list: [dishub, setda] }, missing: refuse")
        delivered.withhold("setda")
        let (folder, outcome) = try delivered.run()
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("error[I411]") && outcome.errors.contains("'setda'"))
        #expect(Disk.names(in: folder("hasil")) == [".kinerja", ".kunci"])
        #expect(try Book.query(folder("hasil"), "SELECT state FROM attempt") == ["refused"])
        #expect(try Program.run(SmallJob.arguments(in: folder, command: "check")).status == 3)
    }

    @Test(
        "A file that is empty or a heading only, of which every row is rejected, or of another period, is none",
        arguments: [
            "", "NIP,KODE,BULAN,REALISASI\n",
            "NIP,KODE,BULAN,REALISASI\n\(SmallJob.nips[2]),A,2025-07,delapan\n",
            "NIP,KODE,BULAN,REALISASI\n\(SmallJob.nips[2]),A,2025-06,80\n",
        ])
    func hollow(text: String) throws {
        var delivered = DeliveredJob(expect: Self.expected)
        delivered.job.set(DeliveredJob.path("setda", "2025-09-25"), text)
        let outcome = try delivered.run().outcome
        #expect(outcome.status == 7, "\(outcome.errors)")
        #expect(outcome.errors.contains("capaian/setda"))
    }

    @Test("A delivery cut at any sixteenth is refused or partial, and is named", arguments: 0..<16)
    func cut(sixteenth: Int) throws {
        var delivered = DeliveredJob(expect: Self.expected)
        let name = DeliveredJob.path("setda", "2025-09-25")
        let whole = try #require(delivered.job.files[name])
        delivered.job.files[name] = Array(whole.prefix(whole.count * sixteenth / 16))
        let outcome = try delivered.run().outcome
        #expect([3, 7].contains(outcome.status), "\(outcome.status): \(outcome.errors)")
        #expect(outcome.errors.contains("capaian/setda"))
    }

    @Test(
        "Rows, files and days count from the border on",
        arguments: [
            ("rows: 6", 0), ("rows: 7", 7), ("files: 2", 0), ("files: 3", 7),
            // The period ends on 30 September, the newest delivery is of the 25th.
            ("fresh_days: 5", 0), ("fresh_days: 4", 7),
            // Of each agency: dishub's only one is of the 20th.
            ("agencies: { capture: opd, list: [dishub] }, fresh_days: 10", 0),
            ("agencies: { capture: opd, list: [dishub] }, fresh_days: 9", 7),
            ("agencies: { capture: opd, list: [setda] }, rows: 2", 0),
            ("agencies: { capture: opd, list: [setda] }, rows: 3", 7),
        ] as [(String, Int32)])
    func borders(expect: String, status: Int32) throws {
        let outcome = try DeliveredJob(expect: "\(expect), missing: partial").run().outcome
        #expect(outcome.status == status, "\(outcome.errors)")
    }

    @Test("Agencies may be named by a column, and listed in a table")
    func column() throws {
        var job = SmallJob()
        job.definition = job.definition.replacing(
            "    files: pegawai.csv\n",
            with: """
                    files: pegawai.csv
                    expect: { agencies: { column: unit, table: unit.csv }, missing: partial }

                """)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        for (units, status) in [("Satu\nDua\n", Int32(0)), ("Satu\nDua\nTiga\n", 7)] {
            try Disk.write("UNIT\n\(units)", to: folder("unit.csv"))
            let outcome = try Program.run(SmallJob.arguments(in: folder))
            #expect(outcome.status == status, "\(outcome.errors)")
            #expect(outcome.errors.contains("pegawai/Tiga") == (status == 7))
        }
    }

    @Test("A run without any file is a failure")
    func nothing() throws {
        var job = SmallJob()
        job.definition = job.definition.replacing(
            "    files: ", with: "    optional: true\n    files: ")
        job.files = ["lain.txt": [0x78]]
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("I901"))
    }

    @Test("What is missing survives kept evidence")
    func keptEvidence() throws {
        var delivered = DeliveredJob(expect: Self.expected)
        delivered.withhold("setda")
        let folder = try TemporaryFolder()
        try delivered.job.write(to: folder)
        let kept = folder("simpanan")
        #expect(
            try Program.run(SmallJob.arguments(in: folder) + ["--keep-evidence", kept]).status == 7)
        var arguments = SmallJob.arguments(in: folder, out: folder("lain"))
        let place = try #require(arguments.firstIndex(of: "--inputs"))
        arguments.replaceSubrange(place...(place + 1), with: ["--evidence", kept])
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 7, "\(outcome.errors)")
        #expect(outcome.errors.contains("capaian/setda"))
    }

    @Test(
        "A definition that expects nothing, nobody, or what it cannot know is refused",
        arguments: [
            ("missing: partial", "C104"), ("rows: 0, missing: partial", "C105"),
            ("rows: 1", "C104"),
            ("agencies: { capture: dinas, list: [a] }, missing: partial", "C108"),
            ("agencies: { column: nip, list: [a] }, missing: partial", "C108"),
            ("agencies: { capture: opd, list: [a, a] }, missing: partial", "C105"),
            ("agencies: { capture: opd, table: tidak-ada.csv }, missing: partial", "C108"),
            ("agencies: { capture: opd }, missing: partial", "C104"),
        ])
    func badDefinition(expect: String, code: String) throws {
        let outcome = try DeliveredJob(expect: expect).run().outcome
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(code), "\(outcome.errors)")
    }

    @Test("Freshness needs a day of delivery")
    func undated() throws {
        let outcome = try DeliveredJob(
            expect: "fresh_days: 3, missing: partial", delivered: false
        ).run().outcome
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("delivered"))
    }
}
