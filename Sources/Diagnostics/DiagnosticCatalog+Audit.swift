extension CatalogEntry {
    /// Decisions of others that a run checks and does not change.
    static let audit: [CatalogEntry] = [
        CatalogEntry(
            .nonconformingPredikat,
            title: .init("Predikat berbeda dari aturan", "A predikat that the rule does not give"),
            meaning: .init(
                """
                Hasil akhir yang dinyatakan bukan predikat yang diberikan matriks peraturan untuk \
                hasil kerja dan perilaku kerja pada baris yang sama. Program ini tidak mengubahnya.
                """,
                """
                The stated predikat is not the one that the regulation's matrix gives for the \
                ratings of hasil kerja and perilaku kerja of the same row. This program does not \
                change it.
                """),
            remedy: .init(
                "Tanyakan penilainya, dan perbaiki di sistem asalnya.",
                "Ask who decided it, and correct it in the system where it was decided.")),
        CatalogEntry(
            .unjudgedPredikat,
            title: .init("Predikat tidak dapat diperiksa", "A predikat that cannot be judged"),
            meaning: .init(
                """
                Hasil akhir dinyatakan, tetapi hasil kerja atau perilaku kerja tidak ada, atau \
                salah satu dari ketiganya bukan kata yang dikenal peraturan.
                """,
                """
                A predikat is stated, but a rating of hasil kerja or perilaku kerja is missing, or \
                one of the three is no word that the regulation knows.
                """),
            remedy: .init(
                "Lengkapi baris itu, atau terjemahkan ejaannya dengan aliases.",
                "Complete the row, or translate its spelling by aliases.")),
        CatalogEntry(
            .distributionBreached,
            title: .init("Pola distribusi tidak terpenuhi", "A distribution that is not as asked"),
            meaning: .init(
                """
                Sebaran predikat orang yang dinilai di unit ini tidak sesuai dengan capaian \
                organisasinya. Unit yang lebih kecil dari jumlah minimum tidak diperiksa. Tidak \
                ada predikat yang diubah.
                """,
                """
                The predikat of this unit's evaluated people are not spread as the capaian of the \
                organisation asks. Units smaller than the minimum are not judged. No predikat is \
                changed.
                """),
            remedy: .init(
                "Bicarakan dengan pimpinan unit, yang menetapkan predikat.",
                "Take it to the head of the unit, who decides on the predikat.")),
        CatalogEntry(
            .unjudgedDistribution,
            title: .init(
                "Pola distribusi tidak dapat diperiksa", "A distribution that cannot be judged"),
            meaning: .init(
                """
                Capaian unit bukan kata yang dikenal peraturan, atau ada orang dengan predikat \
                yang bukan predikat peraturan.
                """,
                """
                The unit's capaian is no word that the regulation knows, or somebody has a predikat \
                that is none of the regulation's.
                """),
            remedy: .init(
                "Perbaiki capaian pada sumber unit, atau nama predikat pada definisi.",
                "Correct the capaian in the unit source, or the names of predikat in the definition."
            )),
        CatalogEntry(
            .conflictingSKP,
            title: .init("SKP yang bertentangan", "SKP that contradict each other"),
            meaning: .init(
                """
                Seseorang punya dua SKP definitif yang berlaku pada hari yang sama dengan nilai \
                berbeda. Parameter skp-ganda menentukan yang dipakai; yang lain tidak dihitung.
                """,
                """
                A person has two definitive SKP that hold on the same day and are rated \
                differently. The parameter skp-ganda decides which counts; the other does not.
                """),
            remedy: .init(
                "Tanyakan instansinya SKP mana yang benar, dan perbaiki tanggal atau nilainya.",
                "Ask the agency which SKP is right, and correct its days or its rating.")),
    ]
}
