internal import Definition
internal import Diagnostics
internal import TestSupport
internal import Testing

@testable internal import Recognition

@Suite("Questions of guess")
struct QuestionTests {
    private static let a = GuessedRun.nips[0]
    private static let b = GuessedRun.nips[1]

    private static let reference: [(String, Kind, [String: String])] = [
        (
            "id,nama,pangkat\n11,I/a,Juru Muda\n45,IV/e,Pembina Utama\n", .table,
            ["kode": "id", "nama": "nama"]
        ),
        (
            "\"pangkat_id\",\"gol_ruang\",\"pangkat\",\"kode_bkn\",\"kode_kemendagri\"\n\"1\",\"I/a\",\"Juru Muda\",\"11\",\"01\"\n\"2\",\"I/b\",\"Juru Muda Tk. I\",\"12\",\"02\"\n",
            .table, ["kode": "pangkat_id", "nama": "pangkat"]
        ),
        (
            "\"eselon_id\",\"eselon\",\"nama_eselon\"\n\"1\",\"I.a\",\"Eselon I\"\n", .table,
            ["kode": "eselon_id", "nama": "nama_eselon"]
        ),
        (
            "id,nama,bup_usia,kel_jabatan_id,jenjang,status,cepat_kode\n1,Arsiparis,58,7,Muda,1,A\n2,Guru,60,8,Muda,1,G\n",
            .table, ["kode": "id", "nama": "nama"]
        ),
        (
            "\"id\",\"pId\",\"name\",\"jenjang_id\",\"kualifikasi_id\",\"url\",\"open\",\"aktif\",\"kelas_jab\"\n\"1\",\\N,\"Pengolah\",\\N,\\N,\\N,\"true\",\"1\",\"7\"\n",
            .table, ["kode": "id", "nama": "name"]
        ),
        (
            "Id;NamaUnor;DiatasanId\n1;Setda;\n2;--Bagian Umum;1\n", .unit,
            ["unit": "NamaUnor", "induk": "DiatasanId"]
        ),
        ("\u{FEFF}id,nama\n1,S-1 EKONOMI\n2,S-2 HUKUM\n", .table, ["kode": "id", "nama": "nama"]),
        (
            "kode_indikator,bobot_dimensi,indikator,deskripsi,bobot_indikator,dimensi\nCOM-1,40,NIK kosong,periksa,5,Completeness\nACC-1,30,Lahir keliru,periksa,4,Accuracy\n",
            .table, ["kode": "kode_indikator", "nama": "indikator"]
        ),
    ]

    @Test("D7, reference files, are tables and units")
    func references() throws {
        for (text, kind, columns) in Self.reference {
            let guess = try #require(Delivered.source(text), "\(text.prefix(40))")
            #expect(guess.kind == kind)
            #expect(guess.questions.isEmpty)
            for (name, heading) in columns {
                #expect(guess.mapping[name] == "heading \(heading)", "\(text.prefix(40))")
            }
        }
    }

    private static let payroll = [
        "<table><tr><td>No</td><td>Nama</td><td>NIP</td><td>Pangkat (Gol)</td><td>Jabatan</td><td>Kelas</td><td>Basic TPP</td><td>Jumlah Pembayaran</td><td>PPh21</td><td>BPJS 1 %</td><td>TPP diterima</td><td>Tanda tangan</td></tr><tr><td>1</td><td>CONTOH SATU</td><td>NIP.\(a)</td><td>III/c</td><td>Analis</td><td>8</td><td>100</td><td>90</td><td>1</td><td>1</td><td>88</td><td></td></tr><tr><td colspan=6>Total</td><td>100</td></tr></table>",
        "Nama/NIP,Gol,Jabatan,Kelas Jabatan,Besaran TPP,Jumlah TPP,Pot. Bulan Lalu,Pot. Hukuman Disiplin,Subsidi BPJS 4 %,PPh 21,Diterima,Tanda Tangan\n1,2,3,4,5,6,7,8,9,10,11=6-10,12\nCONTOH SATU \(a),III/c,Analis,8,100,90,0,0,1,1,88,\nJUMLAH,,,,100,90,0,0,1,1,88,\n",
        "<?xml version=\"1.0\"?><MmPayrollBulk><TIN>1</TIN><ListOfMmPayroll><MmPayroll><TaxPeriodMonth>1</TaxPeriodMonth><TaxPeriodYear>2025</TaxPeriodYear><CounterpartTin>1</CounterpartTin><TaxObjectCode>21</TaxObjectCode><Gross>100</Gross></MmPayroll><MmPayroll><TaxPeriodMonth>1</TaxPeriodMonth><TaxPeriodYear>2025</TaxPeriodYear><CounterpartTin>2</CounterpartTin><TaxObjectCode>21</TaxObjectCode><Gross>100</Gross></MmPayroll></ListOfMmPayroll></MmPayrollBulk>",
    ]

