package import Arithmetic
package import Regulation
internal import Spelling

/// The index of professionalism of a civil servant (IP ASN): education, training, performance and discipline.
///
/// - Source: PermenPANRB 38/2018; PerBKN 8/2019.
package struct IndeksProfesionalitas: Sendable {
    /// What is known of one person.
    package struct Profile: Sendable {
        /// A training attended.
        package struct Training: Sendable {
            /// `diklat kepemimpinan`, `diklat fungsional`, `teknis`, `seminar`.
            package let jenis: String
            /// Hours (JP), 0 where not stated.
            package let jam: Rational

            package init(jenis: String, jam: Rational) {
                self.jenis = jenis
                self.jam = jam
            }
        }

        /// Highest education, `S1`.
        package let pendidikan: String
        /// Group of posts: `struktural`, `fungsional`, `pelaksana`.
        package let jabatan: String
        package let training: [Training]
        /// Yearly performance value, 0 to 100.
        package let kinerja: Rational
        /// Levels of the penalties in force; none is `tidak pernah`.
        package let hukuman: [String]

        package init(
            pendidikan: String, jabatan: String, training: [Training], kinerja: Rational,
            hukuman: [String]
        ) {
            self.pendidikan = pendidikan
            self.jabatan = jabatan
            self.training = training
            self.kinerja = kinerja
            self.hukuman = hukuman
        }
    }

    /// Points by dimension, `nil` where the tables do not know what they were asked.
    package struct Index: Sendable {
        package let kualifikasi: Rational?
        package let kompetensi: Rational?
        package let kinerja: Rational?
        package let disiplin: Rational?

        /// 0 to 100; `nil` where a dimension is missing.
        package var total: Rational? {
            guard let kualifikasi, let kompetensi, let kinerja, let disiplin else { return nil }
            return kualifikasi + kompetensi + kinerja + disiplin
        }
    }

    /// Points for a training of one kind.
    private struct TrainingRule: Sendable {
        let jabatan: String
        let jenis: String
        /// Least sum of hours; `nil`: having attended is enough.
        let jam: Rational?
        let poin: Rational
        let basis: RuleBasis
    }

    private static let noPenalty = "tidak pernah"

    private let education: RuleTable
    private let training: [TrainingRule]
    private let performance: PrintedBands
    private let performancePoints: [Rational]
    private let discipline: RuleTable
    private let levels: PrintedBands
    private let levelNames: [String]

    package init(_ rules: RuleReader) {
        education = rules.table("ip-asn-kualifikasi")
        let records = rules.records(
            "ip-asn-kompetensi", columns: ["jabatan", "jenis", "jam", "poin"])
        training = records.records.map { record in
            let (jabatan, jenis) = (record.text("jabatan"), record.text("jenis"))
            let (jam, poin) = (record.optionalNumber("jam"), record.number("poin"))
            let hours = jam.map { " \($0.exactText) JP" } ?? ""
            return TrainingRule(
                jabatan: FoldedSpelling.fold(jabatan), jenis: jenis, jam: jam, poin: poin,
                basis: RuleBasis(
                    use: records.use, value: "\(jabatan), \(jenis)\(hours): \(poin.exactText)"))
        }
        discipline = rules.table("ip-asn-disiplin")
        rules.require([Self.noPenalty], in: discipline)
        let gap: RuleChoice<PrintedBands.Gap>? = rules.choice("ip-asn-sela")
        let points = rules.records(
            "ip-asn-kinerja", columns: ["poin"] + PrintedBands.columns)
        performancePoints = points.records.map { $0.number("poin") }
        performance = PrintedBands(
            points.records, words: performancePoints.map(\.exactText), use: points.use, gap: gap)
        let names = rules.records(
            "ip-asn-tingkat", columns: ["nama"] + PrintedBands.columns)
        levelNames = names.records.map { $0.text("nama") }
        levels = PrintedBands(names.records, words: levelNames, use: names.use, gap: gap)
    }

    /// The groups of posts that have points for training.
    package var groups: [String] {
        training.map(\.jabatan).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The points of a person.
    package func index(of profile: Profile, _ trace: inout Trace) -> Index {
        let kualifikasi = education[profile.pendidikan]
        trace.add(
            Trace.Node(
                label: "kualifikasi", value: kualifikasi?.exactText, formula: profile.pendidikan,
                basis: [education.basis(profile.pendidikan)]))
        let kompetensi = kompetensi(of: profile, &trace)
        let kinerja = performance.place(of: profile.kinerja).map { performancePoints[$0] }
        trace.add(
            Trace.Node(
                label: "kinerja", value: kinerja?.exactText, formula: profile.kinerja.traceText,
                basis: performance.basis(of: profile.kinerja)))
        let index = Index(
            kualifikasi: kualifikasi, kompetensi: kompetensi, kinerja: kinerja,
            disiplin: disiplin(of: profile, &trace))
        trace.add(Trace.Node(label: "IP ASN", value: index.total?.traceText))
        return index
    }

    /// The level of professionalism (sangat rendah to sangat tinggi).
    package func level(of total: Rational, _ trace: inout Trace) -> String? {
        let name = levels.place(of: total).map { levelNames[$0] }
        trace.add(
            Trace.Node(
                label: "tingkat", value: name, formula: total.traceText,
                basis: levels.basis(of: total)))
        return name
    }

    private func kompetensi(of profile: Profile, _ trace: inout Trace) -> Rational? {
        let group = FoldedSpelling.fold(profile.jabatan)
        let rules = training.filter { $0.jabatan == group }
        guard !rules.isEmpty else { return nil }
        var sum = Rational.zero
        for rule in rules {
            let jenis = FoldedSpelling.fold(rule.jenis)
            let attended = profile.training.filter { FoldedSpelling.fold($0.jenis) == jenis }
            let hours = attended.reduce(Rational.zero) { $0 + $1.jam }
            let isMet = !attended.isEmpty && (rule.jam.map { hours >= $0 } ?? true)
            let points = isMet ? rule.poin : .zero
            sum += points
            trace.add(
                Trace.Node(
                    label: "kompetensi: \(rule.jenis)", value: points.exactText,
                    formula: "\(attended.count) kali, \(hours.exactText) JP",
                    basis: [rule.basis]))
        }
        return sum
    }

    /// The heaviest penalty decides: the one with the fewest points.
    private func disiplin(of profile: Profile, _ trace: inout Trace) -> Rational? {
        let levels = profile.hukuman.isEmpty ? [Self.noPenalty] : profile.hukuman
        let points = levels.map { discipline[$0] }
        let known = points.compactMap { $0 }
        let least = known.count == points.count ? known.min() : nil
        trace.add(
            Trace.Node(
                label: "disiplin", value: least?.exactText,
                formula: levels.joined(separator: ", "),
                basis: levels.map { discipline.basis($0) }))
        return least
    }
}
