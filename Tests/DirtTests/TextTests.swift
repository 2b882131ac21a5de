internal import Diagnostics
internal import TestSupport
import Testing

/// Names, posts, golongan, units and words as agencies write them.
@Suite("Dirt: texts")
struct TextTests {
    private static let nips = DirtyExport.nips

    @Test("A name with commas and degrees is whole within quotes")
    func quotedName() throws {
        let register = DirtyExport(
            "register", "nip: nip, nama: nama, unit: unit",
            lines: [
                "nip,nama,unit", "\(Self.nips[0]),\"Dr. Ir. Andi Rekaan, S.Kom., M.T.\",Satu",
                "\(Self.nips[1]),\"Budi \"\"Boy\"\" Contoh, S.E.\",Dua",
            ])
        #expect(
            try register.values().map { $0[2] } == [
                "Dr. Ir. Andi Rekaan, S.Kom., M.T.", "Budi \"Boy\" Contoh, S.E.",
            ])
    }

    @Test("Without quotes the degrees would shift every column: the row is refused whole")
    func unquotedName() async throws {
        let broken = "\(Self.nips[0]),Dr. Andi Rekaan, S.Kom., M.T.,Satu"
        let register = DirtyExport(
            "register", "nip: nip, nama: nama, unit: unit",
            lines: ["nip,nama,unit", broken, "\(Self.nips[1]),Budi Contoh,Dua"])
        #expect(try register.values() == [["3", Self.nips[1], "Budi Contoh", "Dua"]])
        let tables = try await register.run()
        #expect(try tables.rejects == [["2", "", "", "I101", broken]])
        #expect(try tables.expected == ["the header's number of cells"])
    }

    @Test(
        "Degrees glued to a name, and a backtick for an apostrophe, stay: nobody is known by name",
        arguments: ["Budi ContohS.E.", "Ma`ruf Contoh", "Nur'aini Umpama", "ANDI  REKAAN"])
    func oddNames(name: String) throws {
        let register = DirtyExport(
            "register", "nip: nip, nama: nama",
            lines: ["nip,nama", "\(Self.nips[0]),\(name)", "\(Self.nips[1]),\(name)"])
        #expect(
            try register.values().map { $0[1...] } == [
                [Self.nips[0], name], [Self.nips[1], name],
            ])
    }

    @Test(
        "Golongan and pangkat in one field, in every spelling that was seen",
        arguments: [
            ("Penata Muda Tk. I (III/b)", "III/b"), ("Penata Muda Tingkat I (III/b)", "III/b"),
            ("Penata Muda Tk.I - III/b", "III/b"), ("Penata Muda Tk. I / III/b", "III/b"),
            ("IIIb", "III/b"), ("III / b", "III/b"), ("III/B", "III/b"), ("3b", "III/b"),
            ("Golongan (V)", "V"), ("V", "V"), ("Golongan IX", "IX"), ("IX", "IX"),
            ("Pembina Utama (IV/e)", "IV/e"), ("III/c\t", "III/c"), ("I", "I"),
        ])
    func golongan(cell: String, golongan: String) async throws {
        let register = Self.golongan([cell])
        #expect(try register.values() == [["2", Self.nips[0], golongan]])
        #expect(try await register.rejects() == [])
    }

    @Test(
        "What names no golongan is refused, not guessed from the pangkat",
        arguments: ["I/E", "III/e", "V/a", "Penata Muda Tk. I", "3", "XVIII", "Golongan", "III"])
    func noGolongan(cell: String) async throws {
        // III alone is the third golongan of PPPK.
        let tables = try await Self.golongan([cell]).run()
        if cell == "III" {
            #expect(try tables.rejects == [])
        } else {
            #expect(try tables.rejects == [["2", "20", "gol", "V203", cell]])
            #expect(try tables.expected == ["I/a … IV/e or I … XVII"])
        }
    }

    private static func golongan(_ cells: [String]) -> DirtyExport {
        DirtyExport(
            "register", "nip: nip, golongan: gol",
            lines: ["nip,gol"] + cells.map { "\(nips[0]),\($0)" })
    }

    @Test(
        "Blanks around a post are no part of it, seen or unseen",
        arguments: [
            "Analis Kepegawaian   ", " Analis Kepegawaian\t", "Analis Kepegawaian\u{A0}",
            "Analis Kepegawaian\u{200B}", "\u{FEFF}Analis Kepegawaian", "\"Analis Kepegawaian\n\"",
            "\u{200B} \u{A0}Analis Kepegawaian\u{200D} ",
        ])
    func trailingBlanks(cell: String) throws {
        let register = DirtyExport(
            "register", "nip: nip, jabatan: jabatan, unit: unit",
            lines: ["nip,jabatan,unit", "\(Self.nips[0]),\(cell),Satu"])
        #expect(try register.values() == [["2", Self.nips[0], "Analis Kepegawaian", "Satu"]])
    }

    @Test("A letter whose bytes resemble an unseen blank stays")
    func letters() throws {
        let names = ["Émile", "Añ", "“Andi”", "–", "\u{2010}x\u{2010}", "ﻋ", "Âà"]
        let register = DirtyExport(
            "register", "nip: nip, nama: nama",
            lines: ["nip,nama"]
                + names.enumerated().map { "19800101200501\(1_001 + $0.offset),\($0.element)" })
        #expect(try register.values().map { $0[2] } == names)
    }

    @Test(
        "Words for no value are none; a word that is not declared stays what it is",
        arguments: [
            ("\\N", ""), ("-", ""), ("#N/A", ""), ("NULL", ""), (" - ", ""), ("n/a", "n/a"),
            ("null", "null"), ("--", "--"), ("#REF!", "#REF!"),
        ])
    func nulls(cell: String, value: String) throws {
        var register = DirtyExport(
            "register", "nip: nip, jabatan: jabatan",
            lines: ["nip,jabatan", "\(Self.nips[0]),\(cell)"])
        #expect(try register.values() == [["2", Self.nips[0], value]])
        register.keys = "nulls: [\"\", n/a, \"#REF!\"]"
        let declared = ["n/a": "", "#REF!": ""][cell] ?? cell.filter { $0 != " " }
        #expect(try register.values() == [["2", Self.nips[0], declared]])
    }

    private static func units(_ unit: String) -> DirtyExport {
        var export = DirtyExport(
            "register", "nip: nip, unit: \(unit)",
            lines: [
                "nip,unor_id,unor_nama", "\(nips[0]),A1,Dinas Contoh",
                "\(nips[1]),A2,Bidang Umpama",
            ])
        export.format = "csv: {}"
        let column = unit == "unor_id" ? "Id" : "NamaUnor"
        export.files["unor.csv"] = Array(
            "Id;NamaUnor;DiatasanId\nA1;--Dinas Contoh;\nA2;----Bidang Umpama;A1\n".utf8)
        export.keys = """

              unor:
                kind: unit
                files: unor.csv
                format: { csv: { delimiter: ";" } }
                columns: { unit: \(column), nama: \(column == "Id" ? "NamaUnor" : "Id"), induk: DiatasanId }
            """
        return export
    }

    @Test("Units whose names are indented with dashes are known by their id")
    func dashesById() async throws {
        let tables = try await Self.units("unor_id").run()
        #expect(try tables.rejects == [])
        #expect(try Self.units("unor_id").values().map { $0[2] } == ["A1", "A2"])
    }

    @Test("By name too: the dashes of an indented name do not count when names are compared")
    func dashesByName() async throws {
        #expect(try await Self.units("unor_nama").rejects() == [])
    }

    @Test("A name that no unit has is refused with the name")
    func unknownUnit() async throws {
        var export = Self.units("unor_nama")
        export.files["data.csv"] = Array(
            "nip,unor_id,unor_nama\n\(Self.nips[0]),A1,Dinas Cotoh\n".utf8)
        #expect(try await export.rejects() == [["2", "23", "unor_nama", "V403", "Dinas Cotoh"]])
    }

    // MARK: Words of e-Kinerja

    private static let law = DirtyExport.nationalLaw

    private static func rated(_ cells: [String], values: String) -> DirtyExport {
        var export = DirtyExport(
            "outcome", "nip: nip, hasil_kerja: hasil_kerja",
            lines: ["nip,hasil_kerja"] + zip(nips, cells).map { "\($0),\($1)" })
        export.rest = law
        export.components =
            "{ id: u, method: outcome, from: [data], column: hasil_kerja, weight: 100, values: { \(values) } }"
        return export
    }

    @Test(
        "A rating in words is the same in every spelling that was seen",
        arguments: [
            "Diatas Ekspektasi", "DI ATAS EKSPEKTASI", "Di  Atas Ekspektasi ", "di_atas_ekspektasi",
            "DIATAS EKSPEKTASI", "diatas-ekspektasi", "Di Atas\u{A0}Ekspektasi",
        ])
    func ratingWords(cell: String) async throws {
        let export = Self.rated([cell], values: "di atas ekspektasi: 3, sesuai ekspektasi: 2")
        #expect(try await export.run().scores == [[Self.nips[0], "3.0000"]])
    }

    @Test("A rating that the definition does not know is nobody's value: the person stays unscored")
    func unknownRating() async throws {
        let export = Self.rated(
            ["Atas Ekspektasi", "Sesuai Ekspektasi", "-"], values: "sesuai ekspektasi: 2")
        let tables = try await export.run()
        #expect(try tables.scores == [[Self.nips[1], "2.0000"]])
        #expect(
            try tables.table("tanpa-nilai", ["nip"]) == [[Self.nips[0]], [Self.nips[2]]])
    }

    @Test("CUKUP is the older word for BUTUH PERBAIKAN; a word that nobody declared is a finding")
    func cukup() async throws {
        var export = DirtyExport(
            "outcome", "nip: nip, hasil_kerja: hk, perilaku_kerja: pk, hasil_akhir: ha",
            lines: [
                "nip,hk,pk,ha", "\(Self.nips[0]),Dibawah Ekspektasi,Sesuai Ekspektasi,CUKUP",
                "\(Self.nips[1]),Sesuai Ekspektasi,Sesuai Ekspektasi,CUKUP",
                "\(Self.nips[2]),Sesuai Ekspektasi,Sesuai Ekspektasi,LUMAYAN",
            ])
        export.rest = Self.law
        let tables = try await export.run()
        #expect(try tables.rejects == [])
        #expect(
            try tables.findings == [["S420", "3", Self.nips[1]], ["S421", "4", Self.nips[2]]])
        export.rest +=
            "\nnormalize: { aliases: { hasil_akhir: [ { ejaan: LUMAYAN, baku: Baik } ] } }"
        #expect(try await export.run().findings == [["S420", "3", Self.nips[1]]])
        #expect(try export.values().map { $0[4] } == ["CUKUP", "CUKUP", "Baik"])
    }

    @Test("A predikat of '-' is none: neither a rating nor a finding")
    func undecided() async throws {
        var export = DirtyExport(
            "outcome", "nip: nip, hasil_kerja: hk, perilaku_kerja: pk, hasil_akhir: ha",
            lines: ["nip,hk,pk,ha", "\(Self.nips[0]),Sesuai Ekspektasi,Sesuai Ekspektasi,-"])
        export.rest = Self.law
        #expect(try export.values().map { $0[4] } == [""])
        #expect(try await export.run().findings == [])
    }
}
