internal import TestSupport
internal import Testing

@Suite("kinerja preview")
struct PreviewTests {
    private static let ambon = [
        "preview", Repository.path("pipelines/ambon.yaml"), "--period", "2025-Q3", "--inputs",
        Repository.path("sample-data/ambon/2025-Q3"),
    ]

    @Test("A definition's file is shown with format, header, mapping, rows and first problems")
    func definition() throws {
        let outcome = try Program.run(
            Self.ambon + ["--source", "indikator", "--rows", "2", "--bahasa", "en"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        for part in [
            "indikator: referensi/indikator.csv", "format: CSV, utf-8, delimiter ','",
            "header: line 1: kode_indikator | indikator | satuan", "bobot_indikator  decimal",
            "sample: the whole file, read 12, used 10, rejected 2",
            "indikator.csv:13:42: error[V208]: arah 'samping'", "hint:",
        ] {
            #expect(outcome.text.contains(part), "\(part) in \(outcome.text)")
        }
        #expect(outcome.text.contains(#/\n  2 +used +GR-NA /#))
        #expect(!outcome.text.contains("GR-JM"))
    }

    @Test("No line is wider than 80 columns, no NIP is whole and no name is shown")
    func terminal() throws {
        let text = try Program.run(Self.ambon + ["--source", "pegawai"]).text
        #expect(!text.isEmpty)
        let wide = text.split(separator: "\n").filter { $0.count > 80 }
        #expect(wide.isEmpty, "\(wide)")
        #expect(!text.contains(/\d{9}/))
        let register = try Disk.read(
            Repository.path("sample-data/ambon/2025-Q3/pegawai/dinkes_2025-09_v1.csv"))
        let names = String(decoding: register, as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst()
            .compactMap {
                $0.split(separator: ";", omittingEmptySubsequences: false).dropFirst(3).first
            }
        #expect(names.count > 100)
        for name in names where name.count > 3 { #expect(!text.contains(name)) }
        #expect(text.contains("tidak dipetakan: PNS ID | NIP LAMA"))
    }

    @Test("All sources are shown in the order of reading, and nothing is written")
    func whole() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(Self.ambon + ["--rows", "1"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let register = try #require(outcome.text.firstRange(of: "pegawai: pegawai/"))
        let units = try #require(outcome.text.firstRange(of: "unor: referensi/"))
        #expect(units.lowerBound < register.lowerBound)
        #expect(outcome.text.contains("XML, rekaman"))
        #expect(Disk.names(in: folder.path).isEmpty)
    }

    @Test(
        "A heading that is missing refuses the file, names what is there, and the rest is not judged by it"
    )
    func missing() throws {
        let job = try TemporaryFolder()
        _ = try Subprocess.require([
            "cp", "-r", Repository.path("sample-data/ambon/2025-Q3"), job("in"),
        ])
        let path = job("in/referensi/unor.csv")
        try Disk.write(
            try Disk.text(path).replacing("NamaUnor", with: "Nama Satuan"), to: path)
        let outcome = try Program.run([
            "preview", Repository.path("pipelines/ambon.yaml"), "--period", "2025-Q3", "--inputs",
            job("in"),
        ])
        #expect(outcome.status == 3)
        #expect(outcome.text.contains("error[I902]"))
        #expect(outcome.text.contains("Nama Satuan"))
        #expect(outcome.text.contains("sumber berikutnya tidak diperiksa"))
        #expect(!outcome.text.contains("pegawai: pegawai/"))
    }

    @Test("A file without definition is shown with its dialect, header and types")
    func file() throws {
        let folder = try TemporaryFolder()
        let text = """
            NIP;Nama;Nilai;Gol;TMT;Ket\n199001012015031001;Ana;92,5;III/a;01-02-2025;-
            199001012015031002;Budi;80,25;IV/b;3 Maret 2025;\n199001012015031003;Cici;7,125;II/c;2025-03-01;ok\n
            """
        try Disk.write(text, to: folder("in.csv"))
        let outcome = try Program.run(["preview", "in.csv", "--bahasa", "en"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for part in [
            #/delimiter: ';'/#, #/1 +NIP +NIP +0\n/#, #/2 +Nama +text/#,
            #/3 +Nilai +number, decimal mark ','/#, #/4 +Gol +golongan/#, #/5 +TMT +date/#,
            #/6 +Ket +text +2\n/#, #/19900101\*{10}/#, #/the whole file, read 3, malformed 0/#,
        ] {
            #expect(outcome.text.contains(part), "\(outcome.text)")
        }
        #expect(!outcome.text.contains("Budi") && !outcome.text.contains(/\d{9}/))
    }

    @Test(
        "Wrong usage exits with 2",
        arguments: [
            ["preview", "in.csv", "--period", "2025"], ["preview", "d.yaml"],
            ["preview", "d.yaml", "--inputs", "."],
            ["preview", "d.yaml", "--inputs", ".", "--period", "x"],
            ["preview", "in.csv", "--rows", "-1"], ["preview", "in.csv", "--bahasa", "fr"],
            PreviewTests.ambon + ["--source", "tiada"],
        ])
    func usage(_ arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 2)
    }
}
