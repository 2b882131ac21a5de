internal import Glibc
internal import TestSupport
internal import Testing

/// `kinerja audit conformance` as people start it.
@Suite("Audit of conformance")
struct AuditTests {
    private static let stated = [
        ("Sesuai Ekspektasi", "Diatas Ekspektasi", "BAIK"),
        ("Sesuai Ekspektasi", "Diatas Ekspektasi", "SANGAT BAIK"),
        ("memuaskan", "Sesuai Ekspektasi", "BAIK"),
        ("-", "Sesuai Ekspektasi", "BAIK"),
        ("-", "-", "-"),
        ("DIBAWAH", "Di Bawah Ekspektasi", "Sangat Kurang"),
        ("Di Atas Ekspektasi", "dibawah", "Baik"),
    ].map { (hasil: $0.0, perilaku: $0.1, akhir: $0.2) }

    /// Twelve people of Satu, of whom ten have a predikat: one studies, one has no evidence.
    private static let satu: [Int?] = [95, 95, 95, 95, 95, 95, 95, 95, 80, 80, nil, 95]

    private static func job(isXML: Bool = false) -> AuditJob {
        AuditJob(
            stated: stated,
            units: [
                ("Satu", "istimewa", satu), ("Dua", "baik", [80, 80, 80]),
                ("Tiga", "hebat", [80]), ("Empat", "", [80]),
            ], students: [12], isXML: isXML)
    }

    @Test(
        "What does not conform is printed with its place, a masked NIP and the article",
        arguments: [false, true])
    func findings(isXML: Bool) throws {
        let folder = try TemporaryFolder()
        let job = Self.job(isXML: isXML)
        try job.write(to: folder)
        let outcome = try Program.run(job.arguments(in: folder))
        #expect(outcome.status == 1, "\(outcome.errors)")
        let file = isXML ? "skp.xml" : "skp.csv"
        let basis = "  ← panrb6-matriks = "
        let law =
            " (PermenPANRB 6/2022, kuadran kinerja pegawai; sejak 2022-01-01, "
            + "belum terkonfirmasi)"
        // Sesuai × di atas is Baik, di atas × di bawah Kurang. Lines: the heading is line 1 of both.
        let expected = """
            \(file):3: '19800101**********' Satu: hasil akhir 'SANGAT BAIK', menurut aturan 'Baik' \
            (hasil kerja 'Sesuai Ekspektasi' × perilaku kerja 'Diatas Ekspektasi')
            \(basis)sesuai ekspektasi × di atas ekspektasi: Baik\(law)
            \(file):4: '19800101**********' Satu: hasil akhir 'BAIK' tidak dapat diperiksa: \
            hasil kerja 'memuaskan' tidak dikenal
            \(file):5: '19800101**********' Satu: hasil akhir 'BAIK' tidak dapat diperiksa: \
            hasil kerja tidak ada
            \(file):8: '19800101**********' Satu: hasil akhir 'Baik', menurut aturan 'Kurang' \
            (hasil kerja 'Di Atas Ekspektasi' × perilaku kerja 'dibawah')
            \(basis)di atas ekspektasi × di bawah ekspektasi: Kurang\(law)
            kesesuaian predikat: sesuai 2, berbeda 2, tidak dapat diperiksa 2, belum diputuskan 1
            pola distribusi (SE MenPANRB 3/2023, sedikitnya 10 orang):
              Satu: n 10; capaian istimewa; Sangat Baik 8, Baik 2, Butuh Perbaikan 0, Kurang 0, \
            Sangat Kurang 0; capaian 'istimewa', Sangat Baik 8/10 > 70 %
              Dua: n 3; capaian baik; Sangat Baik 0, Baik 3, Butuh Perbaikan 0, Kurang 0, \
            Sangat Kurang 0; tidak berlaku: kurang dari 10 orang dinilai
              Tiga: n 1; capaian hebat; Sangat Baik 0, Baik 1, Butuh Perbaikan 0, Kurang 0, \
            Sangat Kurang 0; capaian 'hebat' tidak dikenal
              Empat: n 1; capaian -; Sangat Baik 0, Baik 1, Butuh Perbaikan 0, Kurang 0, \
            Sangat Kurang 0; tidak diperiksa: capaian tidak dinyatakan

            """
        #expect(outcome.text == expected)
        #expect(!outcome.text.contains("Rekaan") && !outcome.errors.contains("Rekaan"))
    }

