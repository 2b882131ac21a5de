extension CatalogEntry {
    /// Faults of workbooks and of tables in HTML.
    static let workbooks: [CatalogEntry] = [
        CatalogEntry(
            .brokenCell,
            title: .init("Sel tanpa nilai yang sah", "A cell that is no value"),
            meaning: .init(
                """
                Sel lembar kerja berisi galat seperti #REF!, rumus yang belum pernah dihitung, atau \
                bilangan lebih dari 15 angka, yang angka-angka akhirnya sudah hilang dalam berkas.
                """,
                """
                The cell of the sheet holds an error such as #REF!, a formula that was never \
                computed, or a number of more than 15 digits, whose last digits the file has lost.
                """),
            remedy: .init(
                """
                Perbaiki rumusnya, atau simpan pengenal sebagai teks, lalu ekspor lagi dari sistem \
                asalnya.
                """,
                """
                Correct the formula, or store identifiers as text, and export again from the \
                original system.
                """)),
        CatalogEntry(
            .hiddenCells,
            title: .init(
                "Ada yang tidak tampak di lembar kerja", "Something in the sheet is not seen"),
            meaning: .init(
                """
                Lembar, baris, atau kolom yang dibaca tersembunyi, atau sel gabungan meliputi \
                beberapa baris. Semuanya dibaca seperti yang lain; tidak ada yang dilewati.
                """,
                """
                A sheet, rows or columns that are read are hidden, or merged cells reach over \
                several rows. All of it is read like the rest; nothing is left out.
                """),
            remedy: .init(
                """
                Tampakkan barisnya dan tanyakan kepada pemasok apakah semuanya dimaksudkan; \
                pisahkan sel gabungan.
                """,
                """
                Unhide the rows and ask the supplier whether all of them are meant; split merged \
                cells.
                """)),
        CatalogEntry(
            .brokenWorkbook,
            title: .init("Lembar kerja rusak", "A broken workbook"),
            meaning: .init(
                """
                Bagian-bagian lembar kerja saling bertentangan, tabel HTML terpotong, atau isinya \
                melampaui batas. Seluruh berkas ditolak karena tidak diketahui baris mana yang hilang.
                """,
                """
                The parts of the workbook contradict each other, the HTML table is cut off, or \
                there is more in it than is allowed. The whole file is refused, since nobody can \
                say which rows are missing.
                """),
            remedy: .init(
                "Simpan ulang dengan aplikasi lembar kerja, atau minta ekspor CSV.",
                "Save it anew in a spreadsheet, or ask for the export as CSV.")),
        CatalogEntry(
            .noSheet,
            title: .init("Lembar atau tabel tidak ditemukan", "No such sheet or table"),
            meaning: .init(
                """
                Lembar atau tabel yang diminta definisi tidak ada, atau ada beberapa lembar dan \
                definisi tidak memilih.
                """,
                """
                The sheet or table that the definition asks for is not there, or there are several \
                sheets and the definition names none.
                """),
            remedy: .init(
                "Sebutkan lembar atau tabelnya dalam format definisi.",
                "Name the sheet or table in the format of the definition.")),
    ]
}
