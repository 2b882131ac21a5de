internal import TestSupport
internal import Testing

@Suite("kinerja explain")
struct ExplainTests {
    private struct Published {
        let folder: TemporaryFolder
        let run: String
    }

    private func published() throws -> Published {
        let folder = try TemporaryFolder()
        var job = SmallJob()
        job.set(
            "capaian/satu.csv",
            SmallJob.text(SmallJob.rows + [[SmallJob.nips[2], "A", "2025-07", "99"]]))
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        guard outcome.status == 0 else { throw ToolFailure(outcome.errors) }
        return Published(folder: folder, run: folder("hasil/kecil/2025-Q3/terkini"))
    }

    @Test("The tree names every figure's file, line and column, and the row that did not count")
    func tree() throws {
        let published = try published()
        let run = published.run
        let outcome = try Program.run(["explain", run, SmallJob.nips[2]])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = outcome.text
        #expect(text.contains("nilai akhir 80.00  Kurang"))
        // Row 6 of the facts stands on line 7 behind the heading, its figure at character 30.
        #expect(text.contains("capaian/satu.csv:7"))
        #expect(text.contains("7:30 REALISASI '75'"))
        #expect(text.contains("capaian/satu.csv:6"))
        #expect(text.contains("6:30 REALISASI '80'"))
        #expect(text.contains("capaian/satu.csv:8"))
        #expect(text.contains("[ditolak duplicate]"), "\(text)")
    }

    @Test("A corrected figure points at the correction that it comes from, and no other does")
    func correction() throws {
        let folder = try TemporaryFolder()
        var job = SmallJob()
        job.definition = job.definition.replacing(
            "score:\n",
            with: """
                  koreksi:
                    kind: correction
                    files: koreksi.csv
                    columns: { nip: nip, sumber: sumber, kunci: kunci, kolom: kolom,
                      nilai_baru: baru, dokumen: dokumen }
                score:

                """)
        let nip = SmallJob.nips[2]
        job.set(
            "koreksi.csv",
            "nip,sumber,kunci,kolom,baru,dokumen\n\(SmallJob.nips[0]),capaian,A|2025-07,realisasi,1,B-1\n"
                + "\(nip),capaian,A|2025-07,realisasi,90,B-2\n")
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        try #require(outcome.status == 0, "\(outcome.errors)")
        let run = folder("hasil/kecil/2025-Q3/terkini")
        let explained = try Program.run(["explain", run, nip])
        #expect(explained.status == 0, "\(explained.errors)")
        let arrows = explained.text.split(separator: "\n").filter { $0.contains("←") }
        // 90 of 100 with weight 3 and 80 (60 of 75) with weight 1; the fact stands on line 6 of its file.
        #expect(explained.text.contains("nilai akhir 87.50"))
        #expect(arrows.count == 1)
        #expect(arrows.first?.hasSuffix("REALISASI '90'  ← koreksi.csv:3") == true, "\(arrows)")
        #expect(arrows.first?.contains("capaian/satu.csv:6") == true, "\(arrows)")
    }

    @Test("A predikat cites the value of law that gave it, in the language asked for and in JSON")
    func citesLaw() throws {
        let folder = try TemporaryFolder()
        var job = SmallJob()
        job.definition = job.definition.replacing(
            "period: quarter\n", with: "period: quarter\nregulation: hukum\n"
        ).replacing(
            """
                  predikat:
                    - { predikat: Baik, from: 90 }
                    - { predikat: Kurang }
            """, with: "      predikat: { parameter: skala }")
        try job.write(to: folder)
        try Disk.write(
            """
            name: skala
            gloss: Scale of predikat
            unit: points
            values:
              2024-01-01:
                value: [ { predikat: Baik, from: 90 }, { predikat: Kurang } ]
                source: { title: Perwal 2/2024, article: pasal 4 }
                status: unconfirmed
                note: from a newspaper

            """, to: folder("hukum/skala.yaml"))
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        try #require(outcome.status == 0, "\(outcome.errors)")
        let run = folder("hasil/kecil/2025-Q3/terkini")
        let text = try Program.run(["explain", run, SmallJob.nips[0], "--bahasa", "en"]).text
        #expect(
            text.hasSuffix(
                """
                └─ predikat = Baik   [120.00 dari 90]
                      ← skala = [{ predikat: Baik, from: 90 }, { predikat: Kurang }] (Perwal 2/2024, pasal 4; since
                          2024-01-01, unconfirmed)

                """), "\(text)")
        let json = try Program.run(["explain", run, SmallJob.nips[0], "--json"]).text
        #expect(
            json.contains(
                """
                      "basis" : [
                        {
                          "article" : "pasal 4",
                          "note" : "from a newspaper",
                          "parameter" : "skala",
                          "since" : "2024-01-01",
                          "status" : "unconfirmed",
                          "title" : "Perwal 2/2024",
                          "value" : "[{ predikat: Baik, from: 90 }, { predikat: Kurang }]"
                        }
                      ],
                """), "\(json)")
    }

    @Test("A NIP of nobody exits with 3 and is masked")
    func unknown() throws {
        let published = try published()
        let run = published.run
        let outcome = try Program.run(["explain", run, "199912312020121999"])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("19991231**********"))
        #expect(!outcome.errors.contains("199912312020121999"))
    }

    @Test("An input that changed since the run is refused by name")
    func changedInput() throws {
        let published = try published()
        let (folder, run) = (published.folder, published.run)
        try Disk.write(SmallJob.text([SmallJob.rows[0]]), to: folder("masukan/capaian/satu.csv"))
        let outcome = try Program.run(["explain", run, SmallJob.nips[0]])
        #expect(outcome.status == 6)
        #expect(outcome.errors.contains("capaian/satu.csv"))
    }

    @Test("A definition that changed since the run is refused by name")
    func changedDefinition() throws {
        let published = try published()
        let (folder, run) = (published.folder, published.run)
        let definition = try Disk.text(folder("definisi.yaml"))
        try Disk.write(
            definition.replacing("from: 90", with: "from: 91"), to: folder("definisi.yaml"))
        let outcome = try Program.run(["explain", run, SmallJob.nips[0]])
        #expect(outcome.status == 6)
        #expect(outcome.errors.contains("definisi.yaml"))
    }

    @Test("Inputs that have moved are named with --inputs")
    func moved() throws {
        let published = try published()
        let (folder, run) = (published.folder, published.run)
        _ = try Subprocess.require(["mv", folder("masukan"), folder("arsip")])
        let lost = try Program.run(["explain", run, SmallJob.nips[0]])
        #expect(lost.status != 0)
        let found = try Program.run(
            ["explain", run, SmallJob.nips[0], "--inputs", folder("arsip")])
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.text.contains("nilai akhir 120.00"))
    }
}
