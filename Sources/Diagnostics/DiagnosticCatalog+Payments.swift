extension CatalogEntry {
    /// Payments: what they are made from, their steps, and the answers of the bank.
    static let payments: [CatalogEntry] = [
        CatalogEntry(
            .paymentRefused,
            title: .init("Pembayaran tidak dapat disusun", "A payment cannot be prepared"),
            meaning: .init(
                """
                Tidak ada run terbit yang lengkap untuk bulan itu, masukannya tidak lengkap, \
                ada nilai peraturan yang belum terkonfirmasi, run yang disebut bukan \
                milik skema, run bukan yang tercatat dalam buku, lembar kontrolnya tidak \
                seimbang, atau skema lain sudah membayar hal yang sama. Tidak ada yang \
                dibayar.
                """,
                """
                No published complete run stands for the month, its inputs are partial, a \
                value of law is unconfirmed, a run that was named is not one of the scheme, a \
                run is not the one that the book of the tree has, its control sheet does not \
                balance, or another scheme pays the same already. Nothing is paid.
                """),
            remedy: .init(
                """
                Terbitkan run bulan itu, lengkapi masukannya, atau nyatakan pengecualian \
                dengan opsi yang disebut.
                """,
                """
                Publish a run of the month, complete its inputs, or say the exception with the \
                option that is named.
                """)),
        CatalogEntry(
            .overBudget,
            title: .init("Pagu rekening terlampaui", "An account beyond its ceiling"),
            meaning: .init(
                """
                Berkas pembayaran akan membebani rekening melebihi pagunya untuk tahun itu, \
                atau rekening tanpa pagu. Tidak ada yang dibayar.
                """,
                """
                The payment would charge an account beyond its ceiling of the year, or an \
                account that has none. Nothing is paid.
                """),
            remedy: .init(
                "Periksa besaran skema; ubah anggaran, lalu nyatakan pagu yang baru.",
                """
                Check the amounts of the scheme; have the budget changed, then state the new \
                ceiling.
                """)),
        CatalogEntry(
            .paymentStep,
            title: .init(
                "Langkah pembayaran tidak diperbolehkan", "A step that the payment does not allow"),
            meaning: .init(
                """
                Keadaan berkas pembayaran, orang yang menjalankannya, atau pembayaran yang \
                kembali sesudah berkas dihitung tidak memperbolehkan langkah itu. Tidak ada \
                yang berubah.
                """,
                """
                The state of the payment, the person at work, or money that came back after it \
                was computed does not allow the step. Nothing was changed.
                """),
            remedy: .init(
                """
                Lihat langkah-langkahnya dengan kinerja pay show; berkas yang usang ditarik \
                dan disusun lagi.
                """,
                """
                Look at its steps with kinerja pay show; a stale file is withdrawn and \
                prepared again.
                """)),
        CatalogEntry(
            .returnMismatch,
            title: .init(
                "Jawaban bank yang tidak cocok", "An answer of the bank that does not fit"),
            meaning: .init(
                """
                Nominal pada berkas pengembalian berbeda dari yang dibayar, atau baris yang \
                sudah kembali dinyatakan terbayar. Jawaban itu tidak dicatat.
                """,
                """
                The amount of the return file differs from what was paid, or a row that came \
                back is said to be paid. The answer was not entered.
                """),
            remedy: .init(
                "Selesaikan dengan bank atau kas daerah, lalu rekonsiliasi lagi.",
                "Clear it up with the bank or the treasury, then reconcile again.")),
        CatalogEntry(
            .returnUnknown,
            title: .init(
                "Berkas pengembalian yang bukan milik pembayaran ini",
                "A return file that is not of this payment"),
            meaning: .init(
                """
                Berkas pengembalian menyebut orang atau bulan yang tidak ada pada pembayaran, \
                satu baris dua kali, atau sebagian dari transfer yang diperhitungkan. Tidak \
                ada yang dicatat.
                """,
                """
                The return file names a person or month that the payment does not have, a row \
                twice, or a part of a transfer that was set off. Nothing was entered.
                """),
            remedy: .init(
                "Periksa apakah berkas itu milik pembayaran ini, atau minta berkas yang benar.",
                "Check that the file belongs to this payment, or ask for the right one.")),
        CatalogEntry(
            .strayPayment,
            title: .init(
                "Pembayaran yang tidak ada dalam buku", "A payment that the book does not know"),
            meaning: .init(
                """
                Sebuah folder pembayaran tidak tercatat dalam buku, atau buku menyebutnya belum \
                dirilis padahal catatan di sampingnya berkata lain: buku hilang, diganti, atau \
                dipulihkan dari salinan lama. Pembayaran itu mungkin sudah dirilis, maka tidak \
                ada yang dibayar.
                """,
                """
                A payment folder is not in the book, or the book has it as not released although \
                the note beside it says so: the book was lost, replaced, or restored from an old \
                copy. The payment may have been released, so nothing is paid.
                """),
            remedy: .init(
                "Pulihkan buku dari salinan terbaru; jangan membayar dari buku baru.",
                "Restore the book from its latest copy; do not pay from a new one.")),
        CatalogEntry(
            .returnUnreadable,
            title: .init(
                "Baris pengembalian tidak terbaca", "A line of a return file that cannot be read"),
            meaning: .init(
                """
                Baris berkas pengembalian tidak memiliki NIP 18 digit atau kunci, status yang \
                dikenal, dan nominal rupiah bulat. Tidak ada yang dicatat.
                """,
                """
                A line of the return file lacks a NIP of 18 digits or a key, a known status, \
                or an amount in whole rupiah. Nothing was entered.
                """),
            remedy: .init(
                """
                Minta berkasnya lagi; NIP yang dipotong lembar kerja tidak dapat dipulihkan \
                dengan menebak.
                """,
                """
                Ask for the file again; a NIP that a spreadsheet has cut cannot be restored by \
                guessing.
                """)),
    ]
}
