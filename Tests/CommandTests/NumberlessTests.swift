internal import TestSupport
internal import Testing

@Suite("Runs under a law without numbers")
struct NumberlessTests {
    private func published() throws -> (folder: TemporaryFolder, run: String) {
        let folder = try TemporaryFolder()
        try NumberlessJob.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder, period: "2024"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (folder, folder("hasil/kecil/2024/terkini"))
    }

    @Test("Results have words and a predikat, no final, and ranks by predikat")
    func results() throws {
        let (folder, run) = try published()
        let table = try CSVText("\(run)/hasil.csv")
        #expect(
            try table.selecting(["peringkat", "nip", "skema", "akhir", "predikat"]) == [
                ["1", AuditJob.nip(1), "pegawai", "", "Sangat Baik"],
                ["2", AuditJob.nip(2), "pegawai", "", "Baik"],
                ["2", AuditJob.nip(6), "honorer", "80.00", "Baik"],
                ["2", AuditJob.nip(7), "honorer", "90.00", "Baik"],
                ["5", AuditJob.nip(3), "pegawai", "", "Butuh Perbaikan"],
            ])
        #expect(
            try table.selecting(["hasil", "perilaku"]).first == [
                "di atas ekspektasi", "di atas ekspektasi",
            ])
        let objects = try Disk.text("\(run)/hasil.jsonl").split(separator: "\n")
        #expect(objects.map { $0.contains("\"akhir\":null") } == [true, true, false, false, true])
        #expect(objects[2].contains("\"akhir\":80.00,\"predikat\":\"Baik\""))
        withExtendedLifetime(folder) {}
    }

    @Test("Who has no rating, or a word that the law does not know, is unscored with the reason")
    func unscored() throws {
        let (folder, run) = try published()
        let table = try CSVText("\(run)/tanpa-nilai.csv")
        #expect(
            try table.selecting(["nip", "alasan"]) == [
                [AuditJob.nip(4), "TANPA_HASIL"], [AuditJob.nip(5), "TANPA_HASIL_DAN_PERILAKU"],
            ])
        withExtendedLifetime(folder) {}
    }

    @Test("A unit counts all its ranked people, and its figures are of those who have one")
    func units() throws {
        let (folder, run) = try published()
        let table = try CSVText("\(run)/rekap-unit.csv")
        #expect(
            try table.selecting([
                "unit", "n", "rata_rata", "median", "terendah", "tertinggi", "sangat_baik", "baik",
                "butuh_perbaikan", "kurang", "sangat_kurang",
            ]) == [
                ["Dinas A", "2", "", "", "", "", "1", "1", "0", "0", "0"],
                ["Dinas B", "3", "85.00", "85.00", "80.00", "90.00", "0", "2", "1", "0", "0"],
            ])
        withExtendedLifetime(folder) {}
    }

    @Test("The control sheet adds up what there is, counts everybody, and balances")
    func controlSheet() throws {
        let (folder, run) = try published()
        let sheet = try Disk.text("\(run)/lembar-kontrol.txt")
            .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(sheet.contains("jumlah nilai akhir 170.00"))
        #expect(sheet.contains("diperingkat 5"))
        #expect(sheet.contains("tanpa nilai 2"))
        #expect(sheet.contains("predikat: Baik 3"))
        #expect(sheet.contains { $0.contains("seimbang") })
        withExtendedLifetime(folder) {}
    }

    @Test("Explain shows the words and the cell of the law, and no figure")
    func explain() throws {
        let (folder, run) = try published()
        let outcome = try Program.run(["explain", run, AuditJob.nip(3)])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("Butuh Perbaikan"))
        #expect(outcome.text.contains("panrb6-matriks"))
        #expect(!outcome.text.contains("nilai tertimbang"))
        withExtendedLifetime(folder) {}
    }

    @Test("A predikat that asks for a fact is the same in a run and in what explains it")
    func fact() throws {
        var job = SmallJob()
        job.definition = job.definition
            .replacing(
                "score:\n",
                with: """
                      ide:
                        kind: outcome
                        files: ide.csv
                        columns: { nip: NIP, gagasan: GAGASAN }
                    score:

                    """
            )
            .replacing(
                "predikat:\n        - { predikat: Baik, from: 90 }\n        - { predikat: Kurang }",
                with:
                    "predikat: { bands: [ { predikat: Sangat Baik, from: 110 }, { predikat: Baik } ], "
                    + "conditions: [ { predikat: Sangat Baik, from: [ide], where: { gagasan: ya } } ] }"
            )
        job.set("ide.csv", "NIP,GAGASAN\n\(SmallJob.nips[0]),ya\n")
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = try CSVText(folder("hasil/kecil/2025-Q3/terkini/hasil.csv"))
        // 120 points and the idea.
        #expect(
            try table.selecting(["nip", "predikat"]).first == [SmallJob.nips[0], "Sangat Baik"])
        let run = folder("hasil/kecil/2025-Q3/terkini")
        let explained = try Program.run(["explain", run, SmallJob.nips[0]])
        #expect(explained.text.contains("Sangat Baik"), "\(explained.errors)")
        try Disk.write("NIP,GAGASAN\n\(SmallJob.nips[0]),tidak\n", to: folder("masukan/ide.csv"))
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        let without = try CSVText(folder("hasil/kecil/2025-Q3/terkini/hasil.csv"))
        #expect(try without.selecting(["nip", "predikat"]).first == [SmallJob.nips[0], "Baik"])
    }
}
