internal import Definition

/// Headings of the register, of what amends it, and of ratings given elsewhere.
extension HeadingBook {
    static let register = page(
        .register, needs: [["nip"], ["nama", "golongan"], ["unit", "jabatan"]],
        [
            ("nip", 1, "nip baru | peg nip > nip | nip pegawai | nomor induk pegawai"),
            ("nip_lama", 1, "nip lama"),
            ("nama", 1, "peg nama | nama pegawai | nama lengkap > nama"),
            ("jenis", 1, "jenis pegawai nama | jenis pegawai | jenis asn > jenis"),
            (
                "unit", 1,
                "unor nama | nama unor | satuan kerja nama > unit kerja | satuan kerja | unit | unor | opd"
            ),
            ("jabatan", 1, "jabatan nama | nama jabatan > jabatan"),
            ("jenjang", 3, "jenjang | jenjang jabatan"),
            (
                "golongan", 3,
                "gol akhir nama | gol akhir > golongan | golru | gol ruang | pangkat gol > gol | pangkat"
            ),
            ("kelas", 3, "kelas jabatan > kelas"),
            ("atasan", 3, "nip atasan | pegawai atasan nip"),
            ("status", 1, "kedudukan hukum nama | kedudukan hukum > status | status pegawai"),
            ("mulai", 1, "tmt jabatan > tmt unit | tmt mulai | mulai > periode awal"),
            ("sampai", 1, "tmt selesai | tgl akhir | sampai > periode akhir"),
            ("plt", 1, "is plt plh | plt"),
            ("lahir", 3, "tanggal lahir | tgl lahir | lahir"),
            ("kelamin", 3, "jenis kelamin | kelamin | jk"),
            ("tmt", 3, "tmt cpns > tmt"),
            ("pendidikan", 3, "tingkat pendidikan nama > pendidikan nama | pendidikan"),
        ])

    static let outcome = page(
        .outcome,
        needs: [
            ["nip"],
            [
                "hasil_kerja", "perilaku_kerja", "hasil_akhir", "nilai", "nilai_skp",
                "nilai_perilaku", "gagasan", "status", "tahun",
            ],
            ["tahun", "mulai", "skp", "gagasan", "hasil_akhir", "hasil_kerja"],
        ],
        [
            ("nip", 1, "nip baru | peg nip > nip | nip pegawai > nip lama"),
            ("skp", 1, "skp id > nomor skp > id"),
            ("tahun", 2, "tahun skp > tahun"),
            ("mulai", 1, "periode awal skp > periode awal | periode mulai"),
            ("sampai", 1, "periode akhir skp > periode akhir | periode selesai"),
            ("jenis", 1, "jenis pegawai | jenis"),
            ("unit", 1, "skp unor > unor nama | unit kerja | unit"),
            ("jabatan", 1, "skp jabatan > jabatan nama > jabatan"),
            ("plt", 1, "is skp plt plh pjb | is plt plh"),
            ("hasil_kerja", 4, "hasil kinerja nilai > hasil kinerja > hasil kerja"),
            ("perilaku_kerja", 4, "perilaku kerja nilai > perilaku kerja"),
            (
                "hasil_akhir", 3,
                "hasil akhir > predikat kinerja | kategori nilai prestasi | kuadran kinerja > predikat"
            ),
            (
                "nilai", 2,
                "nilai prestasi kerja | nilai prestasi | nilai rata rata > total > nilai"
            ),
            ("nilai_skp", 4, "nilai skp"),
            ("nilai_perilaku", 4, "nilai perilaku"),
            ("gagasan", 4, "gagasan baru | gagasan"),
            ("status", 3, "skp status > status penilaian > status"),
            ("penilai", 1, "penilai nip nrp | nip penilai"),
            ("dinilai", 1, "waktu dinilai | tanggal dinilai > updated"),
        ])

    static let event = page(
        .event, needs: [["nip"], ["peristiwa"], ["tanggal"]],
        [
            ("nip", 1, "nip baru | peg nip > nip"),
            ("peristiwa", 4, "peristiwa > jenis mutasi > jenis"),
            ("tanggal", 1, "tanggal | tanggal peristiwa | tmt"),
            ("termasuk", 4, "termasuk | hari itu masih lama"),
            ("unit", 2, "unit baru | unor baru"),
            ("jabatan", 2, "jabatan baru"),
            ("jenjang", 2, "jenjang baru"),
            ("dokumen", 1, "no sk | nomor sk | dokumen"),
        ])

    static let correction = page(
        .correction, needs: [["nip"], ["sumber"], ["kolom"], ["nilai_baru"], ["dokumen"]],
        [
            ("nip", 1, "nip"), ("sumber", 3, "sumber"), ("kunci", 3, "kunci"),
            ("kolom", 3, "kolom"), ("nilai_lama", 3, "nilai lama"),
            ("nilai_baru", 3, "nilai baru"), ("dokumen", 1, "dokumen | no sk | nomor sk"),
            ("tanggal", 1, "tanggal"), ("keputusan", 3, "keputusan"),
        ])

    static let sanction = page(
        .sanction, needs: [["nip"], ["tingkat", "persen"], ["mulai"]],
        [
            ("nip", 1, "nip baru | peg nip > nip"),
            ("tingkat", 4, "tingkat | tingkat hukuman | tingkat hukdis"),
            ("persen", 3, "persen | potongan persen"),
            ("mulai", 1, "tmt hukuman > tmt | mulai"),
            ("lama", 3, "lama bulan > lama"),
            ("sampai", 1, "sampai | selesai"),
            ("dokumen", 1, "no sk | nomor sk | dokumen"),
        ])
}
