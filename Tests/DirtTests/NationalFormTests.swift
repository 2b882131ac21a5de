internal import Diagnostics
internal import TestSupport
import Testing

/// Exports of the national systems, whole, with invented people: D1 to D7 of the forms that were seen.
@Suite("Forms: national")
struct NationalFormTests {
    private static let nips = DirtyExport.nips
    private static let law = DirtyExport.nationalLaw

    private static let reportHeading = [
        "id", "nip", "nama", "jabatan", "unit", "jenis_pegawai", "skp_id", "skp_status",
        "skp_model", "skp_unor", "skp_unor_atasan", "skp_unor_induk", "periode_awal",
        "periode_akhir", "is_plt_plh",
    ]

    @Test(
        "D1, e-Kinerja, report of SKP: titles, a header in row 7, a transfer, a Plt, a status '-'")
    func skpReport() async throws {
        func row(
            _ id: String, _ nip: String, _ kind: String, _ status: String, _ unor: String,
            _ first: String, _ last: String, _ acting: String
        ) -> [String] {
            [
                id, nip, "Andi Rekaan", "Analis  ", unor, kind, "skp-\(id)", status, "kuantitatif",
                unor, "Dinas Contoh", "Kota Contoh", first, last, acting,
            ]
        }
        let sheet = SmallWorkbook(
            rows: [
                ["LAPORAN SKP TAHUN 2025"], ["Instansi Kota Contoh"], [], [], [],
                ["Diunduh 02-01-2026 09:15"], reportHeadingRow,
                row("1", Self.nips[0], "pns", "persetujuan", "A", "2025-01-01", "2025-06-30", "0"),
                row("2", Self.nips[0], "pns", "persetujuan", "B", "2025-07-01", "2025-12-31", "0"),
                row("3", Self.nips[0], "pns", "-", "C", "2025-07-01", "2025-12-31", "1"),
                row(
                    "4", Self.nips[1], "pppk_paruh_waktu", "", "A", "2024-01-01", "2024-12-31", "0"),
            ])
        let export = try DirtyExport(
            "outcome",
            "nip: nip, skp: skp_id, jabatan: jabatan, jenis: jenis_pegawai, status: skp_status, "
                + "unit: skp_unor, mulai: periode_awal, sampai: periode_akhir, plt: is_plt_plh",
            sheet: sheet, format: "{ preamble: 6 }")
        #expect(
            try export.values() == [
                [
                    "8", Self.nips[0], "skp-1", "Analis", "pns", "persetujuan", "A", "2025-01-01",
                    "2025-06-30", "tidak",
                ],
                [
                    "9", Self.nips[0], "skp-2", "Analis", "pns", "persetujuan", "B", "2025-07-01",
                    "2025-12-31", "tidak",
                ],
                [
                    "10", Self.nips[0], "skp-3", "Analis", "pns", "", "C", "2025-07-01",
                    "2025-12-31", "ya",
                ],
                [
                    "11", Self.nips[1], "skp-4", "Analis", "pppk_paruh_waktu", "", "A",
                    "2024-01-01", "2024-12-31", "tidak", "otherPeriod",
                ],
            ])
        #expect(try await export.rejects() == [])
    }

    private var reportHeadingRow: [String] { Self.reportHeading }

    private static let ratingHeading =
        "skp_penilaian_id,id,nip,nama,tahun_skp,periode_id,jenis_pegawai,golru,skp_id,"
        + "periode_awal_skp,periode_akhir_skp,skp_unor_id,skp_unor,skp_unor_induk,skp_jabatan,"
        + "skp_jenis_jabatan,is_skp_plt_plh_pjb,hasil_kerja,perilaku_kerja,hasil_akhir,"
        + "pegawai_atasan_id,pegawai_atasan_nip,pegawai_atasan_nama,pegawai_atasan_unor_id,"
        + "pegawai_atasan_unor,pegawai_atasan_jabatan,pegawai_atasan_golru,pegawai_penilai_id,"
        + "waktu_dinilai"

    private static func rating(
        _ nip: String, _ work: String, _ conduct: String, _ final: String, at time: String
    ) -> String {
        "p1,1,\(nip),CONTOH SATU,2025,9,pns,III/c,s1,2025-01-01,2025-12-31,u1,Satu,Kota,Analis,JF,0,"
            + "\(work),\(conduct),\(final),a1,\(nips[2]),CITRA MISAL,u0,Satu,Kepala,IV/a,a1,\(time)"
    }

    @Test("D2, e-Kinerja, ratings of SKP: spellings of the ratings, times, '-' for undecided")
    func skpRatings() async throws {
        var export = DirtyExport(
            "outcome",
            "nip: nip, skp: skp_id, tahun: tahun_skp, mulai: periode_awal_skp, "
                + "sampai: periode_akhir_skp, hasil_kerja: hasil_kerja, "
                + "perilaku_kerja: perilaku_kerja, hasil_akhir: hasil_akhir, "
                + "penilai: pegawai_atasan_nip, dinilai: waktu_dinilai",
            lines: [
                Self.ratingHeading,
                Self.rating(
                    Self.nips[0], "Sesuai Ekspektasi", "Diatas Ekspektasi", "BAIK",
                    at: "2026-02-03 09:15:00"),
                Self.rating(Self.nips[1], "DI ATAS EKSPEKTASI", "DIATAS EKSPEKTASI", "-", at: ""),
                Self.rating(
                    Self.nips[2], "Dibawah Ekspektasi", "Dibawah Ekspektasi", "BAIK",
                    at: "2026-02-30 09:15:00"),
            ])
        export.rest = Self.law
        #expect(
            try export.values().map { Array($0[6...]) } == [
                ["Sesuai Ekspektasi", "Diatas Ekspektasi", "BAIK", Self.nips[2], "2026-02-03"],
                ["DI ATAS EKSPEKTASI", "DIATAS EKSPEKTASI", "", Self.nips[2], ""],
            ])
        #expect(
            try await export.rejects().map { [$0[0], $0[2], $0[3], $0[4]] } == [
                ["4", "waktu_dinilai", "V205", "2026-02-30 09:15:00"]
            ])
    }

    private static let historyHeading =
        "id,tahun,nip,nama,hasilKinerja,hasilKinerjaNilai,instansiId,instansiNama,jabatan,"
        + "koefisenId,kriteria,KuadranKinerjaNilai,kuadranNilai,namaPenilai,penilaiGolonganId,"
        + "penilaiJabatanNama,penilaiNipNrp,penilaiPnsId,penilaiUnorNm,perilakuKerja,"
        + "PerilakuKerjaNilai,periodikId,periodikNama,persentase,pnsDinilaiId,statusPenilai,"
        + "unorId,unorNama"

    private static func history() -> DirtyExport {
        var export = DirtyExport(
            "outcome",
            "nip: nip, skp: id, tahun: tahun, hasil_kerja: hasilKinerjaNilai, "
                + "perilaku_kerja: perilakuKerjaNilai, hasil_akhir: kuadranKinerjaNilai",
            lines: [
                historyHeading,
                "h1,2025,\(nips[0]),Andi,DIATAS EKSPEKTASI,1,i,I,Analis,k1,x,BAIK,2,Citra,41,Kepala,"
                    + "\(nips[2]),p,U,SESUAI EKSPEKTASI,2,q,Tahunan,100,d,ASN,u,Satu",
                "h2,2024,\(nips[0]),Andi,SESUAI EKSPEKTASI,2,i,I,Analis,k2,x,BAIK,2,Citra,41,Kepala,"
                    + "\(nips[2]),p,U,SESUAI EKSPEKTASI,2,q,Tahunan,100,d,ASN,u,Satu",
            ])
        export.rest = """
            \(law)
            normalize:
              aliases:
                hasil_kerja: &angka
                  - { ejaan: "1", baku: Di Atas Ekspektasi }
                  - { ejaan: "2", baku: Sesuai Ekspektasi }
                  - { ejaan: "3", baku: Di Bawah Ekspektasi }
                perilaku_kerja: *angka
            """
        return export
    }

    @Test("D3, SIASN, history: codes 1 to 3 by declared spellings, capitals within headings")
    func history() async throws {
        #expect(
            try Self.history().values() == [
                [
                    "2", Self.nips[0], "h1", "2025", "Di Atas Ekspektasi", "Sesuai Ekspektasi",
                    "BAIK",
                ],
                [
                    "3", Self.nips[0], "h2", "2024", "Sesuai Ekspektasi", "Sesuai Ekspektasi",
                    "BAIK", "otherPeriod",
                ],
            ])
        #expect(try await Self.history().rejects() == [])
    }

    @Test("D3: the heading koefisenId is found as it is misspelt, and not by its right spelling")
    func misspelt() async throws {
        var export = Self.history()
        export.columns = "nip: nip, skp: koefisenId"
        #expect(try export.values().map { $0[2] } == ["k1", "k2"])
        export.columns = "nip: nip, skp: koefisienId"
        let fault = try await export.refusal()
        #expect(fault?.code == .missingColumn)
        #expect(fault?.message.contains("koefisienId") == true)
    }

    private static let masterHeading: [String] = {
        let pairs = [
            "agama", "jenis_kawin", "jenis_pegawai", "kedudukan_hukum", "gol_awal", "gol_akhir",
            "jenis_jabatan", "jabatan", "tingkat_pendidikan", "pendidikan", "kpkn", "lokasi_kerja",
            "unor", "instansi_induk", "instansi_kerja", "satuan_kerja_induk", "satuan_kerja_kerja",
        ]
        return [
            "pns_id", "nip_baru", "nip_lama", "nama", "gelar_depan", "gelar_belakang",
            "tempat_lahir_id", "tempat_lahir_nama", "tanggal_lahir", "jenis_kelamin", "nik",
            "nomor_hp", "email", "email_gov", "alamat", "npwp_nomor", "bpjs", "status_cpns_pns",
            "kartu_asn_virtual", "nomor_sk_cpns", "tanggal_sk_cpns", "tmt_cpns", "nomor_sk_pns",
            "tanggal_sk_pns", "tmt_pns", "tmt_golongan", "mk_tahun", "mk_bulan", "tmt_jabatan",
            "tahun_lulus",
        ] + pairs.flatMap { ["\($0)_id", "\($0)_nama"] }
    }()

    @Test(
        "D4, SIASN, master of employees: two numbers, DD-MM-YYYY, ids and names, a filler birth date"
    )
    func master() async throws {
        func row(_ values: [String: String]) -> String {
            Self.masterHeading.map { values[$0] ?? "\\N" }.joined(separator: ",")
        }
        let export = DirtyExport(
            "register",
            "nip: nip_baru, nip_lama: nip_lama, nama: nama, jenis: jenis_pegawai_nama, "
                + "unit: unor_nama, golongan: gol_akhir_nama, lahir: tanggal_lahir, "
                + "kelamin: jenis_kelamin, tmt: tmt_cpns",
            lines: [
                Self.masterHeading.joined(separator: ","),
                row([
                    "nip_baru": Self.nips[0], "nip_lama": "340012340",
                    "nama": "\"Andi Rekaan, S.E.\"",
                    "jenis_pegawai_nama": "PNS Daerah", "unor_nama": "Satu",
                    "gol_akhir_nama": "III/c",
                    "tanggal_lahir": "01-01-1980", "jenis_kelamin": "M", "tmt_cpns": "01-01-2005",
                ]),
                row([
                    "nip_baru": Self.nips[1], "nama": "Budi Contoh", "tanggal_lahir": "15-03-2025",
                    "jenis_kelamin": "F", "tmt_cpns": "01-02-2006",
                ]),
            ],
            rules:
                "{ column: lahir, matches_nip: lahir }, { column: kelamin, matches_nip: kelamin }, "
                + "{ column: tmt, matches_nip: tmt }")
        #expect(
            try export.values() == [
                [
                    "2", Self.nips[0], "340012340", "Andi Rekaan, S.E.", "PNS Daerah", "Satu",
                    "III/c",
                    "1980-01-01", "M", "2005-01-01",
                ]
            ])
        #expect(
            try await export.rejects().map { [$0[0], $0[2], $0[3], $0[4]] } == [
                ["3", "tanggal_lahir", "V302", "15-03-2025"]
            ])
    }

    @Test("D5, index of professionalism: semicolons, whole numbers, another year set aside")
    func indexOfProfessionalism() async throws {
        var export = DirtyExport(
            "outcome", "nip: NIP, nilai: TOTAL, tahun: TAHUN, dinilai: UPDATED",
            lines: [
                "NIP;NAMA;KUALIFIKASI;KOMPETENSI;KINERJA;DISIPLIN;TOTAL;TAHUN;UPDATED",
                "\(Self.nips[0]);ANDI REKAAN;20;25;25;5;75;2025;31-12-2025",
                "\(Self.nips[1]);BUDI CONTOH;20;0;25;5;50;2024;31-12-2024",
                "\(Self.nips[2]);CITRA MISAL;20;0;25;5;5O;2025;31-12-2025",
            ])
        export.format = "csv: { delimiter: \";\", decimal: \",\" }"
        #expect(
            try export.values() == [
                ["2", Self.nips[0], "75", "2025", "2025-12-31"],
                ["3", Self.nips[1], "50", "2024", "2024-12-31", "otherPeriod"],
            ])
        #expect(try await export.rejects() == [["4", "42", "TOTAL", "V204", "5O"]])
    }

    @Test("D6, list of SKP not filed: PPPK with part 21, and one whom the register does not have")
    func notFiled() async throws {
        let export = DirtyExport(
            "outcome", "nip: nip, tahun: tahun",
            lines: [
                "tahun,nip", "2025,\(Self.nips[0])", "2025,199003032021211003",
                "2025,199003032021201003",
            ])
        #expect(try export.values() == [["2", Self.nips[0], "2025"]])
        #expect(
            try await export.rejects() == [
                ["3", "6", "nip", "V401", "199003032021211003"],
                ["4", "6", "nip", "V202", "199003032021201003"],
            ])
    }

    @Test(
        "D7, reference files: every cell quoted, \\N for nothing, a byte order mark, dashes for the level",
        arguments: [
            (
                "id,nama,pangkat\n11,I/a,Juru Muda\n45,IV/e,Pembina Utama\n", "csv: {}",
                "kode: id, nama: nama", [["2", "11", "I/a"], ["3", "45", "IV/e"]]
            ),
            (
                "\"pangkat_id\",\"gol_ruang\",\"pangkat\",\"kode_bkn\",\"kode_kemendagri\"\n"
                    + "\"1\",\"I/a\",\"Juru Muda\",\"11\",\"1a\"\n", "csv: {}",
                "kode: kode_bkn, nama: pangkat", [["2", "11", "Juru Muda"]]
            ),
            (
                "\"id\",\"pId\",\"name\",\"jenjang_id\",\"kualifikasi_id\",\"url\",\"open\",\"aktif\",\"kelas_jab\"\n"
                    + "\"7\",\\N,\"Pengolah Data\",\\N,\\N,\\N,\"true\",\"1\",\\N\n\"8\",\"7\",\\N,\\N,\\N,\\N,\"\",\"1\",\"6\"\n",
                "csv: {}", "kode: id, nama: name", [["2", "7", "Pengolah Data"], ["3", "8", ""]]
            ),
            (
                "Id;NamaUnor;DiatasanId\nA1;--Dinas Contoh;\nA2;----Bidang Umpama;A1\n",
                "csv: { delimiter: \";\" }", "kode: Id, nama: NamaUnor",
                [["2", "A1", "--Dinas Contoh"], ["3", "A2", "----Bidang Umpama"]]
            ),
            (
                "\u{FEFF}id,nama\r\n5,\"S-1 Akuntansi, Ekstensi\"\r\n", "csv: {}",
                "kode: id, nama: nama",
                [["2", "5", "S-1 Akuntansi, Ekstensi"]]
            ),
            (
                "kode_indikator,bobot_dimensi,indikator,deskripsi,bobot_indikator,dimensi\n"
                    + "COM-01,40,NIK,\"kosong, atau \"\"-\"\"\",2.5,Completeness\n", "csv: {}",
                "kode: kode_indikator, nama: deskripsi", [["2", "COM-01", "kosong, atau \"-\""]]
            ),
        ])
    func references(text: String, format: String, columns: String, rows: [[String]]) async throws {
        var export = DirtyExport("table", columns, text)
        export.format = format
        #expect(try export.values() == rows)
        #expect(try await export.rejects() == [])
    }
}
