extension CatalogEntry {
    /// Postings and corrections.
    static let normalization: [CatalogEntry] = [
        CatalogEntry(
            .overlappingPostings,
            title: .init("Jabatan yang bertumpuk", "Postings that overlap"),
            meaning: .init(
                """
                Akhir satu jabatan yang dinyatakan jatuh sesudah awal jabatan berikutnya. Hari \
                yang bertumpuk dihitung untuk jabatan yang kemudian.
                """,
                """
                A stated end of one posting lies after the start of the next. Overlapping days \
                count for the later posting.
                """),
            remedy: .init(
                "Perbaiki tanggal akhir jabatan sebelumnya pada data pegawai.",
                "Correct the end of the earlier posting in the roster.")),
        CatalogEntry(
            .correctionMismatch,
            title: .init("Koreksi atas nilai lain", "A correction of another value"),
            meaning: .init(
                """
                Koreksi menyebut nilai lama, sedangkan ekspor menyatakan nilai lain. Fakta tetap \
                seperti ekspor dan koreksinya ditolak.
                """,
                """
                The correction names an old value, and the export states a different one. The fact \
                stays as exported and the correction is rejected.
                """),
            remedy: .init(
                "Bandingkan keputusan dengan ekspor; tulis nilai lama seperti pada ekspor.",
                "Compare decision and export; state the old value as the export has it.")),
        CatalogEntry(
            .correctionUnused,
            title: .init("Koreksi tanpa sasaran", "A correction that met nothing"),
            meaning: .init(
                """
                Tidak ada fakta diterima dengan sumber, kunci, dan kolom yang disebut koreksi, \
                sehingga tidak ada yang berubah.
                """,
                """
                No accepted fact has the source, key and column that the correction names, so \
                nothing was changed.
                """),
            remedy: .init(
                "Periksa sumber, kunci, dan kolom koreksi.",
                "Check source, key and column of the correction.")),
        CatalogEntry(
            .cutNIP,
            title: .init(
                "NIP yang terpotong lembar kerja", "A NIP that a spreadsheet has cut short"),
            meaning: .init(
                """
                NIP berakhir 000 dan tidak ada di data pegawai: lembar kerja menyimpan 15 angka \
                pertama saja. Tepat satu orang di data pegawai memiliki tanggal lahir, \
                pengangkatan, dan jenis kelamin itu; orang itulah yang disebut. Barisnya tetap \
                ditolak (V401).
                """,
                """
                The NIP ends in 000 and is not in the register: a spreadsheet keeps the first 15 \
                digits only. Exactly one person of the register has that date of birth, \
                appointment and sex, and is the one named. The row stays rejected (V401).
                """),
            remedy: .init(
                "Minta berkas dengan NIP sebagai teks; jangan menebak orangnya.",
                "Ask for the file with the NIP as text; do not guess the person.")),
    ]

    /// Evidence that cannot be measured.
    static let scoring: [CatalogEntry] = [
        CatalogEntry(
            .noTarget,
            title: .init(
                "Capaian tanpa target yang dapat dipakai",
                "Attainment without a usable target"),
            meaning: .init(
                """
                Baris capaian tidak memiliki target sendiri maupun pada sumber indikator, atau \
                targetnya 0. Baris dianggap tidak ada, bukan nol poin.
                """,
                """
                An attainment row has neither a target of its own nor one in the indicator source, \
                or its target is 0. The row counts as missing, never as zero points.
                """),
            remedy: .init(
                "Isi target pada ekspor atau pada tabel indikator.",
                "Fill in the target in the export or in the indicator source.")),
        CatalogEntry(
            .noStandard,
            title: .init("Jabatan tanpa syarat kompetensi", "A post without required levels"),
            meaning: .init(
                """
                Sumber standar tidak memiliki syarat level untuk kolom pegawai pada required_by, \
                sehingga komponen kompetensi tidak bernilai bagi orang itu.
                """,
                """
                The standard source has no required level for any of the person's columns in \
                required_by, so the competency component has no value for that person.
                """),
            remedy: .init(
                "Tambahkan syarat level jabatan atau jenjang pada sumber standar.",
                "Add the required levels of the jabatan or jenjang to the standard source.")),
        CatalogEntry(
            .sanctionWithoutPercent,
            title: .init("Hukuman tanpa persen", "A sanction without a percentage"),
            meaning: .init(
                """
                Baris hukuman tidak menyebut persen dan tingkatnya tidak ada dalam levels, sehingga \
                hukuman itu tidak mengurangi nilai.
                """,
                """
                The row states no percentage and its level is not in levels, so the sanction lowers \
                no score.
                """),
            remedy: .init(
                "Isi persennya, atau tambahkan tingkatnya ke levels.",
                "State the percentage, or add the level to levels.")),
        CatalogEntry(
            .indicatorNotInForce,
            title: .init("Indikator tidak berlaku", "An indicator that is not in force"),
            meaning: .init(
                """
                Komponen menyebut kode indikator yang tidak ada di sumber indikator untuk periode \
                ini. Tidak seorang pun mendapat nilai darinya.
                """,
                """
                A component lists a code that the indicator source does not have in this period. \
                Nobody gets points from it.
                """),
            remedy: .init(
                "Periksa ejaan kodenya atau tanggal berlakunya.",
                "Check the spelling of the code, or its dates of validity.")),
        CatalogEntry(
            .smallSample,
            title: .init("Sampel survei terlalu kecil", "A survey with too few forms"),
            meaning: .init(
                """
                Unit memiliki lebih sedikit formulir daripada sampel minimal untuk populasinya \
                menurut tabel PermenPANRB 14/2017. Nilainya tetap dihitung.
                """,
                """
                A unit has fewer forms than the least sample for its population by the table of \
                PermenPANRB 14/2017. Its index is computed all the same.
                """),
            remedy: .init(
                "Kumpulkan formulir yang kurang, atau periksa populasi unit itu.",
                "Collect the missing forms, or check the population of the unit.")),
    ]

