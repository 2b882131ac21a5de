internal import Definition
package import Diagnostics
internal import Spelling

/// A whole definition drafted from recognized files, with evidence and questions as comments.
package struct DefinitionDraft {
    private var sources: [DraftSource] = []
    /// Files that are no source, with the reason, in the order given.
    private var others: [(pattern: String, reason: Wording)] = []
    /// What a human must answer, with the file or source it is about.
    package private(set) var questions: [Wording] = []

    /// - Parameter files: Paths below the inputs, each with what it was recognized as.
    package init(_ files: [(path: String, recognition: Recognition)]) {
        for (path, recognition) in files {
            let pattern = PathCapture.literal(path)
            switch recognition {
            case .source(let guess): place(guess)
            case .other(let reason), .nothing(let reason): others.append((pattern, reason))
            case .question(let question):
                others.append((pattern, question))
                questions.append(Wording(pattern + ": ") + question)
            }
        }
        findStaff()
        askUnits()
        askVersions()
        askTogether()
    }

    /// Whether any file became a source or a question.
    package var isEmpty: Bool { sources.isEmpty && questions.isEmpty }

    private mutating func place(_ guess: SourceGuess) {
        if let found = sources.firstIndex(where: { $0.takes(guess) }) {
            sources[found].add(guess)
            if let unit = guess.capturedUnit { captured[found, default: []].append(unit) }
            units += guess.units
            return
        }
        if let unit = guess.capturedUnit { captured[sources.count, default: []].append(unit) }
        units += guess.units
        sources.append(
            DraftSource(name: name(for: guess), guess: guess, patterns: [guess.pattern]))
    }

    /// Units that file names give, by source; and all that registers and tables of units name.
    private var captured: [Int: [String]] = [:]
    private var units: [String] = []

    /// The kind's usual name in Indonesian, numbered where it stands already.
    private func name(for guess: SourceGuess) -> String {
        let base =
            switch guess.kind {
            case .table: "tabel"
            case .unit: "unit"
            case .indicator: "indikator"
            case .standard: "standar"
            case .register: "pegawai"
            case .event: "mutasi"
            case .correction: "koreksi"
            case .attainment: "capaian"
            case .rating: "penilaian"
            case .attendance: "kehadiran"
            case .survey: "survei"
            case .competency: "kompetensi"
            case .training: "pelatihan"
            case .sanction: "hukdis"
            case .outcome: "hasil"
            case .master: "induk"
            case .unor: "unor"
            case .jabatan: "jabatan"
            case .filing: "skp"
            }
        let same = sources.count { $0.guess.kind == guess.kind }
        return same == 0 ? base : "\(base)-\(same + 1)"
    }
}

extension DefinitionDraft {
    /// The register that says which NIP a name in a heading has.
    private mutating func findStaff() {
        let staff = sources.filter { source in
            source.guess.kind == .register && source.guess.columns.contains { $0.name == "nama" }
        }
        for place in sources.indices where sources[place].guess.pivot != nil {
            if staff.count == 1 {
                sources[place].guess.people = staff[0].name
                continue
            }
            let names = staff.map(\.name).joined(separator: ", ")
            sources[place].guess.questions.append(
                staff.isEmpty
                    ? Wording(
                        "berkas mana yang memasangkan nama dalam judul dengan NIP? Tulis sumbernya di people",
                        "which file pairs the names in the headings with NIPs? Write its source under people"
                    )
                    : Wording(
                        "daftar mana yang memasangkan nama dalam judul dengan NIP: \(names)? Tulis di people",
                        "which list pairs the names in the headings with NIPs: \(names)? Write it under people"
                    ))
        }
    }

    /// A unit that a file's name gives must be one that the register or the units know.
    private mutating func askUnits() {
        let known = Set(units.map { FoldedSpelling.fold($0) })
        for (place, names) in captured.sorted(by: { $0.key < $1.key }) {
            let strange = names.count { !known.contains(FoldedSpelling.fold($0)) }
            guard strange > 0 else { continue }
            sources[place].guess.questions.append(
                Wording(
                    "unit diambil dari nama berkas, dan \(strange) dari \(names.count) nama bukan unit yang dikenal: unit mana yang dimaksud? Isi normalize: aliases: unit",
                    "the unit is taken from the file's name, and \(strange) of \(names.count) names are no known unit: which units are meant? Fill normalize: aliases: unit"
                ))
        }
    }

    /// Two deliveries of one file must not both count.
    private mutating func askVersions() {
        for place in sources.indices {
            var bare: Set<String> = []
            var isVersioned = false
            for pattern in sources[place].patterns {
                var stem = ""
                var isAfterMark = false
                for character in pattern {
                    if isAfterMark, character.isNumber { continue }
                    isAfterMark =
                        "vV".contains(character) && (stem.last == "-" || stem.last == "_")
                    stem.append(character)
                }
                isVersioned = isVersioned || !bare.insert(stem).inserted
            }
            guard isVersioned else { continue }
            sources[place].guess.questions.append(
                Wording(
                    "ada beberapa versi dari berkas yang sama: apakah versi terakhir menggantikan yang lain? Jika ya, tulis {versi} dalam pola, lalu version: versi dan replaces",
                    "there are several versions of one file: does the last replace the others? If so, write {versi} in the pattern, then version: versi and replaces"
                ))
        }
    }

    private mutating func askTogether() {
        for source in sources {
            for question in source.guess.questions {
                questions.append(Wording(source.name + ": ") + question)
            }
        }
        if !sources.isEmpty, !sources.contains(where: { $0.guess.kind == .register }) {
            questions.append(
                Wording(
                    "tidak ada daftar pegawai (register) di antara berkas ini: berkas mana yang menyatakan siapa yang dinilai?",
                    "there is no register among these files: which file says who is appraised?"))
        }
    }

    /// The definition as YAML, which ``DefinitionLoader`` reads where no question is open.
    package func text(_ language: Language) -> String {
        var lines = [
            Wording(
                "# Tebakan kinerja guess: periksa setiap baris; angka di belakang tanda # adalah keyakinan.",
                "# Guessed by kinerja guess: check every line; figures behind # are confidences.")(
                    language), "kinerja: 1", "pipeline: tebakan", "title: Tebakan dari ekspor",
            "period: [year, semester, quarter, month]", "ingest:",
        ]
        if !sources.contains(where: { $0.guess.kind == .register }) {
            lines += questions.suffix(sources.isEmpty ? 0 : 1).map { "  # TANYA: \($0(language))" }
        }
        for source in sources { lines += DraftText(source, language).source }
        for other in others {
            let mark = questions.contains(Wording(other.pattern + ": ") + other.reason)
            lines.append(
                "  # \(mark ? "TANYA: " : "")\(DraftText.plain(other.pattern)): \(DraftText.plain(other.reason(language)))"
            )
        }
        let rules = sources.filter { !$0.guess.dateRules.isEmpty }
        if !rules.isEmpty {
            lines.append("validate:")
            for source in rules { lines += DraftText(source, language).rules }
        }
        lines.append(
            "score: { schemes: [] }"
                + Wording(
                    "  # belum ada aturan nilai: check dan preview berjalan, tidak seorang pun dinilai",
                    "  # no scoring rules yet: check and preview run, nobody is scored")(language))
        return lines.joined(separator: "\n") + "\n"
    }
}
