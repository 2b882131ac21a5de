package import Arithmetic
internal import CivilService
package import Regulation
internal import Spelling

/// Weights, limits and words of the 27 indicators, as the law and our suppositions have them on a day.
///
/// What the published list states and what it leaves open stand in different parameters: the first are the weights
/// and years, the others say in their files that nobody has confirmed them.
package struct QualityRules: Sendable {
    /// What a share of problems is a share of.
    package enum Denominator: String, Sendable, CaseIterable {
        /// All people of the unit who could be judged, also those whom the indicator is not about.
        case everyone = "semua"
        /// Only those whom the indicator is about.
        case applicable = "berlaku"
    }

    enum Filing: String, CaseIterable {
        /// One SKP within the years is enough.
        case anyYear = "salah-satu"
        case everyYear = "semua"
    }

    enum RetirementStart: String, CaseIterable {
        /// The birthday itself.
        case birthday = "hari-lahir"
        /// The first day of the month after the birthday.
        case nextMonth = "bulan-berikutnya"
    }

    /// The least that an eselon asks for.
    struct Eselon: Sendable {
        let education: String
        let golongan: Golongan
        let retirementAge: Int
    }

    package let denominator: Denominator
    private let dimensionWeights: [QualityDimension: Rational]
    private let indicatorWeights: [QualityIndicator: Rational]
    let words: QualityWords
    let filing: Filing
    let retirementStart: RetirementStart
    /// Years before that of the day.
    let filingYears: Int
    let candidateYears: Int
    let functionalYears: Int
    let structuralYears: Int
    /// The rank of education from which a title is expected.
    let titledEducation: Int
    let executingRetirementAge: Int
    let firstPPPKYear: Int
    private let education: [String: Int]
    private let eselons: [String: Eselon]

    package init(_ rules: RuleReader) {
        words = QualityWords(rules)
        let dimensions = rules.table("kualitas-data-dimensi")
        rules.require(QualityDimension.allCases.map(\.rawValue), in: dimensions)
        dimensionWeights = Dictionary(
            uniqueKeysWithValues: QualityDimension.allCases.map {
                ($0, dimensions[$0.rawValue] ?? .zero)
            })
        let weights = rules.table("kualitas-data-bobot")
        rules.require(QualityIndicator.allCases.map(\.rawValue), in: weights)
        indicatorWeights = Dictionary(
            uniqueKeysWithValues: QualityIndicator.allCases.map {
                ($0, weights[$0.rawValue] ?? .zero)
            })
        let shares: RuleChoice<Denominator>? = rules.choice("kualitas-data-penyebut")
        denominator = shares?.value ?? .everyone
        let filings: RuleChoice<Filing>? = rules.choice("kualitas-data-skp")
        filing = filings?.value ?? .anyYear
        let start: RuleChoice<RetirementStart>? = rules.choice("kualitas-data-bup-sejak")
        retirementStart = start?.value ?? .nextMonth
        let limits = rules.table("kualitas-data-batas")
        let limitNames = ["skp-tahun", "cpns-tahun", "calon-jf-tahun", "struktural-tahun"]
        rules.require(limitNames, in: limits)
        let years = limitNames.map { Self.whole(limits[$0]) }
        (filingYears, candidateYears) = (years[0], years[1])
        (functionalYears, structuralYears) = (years[2], years[3])
        let supposed = rules.table("kualitas-data-andaian")
        let supposedNames = ["gelar-tingkat", "bup-pelaksana", "pppk-tahun-pertama"]
        rules.require(supposedNames, in: supposed)
        let values = supposedNames.map { Self.whole(supposed[$0]) }
        (titledEducation, executingRetirementAge, firstPPPKYear) = (
            values[0], values[1], values[2]
        )
        let ranks = rules.table("kualitas-data-pendidikan")
        let known = Dictionary(
            ranks.rows.map { (FoldedSpelling.fold($0.name), Self.whole($0.value)) },
            uniquingKeysWith: { first, _ in first })
        education = known
        eselons = Self.eselons(rules, education: known)
    }

    private static func eselons(
        _ rules: RuleReader, education: [String: Int]
    ) -> [String: Eselon] {
        let table = rules.records(
            "kualitas-data-eselon", columns: ["eselon", "pendidikan", "golongan", "bup"])
        var eselons: [String: Eselon] = [:]
        for row in table.records {
            let (schooling, grade) = (row.text("pendidikan"), row.text("golongan"))
            guard let golongan = Golongan.allPNS.first(where: { $0.description == grade }) else {
                row.report("'\(grade)' is no golongan I/a … IV/e")
                continue
            }
            if education[FoldedSpelling.fold(schooling)] == nil {
                row.report("'\(schooling)' is not in kualitas-data-pendidikan")
            }
            eselons[FoldedSpelling.fold(row.text("eselon"))] = Eselon(
                education: schooling, golongan: golongan,
                retirementAge: whole(row.number("bup")))
        }
        return eselons
    }

    /// Years and ages are small; what is not is cut, since no register has it.
    private static func whole(_ value: Rational?) -> Int {
        Int(min(max((value ?? .zero).rounded(decimals: 0, .down), 0), 9_999))
    }

    package func weight(of dimension: QualityDimension) -> Rational {
        dimensionWeights[dimension] ?? .zero
    }

    /// Percent of the dimension, as printed: the sums differ from 100 by the rounding of the print.
    package func weight(of indicator: QualityIndicator) -> Rational {
        indicatorWeights[indicator] ?? .zero
    }

    /// The rank of a level of education, `nil` for a word that is not known.
    func rank(ofEducation word: String) -> Int? { education[FoldedSpelling.fold(word)] }

    func eselon(_ word: String) -> Eselon? { eselons[FoldedSpelling.fold(word)] }
}