    @Test("The file has whole NIPs and only its owner may read it")
    func file() throws {
        let folder = try TemporaryFolder()
        let job = Self.job()
        try job.write(to: folder)
        let out = folder("kesesuaian.csv")
        let outcome = try Program.run(job.arguments(in: folder) + ["--out", out])
        #expect(outcome.status == 1)
        #expect(Disk.mode(out) == 0o600)
        let rows = try CSVText(out).selecting(
            ["berkas", "baris", "nip", "unit", "hasil_akhir", "menurut_aturan"])
        #expect(
            rows == [
                ["skp.csv", "3", AuditJob.nip(2), "Satu", "SANGAT BAIK", "Baik"],
                ["skp.csv", "4", AuditJob.nip(3), "Satu", "BAIK", ""],
                ["skp.csv", "5", AuditJob.nip(4), "Satu", "BAIK", ""],
                ["skp.csv", "8", AuditJob.nip(7), "Satu", "Baik", "Kurang"],
            ])
    }

    @Test("Where all conform the answer is 0, with seven of ten exactly at the border")
    func conforming() throws {
        let folder = try TemporaryFolder()
        var job = Self.job()
        job.stated = [Self.stated[0], Self.stated[5], Self.stated[4]]
        job.units = [
            ("Satu", "ISTIMEWA", [95, 95, 95, 95, 95, 95, 95, 80, 80, 80]),
            ("Dua", "baik", [80, 80, 80]),
        ]
        try job.write(to: folder)
        let outcome = try Program.run(job.arguments(in: folder) + ["--bahasa", "en"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text.contains(
                "conforming 2, differing 0, not to be judged 0, undecided 1\n"))
        #expect(outcome.text.contains("Sangat Baik 7, Baik 3, "))
    }

    @Test("A period of another rule set has nothing to audit; a missing export is refused")
    func refusals() throws {
        let folder = try TemporaryFolder()
        let job = Self.job()
        try job.write(to: folder)
        let old = try Program.run(job.arguments(in: folder, period: "2021-Q4"))
        #expect(old.status == 2)
        #expect(old.errors.contains("nothing to audit in the period 2021-Q4"))
        #expect(unsafe unlink(folder("masukan/skp.csv")) == 0)
        #expect(try Program.run(job.arguments(in: folder)).status == 3)
    }

    @Test(
        "A folder of law that is not there is a fault of the definition, not an audit without findings"
    )
    func absentLaw() throws {
        let folder = try TemporaryFolder()
        let job = Self.job()
        try job.write(to: folder)
        for (name, place) in [("regulasi-lama", "5:13"), ("[regulasi, tiada]", "5:24")] {
            try Disk.write(
                job.definition.replacing("regulation: regulasi", with: "regulation: \(name)"),
                to: folder("definisi.yaml"))
            for arguments in [job.arguments(in: folder), SmallJob.arguments(in: folder)] {
                let outcome = try Program.run(arguments)
                #expect(outcome.status == 2)
                #expect(
                    outcome.errors.contains("definisi.yaml:\(place): error[C109]"),
                    "\(outcome.errors)")
            }
        }
        #expect(!Disk.exists(folder("hasil/audit")))
    }

    @Test("Neither threads nor memory change the answer")
    func resources() throws {
        let folder = try TemporaryFolder()
        let job = Self.job()
        try job.write(to: folder)
        let one = try Program.run(job.arguments(in: folder) + ["--workers", "1"])
        let other = try Program.run(
            job.arguments(in: folder) + ["--workers", "4", "--memory", "1K"])
        #expect(one.text.contains("sesuai 2, berbeda 2"))
        #expect(one.text == other.text && one.status == other.status)
    }

    @Test("A run lists the same as findings, and no predikat changes")
    func run() throws {
        let folder = try TemporaryFolder()
        try Self.job().write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let run = "hasil/audit/2025-Q3/terkini"
        let findings = try CSVText(folder("\(run)/temuan.csv")).selecting(
            ["kode", "berkas", "baris", "nip"])
        #expect(
            findings == [
                ["S420", "skp.csv", "3", AuditJob.nip(2)],
                ["S421", "skp.csv", "4", AuditJob.nip(3)],
                ["S421", "skp.csv", "5", AuditJob.nip(4)],
                ["S420", "skp.csv", "8", AuditJob.nip(7)],
                ["S422", "unit.csv", "2", ""], ["S423", "unit.csv", "4", ""],
            ])
        let predikat = try CSVText(folder("\(run)/hasil.csv")).selecting(["nip", "predikat"])
        #expect(predikat.contains([AuditJob.nip(2), "Sangat Baik"]))
        #expect(predikat.count == 15)
    }
}
