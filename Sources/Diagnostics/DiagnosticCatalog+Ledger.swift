extension CatalogEntry {
    /// The book of an output tree, and what is repeated from it.
    static let ledger: [CatalogEntry] = [
        CatalogEntry(
            .treeRecovered,
            title: .init(
                "Sisa proses terdahulu dibereskan", "What an earlier process left was set right"),
            meaning: .init(
                """
                Proses terdahulu berakhir tanpa kabar, atau sebuah folder hasil belum tercatat \
                di buku. Program ini menyelesaikannya sendiri: sisa tersembunyi dihapus, run \
                yang utuh dicatat, dan penunjuk dipindahkan.
                """,
                """
                An earlier process ended without a word, or a folder of results was not in the \
                book. The program has finished it by itself: hidden leftovers are removed, whole \
                runs entered, the pointer moved.
                """),
            remedy: .init(
                """
                Tidak perlu tindakan; bila sering terjadi, cari tahu apa yang menghentikan \
                proses itu.
                """,
                """
                Nothing has to be done; where it happens often, find out what ends the process.
                """)),
        CatalogEntry(
            .runLost,
            title: .init(
                "Run yang tercatat tidak ada lagi", "A run of the book is gone or changed"),
            meaning: .init(
                """
                Buku mencatat sebuah run, tetapi foldernya hilang atau manifesnya bukan yang \
                dahulu diterbitkan.
                """,
                """
                The book has a run whose folder is gone, or whose manifest is not the one that \
                was published.
                """),
            remedy: .init(
                """
                Pulihkan folder itu dari salinan, atau ulangi run dengan kinerja rerun, dan cari \
                tahu siapa yang mengubahnya.
                """,
                """
                Restore the folder from a copy, or repeat the run with kinerja rerun, and find \
                out who changed it.
                """)),
        CatalogEntry(
            .strangeFolder,
            title: .init("Folder yang menyerupai run", "A folder that only looks like a run"),
            meaning: .init(
                """
                Sebuah folder bernama seperti run, tetapi isinya tidak cocok dengan manifes atau \
                tempatnya. Folder itu tidak dicatat di buku dan tidak disentuh.
                """,
                """
                A folder is called like a run, and its content is not what its manifest or its \
                place says. It is not entered into the book and not touched.
                """),
            remedy: .init(
                """
                Periksa dengan kinerja verify; pulihkan dari salinan, atau singkirkan folder \
                itu.
                """,
                """
                Look at it with kinerja verify; restore it from a copy, or remove it.
                """)),
        CatalogEntry(
            .ledgerUnusable,
            title: .init("Buku run tidak dapat dipakai", "The book of runs cannot be used"),
            meaning: .init(
                """
                Berkas .kinerja/ledger.sqlite rusak, ditulis oleh program yang lebih baru, atau \
                tidak dapat ditulis. Tidak ada yang diterbitkan; hasil yang sudah terbit tetap \
                sah.
                """,
                """
                The file .kinerja/ledger.sqlite is damaged, of a newer program, or cannot be \
                written. Nothing is published; what was published stays valid.
                """),
            remedy: .init(
                """
                Pulihkan salinan terbaru. Pembayaran hanya ada di berkas itu: tanpa salinan, \
                pindahkan hanya bila belum pernah ada pembayaran; run berikutnya mencatat \
                kembali semua hasil yang utuh.
                """,
                """
                Restore the newest copy. Payments stand in that file only: without a copy move \
                it away only where nothing was ever paid; the next run enters all whole results \
                again.
                """)),
        CatalogEntry(
            .runUnknown,
            title: .init("Run tidak dikenal", "No such run"),
            meaning: .init(
                """
                Tidak ada run dengan nama itu di buku pohon keluaran ini, atau lebih dari satu.
                """,
                """
                The book of this output tree has no run of that name, or more than one.
                """),
            remedy: .init(
                """
                Lihat kinerja runs list; sebut semua angka run, dan pohon keluarannya dengan \
                --out.
                """,
                """
                See kinerja runs list; give all digits of the run, and its output tree with \
                --out.
                """)),
        CatalogEntry(
            .inputNotKept,
            title: .init("Masukan tidak tersimpan", "An input that is not kept"),
            meaning: .init(
                """
                Run tidak dapat diulang: salinan sebuah masukan tidak ada di .kinerja/inputs, \
                atau isinya bukan yang disimpan.
                """,
                """
                The run cannot be repeated: the copy of an input is not in .kinerja/inputs, or \
                is not what was kept.
                """),
            remedy: .init(
                """
                Jalankan lagi dari berkas kirimannya; pulihkan simpanan dari salinan bila rusak.
                """,
                """
                Run again from the delivered files; restore the store from a copy where it is \
                damaged.
                """)),
    ]
}
