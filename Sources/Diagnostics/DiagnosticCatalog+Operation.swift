extension CatalogEntry {
    /// What an operator meets: deliveries that are missing or late, and runs that could not go on.
    static let operation: [CatalogEntry] = [
        CatalogEntry(
            .missingAgency,
            title: .init("Kiriman instansi belum ada", "The delivery of an agency is missing"),
            meaning: .init(
                """
                Definisi menyebut siapa yang harus mengirim (expect: agencies), dan dari \
                instansi ini tidak ada satu baris pun yang dihitung: berkasnya tidak ada, \
                kosong, hanya berisi judul, atau seluruh barisnya ditolak atau milik periode \
                lain.
                """,
                """
                The definition names who must deliver (expect: agencies), and no row of this \
                agency counts: its file is not there, empty, a heading only, or all its rows are \
                rejected or of another period.
                """),
            remedy: .init(
                """
                Minta kiriman itu dan jalankan lagi; sampai itu hasilnya sebagian, atau tidak \
                terbit bila missing: refuse.
                """,
                """
                Ask for the delivery and run again; until then the run is partial, or not \
                published where missing: refuse stands.
                """)),
        CatalogEntry(
            .tooFewFiles,
            title: .init(
                "Berkas lebih sedikit daripada yang diharapkan", "Fewer files than expected"),
            meaning: .init(
                """
                Dari sumber ini lebih sedikit berkas yang dihitung daripada yang disebut expect: \
                files. Berkas berulang, digantikan, atau tanpa baris tidak ikut dihitung.
                """,
                """
                Fewer files of this source count than expect: files states. Repeated and \
                superseded files, and files without rows, do not count.
                """),
            remedy: .init(
                """
                Cari berkas yang belum tiba dan jalankan lagi.
                """,
                """
                Find the file that has not arrived, and run again.
                """)),
        CatalogEntry(
            .tooFewRows,
            title: .init(
                "Baris lebih sedikit daripada yang diharapkan", "Fewer rows than expected"),
            meaning: .init(
                """
                Dari sumber atau instansi ini lebih sedikit baris yang dihitung daripada yang \
                disebut expect: rows. Kiriman seperti itu dianggap belum ada, meskipun barisnya \
                tetap dipakai.
                """,
                """
                Fewer rows of this source or agency count than expect: rows states. Such a \
                delivery is taken for missing, though its rows are used.
                """),
            remedy: .init(
                """
                Periksa apakah ekspornya terpotong; minta yang lengkap dan jalankan lagi.
                """,
                """
                See whether the export was cut; ask for a whole one and run again.
                """)),
        CatalogEntry(
            .staleDelivery,
            title: .init("Kiriman terlalu lama", "The newest delivery is too old"),
            meaning: .init(
                """
                Kiriman terbaru dari sumber atau instansi ini lebih tua daripada yang diizinkan \
                expect: fresh_days, dihitung mundur dari hari terakhir periode atau dari tanggal \
                --as-of.
                """,
                """
                The newest delivery of this source or agency is older than expect: fresh_days \
                allows, counted back from the last day of the period or from the date of \
                --as-of.
                """),
            remedy: .init(
                """
                Minta kiriman yang baru dan jalankan lagi.
                """,
                """
                Ask for a new delivery and run again.
                """)),
        CatalogEntry(
            .redelivered,
            title: .init("Kiriman ulang tanpa versi", "Delivered again without a version"),
            meaning: .init(
                """
                Sedikitnya separuh baris berkas ini memiliki kunci yang sudah ada di baris \
                terdahulu. Itu kiriman ulang atau koreksi yang tidak menyatakan versinya: baris \
                pertama tetap berlaku dan yang lain ditolak satu per satu.
                """,
                """
                At least half the rows of this file have a key that a row before them has. It is \
                a redelivery or a correction that states no version: the first rows stand, the \
                others are rejected one by one.
                """),
            remedy: .init(
                """
                Singkirkan kiriman yang tidak berlaku, atau nyatakan version dan replaces pada \
                sumbernya agar koreksi menggantikan yang lama.
                """,
                """
                Remove the delivery that does not count, or declare version and replaces for the \
                source, so that a correction replaces the old one.
                """)),
        CatalogEntry(
            .laterDelivery,
            title: .init("Dikirim sesudah tanggal --as-of", "Delivered after the date of --as-of"),
            meaning: .init(
                """
                Berkas ini dikirim sesudah tanggal yang diminta dengan --as-of, jadi bukan \
                masukan run ini. Ia tidak mengubah satu byte pun dari hasilnya.
                """,
                """
                This file was delivered after the date asked for with --as-of, so it is no input \
                of this run. It does not change a byte of the results.
                """),
            remedy: .init(
                """
                Tidak perlu tindakan; tanpa --as-of berkas itu ikut dihitung.
                """,
                """
                Nothing has to be done; without --as-of the file counts.
                """)),
        CatalogEntry(
            .badDelivery,
            title: .init("Tanggal kiriman tidak terbaca", "The day of delivery cannot be read"),
            meaning: .init(
                """
                Definisi menyebut potongan nama berkas mana yang berisi tanggal kiriman \
                (delivered), dan potongan itu bukan tanggal.
                """,
                """
                The definition names the piece of the path that holds the day of delivery \
                (delivered), and that piece is no date.
                """),
            remedy: .init(
                """
                Ganti nama berkasnya menjadi yyyy-mm-dd atau yyyymmdd, atau perbaiki polanya.
                """,
                """
                Rename the file with yyyy-mm-dd or yyyymmdd, or correct the pattern.
                """)),
        CatalogEntry(
            .interrupted,
            title: .init("Dihentikan dengan sinyal", "Stopped by a signal"),
            meaning: .init(
                """
                Proses menerima SIGINT atau SIGTERM dan berhenti dengan tertib: tidak ada yang \
                terbit, hasil lama tetap berlaku, sisa tersembunyi dihapus.
                """,
                """
                The process got SIGINT or SIGTERM and ended in good order: nothing is published, \
                the old results stand, what was hidden is removed.
                """),
            remedy: .init(
                """
                Jalankan lagi; hasilnya sama seperti tanpa gangguan.
                """,
                """
                Run again; the results are those of an undisturbed run.
                """)),
        CatalogEntry(
            .diskTooSmall,
            title: .init("Ruang disk tidak cukup", "Not enough room on the disk"),
            meaning: .init(
                """
                Sebelum membaca, program memperkirakan kebutuhan dari ukuran masukan; ruang \
                bebas untuk pengguna ini lebih kecil. Kuota tidak selalu terlihat, jadi \
                perkiraan ini bukan jaminan.
                """,
                """
                Before it reads, the program estimates its need from the sizes of the inputs; \
                fewer bytes are free for this user. Quotas are not always seen, so the estimate \
                is no guarantee.
                """),
            remedy: .init(
                """
                Kosongkan disk, misalnya dengan kinerja runs purge, dan jalankan lagi.
                """,
                """
                Free the disk, for instance with kinerja runs purge, and run again.
                """)),
    ]
}
