internal import Definition
internal import Diagnostics
internal import Spelling

/// Puts together what was found of one file, and asks what only a human can know.
struct SourceAssembly {
    private let path: String
    private let table: SampleTable
    private let trial: KindTrial
    private let rival: KindTrial?
    /// Columns of a pivot's answers, which the table no longer has.
    private let answers: [SampleColumn]
    private var columns: [ColumnGuess]
    private var pattern: String
    private var questions: [Wording]
    private var notes: [Wording] = []
    private var dateRules: [(column: String, form: String)] = []
    private var capturedUnit: String?
    private var decimal: Setting?

    /// - Parameters:
    ///   - path: Of the file, below the inputs.
    ///   - table: What the file holds.
    ///   - trial: The kind that it is, with its columns.
    ///   - rival: A kind that fits as well.
    ///   - answers: Columns of a pivot, taken out of the table.
    init(
        _ path: String, table: SampleTable, trial: KindTrial, rival: KindTrial?,
        answers: [SampleColumn] = []
    ) {
        self.path = path
        self.answers = answers
        self.table = table
        self.trial = trial
        self.rival = rival
        columns = trial.columns
        pattern = PathCapture.literal(path)
        questions = table.questions + trial.questions
        fillRequired()
        askKind()
        noteChoices()
        readDates()
        readMarks()
        checkPeople()
    }

    var guess: SourceGuess {
        let kind = trial.page.kind
        let known = table.columns.count { HeadingBook.known.isKnown($0.keys) }
        return SourceGuess(
            pattern: pattern, kind: kind,
            kindConfidence: rival != nil ? 50 : columns.map(\.confidence).max() ?? 50,
            kindEvidence: Wording(
                "\(columns.count + trial.elements.count) kolom cocok, \(known) dari \(table.columns.count) judul dikenal, \(table.recordCount) rekaman dilihat",
                "\(columns.count + trial.elements.count) columns fit, \(known) of \(table.columns.count) headings are known, \(table.recordCount) records seen"
            ), container: table.container,
            settings: table.settings + (decimal.map { [$0] } ?? []), columns: columns,
            elements: trial.elements.map(\.heading), dateRules: dateRules, unmapped: unmapped,
            questions: questions, notes: notes, capturedUnit: capturedUnit, units: units)
    }

    private func column(_ name: String) -> SampleColumn? {
        trial.taken[name].flatMap { number in table.columns.first { $0.number == number } }
    }

    /// Headings that are known, or look like names of columns; all others by number only, since a header
    /// that was mistaken may hold people.
    private var unmapped: [String] {
        let used = Set(trial.taken.values).union(trial.elements.map(\.number))
        return table.columns.filter { !used.contains($0.number) }.map { column in
            table.hasHeader && HeadingBook.known.isKnown(column.keys)
                ? column.heading : "\(column.number)"
        }
    }

    private var units: [String] {
        guard trial.page.kind == .unit || trial.page.kind == .register, let unit = column("unit")
        else { return [] }
        return unit.values.map(\.text)
    }
}

extension SourceAssembly {
    /// Columns that the kind requires and no heading gives: from the path, or asked for.
    private mutating func fillRequired() {
        let kind = trial.page.kind
        let names = Set(columns.map(\.name))
        guard answers.isEmpty else { return }
        if !kind.alternatives.isEmpty, kind != .standard, !names.contains("nip"),
            !names.contains("unit")
        {
            captureUnit()
        }
        if kind == .rating, !names.contains("peran") {
            let role = names.contains("responden") ? "masyarakat" : "atasan"
            columns.append(
                ColumnGuess(
                    name: "peran", origin: .constant(role), confidence: 40,
                    evidence: Wording("tidak ada kolomnya", "there is no column for it")))
            questions.append(
                Wording(
                    "tidak ada kolom peran penilai: siapa yang menilai di berkas ini (atasan, rekan, bawahan, diri, masyarakat)?",
                    "no column tells the rater's role: who rates in this file (atasan, rekan, bawahan, diri, masyarakat)?"
                ))
        }
        if kind == .attendance || kind == .attainment, !names.contains("bulan"),
            !names.contains("tanggal"), let month = PathCapture.month(in: path)
        {
            pattern = month.pattern
            columns.append(
                ColumnGuess(
                    name: "bulan", origin: .capture("bulan"), confidence: 85,
                    evidence: Wording("bulan dalam nama berkas", "the month in the file's name")))
        }
    }

    private mutating func captureUnit() {
        guard let unit = PathCapture.unit(in: path) else { return }
        pattern = unit.pattern
        capturedUnit = unit.value
        columns.insert(
            ColumnGuess(
                name: "unit", origin: .capture("unit"), confidence: 60,
                evidence: Wording("nama berkas", "the file's name")), at: 0)
    }

    private mutating func askKind() {
        if let rival {
            questions.append(
                Wording(
                    "jenisnya \(trial.page.kind.rawValue) atau \(rival.page.kind.rawValue)?",
                    "is its kind \(trial.page.kind.rawValue) or \(rival.page.kind.rawValue)?"))
        }
        let names = Set(columns.map(\.name))
        guard trial.page.kind == .outcome else { return }
        if names.subtracting(["nip", "tahun", "skp", "jenis", "unit", "jabatan"]).isEmpty {
            questions.append(
                Wording(
                    "hanya NIP dan tahun: apa arti daftar ini? Tulis artinya, misalnya status: { value: belum diajukan }",
                    "only NIP and year: what does this list say? Write it, for instance status: { value: belum diajukan }"
                ))
        }
        let hasMonth = table.columns.contains {
            $0.keys.contains("bulan") && $0.profile.filled > 0
        }
        if hasMonth, !names.contains("mulai") {
            questions.append(
                Wording(
                    "satu baris satu bulan, dengan bulan dan tahun di dua kolom: bulan mana yang dinilai? Sisakan bulan itu saja, sebab baris lain akan dianggap berulang",
                    "one row a month, with month and year in two columns: which month counts? Leave only that one, since other rows would count as duplicates"
                ))
        }
    }

