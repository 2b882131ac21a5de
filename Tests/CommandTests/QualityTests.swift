internal import Foundation
internal import TestSupport
internal import Testing

/// `kinerja audit quality` as people start it, on the sample.
@Suite("Audit of data quality")
struct QualityTests {
    private static func arguments(
        _ command: [String] = ["audit", "quality"], _ period: String = "2025-S1",
        inputs: String? = nil
    ) -> [String] {
        command + [
            Repository.path("pipelines/kualitas.yaml"), "--period", period, "--inputs",
            inputs ?? Repository.path("sample-data/kualitas/\(period)"),
        ]
    }

    @Test("The agency, its indicators and its units are printed, and nobody's name or NIP")
    func text() throws {
        let outcome = try Program.run(Self.arguments())
        #expect(outcome.status == 1, "\(outcome.errors)")
        let lines = outcome.text.split(separator: "\n").map(String.init)
        // 44 of 46 rows: one has a date that there is not, one a NIP of 17 digits.
        #expect(
            lines.first?.hasPrefix("kualitas data 2025-S1, keadaan 2025-06-30: 44 orang") == true)
        #expect(lines.contains("    COM_7 Nomor HP Kosong: 97.7273 (bermasalah 1 dari 44)"))
        #expect(
            lines.contains(
                "    TIM_6 Cuti di Luar Tanggungan Negara Setelah Tanggal Berakhir: "
                    + "tidak dihitung, tidak ada: kolom cltn_sampai"))
        #expect(lines.contains { $0.hasPrefix("Bagian Lama: ") && $0.contains(", 1 orang, ") })
        #expect(lines.contains { $0.hasPrefix("tanpa unit: 100.0000, 1 orang") })
        #expect(!outcome.text.contains("Rekaan") && !outcome.text.contains("19850310"))
    }

    @Test("Neither threads nor language change a figure")
    func threads() throws {
        let one = try Program.run(Self.arguments() + ["--workers", "1"])
        let other = try Program.run(Self.arguments() + ["--workers", "4"])
        #expect(one.text == other.text && one.status == other.status)
        let english = try Program.run(Self.arguments() + ["--bahasa", "en"])
        #expect(english.text.contains("COM_7 Nomor HP Kosong: 97.7273 (problems 1 of 44)"))
        #expect(english.text.contains("not computed, absent: the column cltn_sampai"))
    }

    @Test("The file lists people with whole NIPs for their owner alone, and no NIK")
    func file() throws {
        let folder = try TemporaryFolder()
        let out = folder("orang.csv")
        #expect(try Program.run(Self.arguments() + ["--out", out]).status == 1)
        #expect(Disk.mode(out) == 0o600)
        let table = try CSVText(out)
        #expect(
            table.header == [
                "kode", "hasil", "nip", "unit", "kolom", "ditemukan", "diharapkan", "berkas",
                "baris",
            ])
        let rows = try table.selecting(["kode", "hasil", "kolom", "baris"])
        // Lines 33 and 9 of the master, as the sample's README lists them.
        #expect(rows.contains(["ACC_5", "bermasalah", "NIK", "33"]))
        #expect(rows.contains(["COM_5", "tak-terperiksa", "TINGKAT PENDIDIKAN", "9"]))
        #expect(!(try Disk.text(out)).contains("99000000000000"))
    }

    @Test("A run publishes the tables, and published runs stand side by side")
    func runs() throws {
        let folder = try TemporaryFolder()
        var runs: [String] = []
        for period in ["2025-S1", "2025-S2"] {
            let outcome = try Program.run(
                Self.arguments(["run"], period) + ["--out", folder("hasil")])
            #expect(outcome.status == 0, "\(outcome.errors)")
            runs.append(folder("hasil/kualitas/\(period)/terkini"))
        }
        let outcome = try Program.run(["audit", "quality-runs"] + runs)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = try CSVText(text: outcome.text)
        #expect(table.header.count == 4 && table.header[2].hasPrefix("2025-S1 "))
        for (column, run) in runs.enumerated() {
            let index = try CSVText("\(run)/kualitas-data.csv")
                .selecting(["cakupan", "unit", "tingkat", "nilai"])
                .filter { $0[2] == "indeks" }.map { [$0[0], $0[1], $0[3]] }
            let found = table.rows.map { [$0[0], $0[1], $0[column + 2]] }
            #expect(Set(found) == Set(index))
        }
        #expect(Disk.mode("\(runs[0])/kualitas-temuan.csv") == 0o600)
        try Disk.write("rusak", to: "\(runs[0])/kualitas-data.csv")
        #expect(try Program.run(["audit", "quality-runs"] + runs).status == 3)
    }

    @Test("Kept evidence gives the same figures")
    func kept() throws {
        let folder = try TemporaryFolder()
        let first = try Program.run(
            Self.arguments(["run"]) + ["--out", folder("satu"), "--keep-evidence", folder("fakta")])
        #expect(first.status == 0, "\(first.errors)")
        let again = try Program.run([
            "run", Repository.path("pipelines/kualitas.yaml"), "--period", "2025-S1",
            "--evidence", folder("fakta"), "--out", folder("dua"),
        ])
        #expect(again.status == 0, "\(again.errors)")
        for name in ["kualitas-data.csv", "kualitas-temuan.csv"] {
            let run = "kualitas/2025-S1/terkini/\(name)"
            #expect(try Disk.read(folder("satu/\(run)")) == (try Disk.read(folder("dua/\(run)"))))
        }
    }

    @Test("Another denominator is a supposition, and said so")
    func supposition() throws {
        let folder = try TemporaryFolder()
        try Disk.write(
            "title: Uji penyebut\nparameters: { kualitas-data-penyebut: berlaku }\n",
            to: folder("andai.yaml"))
        let outcome = try Program.run(Self.arguments() + ["--rules", folder("andai.yaml")])
        // One of two candidates, and one of one who waits for the post.
        #expect(outcome.text.contains("TIM_3 Masa CPNS Lebih dari 1 Tahun: 50.0000"))
        #expect(outcome.text.contains("TIM_2 Format Jabatan Fungsional Belum Diangkat: 0.0000"))
    }

    @Test("A definition without a master has nothing to judge; a second master is refused")
    func refusals() throws {
        let ambon = try Program.run([
            "audit", "quality", Repository.path("pipelines/ambon.yaml"), "--period", "2025-Q3",
            "--inputs", Repository.path("sample-data/ambon/2025-Q3"),
        ])
        #expect(ambon.status == 2)
        #expect(ambon.errors.contains("no employee master"))
        let folder = try TemporaryFolder()
        var text = try Disk.text(Repository.path("pipelines/kualitas.yaml"))
        text = text.replacingOccurrences(
            of: "\nscore:",
            with: """

                  lain:
                    kind: master
                    files: lain.csv
                    columns: { nip: nip }

                score:
                """)
        text = text.replacingOccurrences(
            of: "regulation/nasional", with: Repository.path("pipelines/regulation/nasional"))
        try Disk.write(text, to: folder("dua.yaml"))
        let two = try Program.run([
            "check", folder("dua.yaml"), "--period", "2025-S1", "--inputs",
            Repository.path("sample-data/kualitas/2025-S1"),
        ])
        #expect(two.status == 2)
        #expect(two.errors.contains("second source of kind master"), "\(two.errors)")
    }
}
