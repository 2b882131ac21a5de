extension CatalogEntry {
    /// Faults of files and of records that cannot be cut into cells.
    static let ingestion: [CatalogEntry] = [
        CatalogEntry(
            .cellCount,
            title: .init("Jumlah sel salah", "Wrong number of cells"),
            meaning: .init(
                """
                Jumlah sel satu baris tidak sama dengan kepala kolom; pada XML ketat sebuah unsur \
                hilang, asing, atau ganda. Sel sesudahnya akan bergeser, maka baris ditolak.
                """,
                """
                A record does not have as many cells as the header; in XML with strict fields a \
                child element is missing, unknown or there twice. All cells behind the mistake \
                would be shifted, so the row is not guessed at.
                """),
            remedy: .init(
                """
                Cari pemisah tanpa kutip pada baris itu, biasanya dalam nama bergelar, lalu beri \
                tanda kutip.
                """,
                """
                Look for an unquoted delimiter in the line, usually in a name with titles, and \
                quote the cell.
                """)),
        CatalogEntry(
            .quoting,
            title: .init("Tanda kutip rusak", "Broken quoting"),
            meaning: .init(
                """
                Sel berkutip tidak ditutup, ada sesuatu sesudah kutip penutup, atau catatan \
                melebihi record_lines. Hanya baris pertamanya yang ditolak dan pembacaan berlanjut \
                pada baris berikut.
                """,
                """
                A quoted cell is not closed, something stands behind its closing quote, or the \
                record spans more lines than record_lines allows. Its first line alone is rejected \
                and reading goes on at the next line.
                """),
            remedy: .init(
                "Gandakan kutip di dalam sel, atau nyatakan quote dan escape sesuai ekspor.",
                """
                Double the quotes inside the cell, or declare quote and escape as the export \
                writes them.
                """)),
        CatalogEntry(
            .tooLong,
            title: .init("Catatan terlalu panjang", "Record too long"),
            meaning: .init(
                "Catatan melebihi record_bytes, biasanya karena tanda kutip tidak pernah ditutup.",
                """
                The record has more bytes than record_bytes allows, usually because a quote was \
                never closed.
                """),
            remedy: .init(
                """
                Perbaiki kutip pada baris itu, atau naikkan record_bytes bila catatan sepanjang \
                itu memang ada.
                """,
                "Correct the quoting of the line, or raise record_bytes if such records are real.")),
        CatalogEntry(
            .encoding,
            title: .init("Byte yang bukan teks", "Bytes that are not text"),
            meaning: .init(
                """
                Baris memuat byte yang tidak dikenal pengodean yang dinyatakan. Byte itu tidak \
                diganti tanda tanya.
                """,
                """
                The row has bytes that the declared encoding does not know. They are not replaced \
                by question marks.
                """),
            remedy: .init(
                """
                Ekspor ulang dengan pengodean yang dinyatakan, atau nyatakan yang sebenarnya \
                (windows-1252, utf-16).
                """,
                """
                Export the file in the declared encoding, or declare the real one (windows-1252, \
                utf-16).
                """)),
        CatalogEntry(
            .blank,
            title: .init("Baris kosong", "Blank line"),
            meaning: .init(
                "Baris kosong berada di antara catatan sumber dengan blank_lines: reject.",
                "An empty line stands among the records of a source whose blank_lines is reject."),
            remedy: .init(
                "Hapus barisnya, atau pakai blank_lines: skip bila ekspor memang menulisnya.",
                "Remove the line, or set blank_lines to skip if the export writes such lines.")),
        CatalogEntry(
            .repeatedFile,
            title: .init("Berkas yang sama dua kali", "The same file twice"),
            meaning: .init(
                """
                Dua berkas satu sumber memiliki isi dan tangkapan nama yang sama. Yang pertama \
                menurut byte jalurnya dihitung; baris berkas lain disisihkan.
                """,
                """
                Two files of a source have the same content and the same captures. The first by \
                the bytes of its path counts; the rows of the other are set aside.
                """),
            remedy: .init("Hapus salah satu kiriman.", "Remove one of the two deliveries.")),
        CatalogEntry(
            .unclaimedFile,
            title: .init("Berkas tanpa sumber", "A file that no source claims"),
            meaning: .init(
                """
                Sebuah berkas ada di folder masukan tetapi tidak cocok dengan pola mana pun, \
                sehingga tidak dibaca.
                """,
                """
                A file lies in the inputs but no pattern of the definition matches it, so nothing \
                of it was read.
                """),
            remedy: .init(
                "Perbaiki nama berkas, tambahkan polanya, atau hapus berkasnya.",
                "Correct the file's name, add a pattern for it, or remove it.")),
        CatalogEntry(
            .refusedFile,
            title: .init("Tautan atau berkas khusus", "A link or special file"),
            meaning: .init(
                """
                Folder masukan memuat tautan simbolik, pipa, soket, atau perangkat. Tautan tidak \
                diikuti karena dapat keluar dari folder yang diberikan.
                """,
                """
                The inputs hold a symbolic link, pipe, socket or device. It is not followed, since \
                it may lead out of the folder that was given.
                """),
            remedy: .init(
                "Salin berkas aslinya ke folder masukan.",
                "Copy the file itself into the inputs.")),
        CatalogEntry(
            .noRecords,
            title: .init("Berkas tanpa rekaman", "A file without records"),
            meaning: .init(
                """
                Berkas terbaca, tetapi tidak berisi satu rekaman pun: hanya judul kolom, atau XML tanpa \
                unsur pada jalur record.
                """,
                """
                The file was read but holds no record: only a header, or XML without any element on \
                the path of record.
                """),
            remedy: .init(
                "Periksa jalur record dalam definisi, atau minta ekspor itu lagi.",
                "Check the record path of the definition, or ask for the export again.")),
        CatalogEntry(
            .noFileMatches,
            title: .init("Tidak ada berkas yang cocok", "No file matches a pattern"),
            meaning: .init(
                """
                Sumber yang tidak optional tidak menemukan berkas. Proses berhenti: nilai tanpa \
                satu sumber utuh akan salah bagi semua orang.
                """,
                """
                A source that is not optional found no file. The run stops: scores without a whole \
                source would be wrong for everybody.
                """),
            remedy: .init(
                "Kirim berkas dengan nama yang cocok, atau tandai sumber optional: true.",
                """
                Deliver the file under a name that the pattern matches, or mark the source \
                optional: true.
                """)),
        CatalogEntry(
            .missingColumn,
            title: .init("Kolom yang dipetakan tidak ada", "A mapped column is not in the file"),
            meaning: .init(
                """
                Kepala kolom tidak memuat judul yang dipetakan, atau memuatnya lebih dari sekali. \
                Judul dibandingkan persis, lalu tanpa membedakan huruf besar, spasi, dan tanda \
                baca.
                """,
                """
                The header lacks a heading that the definition maps, or has it more than once. \
                Headings are compared exactly, then without regard to case, blanks and \
                punctuation.
                """),
            remedy: .init(
                """
                Periksa pemisah dahulu (satu sel lebar berarti pemisah salah), lalu pemetaan \
                columns.
                """,
                """
                Check the delimiter first (one wide cell means a wrong one), then the mapping \
                under columns.
                """)),
        CatalogEntry(
            .emptyFile,
            title: .init("Berkas kosong", "Empty file"),
            meaning: .init(
                """
                Berkas tidak memiliki kepala kolom, atau berkas XML tidak memiliki dokumen. Ekspor \
                dengan kepala kolom tanpa baris tetap diterima.
                """,
                """
                The file has no header, or the XML file no document. An export with a header and \
                no rows is not empty and is accepted.
                """),
            remedy: .init("Minta ekspor ulang.", "Ask for the export again.")),
        CatalogEntry(
            .unreadableFile,
            title: .init("Berkas tidak dapat dibaca", "A file cannot be read"),
            meaning: .init(
                "Sistem operasi menolak berkas atau diska gagal ketika membacanya.",
                "The operating system refuses the file or the disk fails while it is read."),
            remedy: .init(
                "Beri pengguna program hak baca, dan periksa diska.",
                "Give the user of the program the right to read it, and check the disk.")),
        CatalogEntry(
            .brokenArchive,
            title: .init("Berkas gzip atau zip rusak", "Broken gzip or zip file"),
            meaning: .init(
                """
                Berkas .gz atau .xlsx terpotong, rusak, diikuti data lain, atau mengembang melebihi batas. \
                Tidak ada bagiannya yang dipakai, termasuk bagian sebelum kerusakan.
                """,
                """
                A .gz or .xlsx file is cut off, damaged, followed by something else, or unpacks to more \
                than is allowed. Nothing of it is used, not even the part before the damage.
                """),
            remedy: .init(
                "Minta berkas dikirim ulang; berkas tidak tiba utuh.",
                "Ask for the file again; it did not arrive whole.")),
        CatalogEntry(
            .brokenXML,
            title: .init("XML tidak terbentuk benar", "XML that is not well-formed"),
            meaning: .init(
                """
                XML terpotong atau melanggar aturan XML di tempat yang disebut. Seluruh berkas \
                ditolak karena tidak diketahui catatan mana yang hilang.
                """,
                """
                The XML is cut off or breaks the rules of XML at the place named. The whole file \
                is refused, since nobody can say which records are missing.
                """),
            remedy: .init(
                "Minta berkas dikirim ulang, atau perbaiki ekspornya.",
                "Ask for the file again, or have the export corrected.")),
        CatalogEntry(
            .forbiddenXML,
            title: .init("XML yang mungkin serangan", "XML that may be an attack"),
            meaning: .init(
                """
                XML memuat DOCTYPE, bersarang terlalu dalam, atau memiliki isian melampaui batas. \
                Ekspor data tidak memerlukannya; berkas perusak memerlukannya.
                """,
                """
                The XML has a DOCTYPE, is nested too deep, or has fields beyond every limit. \
                Exports of records need none of these; files made to exhaust a machine do.
                """),
            remedy: .init(
                "Minta ekspor tanpa DOCTYPE dan entitas; tanyakan asal berkas itu.",
                """
                Have the export written without DOCTYPE and entities; ask where the file came \
                from.
                """)),
        CatalogEntry(
            .unreadableEncoding,
            title: .init("Berkas berpengodean lain", "A file in another encoding"),
            meaning: .init(
                """
                Berkas secara keseluruhan tidak memakai pengodean yang dinyatakan: tanda urutan \
                byte lain, karakter nol, atau kepala kolom yang bukan teks.
                """,
                """
                The file as a whole is not in the declared encoding: a byte order mark of another, \
                zero characters, or a header that is no text.
                """),
            remedy: .init(
                """
                Nyatakan pengodean yang benar pada format: { csv: { encoding: … } }, atau pada \
                deklarasi XML.
                """,
                """
                Declare the real encoding under format: { csv: { encoding: … } }, or in the XML \
                declaration.
                """)),
        CatalogEntry(
            .changedFile,
            title: .init("Berkas berubah saat diproses", "A file changed during the run"),
            meaning: .init(
                """
                Ukuran, waktu, atau isi berkas berubah antara pendataan dan pembacaan. Proses \
                berhenti agar dua keadaan tidak tercampur.
                """,
                """
                Size, time or content of a file changed between listing and reading. The run stops \
                rather than mix two states.
                """),
            remedy: .init(
                "Jalankan lagi setelah kiriman lengkap; kirim ke folder lain lalu ganti namanya.",
                """
                Run again when the delivery is complete; deliver into another folder and rename \
                it.
                """)),
        CatalogEntry(
            .conflictingVersions,
            title: .init("Dua berkas berversi sama", "Two files of the same version"),
            meaning: .init(
                """
                Dua berkas berbeda isi menyatakan versi yang sama untuk tangkapan yang sama, \
                sehingga tidak jelas mana yang menggantikan.
                """,
                """
                Two files with different content state the same version for the same captures, so \
                nothing says which replaces which.
                """),
            remedy: .init(
                "Hapus yang tidak berlaku, atau beri versi lebih tinggi pada yang lebih baru.",
                "Remove the one that does not count, or give the newer one a higher version.")),
    ]
}