    /// Kind of post: level of the post, or kind of employee; that is the region's choice and changes no row.
    private mutating func noteChoices() {
        guard trial.page.kind == .register, trial.taken["jenjang"] == nil,
            let post = table.columns.first(where: {
                $0.keys.first == "jenisjabatannama" || $0.keys.first == "jabatanjenis"
            })
        else { return }
        notes.append(
            Wording(
                "jika skema memakai jenjang, tulis jenjang: \(post.heading) (atau nama jabatan, dengan tabel ejaan)",
                "where schemes use jenjang, write jenjang: \(post.heading) (or the post's name, with a table of spellings)"
            ))
    }

    private mutating func checkPeople() {
        for name in ["nip", "atasan", "penilai"] {
            guard let found = column(name)?.profile, found.filled > 0 else { continue }
            if found.lostNumbers > 0 {
                notes.append(
                    Wording(
                        "\(found.lostNumbers) nilai '\(name)' menjadi bilangan seperti 1,2E+17: digitnya hilang dan barisnya akan ditolak",
                        "\(found.lostNumbers) values of '\(name)' became numbers such as 1.2E+17: their digits are lost and the rows will be rejected"
                    ))
            }
            if found.oldNIPs > found.nips {
                notes.append(
                    Wording(
                        "\(found.oldNIPs) nilai '\(name)' adalah NIP lama 9 digit: perlu daftar pegawai yang memetakan nip_lama",
                        "\(found.oldNIPs) values of '\(name)' are old NIPs of 9 digits: a register that maps nip_lama is needed"
                    ))
            }
        }
    }
}

extension SourceAssembly {
    /// The form of each column of days, and whether day or month comes first.
    private mutating func readDates() {
        var order = DayOrder()
        for name in columns.map(\.name) where trial.page.kind.column(name)?.type == .date {
            guard let found = column(name) else { continue }
            order.add(found.profile.dayOrder)
            if let form = found.profile.dateForm, form != .dayFirst {
                dateRules.append((name, form.rawValue))
            }
        }
        let isDayFirst = order.counts.values.contains { $0.dayFirst > 0 }
        for (sign, counts) in order.counts.sorted(by: { $0.key < $1.key }) {
            if counts.monthFirst > counts.dayFirst {
                questions.append(
                    Wording(
                        "tanggal dengan '\(sign)' tampak bulan-hari-tahun (\(counts.monthFirst) dari \(counts.all)): mintalah hari-bulan-tahun, sebab urutan itu tidak dibaca",
                        "dates with '\(sign)' look like month-day-year (\(counts.monthFirst) of \(counts.all)): ask for day-month-year, since that order is not read"
                    ))
            } else if !isDayFirst, sign == "/" {
                questions.append(
                    Wording(
                        "semua \(counts.all) tanggal dengan '/' punya hari dan bulan sampai 12: hari dulu (dd/mm) atau bulan dulu (mm/dd)?",
                        "all \(counts.all) dates with '/' have day and month up to 12: day first (dd/mm) or month first (mm/dd)?"
                    ))
            } else {
                notes.append(
                    Wording(
                        "tanggal dengan '\(sign)': hari dulu; \(counts.dayFirst) dari \(counts.all) punya hari di atas 12",
                        "dates with '\(sign)': day first; \(counts.dayFirst) of \(counts.all) have a day above 12"
                    ))
            }
        }
    }

    private mutating func readMarks() {
        var marks = NumberMarks()
        var numbers = 0
        for name in columns.map(\.name) {
            let type = trial.page.kind.column(name)?.type
            guard type == .decimal || type == .rating, let found = column(name) else { continue }
            marks.add(found.profile.marks)
            numbers += found.profile.numbers
        }
        for element in trial.elements + answers { marks.add(element.profile.marks) }
        numbers += answers.reduce(0) { $0 + $1.profile.numbers }
        guard marks.comma + marks.point + marks.ambiguous > 0 else { return }
        let evidence = Wording(
            "\(marks.comma) bilangan dengan koma desimal, \(marks.point) dengan titik, \(marks.ambiguous) seperti 1.250",
            "\(marks.comma) numbers with a decimal comma, \(marks.point) with a point, \(marks.ambiguous) such as 1.250"
        )
        let isComma = marks.comma > marks.point
        // One mark among many of the other is dirt of its row, which will be rejected.
        let isRare = marks.comma > 0 && (marks.comma + marks.point) * 100 < numbers
        let isSure = !isRare && max(marks.comma, marks.point) > 20 * min(marks.comma, marks.point)
        decimal = Setting("decimal", isComma ? "\",\"" : "\".\"", isSure ? 98 : 50, evidence)
        if isSure { return }
        questions.append(
            marks.comma == 0
                ? Wording(
                    "\(marks.ambiguous) bilangan seperti 1.250: ribuan (decimal \",\") atau pecahan (decimal \".\")?",
                    "\(marks.ambiguous) numbers such as 1.250: thousands (decimal \",\") or fractions (decimal \".\")?"
                )
                : Wording(
                    "koma desimal \(marks.comma) kali dan titik desimal \(marks.point) kali: mana tanda desimalnya?",
                    "a decimal comma \(marks.comma) times and a decimal point \(marks.point) times: which is the decimal mark?"
                ))
    }
}