    @Test("D8, D9 and D15 are said to be payroll forms and become no source", arguments: payroll)
    func payrollForms(text: String) {
        let found = Recognizer.recognize(Delivered.text(text, named: "daftar.xls"))
        guard case .other(let what) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(what(.english).contains("payroll"))
    }

    private static let questions: [(String, String, String)] = [
        (
            "D6", "tahun,nip\n2025,\(a)\n2025,199001012015211099\n", "what does this list say"
        ),
        (
            "D10",
            "Nip lama;Nama;Bulan;Tahun;Jabatan;Rata-rata hasil kerja;Rata-rata perilaku;Nilai rata-rata;Predikat kinerja;Status\n110000001;CONTOH SATU;Januari;2025;Analis;95,5;96;95,7;Baik;Final\n110000001;CONTOH SATU;Februari;2025;Analis;94,5;96;95,1;Baik;Final\n",
            "which month counts"
        ),
        (
            "two headings",
            "nip,periode_awal,hasil_akhir,periode_mulai\n\(a),2025-01-13,BAIK,2025-02-13\n",
            "several headings fit 'mulai'"
        ),
        (
            "thousands or thousandths",
            "nip,indikator,bulan,target,realisasi\n\(a),A,2025-01,1.250,1.100\n", "such as 1.250"
        ),
        (
            "both marks",
            "nip;indikator;bulan;realisasi\n\(a);A;2025-01;82,5\n\(b);A;2025-01;82.5\n",
            "which is the decimal mark"
        ),
        (
            "day or month first",
            "nip,tingkat,mulai,no sk\n\(a),ringan,03/02/2025,S1\n\(b),ringan,05/12/2025,S2\n",
            "day first (dd/mm) or month first"
        ),
        (
            "month first",
            "nip,tingkat,mulai,no sk\n\(a),ringan,03/22/2025,S1\n\(b),ringan,05/02/2025,S2\n",
            "look like month-day-year"
        ),
        (
            "no role", "nip,aspek,nilai\n\(a),integritas,84\n", "no column tells the rater's role"
        ),
    ]

    @Test("What only a human can know is asked")
    func asks() throws {
        for (name, text, question) in Self.questions {
            let guess = try #require(Delivered.source(text), "\(name)")
            let found = guess.questions.map { $0(.english) }
            #expect(found.contains { $0.contains(question) }, "\(name): \(found)")
        }
    }

    @Test("Dates with '/' and a day above 12 are not asked about")
    func settledDays() throws {
        let text =
            "nip,tingkat,mulai,no sk\n\(Self.a),ringan,13/02/2025,S1\n\(Self.b),ringan,05/12/2025,S2\n"
        let guess = try #require(Delivered.source(text))
        #expect(guess.questions.isEmpty)
    }

    @Test("Thousands beside a decimal comma are not asked about")
    func settledMarks() throws {
        let text = "nip;indikator;bulan;target;realisasi\n\(Self.a);A;2025-01;1.250;82,5\n"
        let guess = try #require(Delivered.source(text))
        #expect(guess.questions.isEmpty)
        #expect(guess.setting("decimal")?.value == "\",\"")
    }

