import TestSupport
import Testing

/// People named by their number of before 2009, as KipApp of BPS exports them: `Nip lama`, a month in words, a decimal comma.
@Suite("Old NIP")
struct OldNIPTests {
    private static let nips = SmallJob.nips + ["198203032007031004"]

    private static let definition = """
        kinerja: 1
        pipeline: kipapp
        title: Penilaian dari KipApp
        period: year
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            format: { csv: { delimiter: ";" } }
            columns: { nip: nip_baru, nip_lama: nip_lama, nama: nama, unit: unor }
          kipapp:
            kind: rating
            files: kipapp.csv
            format: { csv: { delimiter: ";", decimal: "," } }
            reject_limit: none
            key: [nip, responden]
            columns:
              nip: Nip lama
              responden: Bulan
              peran: { value: atasan }
              nilai: Nilai rata-rata
        score:
          schemes:
            - id: semua
              components:
                - { id: kipapp, method: rating, from: [kipapp], roles: { atasan: 100 }, weight: 100 }
              predikat: [ { predikat: Baik, from: 90 }, { predikat: Kurang } ]

        """

    private static let register = """
        nip_baru;nip_lama;nama;unor
        \(nips[0]);340012340;Andi Rekaan;Satu
        \(nips[1]);340012341;Budi Contoh;Satu
        \(nips[2]);340012342;Citra Misal;Satu
        \(nips[3]);340012342;Dewi Umpama;Satu

        """

    private static let facts = """
        Nip lama;Nama;Bulan;Tahun;Nilai rata-rata
        340012340;Andi Rekaan;Januari;2025;92,5
        '340012341\u{A0};Budi Contoh;Januari;2025;80
        \(nips[0]);Andi Rekaan;Januari;2025;10
        \(nips[0]);Andi Rekaan;Februari;2025;97,5
        340012342;Citra Misal;Januari;2025;70
        340099999;Tak Dikenal;Januari;2025;70
        1,98102E+17;Budi Contoh;Maret;2025;70
        198102022006022002.0;Budi Contoh;April;2025;70
        198102022006022000;Budi Contoh;Mei;2025;70
        198102022006022000;Budi Contoh;Juni;2025;70
        198203032007031000;Citra Misal;Mei;2025;70
        34001234;Andi Rekaan;Mei;2025;70

        """

    private static func run(
        _ facts: String = facts, register: String = register, definition: String = definition
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Disk.write(definition, to: folder("definisi.yaml"))
        try Disk.write(register, to: folder("masukan/pegawai.csv"))
        try Disk.write(facts, to: folder("masukan/kipapp.csv"))
        let outcome = try Program.run(
            SmallJob.arguments(in: folder, period: "2025") + ["--bahasa", "en"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private static func table(_ name: String, in folder: TemporaryFolder) throws -> CSVText {
        try CSVText(folder("hasil/kipapp/2025/terkini/\(name).csv"))
    }

    @Test("A number that one person states is that person's, in keys and results")
    func maps() throws {
        let folder = try Self.run()
        // (92.5 + 97.5) / 2; 80.
        #expect(
            try Self.table("hasil", in: folder).selecting(["nip", "final"]) == [
                [Self.nips[0], "95.00"], [Self.nips[1], "80.00"],
            ])
    }

    @Test(
        "What no person states, two do, or a spreadsheet has spoilt, is refused in words of its own"
    )
    func refuses() throws {
        let folder = try Self.run()
        let rejects = try Self.table("penolakan", in: folder).selecting([
            "line", "code", "expected",
        ])
        #expect(
            rejects.map { [$0[0], $0[1]] } == [
                ["4", "V405"], ["6", "V401"], ["7", "V401"], ["8", "V202"], ["9", "V202"],
                ["10", "V401"], ["11", "V401"], ["12", "V401"], ["13", "V202"],
            ])
        let words = ["", "more than one person", "nip_lama", "spreadsheet", "spreadsheet"]
        for (reject, word) in zip(rejects, words) where !word.isEmpty {
            #expect(reject[2].contains(word), "line \(reject[0]): \(reject[2])")
        }
        #expect(!rejects[8][2].contains("spreadsheet"))
    }

    @Test("A NIP cut to 000 names the only person that it can be, once, and counts for nobody")
    func namesLikelyPerson() throws {
        let folder = try Self.run()
        let findings = try Self.table("temuan", in: folder).selecting(["code", "line", "nip"])
        #expect(findings == [["N404", "10", Self.nips[1]]])
    }

    @Test("A person explained shows the number as it was written")
    func explains() throws {
        let folder = try Self.run()
        let outcome = try Program.run([
            "explain", folder("hasil/kipapp/2025/terkini"), Self.nips[0],
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("340012340"))
        #expect(outcome.text.contains("kipapp.csv:2"))
    }

    @Test("Without nip_lama nine digits are no NIP")
    func needsColumn() throws {
        let folder = try Self.run(
            "Nip lama;Nama;Bulan;Tahun;Nilai rata-rata\n340012340;Andi;Januari;2025;92,5\n",
            definition: Self.definition.replacing(" nip_lama: nip_lama,", with: ""))
        #expect(
            try Self.table("penolakan", in: folder).selecting(["line", "code"]) == [["2", "V202"]])
    }
}
