internal import TestSupport
internal import Testing

/// What a person must look at though the run goes on.
@Suite("Findings of a small run")
struct FindingTests {
    private static let (first, second) = (SmallJob.nips[0], SmallJob.nips[1])

    /// The small job with targets of its own in the facts, and corrections of them.
    private static func job(facts: [String], corrections: [String]) -> SmallJob {
        var job = SmallJob()
        job.definition = GeneratedJob.tolerant(
            SmallJob.definition(
                source: """
                        format: { csv: {} }
                        columns: { nip: NIP, indikator: KODE, bulan: BULAN, target: TARGET,
                          realisasi: REALISASI }
                    """
            ).replacing(
                "score:\n",
                with: """
                      koreksi:
                        kind: correction
                        files: koreksi.csv
                        columns: { nip: nip, sumber: sumber, kunci: kunci, kolom: kolom,
                          nilai_lama: lama, nilai_baru: baru, dokumen: dokumen }
                    score:

                    """))
        job.set(
            "capaian/satu.csv",
            "NIP,KODE,BULAN,TARGET,REALISASI\n" + facts.map { $0 + "\n" }.joined())
        job.set(
            "koreksi.csv",
            "nip,sumber,kunci,kolom,lama,baru,dokumen\n" + corrections.map { $0 + "\n" }.joined())
        return job
    }

    @Test(
        "A correction that meets nothing but rejected rows is unused, whatever old value it states",
        arguments: [
            // A sound fact, a fact whose target is no number, the old value that the row states or not.
            ("100", "80", "90", nil, nil), ("rusak", "80", "", "N403", nil),
            ("rusak", "79", "", "N403", nil), ("rusak", "", "", "N403", nil),
            // On a sound fact another old value is a reject of the correction.
            ("100", "79", "80", nil, "koreksi.csv"),
        ] as [(String, String, String, String?, String?)])
    func unusedCorrection(
        target: String, old: String, points: String, finding: String?, rejectedFile: String?
    ) async throws {
        let job = Self.job(
            facts: ["\(Self.first),A,2025-07,\(target),80", "\(Self.second),A,2025-07,100,100"],
            corrections: ["\(Self.first),capaian,A|2025-07,realisasi,\(old),90,BA-1"])
        let files = try await SmallRun.publish(job)
        let findings = try SmallRun.table("temuan.csv", of: files)
            .selecting(["kode", "berkas", "baris", "nip"])
        #expect(findings == (finding.map { [[$0, "koreksi.csv", "2", Self.first]] } ?? []))
        let rejects = try SmallRun.table("penolakan.csv", of: files)
            .selecting(["berkas", "baris", "alasan"])
        let expected =
            target == "rusak"
            ? [["capaian/satu.csv", "2", "number"]]
            : rejectedFile.map { [[$0, "2", "correction"]] } ?? []
        #expect(rejects == expected)
        let results = try SmallRun.table("hasil.csv", of: files).selecting(["nip", "akhir"])
        #expect(
            results.first { $0[0] == Self.first }?[1] == (points.isEmpty ? nil : "\(points).00"))
    }

    @Test("A correction that meets a rejected row and a sound one is used")
    func usedCorrection() async throws {
        let job = Self.job(
            facts: [
                "\(Self.first),A,2025-07,rusak,80", "\(Self.first),A,2025-07,100,80",
                "\(Self.second),A,2025-07,100,100",
            ], corrections: ["\(Self.first),capaian,A|2025-07,realisasi,80,90,BA-1"])
        let files = try await SmallRun.publish(job)
        #expect(try SmallRun.table("temuan.csv", of: files).rows == [])
        let results = try SmallRun.table("hasil.csv", of: files).selecting(["nip", "akhir"])
        #expect(results.contains([Self.first, "90.00"]))
    }

    @Test(
        "XML whose record path matches nothing is a finding",
        arguments: [
            ("capaian/dua.xml", "<capaian><lain nip=\"1\"/></capaian>\n"),
            ("capaian/dua.xml", "<daftar><baris nip=\"1\"/></daftar>\n"),
            ("capaian/dua.xml", "<capaian/>\n"),
        ])
    func emptyXML(path: String, text: String) async throws {
        var job = SmallJob()
        job.definition = SmallJob.definition(
            pattern: "capaian/*.xml", source: SmallJob.xmlSource)
        job.files["capaian/satu.csv"] = nil
        job.set("capaian/satu.xml", SmallJob.xml(SmallJob.rows))
        job.set(path, text)
        let files = try await SmallRun.publish(job)
        let findings = try SmallRun.table("temuan.csv", of: files)
            .selecting(["kode", "berkas", "baris"])
        #expect(findings == [["I404", path, ""]])
        #expect(try SmallRun.table("hasil.csv", of: files).rows.count == 3)
    }

    @Test("A file of nothing but a heading is a finding")
    func emptyCSV() async throws {
        var job = SmallJob()
        job.set("capaian/dua.csv", "NIP,KODE,BULAN,REALISASI\n\n")
        let files = try await SmallRun.publish(job)
        let findings = try SmallRun.table("temuan.csv", of: files)
            .selecting(["kode", "berkas", "baris"])
        #expect(findings == [["I404", "capaian/dua.csv", ""]])
    }
}