    @Test("Headings that nobody knows are not repeated, since they may be people")
    func unknownHeadings() throws {
        let pivot = "Nomor,Tanggal,CONTOH SATU,CONTOH DUA\n1,2025-01-13,4,3\n2,2025-01-14,3,3\n"
        let run = try GuessedRun("suara.csv", Array(pivot.utf8))
        #expect(run.draft.questions.contains { $0(.english).contains("columns 3, 4 hold small") })
        #expect(!run.text.contains("CONTOH"))
        let strange = "CONTOH TIGA,nama,unit,jabatan\n\(Self.a),CONTOH SATU,Satu,Analis\n"
        let guess = try #require(Delivered.source(strange))
        #expect(guess.mapping["nip"] == "number 1")
    }

    private static let pivot =
        "Timestamp,Disiplin [CONTOH SATU],Disiplin [CONTOH DUA]\n2025-01-01,80,\n2025-01-02,,70\n"

    @Test("D11, the 360 pivot, asks only for the staff list where there is none, and names nobody")
    func pivotWithoutStaff() throws {
        let found = Recognizer.recognize(Delivered.text(Self.pivot, named: "f.csv"))
        let draft = DefinitionDraft([("f.csv", found)])
        let asked = draft.questions.map { $0(.english) }
        #expect(asked.count == 2)
        #expect(asked.first?.contains("pairs the names in the headings with NIPs") == true)
        #expect(asked.last?.contains("no register") == true)
        #expect(!draft.text(.english).contains("CONTOH"))
    }

    @Test("D11 beside a register needs no answer, and every answer is a row of its person")
    func pivot() throws {
        let run = try GuessedRun("360.csv", Array(Self.pivot.utf8))
        #expect(run.draft.questions.isEmpty)
        #expect(!run.text.contains("CONTOH"))
        let pivot = try #require(run.definition().source("penilaian")?.pivot)
        #expect(pivot.heading.text == "{aspek} [{nama}]")
        #expect(pivot.people == "pegawai")
        let rows = try run.rows(.rating)
        #expect(rows.map { $0["nilai"] } == ["80", "", "", "70"])
        #expect(rows.map { $0["aspek"] } == ["Disiplin", "Disiplin", "Disiplin", "Disiplin"])
        let days = ["2025-01-01", "2025-01-01", "2025-01-02", "2025-01-02"]
        #expect(rows.map { $0["responden"] } == days && rows.map { $0["tanggal"] } == days)
    }

    @Test("D11 with words asks what they are worth")
    func pivotOfWords() throws {
        let words = Self.pivot.replacing("80", with: "baik").replacing("70", with: "kurang")
        let run = try GuessedRun("360.csv", Array(words.utf8))
        #expect(run.draft.questions.count == 1)
        #expect(run.draft.questions.first?(.english).contains("how many points") == true)
    }

    @Test("Rows without a header are told by their values, and the kind is asked for")
    func headerless() {
        let text = "R-1;\(Self.a);Ramah;3;20-05-2025\nR-2;\(Self.b);Ramah;2;21-05-2025\n"
        let found = Recognizer.recognize(Delivered.text(text, named: "f.csv"))
        guard case .question(let question) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(question(.english).contains("column 2 holds NIPs, columns [5] days"))
    }

    @Test(
        "What is no export is not recognized",
        arguments: [
            "", "Dikirim ulang, contoh.\n", "%PDF-1.4\n", "<?xml version=\"1.0\"?><a><b/></a>",
        ])
    func nothing(text: String) {
        guard case .nothing = Recognizer.recognize(Delivered.text(text, named: "f.txt")) else {
            Issue.record("recognized: \(text)")
            return
        }
    }

    @Test("Serials of a spreadsheet need a declared form of date, which the draft declares")
    func serials() throws {
        let text = "nip,tingkat,tmt,no sk\n\(Self.a),ringan,45691,S1\n\(Self.b),ringan,45700,S2\n"
        let run = try GuessedRun("hukdis.csv", Array(text.utf8))
        #expect(run.text.contains("- { column: mulai, date: [excel] }"))
        #expect(try run.rows(.sanction).count == 2)
    }
}
