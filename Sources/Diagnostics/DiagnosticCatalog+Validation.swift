extension CatalogEntry {
    /// Faults of rows.
    static let validation: [CatalogEntry] = [
        CatalogEntry(
            .missing,
            title: .init("Nilai tidak ada", "A value is missing"),
            meaning: .init(
                """
                Kolom yang wajib berisi ternyata kosong atau memuat salah satu nulls sumber. \
                Kosong tidak pernah dianggap nol.
                """,
                """
                A column that must have a value is empty or has one of the source's nulls. Missing \
                is never taken as zero.
                """),
            remedy: .init(
                "Isi nilainya pada sistem asal; bila boleh kosong, tulis required: false.",
                """
                Fill in the value in the supplying system; if it may be empty, say required: \
                false.
                """)),
        CatalogEntry(
            .nip,
            title: .init("NIP tidak sah", "Not a valid NIP"),
            meaning: .init(
                """
                Nilai bukan 18 angka atau, dengan nip: anatomy, angkanya tidak memuat tanggal \
                lahir, bulan pengangkatan atau kode PPPK, angka jenis kelamin, atau usia 15 tahun \
                saat diangkat. NIP yang menjadi 1,98503E+17 tidak dapat dipulihkan, begitu pula NIP \
                data pegawai yang berakhir 000.
                """,
                """
                The value is not 18 digits or, with nip: anatomy, its digits do not hold a real \
                birth date, a month of appointment or PPPK code, a sex digit, or an age of 15 at \
                appointment. A NIP that a spreadsheet turned into 1,98503E+17 cannot be repaired, nor \
                can one of the register that ends in 000.
                """),
            remedy: .init(
                "Ekspor kolom NIP sebagai teks lalu kirim ulang.",
                "Export the column as text and deliver again.")),
        CatalogEntry(
            .golongan,
            title: .init("Bukan golongan", "Not a golongan"),
            meaning: .init(
                """
                Nilai bukan salah satu dari 17 golongan PNS (I/a … IV/e) maupun golongan PPPK (I … \
                XVII) dalam ejaan yang lazim.
                """,
                """
                The value is none of the 17 golongan of PNS (I/a … IV/e) and none of PPPK (I … \
                XVII), in any usual spelling.
                """),
            remedy: .init(
                "Tulis golongan dan ruang, misalnya III/d.",
                "Write golongan and ruang, such as III/d.")),
        CatalogEntry(
            .number,
            title: .init("Bukan angka", "Not a number"),
            meaning: .init(
                """
                Nilai tidak terbaca sebagai angka dengan tanda desimal yang dinyatakan, atau \
                melebihi jumlah angka yang diizinkan aturan.
                """,
                """
                The value cannot be read as a number with the declared decimal mark, or has more \
                digits or places than its rule allows.
                """),
            remedy: .init(
                "Perbaiki nilainya, atau pengaturan decimal dan numbers pada format sumber.",
                "Correct the value, or the decimal and numbers settings of the source's format.")),
        CatalogEntry(
            .date,
            title: .init("Bukan tanggal", "Not a date"),
            meaning: .init(
                "Nilai bukan hari atau bulan yang ada dalam bentuk yang diterima kolom itu.",
                """
                The value is no existing day or month in any of the forms that the column accepts.
                """),
            remedy: .init(
                """
                Tulis hari yang ada dalam bentuk yang disebut pesan; yyyy-mm-dd selalu diterima \
                bila definisi tidak membatasinya.
                """,
                """
                Write an existing day in one of the forms in the message; yyyy-mm-dd always works \
                where the definition does not narrow it.
                """)),
        CatalogEntry(
            .flag,
            title: .init("Bukan ya atau tidak", "Neither yes nor no"),
            meaning: .init(
                "Kolom penanda memuat kata yang bukan ya maupun tidak.",
                "A flag column has a word that means neither."),
            remedy: .init(
                "Tulis ya atau tidak (1 dan 0 juga dibaca).",
                "Write ya or tidak (1 and 0 are read too).")),
        CatalogEntry(
            .word,
            title: .init("Kata penilaian tidak dikenal", "Unknown rating word"),
            meaning: .init(
                """
                Penilaian bukan angka pada skala yang dinyatakan dan bukan salah satu kata pada \
                normalize: words.
                """,
                """
                A rating is neither a number of the declared scale nor one of the words under \
                normalize: words.
                """),
            remedy: .init(
                "Perbaiki katanya, atau nyatakan dengan poinnya.",
                "Correct the word, or declare it with its points.")),
        CatalogEntry(
            .codeList,
            title: .init("Tidak ada dalam daftar kode", "Not in the code list"),
            meaning: .init(
                """
                Nilai bukan salah satu dari one_of; dengan exact: true huruf besar dan spasi ikut \
                dibandingkan.
                """,
                """
                The value is none of those that one_of lists; with exact: true case and blanks \
                count too.
                """),
            remedy: .init(
                "Perbaiki nilainya, atau tambahkan ejaannya ke tabel alias kolom itu.",
                "Correct the value, or add its spelling to the alias table of the column.")),
        CatalogEntry(
            .pattern,
            title: .init("Tidak sesuai pola", "Does not fit the pattern"),
            meaning: .init(
                """
                Nilai tidak berbentuk seperti aturan: 9 untuk angka, A untuk huruf besar, * untuk \
                sisanya.
                """,
                """
                The value does not have the form that the rule shows: 9 a digit, A a capital \
                letter, * the rest.
                """),
            remedy: .init(
                "Tulis nilai dalam bentuk yang ditunjukkan.",
                "Write the value in the form shown.")),
        CatalogEntry(
            .range,
            title: .init("Di luar batas", "Outside the bounds"),
            meaning: .init(
                """
                Angka berada di luar batas aturan atau skala penilaian; angka batas sendiri \
                diperbolehkan.
                """,
                """
                The number lies outside the bounds of the rule or of the declared rating scale; \
                the bounds themselves are allowed.
                """),
            remedy: .init(
                "Perbaiki nilainya pada sistem asal.",
                "Correct the value in the supplying system.")),
        CatalogEntry(
            .forbidden,
            title: .init("Nilai terlarang", "A forbidden value"),
            meaning: .init(
                "Nilai termasuk yang dilarang aturan dengan not.",
                "The value is one of those that the rule excludes with not."),
            remedy: .init(
                "Perbaiki nilainya; target 0, misalnya, tidak dapat menjadi ukuran.",
                "Correct the value; a target of 0, for instance, cannot be measured against.")),
        CatalogEntry(
            .period,
            title: .init("Di luar periode", "Outside the period"),
            meaning: .init(
                """
                Tanggal atau bulan berada di luar periode, bukan bulan yang diizinkan, atau \
                berbeda dari bulan pada nama berkas.
                """,
                """
                The date or month lies outside the period, is not one of the months allowed, or is \
                not the month that the file's name states.
                """),
            remedy: .init(
                """
                Kirim baris bersama periodenya, atau perbaiki tanggalnya; outside_period: \
                set-aside menyisihkan baris tanpa menolaknya.
                """,
                """
                Deliver the row with its own period, or correct the date; outside_period: \
                set-aside keeps such rows apart without rejecting them.
                """)),
        CatalogEntry(
            .compare,
            title: .init("Dua kolom bertentangan", "Two columns contradict"),
            meaning: .init(
                """
                Dua nilai pada baris tidak memenuhi hubungan dalam aturan, misalnya hari hadir \
                melebihi hari kerja.
                """,
                """
                Two values of the row do not stand in the relation that the rule asks for, such as \
                more days present than working days.
                """),
            remedy: .init("Perbaiki salah satu nilai.", "Correct one of the two values.")),
        CatalogEntry(
            .nipMismatch,
            title: .init("Bertentangan dengan NIP", "Contradicts the NIP"),
            meaning: .init(
                """
                Tanggal lahir, jenis kelamin, atau TMT berbeda dari yang tertulis dalam angka NIP.
                """,
                """
                Birth date, sex or date of appointment is another than the one in the digits of \
                the NIP.
                """),
            remedy: .init(
                "Pastikan NIP atau kolom itu yang salah; perbaiki pada data pegawai.",
                "Find out whether NIP or column is wrong; correct it in the roster.")),
        CatalogEntry(
            .unknownPerson,
            title: .init(
                "Orang yang tidak ada di daftar pegawai",
                "A person whom the register does not have"),
            meaning: .init(
                """
                NIP berbentuk benar tetapi tidak ada pada baris daftar pegawai yang diterima. Bila \
                baris pegawainya ditolak, penolakan ini hanya ikutan dan tidak dihitung dalam \
                batas penolakan.
                """,
                """
                The NIP is well-formed but stands in no accepted row of the register. Where the \
                person's own register row was rejected, this reject only follows from it and does \
                not count towards the reject limit.
                """),
            remedy: .init(
                "Perbaiki NIP, atau kirim baris pegawainya.",
                "Correct the NIP, or deliver the person's register row.")),
        CatalogEntry(
            .unknownIndicator,
            title: .init("Indikator yang tidak dikenal", "An indicator that nobody declared"),
            meaning: .init(
                "Kode indikator tidak ada pada sumber indikator.",
                "The indicator's code is not in the indicator source."),
            remedy: .init(
                "Perbaiki kode, atau tambahkan indikator dengan target dan bobotnya.",
                "Correct the code, or add the indicator with its target and weight.")),
        CatalogEntry(
            .unknownUnit,
            title: .init("Unit yang tidak dikenal", "A unit that nobody declared"),
            meaning: .init(
                "Nama unit, sesudah alias, tidak ada pada sumber unit.",
                "The unit's name, after aliases, is not in the unit source."),
            remedy: .init(
                "Perbaiki nama, tambahkan ejaannya ke tabel alias, atau tambahkan unitnya.",
                "Correct the name, add its spelling to the alias table, or add the unit.")),
        CatalogEntry(
            .reference,
            title: .init(
                "Kunci yang tidak ada di rujukan",
                "A key that the reference does not have"),
            meaning: .init(
                "Nilai bukan kunci sumber pada refers, atau baris kunci itu tidak memenuhi where.",
                """
                The value is no key of the source that refers names, or the key's row does not \
                fulfil where.
                """),
            remedy: .init(
                "Perbaiki nilainya, atau tambahkan kunci pada sumber rujukan.",
                "Correct the value, or add the key to the reference source.")),
        CatalogEntry(
            .duplicate,
            title: .init("Fakta yang sama dua kali", "The same fact twice"),
            meaning: .init(
                """
                Baris diterima sebelumnya memiliki kunci yang sama. Yang pertama berlaku menurut \
                byte jalur lalu nomor baris; sisanya ditolak.
                """,
                """
                An earlier accepted row has the same key. The first stands, first by the bytes of \
                the path, then by line; the others are rejected.
                """),
            remedy: .init(
                "Hapus baris ganda; bila keduanya benar, key sumber terlalu sempit.",
                "Remove the repeated row; if both are right, the source's key is too narrow.")),
        CatalogEntry(
            .conflictingDuplicates,
            title: .init(
                "Dua pernyataan berbeda tentang satu fakta",
                "Two different statements of one fact"),
            meaning: .init(
                """
                Dengan duplicates: refuse, baris sekunci yang berbeda semuanya ditolak dan \
                orangnya menjadi temuan: program tidak dapat menentukan mana yang benar. Baris \
                yang sama dihitung sekali.
                """,
                """
                With duplicates: refuse, rows of one key that differ are all rejected and the \
                person becomes a finding: a program cannot say which of the two is true. Equal \
                rows count once.
                """),
            remedy: .init(
                "Tanyakan kepada pemasok mana yang berlaku dan kirim hanya itu.",
                "Ask the supplier which statement holds and deliver only that one.")),
        CatalogEntry(
            .rejectLimit,
            title: .init("Terlalu banyak penolakan", "Too many rejects"),
            meaning: .init(
                """
                Penolakan satu sumber melampaui reject_limit dan 10 baris, sehingga ekspor secara \
                keseluruhan patut dicurigai. Kesalahan pertama disebut dalam pesan. Penolakan \
                ikutan tidak dihitung.
                """,
                """
                The rejects of a source exceed both its reject_limit and 10 rows, so something is \
                wrong with the whole export. The first faults follow in the message. Rejects that \
                only follow from a rejected register row do not count.
                """),
            remedy: .init(
                """
                Perbaiki ekspor atau pemetaannya; reject_limit sumber dapat dinaikkan, none \
                mematikan batas.
                """,
                """
                Correct the export or its mapping; reject_limit of the source allows more, none \
                switches the limit off.
                """)),
    ]
}
