internal import Definition

/// Headings of reference tables, and headings that decide nothing.
extension HeadingBook {
    static let unit = page(
        .unit,
        needs: [
            ["unit"], ["induk", "kelompok", "hasil", "capaian", "kepala", "uji_coba", "populasi"],
        ],
        [
            ("unit", 2, "nama unor | unor nama | nama unit > unit kerja | unit > nama"),
            ("induk", 3, "unor induk nama > induk | unor induk > diatasan id"),
            ("kepala", 3, "kepala nip | nip kepala"),
            ("kelompok", 4, "kelompok"),
            ("uji_coba", 3, "uji coba"),
            ("hasil", 3, "hasil | nilai organisasi"),
            ("capaian", 4, "capaian organisasi | capaian kinerja organisasi"),
            ("populasi", 3, "populasi"),
        ])

    static let indicator = page(
        .indicator, needs: [["indikator"], ["arah", "satuan", "target"]],
        [
            ("indikator", 2, "kode indikator > kode > indikator"),
            ("nama", 1, "nama indikator > nama > indikator"),
            ("satuan", 3, "satuan"), ("arah", 3, "arah"),
            ("bobot", 2, "bobot indikator > bobot"), ("target", 1, "target"),
            ("target_min", 1, "target min | target minimum"),
            ("target_maks", 1, "target maks | target max | target maksimum"),
            ("batas", 2, "batas"), ("maksimum", 2, "maksimum"),
            ("mulai", 1, "berlaku mulai > mulai"), ("sampai", 1, "berlaku sampai > sampai"),
        ])

    static let standard = page(
        .standard, needs: [["jabatan", "jenjang"], ["kompetensi"], ["level"]],
        [
            ("jenjang", 2, "jabatan atau jenjang > jenjang"),
            ("jabatan", 1, "jabatan"),
            ("kompetensi", 3, "kode kompetensi > kompetensi"),
            ("level", 4, "level syarat > level"),
        ])

    static let table = page(
        .table, needs: [["kode"], ["nama"]],
        [
            (
                "kode", 1,
                "kode > pangkat id | eselon id | kode indikator > id > kompetensi"
            ),
            ("nama", 1, "nama eselon > nama > name > indikator > pangkat > pelatihan"),
        ])

    /// Headings seen beside those above; they help to find the header and are mapped to nothing.
    static let others = [
        "jenis jabatan nama", "jabatan jenis", "skp penilaian id", "periode id", "skp unor id",
        "skp jenis jabatan", "pegawai atasan id", "pegawai atasan nama", "pegawai atasan unor id",
        "pegawai atasan unor", "pegawai atasan jabatan", "pegawai atasan golru",
        "pegawai penilai id", "unor id", "instansi id", "instansi nama", "koefisen id",
        "koefisien id", "kriteria", "kuadran kinerja nilai", "kuadran nilai", "nama penilai",
        "penilai golongan id", "penilai jabatan nama", "penilai pns id", "penilai unor nm",
        "periodik id", "periodik nama", "persentase", "pns dinilai id", "kategori jabatan",
        "prosentase", "koefisien", "total ak kredit", "ak integrasi", "nilai skp 60 persen",
        "rating skp", "nilai perilaku 40 persen", "rating perilaku", "siasn flag",

        "no", "no urut", "nama dinilai", "nama penilai", "catatan", "keterangan", "pns id", "id",
        "eselon", "unor induk", "skp model", "skp unor atasan", "skp unor induk", "instansi",
        "kualifikasi", "kinerja", "disiplin", "kompetensi", "gol ruang", "kode bkn",
        "kode kemendagri", "gelar depan", "gelar belakang", "tempat lahir", "email", "nik",
        "nomor hp", "sub jabatan", "basic tpp", "beban kerja", "prestasi kerja", "kondisi kerja",
        "jumlah", "jumlah pembayaran", "pph21", "pph 21", "bpjs 1", "bpjs 4", "tpp diterima",
        "tanda tangan", "besaran tpp", "jumlah tpp", "jenis jabatan", "deskripsi", "dimensi",
        "bobot dimensi", "bup usia", "jenjang id", "pid", "rata rata hasil kerja",
        "rata rata perilaku", "pesan", "timestamp", "email address",
    ]
}
