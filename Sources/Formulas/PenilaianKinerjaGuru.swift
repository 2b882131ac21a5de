package import Arithmetic
package import Regulation
internal import Spelling

/// The appraisal of teachers and counsellors (PKG): value, name of the value, and angka kredit a year.
///
/// - Source: Permenneg PAN RB 16/2009.
package struct PenilaianKinerjaGuru: Sendable {
    /// What is judged of one kind of teacher.
    private struct Instrument: Sendable {
        let jenis: String
        /// Number of competencies.
        let competencies: Rational
        /// Scores of one competency.
        let lowest: Rational
        let highest: Rational
        let basis: RuleBasis
    }

    /// The credit of one step of golongan.
    private struct Step: Sendable {
        let from: String
        let words: String
        /// AKK − AKPKB − AKP.
        let credit: Rational
        let basis: RuleBasis
    }

    /// The name of a value.
    package struct Sebutan: Sendable, Hashable {
        /// `baik`
        package let name: String
        /// Percent of the yearly credit.
        package let npk: Rational
    }

    private let instruments: [Instrument]
    private let names: [Sebutan]
    private let bands: PrintedBands
    private let namesUse: ParameterUse
    private let steps: [Step]
    private let years: RuleNumber

    package init(_ rules: RuleReader) {
        let kinds = rules.records(
            "pkg-kompetensi", columns: ["jenis", "jumlah", "skor_terendah", "skor_tertinggi"])
        instruments = kinds.records.map { record in
            let instrument = Instrument(
                jenis: record.text("jenis"), competencies: record.number("jumlah"),
                lowest: record.number("skor_terendah"), highest: record.number("skor_tertinggi"),
                basis: RuleBasis(
                    use: kinds.use,
                    value: "\(record.text("jenis")) \(record.number("jumlah").exactText) × "
                        + record.number("skor_tertinggi").exactText))
            if instrument.competencies.signum <= 0 || instrument.highest.signum <= 0 {
                record.report("'jumlah' and 'skor_tertinggi' must be above 0")
            }
            return instrument
        }
        let rows = rules.records(
            "pkg-sebutan", columns: ["nama", "npk"] + PrintedBands.columns)
        names = rows.records.map { Sebutan(name: $0.text("nama"), npk: $0.number("npk")) }
        namesUse = rows.use
        bands = PrintedBands(
            rows.records, words: names.map { "\($0.name) \($0.npk.exactText) %" }, use: rows.use,
            gap: rules.choice("pkg-sela-sebutan"))
        let credits = rules.records(
            "pkg-angka-kredit", columns: ["dari", "ke", "akk", "akpkb", "akp"])
        steps = credits.records.map { record in
            let (akk, akpkb) = (record.number("akk"), record.number("akpkb"))
            let akp = record.number("akp")
            let words = "\(akk.exactText) − \(akpkb.exactText) − \(akp.exactText)"
            return Step(
                from: record.text("dari"), words: words, credit: akk - akpkb - akp,
                basis: RuleBasis(
                    use: credits.use,
                    value: "\(record.text("dari"))–\(record.text("ke")) \(words)"))
        }
        years = rules.whole("pkg-tahun-kenaikan", in: 1...10)
    }

    /// The kinds of teachers that there are instruments for.
    package var kinds: [String] { instruments.map(\.jenis) }

    /// The number of competencies judged of `jenis`, `nil` for an unknown kind.
    package func competencies(of jenis: String) -> Rational? { instrument(jenis)?.competencies }

    /// The value on 0 to 100: score ÷ (competencies judged × highest score) × 100.
    ///
    /// - Parameters:
    ///   - score: Sum of the scores of the competencies judged.
    ///   - judged: How many were judged; `nil`: all that the instrument has.
    ///   - jenis: `guru` or `konselor`.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` for an unknown kind, for more competencies than it has, and for a score that so many
    ///   competencies cannot have.
    package func value(
        score: Rational, judged: Rational? = nil, jenis: String, _ trace: inout Trace
    ) -> Rational? {
        guard let instrument = instrument(jenis) else { return nil }
        let count = judged ?? instrument.competencies
        guard count.signum > 0, count <= instrument.competencies,
            score >= count * instrument.lowest, score <= count * instrument.highest
        else { return nil }
        let value = score * Rational(100) / (count * instrument.highest)
        trace.add(
            Trace.Node(
                label: "PKG", value: value.traceText,
                formula: "\(score.exactText) / (\(count.exactText) × "
                    + "\(instrument.highest.exactText)) × 100",
                basis: [instrument.basis]))
        return value
    }

    /// The name of a value on 0 to 100.
    ///
    /// - Returns: `nil` in a gap between two printed bands that has no name.
    package func sebutan(of value: Rational, _ trace: inout Trace) -> Sebutan? {
        let found = bands.place(of: value).map { names[$0] }
        trace.add(
            Trace.Node(
                label: "sebutan", value: found?.name, formula: value.traceText,
                basis: bands.basis(of: value)))
        return found
    }

    /// The name as the regulation has it, in any spelling.
    package func sebutan(named name: String) -> Sebutan? {
        let folded = FoldedSpelling.fold(name)
        return names.first { FoldedSpelling.fold($0.name) == folded }
    }

    /// Exact angka kredit of a year: (AKK − AKPKB − AKP) × hours ÷ hours required × NPK ÷ years.
    ///
    /// - Parameters:
    ///   - golongan: Before the promotion, `III/a`.
    ///   - sebutan: Of the year's value.
    ///   - hours: Hours taught a week (JM).
    ///   - required: Hours required a week (JWM), above 0.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where the table has no such step.
    package func credit(
        golongan: String, sebutan: Sebutan, hours: Rational, required: Rational,
        _ trace: inout Trace
    ) -> Rational? {
        let folded = FoldedSpelling.fold(golongan)
        guard let step = steps.first(where: { FoldedSpelling.fold($0.from) == folded }),
            required.signum > 0
        else { return nil }
        let share = hours / required
        let credit = step.credit * share * sebutan.npk / Rational(100) / years.value
        trace.add(
            Trace.Node(
                label: "angka kredit", value: credit.traceText,
                formula: "(\(step.words)) × \(hours.exactText)/\(required.exactText) × "
                    + "\(sebutan.npk.exactText) % / \(years.value.exactText)",
                basis: [
                    step.basis,
                    RuleBasis(
                        use: namesUse, value: "\(sebutan.name) \(sebutan.npk.exactText) %"),
                    years.basis,
                ]))
        return credit
    }

    private func instrument(_ jenis: String) -> Instrument? {
        let folded = FoldedSpelling.fold(jenis)
        return instruments.first { FoldedSpelling.fold($0.jenis) == folded }
    }
}
