internal import TestSupport
internal import Testing

/// Bad input gets a clear answer, the right code, and nothing is published.
@Suite("Bad input")
struct BadInputTests {
    @Test("Unspoilt, the job is published", arguments: [false, true])
    func good(asXML: Bool) throws {
        var job = SmallJob()
        if asXML {
            job.definition = SmallJob.definition(
                pattern: "capaian/*.xml", source: SmallJob.xmlSource)
            job.files["capaian/satu.csv"] = nil
            job.set("capaian/satu.xml", SmallJob.xml(SmallJob.rows))
        }
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let results = try CSVText(folder("hasil/kecil/2025-Q3/terkini/hasil.csv"))
        // (3 × 120 + 120) / 4; (3 × 90 + 100) / 4; (3 × 80 + 100 · 60/75) / 4.
        #expect(
            try results.selecting(["nip", "akhir", "predikat"]) == [
                [SmallJob.nips[0], "120.00", "Baik"], [SmallJob.nips[1], "92.50", "Baik"],
                [SmallJob.nips[2], "80.00", "Kurang"],
            ])
    }

    @Test("A spoilt job is refused by name and leaves nothing", arguments: BadInput.all)
    func refused(input: BadInput) throws {
        var job = SmallJob()
        try input.spoil(&job)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        let errors = outcome.errors
        #expect(outcome.status == input.code, "\(errors)")
        for text in input.says { #expect(errors.contains(text), "no '\(text)' in:\n\(errors)") }
        #expect(outcome.output.isEmpty)
        expectNothingPublished(folder("hasil"))
    }

    @Test("`check` refuses with the same code", arguments: BadInput.all)
    func checked(input: BadInput) throws {
        var job = SmallJob()
        try input.spoil(&job)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder, command: "check"))
        #expect(outcome.status == input.code, "\(outcome.errors)")
        #expect(!Disk.exists(folder("hasil")))
    }

    @Test("A folder that is not there is refused by name")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        try Disk.write(SmallJob.definition(), to: folder("definisi.yaml"))
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("masukan"))
        expectNothingPublished(folder("hasil"))
    }

    @Test("A definition that is not there is refused by name")
    func noDefinition() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("definisi.yaml"))
        #expect(outcome.errors.contains("C109"))
        expectNothingPublished(folder("hasil"))
    }

    @Test("Where nothing can be written, nothing is published")
    func outputIsAFile() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        try Disk.write("berkas", to: folder("hasil"))
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 5)
        #expect(outcome.errors.contains(folder("hasil")))
        #expect(outcome.errors.contains("X901"))
        #expect(try Disk.text(folder("hasil")) == "berkas")
    }

    @Test("A link among the inputs is never followed")
    func link() throws {
        let folder = try TemporaryFolder()
        var job = SmallJob()
        job.files["capaian/satu.csv"] = nil
        try job.write(to: folder)
        try Disk.write(SmallJob.text(SmallJob.rows), to: folder("luar.csv"))
        try Disk.makeFolder(folder("masukan/capaian"))
        try Disk.link(folder("masukan/capaian/satu.csv"), to: folder("luar.csv"))
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 3, "\(outcome.errors)")
        #expect(outcome.errors.contains("capaian/"))
        expectNothingPublished(folder("hasil"))
    }

    @Test("A stray quote in the first of 100,000 rows costs that row alone")
    func strayQuote() throws {
        let count = 100_000
        var text = "NIP,KODE,BULAN,REALISASI\n\"\(SmallJob.nips[0]),A,2025-07,50\n"
        text.reserveCapacity(count * 40)
        for row in 1..<count {
            text += "\(SmallJob.nips[row % 3]),A,2025-07,\(row)\n"
        }
        var job = SmallJob()
        // With the figure in the key, or all rows but three would be duplicates.
        job.definition = SmallJob.definition().replacing(
            "key: [nip, indikator, bulan]", with: "key: [nip, indikator, bulan, realisasi]")
        job.set("capaian/satu.csv", text)
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rejects = try CSVText(folder("hasil/kecil/2025-Q3/terkini/penolakan.csv"))
        #expect(
            try rejects.selecting(["berkas", "baris", "alasan"]) == [
                ["capaian/satu.csv", "2", "quoting"]
            ])
        #expect(outcome.errors.contains("\(count + 5), ditolak 1;"), "\(outcome.errors)")
    }
}

/// No run, no pointer, no rest of a staging folder: nothing but what a lock needs.
func expectNothingPublished(_ out: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let left = Set(Disk.tree(out).filter { !$0.hasPrefix(".kinerja") })
        .subtracting([".kunci", "kecil", "kecil/2025-Q3"])
    #expect(left.isEmpty, "left behind: \(left)", sourceLocation: sourceLocation)
}
