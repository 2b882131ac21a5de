internal import Definition

/// Headings of what people did and how they were seen.
extension HeadingBook {
    static let attainment = page(
        .attainment, needs: [["indikator"], ["realisasi", "selesai"]],
        [
            ("nip", 1, "nip baru | peg nip > nip | nip pegawai"),
            ("unit", 1, "unor nama | nama unor > unit kerja | unit | seksi | skpd | opd"),
            ("indikator", 2, "kode indikator > kode tugas | iki | kegiatan > kode | indikator"),
            ("ukuran", 2, "ukuran > aspek"),
            ("bulan", 1, "bulan | periode"),
            ("tanggal", 1, "tanggal disposisi > tanggal"),
            ("target", 2, "target | sasaran | dilaporkan"),
            ("target_min", 2, "target min | target minimum"),
            ("target_maks", 2, "target maks | target max | target maksimum"),
            ("realisasi", 4, "realisasi > capaian | tercapai | ditangani"),
            ("tenggat", 3, "tenggat | batas waktu"),
            ("selesai", 3, "selesai | tanggal selesai"),
            ("arah", 1, "arah"), ("maksimum", 1, "maksimum"), ("bobot", 1, "bobot"),
            ("jenis", 1, "jenis"),
        ])

    static let rating = page(
        .rating, needs: [["nip", "unit"], ["nilai"], ["aspek", "peran", "penilai", "responden"]],
        [
            ("nip", 1, "nip dinilai | untuk | nip yang dinilai > nip"),
            ("unit", 1, "unit kerja | unit"),
            ("penilai", 3, "nip penilai | dari > penilai"),
            ("responden", 2, "responden | no resp | nomor responden"),
            ("peran", 3, "peran | sebagai"),
            ("aspek", 3, "aspek"),
            ("nilai", 3, "nilai | skor | bintang > predikat"),
            ("tanggal", 1, "waktu dinilai > tanggal | waktu | tgl"),
        ])

    static let attendance = page(
        .attendance,
        needs: [
            ["nip"],
            [
                "terlambat", "pulang_awal", "hari_kerja", "hadir", "alpa", "tl1", "psw1", "status",
            ], ["bulan", "tanggal"],
        ],
        [
            ("nip", 1, "nip baru | peg nip > nip | nip pegawai"),
            ("bulan", 1, "bulan | periode"),
            ("tanggal", 1, "tanggal | tgl"),
            ("status", 1, "status | status kehadiran"),
            ("terlambat", 4, "terlambat menit > terlambat | telat"),
            ("pulang_awal", 4, "pulang awal | plg awal | pulang cepat"),
            ("hari_kerja", 4, "hari kerja | hk"),
            ("hadir", 4, "hadir | hd"),
            ("alpa", 4, "alpa | alpha | tk | tanpa keterangan"),
            ("tl1", 3, "tl1"), ("tl2", 3, "tl2"), ("tl3", 3, "tl3"), ("tl4", 3, "tl4"),
            ("psw1", 3, "psw1"), ("psw2", 3, "psw2"), ("psw3", 3, "psw3"), ("psw4", 3, "psw4"),
            ("tanpa_hasil", 3, "tanpa hasil"),
        ])

    static let survey = page(
        .survey, needs: [["u1"]],
        [
            ("nip", 1, "nip"),
            ("unit", 1, "unit layanan | unit penertiban > unor nama | unit kerja | unit"),
            ("responden", 2, "no resp | nomor responden | responden > nomor > no"),
            ("tanggal", 1, "tanggal | tgl"),
        ])

    static let competency = page(
        .competency, needs: [["nip"], ["kompetensi"], ["level"]],
        [
            ("nip", 1, "nip baru | peg nip > nip"),
            ("kompetensi", 3, "kode kompetensi > kompetensi > kode"),
            ("level", 4, "level | tingkat penguasaan"),
            ("tanggal", 1, "tanggal | tanggal asesmen"),
        ])

    static let training = page(
        .training, needs: [["nip"], ["pelatihan"], ["jam", "tanggal"]],
        [
            ("nip", 1, "nip baru | peg nip > nip"),
            ("pelatihan", 3, "kode pelatihan > pelatihan | nama pelatihan | diklat > kode"),
            ("kompetensi", 1, "kompetensi"),
            ("jenis", 1, "jenis pelatihan"),
            ("tanggal", 1, "tanggal selesai > tanggal | selesai"),
            ("jam", 4, "jp | jam | jam pelajaran"),
        ])
}
