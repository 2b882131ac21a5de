extension CatalogEntry {
    /// Faults of a definition.
    static let definition: [CatalogEntry] = [
        CatalogEntry(
            .yamlSyntax,
            title: .init("YAML tidak dapat dibaca", "The YAML cannot be read"),
            meaning: .init(
                """
                Definisi, berkas parameter, atau tabel bukan YAML yang sah, atau satu kunci tertulis \
                dua kali dalam satu peta, atau suatu kunci berupa daftar, peta, atau pengulangan, \
                atau berkasnya melampaui batas besar, kedalaman, atau isi.
                """,
                """
                The definition, a parameter file or a table is not valid YAML, or the same key \
                stands twice in one map, or a key is a list, a map or a repetition, or the file \
                is beyond the limits of size, depth or content.
                """),
            remedy: .init(
                """
                Periksa indentasi, tanda kutip, dan kunci ganda pada baris yang disebut dan baris \
                di atasnya.
                """,
                """
                Check indentation, quotes and repeated keys on the line named and the one above \
                it.
                """)),
        CatalogEntry(
            .unknownKey,
            title: .init("Kunci tidak dikenal", "Unknown key"),
            meaning: .init(
                """
                Sebuah kunci tidak ada dalam bahasa definisi, sebuah kolom bukan kolom jenis \
                sumber itu, atau kesalahan bawaan pada codes: tidak ada. Kunci asing tidak pernah \
                dilewati, karena salah ketik akan mematikan aturan diam-diam.
                """,
                """
                A key that the language does not have stands in a map, a column is no column of \
                the kind, or a fault renamed under codes: does not exist. Nothing unknown is \
                skipped, since a misspelt key would otherwise switch a rule off in silence.
                """),
            remedy: .init(
                "Perbaiki ejaannya; pesan menyebut kunci yang dikenal dan yang paling mirip.",
                "Correct the spelling; the message lists the known keys and the nearest one.")),
        CatalogEntry(
            .wrongType,
            title: .init("Jenis nilai salah", "Wrong type of value"),
            meaning: .init(
                """
                Teks berada di tempat daftar atau peta, atau angka maupun penanda ya/tidak tidak \
                dapat dibaca.
                """,
                """
                A text stands where a list or a map is expected, or a number or flag cannot be \
                read as one.
                """),
            remedy: .init(
                """
                Tulis jenis yang disebut pesan: [a, b] untuk daftar, kunci: nilai untuk peta, \
                desimal sesudah titik.
                """,
                """
                Write the type that the message names: [a, b] for a list, key: value for a map, \
                decimals after a point.
                """)),
        CatalogEntry(
            .missingKey,
            title: .init("Kunci wajib tidak ada", "A required key is missing"),
            meaning: .init(
                """
                Sebuah peta tidak memiliki kunci yang wajib: sumber tanpa files, komponen tanpa \
                weight, kolom wajib yang tidak dipetakan, atau sel matriks yang tidak ada.
                """,
                """
                A map lacks a key that it cannot do without: a source without files, a component \
                without weight, a kind whose required column is not mapped, a matrix without one \
                of its cells.
                """),
            remedy: .init(
                "Tambahkan kunci yang disebut pesan.",
                "Add the key that the message names.")),
        CatalogEntry(
            .badValue,
            title: .init("Nilai tidak diperbolehkan", "A value that is not allowed"),
            meaning: .init(
                """
                Jenisnya benar, tetapi nilainya bukan salah satu yang diterima, atau dua \
                pernyataan bertentangan: dua format, aturan dengan dua uji, id komponen ganda.
                """,
                """
                The type is right but the value is none of those that the key accepts, or two \
                statements contradict each other: two formats, a rule with two tests, a component \
                id that stands twice.
                """),
            remedy: .init(
                "Pilih salah satu nilai yang disebut pesan.",
                "Choose one of the values in the message.")),
        CatalogEntry(
            .weightSum,
            title: .init("Jumlah bobot bukan 100", "The weights do not sum to 100"),
            meaning: .init(
                "Bobot semua komponen sebuah skema harus berjumlah tepat 100, termasuk pecahannya.",
                "The weights of a scheme's components must sum to exactly 100, fractions included."),
            remedy: .init(
                "Ubah bobot skema itu; pesan menampilkan masing-masing.",
                "Change the weights of the scheme; the message shows each one.")),
        CatalogEntry(
            .impossibleScale,
            title: .init("Skala tidak mungkin", "A scale that cannot be"),
            meaning: .init(
                """
                Ujung skala sama atau terbalik, rentang predikat tidak turun, rentang potongan \
                tidak naik, atau rentang selain yang terakhir tidak memiliki batas bawah.
                """,
                """
                The ends of a scale are equal or reversed, bands do not go from the highest down \
                (predikat) or from the lowest up (deductions), or a band other than the last has \
                no lower end.
                """),
            remedy: .init(
                """
                Urutkan rentang seperti kata pesan dan beri from pada setiap rentang kecuali yang \
                terakhir.
                """,
                "Order the bands as the message says and give every band but the last its from.")),
        CatalogEntry(
            .unknownName,
            title: .init("Nama yang tidak dimiliki apa pun", "A name that nothing has"),
            meaning: .init(
                """
                Definisi menyebut sumber, kolom, komponen, peran, tangkapan pola, parameter, atau \
                berkas tabel yang tidak ada.
                """,
                """
                The definition refers to a source, column, component, role, capture, parameter or \
                table file that does not exist.
                """),
            remedy: .init(
                "Perbaiki namanya, atau tambahkan apa yang disebutnya.",
                "Correct the name, or add what it names.")),
        CatalogEntry(
            .unreadableDefinition,
            title: .init("Definisi tidak terbaca", "No readable definition"),
            meaning: .init(
                """
                Berkas yang disebut sebagai definisi, atau folder peraturan yang disebutnya, tidak \
                ada atau tidak boleh dibaca.
                """,
                """
                The file given as the definition, or a folder of law that it names, does not \
                exist or may not be read.
                """),
            remedy: .init(
                "Sebut berkas yang ada, misalnya pipelines/ambon.yaml, dan periksa hak bacanya.",
                "Name an existing file such as pipelines/ambon.yaml and check its permissions.")),
        CatalogEntry(
            .wrongPeriod,
            title: .init("Panjang periode berbeda", "Period of another length"),
            meaning: .init(
                """
                Proses dijalankan untuk tahun, semester, triwulan, atau bulan, sedangkan definisi \
                menilai dengan panjang lain.
                """,
                """
                The run was started for a year, semester, quarter or month, but the definition \
                appraises by another length.
                """),
            remedy: .init(
                """
                Tulis --period menurut panjang dalam definisi: 2025, 2025-S1, 2025-Q3, atau \
                2025-07.
                """,
                "Give --period in the definition's own length: 2025, 2025-S1, 2025-Q3 or 2025-07.")),
    ]

    /// Faults of dated parameters.
    static let regulation: [CatalogEntry] = [
        CatalogEntry(
            .parameterMalformed,
            title: .init("Berkas parameter tidak benar", "Malformed parameter file"),
            meaning: .init(
                """
                Parameter bertanggal tidak memiliki tanggal yyyy-mm-dd yang menaik, tidak memiliki \
                nilai maupun akhir (atau memiliki keduanya), atau tidak menyatakan statusnya.
                """,
                """
                A dated parameter lacks ascending dates yyyy-mm-dd, has neither a value nor an end \
                (or both), or does not say whether its value is confirmed.
                """),
            remedy: .init(
                """
                Tulis setiap entri dengan tanggal, value atau end: true, source dengan title, dan \
                status confirmed atau unconfirmed.
                """,
                """
                Write each entry as date, value or end: true, source with title, and status \
                confirmed or unconfirmed.
                """)),
        CatalogEntry(
            .parameterNotInForce,
            title: .init("Tidak ada nilai yang berlaku", "No value in force"),
            meaning: .init(
                """
                Pada hari terakhir periode parameter tidak memiliki nilai: yang pertama berlaku \
                kemudian, atau yang terakhir telah berakhir. Nilai lain tidak pernah dipakai \
                sebagai ganti.
                """,
                """
                On the last day of the period the parameter has no value: the first one begins \
                later, or the last one has ended. An older or newer value is never used in its \
                place.
                """),
            remedy: .init(
                "Tambahkan nilainya dengan tanggal berlaku dan peraturan yang menetapkannya.",
                "Add the value with its date and the regulation that sets it.")),
        CatalogEntry(
            .parameterRowMissing,
            title: .init("Tabel kekurangan baris", "A table lacks a row"),
            meaning: .init(
                """
                Sebuah tabel peraturan tidak memiliki baris atau sel yang dibutuhkan rumusnya. \
                Baris yang tidak ada tidak pernah ditebak, dan tidak ada yang dihitung.
                """,
                """
                A table of law has no row or cell that its formula needs. A row that is not there \
                is never guessed, and nothing is computed.
                """),
            remedy: .init(
                "Lengkapi tabel pada berkas parameter yang disebut pesan.",
                "Complete the table in the parameter file that the message names.")),
        CatalogEntry(
            .ruleTestFailed,
            title: .init("Uji aturan gagal", "A rule test failed"),
            meaning: .init(
                """
                Rumus memberi hasil lain daripada yang tertulis pada berkas uji. Pesan memuat \
                yang diharapkan dan yang didapat, lalu langkah hitungan dengan dasarnya.
                """,
                """
                The formula gives another result than the test file states. The message shows \
                what was expected and found, then the steps with what each rests on.
                """),
            remedy: .init(
                """
                Bandingkan langkah demi langkah dengan sumber yang disebut uji itu: salah satu \
                dari parameter, rumus, atau angka pada uji keliru.
                """,
                """
                Compare step by step with the source that the test names: either a parameter, the \
                formula or the figure in the test is wrong.
                """)),
    ]
}
