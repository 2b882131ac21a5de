extension CatalogEntry {
    /// Faults of forms with one column for each person and aspect.
    static let pivots: [CatalogEntry] = [
        CatalogEntry(
            .repeatedAnswer,
            title: .init(
                "Dua kolom untuk jawaban yang sama", "Two columns for the same answer"),
            meaning: .init(
                """
                Dua judul formulir menyebut aspek dan orang yang sama, sehingga tidak jelas kolom \
                mana yang berlaku. Seluruh berkas ditolak.
                """,
                """
                Two headings of the form state the same aspect of the same person, so nothing says \
                which column counts. The whole file is refused.
                """),
            remedy: .init(
                "Tanyakan kepada pembuat formulir kolom mana yang berlaku dan hapus yang lain.",
                "Ask whoever made the form which column counts and delete the other.")),
        CatalogEntry(
            .headingPerson,
            title: .init(
                "Judul tanpa orang yang pasti", "A heading that names no certain person"),
            meaning: .init(
                """
                Nama dalam judul formulir tidak ada di daftar pegawai, atau dimiliki beberapa orang \
                di sana. Jawaban di bawahnya ditolak, sebab tidak jelas siapa yang dinilai.
                """,
                """
                The name in a heading of the form is not in the staff list, or several people there \
                have it. The answers below it are rejected, since nothing says who was rated.
                """),
            remedy: .init(
                """
                Samakan nama di formulir dengan nama di daftar; bedakan orang yang bernama sama \
                dengan gelar, di keduanya.
                """,
                """
                Spell the name in the form as in the list; tell people of one name apart by their \
                degrees, in both.
                """)),
    ]
}