    /// Activities of SKP that cannot be measured.
    static let plans: [CatalogEntry] = [
        CatalogEntry(
            .noRealisation,
            title: .init("Kegiatan tanpa realisasi", "An activity without a realisation"),
            meaning: .init(
                """
                Baris kegiatan SKP memiliki target tetapi tidak memiliki realisasi. Kegiatan itu \
                dianggap tidak ada, bukan nol. Realisasi 0 harus ditulis 0.
                """,
                """
                A row of an SKP activity has a target and no realisation. The activity counts as \
                missing, never as zero. A realisation of 0 must be written as 0.
                """),
            remedy: .init(
                "Isi realisasi pada ekspor.", "Fill in the realisation in the export.")),
        CatalogEntry(
            .unusableSkpRow,
            title: .init(
                "Baris SKP yang tidak dapat dipakai", "A row of SKP that cannot be used"),
            meaning: .init(
                """
                Ukuran, jenis, arah, bobot, atau jumlah pada baris SKP tidak dikenal oleh peraturan. \
                Komponen SKP orang itu tidak bernilai, karena nilainya akan salah tanpa baris itu.
                """,
                """
                The rule does not know the row's ukuran, jenis, arah, bobot or number. The person \
                has no value of the SKP component, which would be wrong without the row.
                """),
            remedy: .init(
                """
                PP 46/2011: ukuran kuantitas, kualitas, waktu, biaya, tugas tambahan, atau \
                kreativitas (indikator unit, organisasi, atau negara); jumlah bilangan bulat. \
                PP 30/2019: jenis utama atau tambahan; arah naik, turun, atau rentang; bobot terisi.
                """,
                """
                PP 46/2011: ukuran is kuantitas, kualitas, waktu, biaya, tugas tambahan or \
                kreativitas (indikator unit, organisasi or negara), numbers are whole. PP 30/2019: \
                jenis is utama or tambahan; arah is naik, turun or rentang; bobot is stated.
                """)),
        CatalogEntry(
            .skpWeights,
            title: .init(
                "Bobot kinerja utama tidak berjumlah 100",
                "Weights of kinerja utama that do not sum to 100"),
            meaning: .init(
                """
                Bobot semua baris kinerja utama seseorang tidak tepat berjumlah 100 persen. \
                Komponen SKP orang itu tidak bernilai; bobot tidak pernah disesuaikan sendiri.
                """,
                """
                The bobot of all rows of kinerja utama of a person do not sum to exactly 100 \
                percent. The person has no value of the SKP component; weights are never rescaled.
                """),
            remedy: .init(
                "Perbaiki bobot pada ekspor.", "Correct the bobot in the export.")),
    ]

    /// Outputs, locks, verification.
    static let export: [CatalogEntry] = [
        CatalogEntry(
            .unbalanced,
            title: .init("Neraca tidak seimbang", "The account does not balance"),
            meaning: .init(
                """
                Baris terbaca tidak sama dengan jumlah terpakai, ditolak, dikecualikan, \
                digantikan, dan disisihkan, atau orang pada daftar pegawai tidak sama dengan \
                jumlah nasibnya. Tidak ada yang diterbitkan.
                """,
                """
                Rows read are not the sum of used, rejected, excluded, superseded and set aside, \
                or the persons of the register are not the sum of what became of them. Nothing is \
                published: a row or a person would be unaccounted for.
                """),
            remedy: .init(
                "Laporkan beserta definisinya: ini kesalahan program, bukan data.",
                "Report it with the definition: this is a fault of the program, not of the data.")),
        CatalogEntry(
            .outputFailed,
            title: .init("Keluaran tidak dapat ditulis", "An output cannot be written"),
            meaning: .init(
                """
                Diska penuh, folder tidak boleh ditulis, atau sistem gagal. Hasil terbitan \
                terakhir tetap utuh; tidak ada keluaran setengah jadi yang terlihat.
                """,
                """
                The disk is full, the folder may not be written, or the system failed. The last \
                published run stays as it is; nothing half-written is visible.
                """),
            remedy: .init(
                "Kosongkan ruang atau perbaiki hak folder, lalu jalankan lagi.",
                "Free space or correct the permissions of the folder, then run again.")),
        CatalogEntry(
            .runLocked,
            title: .init("Proses lain sedang berjalan", "Another run is under way"),
            meaning: .init(
                """
                Proses lain memegang kunci folder keluaran ini. Tidak ada yang dibaca maupun \
                ditulis.
                """,
                """
                Another process holds the lock of this output folder. Nothing was read and nothing \
                written.
                """),
            remedy: .init(
                """
                Tunggu proses lain selesai. Kunci berakhir bersama prosesnya, maka tidak pernah \
                ada kunci usang.
                """,
                """
                Wait for the other run to end. The lock ends with its process, so there is never a \
                stale one to remove.
                """)),
        CatalogEntry(
            .verificationFailed,
            title: .init("Berkas terbitan berubah", "Published files are not what was published"),
            meaning: .init(
                """
                Sebuah berkas hasil hilang, ditambahkan, atau memiliki sidik berbeda dari manifes.
                """,
                """
                A file of the run is missing, was added, or has another hash than the manifest \
                states.
                """),
            remedy: .init(
                """
                Jangan pakai berkas itu; pulihkan dari arsip atau jalankan ulang, dan cari tahu \
                siapa yang mengubahnya.
                """,
                """
                Do not use the files; restore them from the archive or run again, and find out who \
                changed them.
                """)),
    ]
}
