internal import TestSupport
internal import Testing

@Suite("kinerja guess")
struct GuessTests {
    private static let nips = SmallJob.nips

    private func folder(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Disk.makeFolder(folder("in"))
        for (name, text) in files { try Disk.write(text, to: folder("in/\(name)")) }
        return folder
    }

    private static let register =
        "NIP,NAMA,UNIT KERJA\n" + nips.map { "\($0),Andi Rekaan,Satu\n" }.joined()
    private static let facts =
        "NIP;KODE INDIKATOR;BULAN;REALISASI\n" + nips.map { "\($0);A;2025-07;82,5\n" }.joined()

    @Test("A definition of a whole folder runs without edits, and every row is read")
    func runs() throws {
        let folder = try folder(["pegawai.csv": Self.register, "capaian.csv": Self.facts])
        let guess = try Program.run(["guess", "in"], in: folder.path)
        #expect(guess.status == 0, "\(guess.errors)")
        #expect(guess.errors.isEmpty)
        try Disk.write(guess.text, to: folder("tebakan.yaml"))
        let check = try Program.run(
            ["check", "tebakan.yaml", "--period", "2025-Q3", "--inputs", "in"], in: folder.path)
        #expect(check.status == 0, "\(check.text) \(check.errors)")
        #expect(check.text.contains("NIP sah dalam register  3"))
        let rows = check.text.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(rows.contains { $0.prefix(4) == ["capaian.csv", "3", "3", "0"] })
        #expect(rows.contains { $0.prefix(4) == ["pegawai.csv", "3", "3", "0"] })
    }

    @Test("The evidence stands beside each line, in the language asked for, and names nobody")
    func evidence() throws {
        let folder = try folder(["pegawai.csv": Self.register, "capaian.csv": Self.facts])
        let english = try Program.run(["guess", "in", "--bahasa", "en"], in: folder.path)
        #expect(english.text.contains("delimiter: \";\"  # 100 %: 4 of 4 records have 4 cells"))
        #expect(english.text.contains("# 98 %: 3 numbers with a decimal comma"))
        #expect(
            english.text.contains(
                "nip: \"NIP\"  # 100 %: known heading; 3 of 3 values are 18 digits of a NIP"))
        let indonesian = try Program.run(["guess", "in"], in: folder.path)
        #expect(indonesian.text.contains("judul dikenal; 3 dari 3 nilai berupa 18 digit NIP"))
        for text in [english.text, indonesian.text] {
            #expect(!text.contains("Andi"))
            #expect(Self.nips.allSatisfy { !text.contains($0) })
        }
    }

    @Test("A question stands in the definition and on standard error, and the code is 1")
    func asks() throws {
        let folder = try folder([
            "pegawai.csv": Self.register,
            "nilai.csv": "nip,aspek,nilai\n\(Self.nips[0]),kerja sama,84\n",
        ])
        let outcome = try Program.run(["guess", "in", "--bahasa", "en"], in: folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("# TANYA: no column tells the rater's role"))
        #expect(outcome.errors.contains("TANYA: penilaian: no column tells the rater's role"))
    }

    @Test("One file without a register is asked about, since nobody could be scored")
    func alone() throws {
        let folder = try folder(["capaian.csv": Self.facts])
        let outcome = try Program.run(["guess", "in/capaian.csv"], in: folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("- \"capaian.csv\""))
        #expect(outcome.errors.contains("tidak ada daftar pegawai"))
    }

    @Test("A packed file is unpacked, and its month is taken from its name")
    func packed() throws {
        let text = "NIP,HK,HADIR\n\(Self.nips[0]),20,19\n"
        let folder = try folder(["rekap-2025-07.csv": text, "pegawai.csv": Self.register])
        _ = try Subprocess.require(["gzip", "-n", folder("in/rekap-2025-07.csv")])
        let outcome = try Program.run(["guess", "in"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("- \"rekap-{bulan}.csv.gz\""))
        #expect(outcome.text.contains("bulan: { capture: bulan }"))
    }

    @Test("Nothing recognized is 3, and so is a file that is not there")
    func nothing() throws {
        let folder = try folder(["catatan.txt": "Rapat ditunda, contoh.\n"])
        let outcome = try Program.run(["guess", "in"], in: folder.path)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("tidak ada berkas yang dikenali"))
        let missing = try Program.run(["guess", "in/tiada.csv"], in: folder.path)
        #expect(missing.status == 3)
        #expect(missing.text.isEmpty)
    }

    @Test("A NIP in a file's name is not printed, and the pattern still finds the file")
    func maskedName() throws {
        let name = "pegawai-\(Self.nips[0]).csv"
        let folder = try folder([name: Self.register])
        let outcome = try Program.run(["guess", "in"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("- \"pegawai-*.csv\""))
        #expect(!outcome.text.contains(Self.nips[0]))
    }
}
