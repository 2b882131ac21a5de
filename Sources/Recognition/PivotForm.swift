internal import Definition
internal import Diagnostics

/// A 360 form: one row for each rater, one column for each person and aspect, under headings such as `Disiplin [Nama]`.
struct PivotForm {
    /// What tells raters apart, and when they answered; the NIP in such a form is the rater's.
    private static let page = HeadingBook.page(
        .rating, needs: [],
        [
            ("tanggal", 1, "timestamp | stempel waktu | cap waktu > tanggal | waktu | tgl"),
            ("penilai", 3, "nip penilai | nip anda > nip"),
            (
                "responden", 2,
                "responden | no resp | nomor responden > email address | alamat email | email | username > nama penilai | penilai | nama anda > timestamp | stempel waktu | cap waktu"
            ),
            ("peran", 3, "peran | sebagai | hubungan | posisi penilai"),
        ])

    private let path: String
    private let table: SampleTable
    private let answers: [SampleColumn]

    /// - Parameters:
    ///   - path: Of the file, below the inputs.
    ///   - table: What the file holds.
    ///   - answers: Its columns under headings that name people.
    init(_ path: String, table: SampleTable, answers: [SampleColumn]) {
        self.path = path
        var ordinary = table
        ordinary.columns.removeAll(where: \.isPivot)
        self.table = ordinary
        self.answers = answers
    }

    var guess: SourceGuess {
        let trial = KindTrial(Self.page, table, hasMonth: false)
        var guess = SourceAssembly(
            path, table: table, trial: trial, rival: nil, answers: answers
        ).guess
        guess.pivot = Setting(
            "heading", YAMLText.quoted("{aspek} [{nama}]"), 95,
            Wording(
                "\(answers.count) kolom 'Kriteria [Nama]'",
                "\(answers.count) columns 'Criterion [Name]'"
            ))
        findRaters(&guess)
        findRole(&guess)
        askWords(&guess)
        return guess
    }

    /// A column of NIPs under any heading is the raters'; without one the moment of the answer tells them apart.
    private func findRaters(_ guess: inout SourceGuess) {
        let hasRater = guess.columns.contains { $0.name == "penilai" }
        guess.columns = guess.columns.compactMap { column in
            guard column.name == "nip" else { return column }
            return hasRater
                ? nil
                : ColumnGuess(
                    name: "penilai", origin: column.origin, confidence: column.confidence,
                    evidence: column.evidence)
        }
        let names = Set(guess.columns.map(\.name))
        guard names.isDisjoint(with: ["penilai", "responden"]) else { return }
        if let day = guess.columns.first(where: { $0.name == "tanggal" }) {
            guess.columns.append(
                ColumnGuess(
                    name: "responden", origin: day.origin, confidence: 60,
                    evidence: Wording(
                        "hanya waktu jawaban yang membedakan penilai",
                        "only the time of the answer tells raters apart")))
            return
        }
        guess.questions.append(
            Wording(
                "kolom mana yang membedakan para penilai? Tulis di responden",
                "which column tells raters apart? Write it under responden"))
    }

    private func findRole(_ guess: inout SourceGuess) {
        guard !guess.columns.contains(where: { $0.name == "peran" }) else { return }
        guess.columns.append(
            ColumnGuess(
                name: "peran", origin: .constant("rekan"), confidence: 40,
                evidence: Wording(
                    "tidak ada kolomnya; atasan dan bawahan ditulis di formulirnya sendiri",
                    "there is no column for it; superiors and subordinates have forms of their own"
                )))
    }

    private func askWords(_ guess: inout SourceGuess) {
        let filled = answers.reduce(0) { $0 + $1.profile.filled }
        let numbers = answers.reduce(0) { $0 + $1.profile.numbers }
        guard filled - numbers > 0, (filled - numbers) * 2 >= filled else { return }
        guess.questions.append(
            Wording(
                "jawabannya kata-kata: berapa nilai tiap kata? Isi normalize: words",
                "the answers are words: how many points is each? Fill normalize: words"))
    }
}
