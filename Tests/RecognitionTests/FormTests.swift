internal import Definition
internal import Diagnostics
internal import TestSupport
internal import Testing

@testable internal import Recognition

/// The forms in which agencies' systems export, with the dirt that they carry.
@Suite("guess on the forms of agencies")
struct FormTests {
    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        var path = "ekspor.csv"
        let kind: Kind
        let text: String
        /// Cells that must be read, by column; in the order of the rows.
        let rows: [[String: String]]
        var isRegister = false
        var testDescription: String { name }
    }

    private static let a = GuessedRun.nips[0]
    private static let b = GuessedRun.nips[1]

    private static let forms = [
        Form(
            name: "D2 e-Kinerja, Laporan Penilaian SKP", kind: .outcome,
            text: """
                skp_penilaian_id,id,nip,nama,tahun_skp,periode_id,jenis_pegawai,golru,skp_id,periode_awal_skp,periode_akhir_skp,skp_unor_id,skp_unor,skp_unor_induk,skp_jabatan,skp_jenis_jabatan,is_skp_plt_plh_pjb,hasil_kerja,perilaku_kerja,hasil_akhir,pegawai_atasan_id,pegawai_atasan_nip,pegawai_atasan_nama,waktu_dinilai
                P1,E1,\(a),CONTOH SATU,2025,T1,pns,III/c,S1,2025-01-01,2025-01-31,U1,Dinas Contoh,Setda,Analis,,0,Sesuai Ekspektasi,Diatas Ekspektasi,BAIK,E9,\(b),CONTOH DUA,2025-02-03 09:15:00
                P2,E2,"\(b)\t","CONTOH DUA, S.E.",2025,T1,pns,III/c,S2,2025-01-01,2025-01-31,U1,Dinas Contoh,Setda,Analis,,1,DI ATAS EKSPEKTASI,Dibawah Ekspektasi,-,E9,,,2025-02-03 09:15:00

                """,
            rows: [
                [
                    "nip": a, "skp": "S1", "tahun": "2025", "mulai": "2025-01-01",
                    "sampai": "2025-01-31", "unit": "Dinas Contoh", "jabatan": "Analis",
                    "plt": "0", "hasil_kerja": "Sesuai Ekspektasi",
                    "perilaku_kerja": "Diatas Ekspektasi", "hasil_akhir": "BAIK",
                    "dinilai": "2025-02-03 09:15:00",
                ],
                ["nip": b + "\t", "skp": "S2", "plt": "1", "hasil_akhir": "-"],
            ]),
        Form(
            name: "D3 SIASN, riwayat kinerja, XML", path: "riwayat.xml", kind: .outcome,
            text: """
                <?xml version="1.0" encoding="UTF-8"?>
                <riwayat>
                <kinerja><id>R1</id><tahun>2025</tahun><nip>\(a)</nip><nama>CONTOH SATU</nama><hasilKinerja>SESUAI</hasilKinerja><hasilKinerjaNilai>2</hasilKinerjaNilai><PerilakuKerjaNilai>1</PerilakuKerjaNilai><perilakuKerja>DIATAS</perilakuKerja><koefisenId>x</koefisenId><penilaiNipNrp>\(b)</penilaiNipNrp><unorNama>Dinas Contoh</unorNama></kinerja>
                <kinerja><id>R2</id><tahun>2025</tahun><nip>\(b)</nip><nama>CONTOH DUA</nama><hasilKinerja>SESUAI</hasilKinerja><hasilKinerjaNilai>2</hasilKinerjaNilai><PerilakuKerjaNilai>3</PerilakuKerjaNilai><perilakuKerja>DIBAWAH</perilakuKerja><koefisenId>x</koefisenId><penilaiNipNrp></penilaiNipNrp><unorNama>Dinas Contoh</unorNama></kinerja>
                </riwayat>
                """,
            rows: [
                [
                    "nip": a, "skp": "R1", "tahun": "2025", "hasil_kerja": "2",
                    "perilaku_kerja": "1", "penilai": b, "unit": "Dinas Contoh",
                ], ["nip": b, "skp": "R2", "perilaku_kerja": "3"],
            ]),
        Form(
            name: "D4 SIASN, data utama", kind: .register,
            text: """
                pns_id;nip_baru;nip_lama;nama;gelar_depan;gelar_belakang;tempat_lahir_nama;tanggal_lahir;jenis_kelamin;nik;nomor_hp;email;jenis_pegawai_nama;kedudukan_hukum_nama;status_cpns_pns;tmt_cpns;tmt_pns;gol_awal_nama;gol_akhir_nama;tmt_golongan;mk_tahun;jenis_jabatan_nama;jabatan_nama;tmt_jabatan;tingkat_pendidikan_nama;pendidikan_nama;unor_nama;unor_induk_nama;instansi_induk_nama
                X1;'\(a);110000001;CONTOH SATU;;S.E.;Ambon;01-01-1990;M;;;;PNS;Aktif;PNS;01-03-2015;01-03-2016;III/a;Penata Muda Tk. I (III/b);01-04-2019;9;Fungsional;Analis;20-04-2019;S-1;S-1 EKONOMI;Dinas Contoh;Setda;Kota
                X2;NIP. \(b);110000002;CONTOH DUA;Dr.;;Ambon;02-02-1985;F;;;;PNS;Aktif;PNS;01-01-2010;01-01-2011;II/a;III/c;01-04-2021;15;Pelaksana;Pengolah;31.12.2021;S-2;S-2 HUKUM;Puskesmas Passo;Dinkes;Kota

                """,
            rows: [
                [
                    "nip": "'" + a, "nip_lama": "110000001", "nama": "CONTOH SATU",
                    "lahir": "01-01-1990", "kelamin": "M", "jenis": "PNS", "status": "Aktif",
                    "tmt": "01-03-2015", "golongan": "Penata Muda Tk. I (III/b)",
                    "jabatan": "Analis", "mulai": "20-04-2019", "pendidikan": "S-1",
                    "unit": "Dinas Contoh",
                ], ["nip": "NIP. " + b, "golongan": "III/c", "mulai": "31.12.2021"],
            ], isRegister: true),
        Form(
            name: "D5 IP ASN", kind: .outcome,
            text: """
                NIP;NAMA;KUALIFIKASI;KOMPETENSI;KINERJA;DISIPLIN;TOTAL;TAHUN;UPDATED
                \(a);CONTOH SATU;15;30;30;5;80;2025;15-01-2026
                \(b);CONTOH DUA;15;15;25;5;60;2025;15-01-2026

                """,
            rows: [
                ["nip": a, "nilai": "80", "tahun": "2025", "dinilai": "15-01-2026"],
                ["nip": b, "nilai": "60"],
            ]),
        Form(
            name: "D11 staff list, blank behind NIP", kind: .register,
            text: """
                No.,NAMA,NIP ,PANGKAT,JABATAN,SUB JABATAN
                1,CONTOH SATU,\(a),"Penata, III/c",Analis,Umum
                2,"CONTOH DUA, S.E.","\(b.prefix(8)) \(b.dropFirst(8).prefix(6)) \(b.dropFirst(14).prefix(1)) \(b.suffix(3))",III/a,Pengolah,

                """,
            rows: [
                [
                    "nip": a, "nama": "CONTOH SATU", "golongan": "Penata, III/c",
                    "jabatan": "Analis",
                ],
                ["nip": "19850202 201001 2 088", "nama": "CONTOH DUA, S.E."],
            ], isRegister: true),
        Form(
            name: "D12 SKM", path: "skm-puskesmas passo.csv", kind: .survey,
            text: """
                \u{FEFF}HASIL SURVEI KEPUASAN MASYARAKAT
                "Puskesmas Passo, Triwulan I"

                NO. RESP,U1,U2,U3,U4,U5,U6,U7,U8,U9
                1,4,3,4,3,4,3,4,3,4
                2,3,3,,3,3,3,3,3,2

                ΣNilai/Unsur,7,6,4,6,7,6,7,6,6
                NRR/Unsur,"3,5",3,4,3,"3,5",3,"3,5",3,3
                NRR Tertimbang/Unsur,"0,38","0,33","0,44","0,33","0,38","0,33","0,38","0,33","0,33"

                IKM Unit Pelayanan,"80,5"
                Mutu Pelayanan,B (Baik)

                Keterangan Unsur:
                U1,Persyaratan

                """,
            rows: [
                ["unit": "puskesmas passo", "responden": "1", "u1": "4", "u2": "3", "u9": "4"],
                ["responden": "2", "u3": "", "u9": "2"],
            ]),
        Form(
            name: "D13 PAK", kind: .outcome,
            text: """
                id,timestamp,kategori_jabatan,jenjang_jabatan,instansi,periode_mulai,periode_selesai,nama,nip,predikat,prosentase,koefisien,total_ak_kredit,ak_integrasi
                7,2025-06-30 10:00:00,Keahlian,Muda,Kota,2025-01-01,2025-12-31,CONTOH SATU,\(a),Sangat Baik,150,25,37.5,0
                8,2025-06-30 10:05:00,Keahlian,Muda,Kota,2025-01-01,2025-12-31,CONTOH DUA,\(b),Baik,100,25,25,0

                """,
            rows: [
                [
                    "nip": a, "skp": "7", "mulai": "2025-01-01", "sampai": "2025-12-31",
                    "hasil_akhir": "Sangat Baik",
                ], ["nip": b, "hasil_akhir": "Baik"],
            ]),
        Form(
            name: "D14 SIMPEG", kind: .register,
            text: """
                peg_nip,peg_nama,satuan_kerja_nama,golongan,jabatan_nama,jabatan_jenis,eselon
                "19900101
                201503 1 099",CONTOH SATU,Dinas Contoh,Pembina (IV/a),Kepala Bidang ,Struktural,III.b
                \(b),"CONTOH DUA, S.KM.",Puskesmas Passo,V,Bidan,Fungsional,\\N

                """,
            rows: [
                [
                    "nip": "19900101\n201503 1 099", "nama": "CONTOH SATU",
                    "unit": "Dinas Contoh", "golongan": "Pembina (IV/a)",
                    "jabatan": "Kepala Bidang ",
                ], ["nip": b, "nama": "CONTOH DUA, S.KM.", "golongan": "V"],
            ], isRegister: true),
        Form(
            name: "D16 SKP PP 46/2011", kind: .outcome,
            text: """
                nip;tahun;nilai_skp;nilai_skp_60_persen;rating_skp;nilai_perilaku;nilai_perilaku_40_persen;rating_perilaku;nilai_prestasi_kerja;kategori_nilai_prestasi;siasn_flag
                \(a);2019;85,5;51,3;Baik;84;33,6;Baik;84,9;Baik;4
                \(b);2019;91,25;54,75;Sangat Baik;90;36;Baik;90,75;Baik;0

                """,
            rows: [
                [
                    "nip": a, "tahun": "2019", "nilai_skp": "85,5", "nilai_perilaku": "84",
                    "nilai": "84,9", "hasil_akhir": "Baik",
                ], ["nip": b, "nilai_skp": "91,25", "nilai": "90,75"],
            ]),
        Form(
            name: "attendance with two header rows and a total", path: "rekap-2025-03.csv",
            kind: .attendance,
            text: """
                REKAP KEHADIRAN,,,,
                ,,,,
                NIP,NAMA,Kehadiran,,
                ,,HK,Hadir,Alpa
                (1),(2),(3),(4),(5)
                \(a),CONTOH SATU,20,19,1
                \(b),CONTOH DUA,20,20,0
                JUMLAH,,40,39,1
                ,,,,"Ambon, 3 April 2025"

                """,
            rows: [
                ["nip": a, "hari_kerja": "20", "hadir": "19", "alpa": "1"],
                ["nip": b, "hari_kerja": "20", "hadir": "20", "alpa": "0"],
            ]),
    ]

    @Test("The guessed definition runs without edits and reads what was put in", arguments: forms)
    func runs(form: Form) throws {
        let run = try GuessedRun(form.path, Array(form.text.utf8), isRegister: form.isRegister)
        let questions = run.draft.questions.map { $0(.english) }
        #expect(questions.isEmpty, "\(questions)")
        try expect(form.rows, try run.rows(form.kind))
        expectNoPerson(run.text)
    }

    private func expect(_ wanted: [[String: String]], _ found: [[String: String]]) throws {
        try #require(found.count == wanted.count, "\(found)")
        for (wanted, found) in zip(wanted, found) {
            for (column, value) in wanted { #expect(found[column] == value, "\(column)") }
        }
    }

    private func expectNoPerson(_ text: String) {
        #expect(!text.contains("CONTOH"))
        #expect(text.firstMatch(of: /[0-9]{9}/) == nil)
        #expect(text.firstMatch(of: /[0-9]{8} [0-9]{6}/) == nil)
    }

    private static let report = [
        ["Laporan SKP Tahun 2025"], ["Instansi Contoh"], [], [], [], ["Diunduh 2 Juli 2025"],
        [
            "id", "nip", "nama", "jabatan", "unit", "jenis_pegawai", "skp_id", "skp_status",
            "skp_model", "skp_unor", "skp_unor_atasan", "skp_unor_induk", "periode_awal",
            "periode_akhir", "is_plt_plh",
        ],
        [
            "E1", a, "CONTOH SATU", "Analis", "Dinas Contoh", "pns", "S1", "persetujuan", "x",
            "Dinas Contoh", "", "", "2025-01-01", "2025-06-30", "0",
        ],
        [
            "E1", a, "CONTOH SATU", "Pengolah", "Setda", "pns", "S2", "-", "x", "Setda", "", "",
            "2025-07-01", "2025-12-31", "1",
        ],
    ]

    @Test("D1, a workbook with titles, and the same rows as an HTML table with a total")
    func sheets() throws {
        let html =
            "<html><body><table>"
            + Self.report.map { row in
                row.count == 1
                    ? "<tr><td colspan=15>\(row[0])</td></tr>"
                    : "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>"
            }.joined() + "<tr><td>Jumlah</td><td colspan=14>2</td></tr></table></body></html>"
        for (path, bytes) in [
            ("laporan.xlsx", try SmallWorkbook(rows: Self.report).packed()),
            ("laporan.xls", Array(html.utf8)),
        ] {
            let run = try GuessedRun(path, bytes)
            #expect(run.draft.questions.isEmpty)
            let rows = try run.rows(.outcome)
            try expect(
                [
                    [
                        "nip": Self.a, "skp": "S1", "status": "persetujuan",
                        "unit": "Dinas Contoh", "mulai": "2025-01-01", "sampai": "2025-06-30",
                        "plt": "0",
                    ], ["nip": Self.a, "skp": "S2", "status": "-", "jabatan": "Pengolah"],
                ], rows)
            expectNoPerson(run.text)
        }
    }
}
