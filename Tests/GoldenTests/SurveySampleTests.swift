internal import TestSupport
internal import Testing

/// A survey whose definition asks the law for the least number of forms.
@Suite("Sample of a survey in a whole run")
struct SurveySampleTests {
    private static let definition = """
        kinerja: 1
        pipeline: kecil
        title: Pekerjaan kecil
        period: quarter
        nip: syntax
        regulation: hukum
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNIT }
          unit:
            kind: unit
            files: unit.csv
            columns: { unit: UNIT, populasi: POPULASI }
          survei:
            kind: survey
            files: survei.csv
            columns: { unit: UNIT, responden: NO }
            elements: [U1, U2]
        score:
          schemes:
            - id: semua
              components:
                - { id: ikm, method: ikm, from: [survei], weight: 100, sample: true,
                    element_weight: 1/n }

        """

    @Test("Too few forms are a finding at the unit's row; the index and its law are published")
    func findsSmallSample() async throws {
        var job = SmallJob()
        job.definition = Self.definition
        job.files["indikator.csv"] = nil
        job.files["capaian/satu.csv"] = nil
        // The table has 10 → 10 and 15 → 14.
        job.set("unit.csv", "UNIT,POPULASI\nDua,10\nSatu,15\n")
        let forms = (1...13).map { "Satu,\($0),4,3\n" } + (1...10).map { "Dua,\($0),4,4\n" }
        job.set("survei.csv", "UNIT,NO,U1,U2\n" + forms.joined())
        let folder = try TemporaryFolder()
        try job.write(to: folder)
        try Disk.link(folder("hukum"), to: Repository.path("pipelines/regulation/nasional"))
        let files = try await SmallRun.publish(from: folder, workers: 2, chunkBytes: 1 << 20)
        let findings = try SmallRun.table("temuan.csv", of: files)
            .selecting(["kode", "berkas", "baris"])
        #expect(findings == [["S407", "unit.csv", "3"]])
        // (4 + 3) / 2 × 25 = 87.5.
        let results = try SmallRun.table("hasil.csv", of: files).selecting(["nip", "akhir"])
        #expect(results.contains([SmallJob.nips[0], "87.50"]))
        #expect(results.contains([SmallJob.nips[1], "100.00"]))
        let manifest = String(decoding: files["manifest.json"] ?? [], as: UTF8.self)
        #expect(manifest.contains("skm-sampel-cara"))
    }
}
