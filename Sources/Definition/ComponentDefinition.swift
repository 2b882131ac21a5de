package import Arithmetic
package import Diagnostics
package import Formulas
package import Regulation

/// One component of a scheme: evidence to points, with its weight and what happens when it is missing.
package struct ComponentDefinition: Sendable {
    package enum Missing: Sendable, Hashable {
        case unscored
        case reweight
        case exclude
        /// A value that the definition states in so many words.
        case value(Rational)
    }

    package let id: String
    package let title: String
    package let place: SourceLocation
    package let sources: [String]
    package let condition: Condition?
    /// Percent; the weights of a scheme sum to 100.
    package let weight: Rational
    package let cap: Rational?
    package let floor: Rational?
    package let missing: Missing
    /// Least percent of the inner weights (roles, elements, days) that must have a value.
    package let minimumPresent: Rational
    package let method: MethodDefinition
    /// Values of law in the component, for `explain`.
    package let basis: [RuleBasis]
}

extension ComponentDefinition {
    /// The words that outputs show in place of points, where the method rates in words.
    package var labels: [(word: String, points: Rational)] {
        if case .outcome(let method) = method { method.values } else { [] }
    }
}

/// What a component's evidence is about.
package enum Subject: String, Sendable, CaseIterable {
    case person
    /// The unit's figure, shared with its members by days.
    case unit
}

/// The method of a component with its parameters.
package enum MethodDefinition: Sendable {
    case attainment(AttainmentMethod)
    case timeliness(TimelinessMethod)
    case rating(RatingMethod)
    case attendance(AttendanceMethod)
    case ikm(SurveyMethod)
    case competency(CompetencyMethod)
    case training(hours: Rational)
    case pkg(TeacherMethod)
    case ipASN(ProfessionalismMethod)
    case unitResult
    case outcome(OutcomeMethod)
    case angkaKredit(AngkaKreditMethod)
    case gabungan2021(Penggabungan2021)
    /// SKP under PP 46/2011.
    case skpPP46(SkpPP46)
    /// SKP under PP 30/2019.
    case skpPP30(SkpPP30)

    package var name: String {
        switch self {
        case .attainment: "attainment"
        case .timeliness: "timeliness"
        case .rating: "rating"
        case .attendance: "attendance"
        case .ikm: "ikm"
        case .competency: "competency"
        case .training: "training"
        case .pkg: "pkg"
        case .ipASN: "ip-asn"
        case .unitResult: "unit-result"
        case .outcome: "outcome"
        case .angkaKredit: "angka-kredit"
        case .gabungan2021: "gabungan-2021"
        case .skpPP46: "skp-pp46"
        case .skpPP30: "skp-pp30"
        }
    }

    package var subject: Subject {
        switch self {
        case .attainment(let method): method.subject
        case .rating(let method): method.subject
        case .ikm(let method): method.subject
        case .unitResult: .unit
        default: .person
        }
    }

    /// Least percent of the inner weights that must have a value where the definition states none.
    ///
    /// A teacher's value is that of all competencies.
    var minimumPresent: Rational {
        if case .pkg = self { Rational(100) } else { .zero }
    }

    /// The kinds that the sources in `from:` may have; none where the method reads no rows.
    package var kinds: [Kind] {
        switch self {
        case .attainment, .timeliness, .skpPP46, .skpPP30: [.attainment]
        case .rating, .pkg: [.rating]
        case .attendance: [.attendance]
        case .ikm: [.survey]
        case .competency: [.competency]
        case .training: [.training]
        case .ipASN: [.training, .rating, .sanction]
        case .unitResult: []
        case .outcome, .angkaKredit, .gabungan2021: [.outcome]
        }
    }

    /// The columns without which no row of its sources could be scored.
    package var neededColumns: [String] {
        switch self {
        case .skpPP46: ["ukuran", "target", "realisasi"]
        case .skpPP30: ["realisasi"]
        default: []
        }
    }
}

/// Weighted attainment of targets: higher or lower is better, single and range targets.
package struct AttainmentMethod: Sendable {
    package enum Level: String, Sendable, CaseIterable {
        case measure = "ukuran"
        case month = "bulan"
        case indicator = "indikator"
    }

    package enum Mean: Sendable {
        /// Weighted mean of all rows, each with its indicator's weight.
        case rows
        /// Means from the inside out.
        case levels([Level])
    }

    package enum Lower: String, Sendable, CaseIterable {
        case targetByResult = "T/R"
        case twoMinus = "2-R/T"
        case waktu = "1.76-R/T"
    }

    package enum Weights: Sendable {
        case equal
        case bobot
        case listed([String: Rational])
    }

    package struct RowRounding: Sendable {
        package let decimals: Int
        package let rounding: Rounding
    }

    package let subject: Subject
    package let indicators: [String]
    package let weights: Weights
    package let mean: Mean
    package let lower: Lower
    package let rowRounding: RowRounding?
    /// Points of one row, before the indicator's own `batas`.
    package let cap: Rational?
    package let floor: Rational?
}

/// Points by days late against a due date.
package struct TimelinessMethod: Sendable {
    package let perDay: Rational
    package let floor: Rational
    /// `nil`: a task due and not done is missing.
    package let undone: Rational?
}

/// Mean of ratings by role.
package struct RatingMethod: Sendable {
    package enum Pool: String, Sendable, CaseIterable {
        case values
        case raters
        case aspects
    }

    package struct Role: Sendable {
        package let name: String
        package let weight: Rational
        /// Fewer distinct raters than this: the role has no value.
        package let minimumRaters: Int
    }

    package let subject: Subject
    package let roles: [Role]
    package let notAlone: [String]
    /// Empty: all aspects, equal weights.
    package let aspects: [(name: String, weight: Rational)]
    package let pool: Pool
}

/// Points left after deductions for absence, lateness and leaving early.
package struct AttendanceMethod: Sendable {
    package struct Band: Sendable {
        package let from: Int64
        package let points: Rational
    }

    package struct Deduction: Sendable {
        package enum Amount: Sendable {
            /// Points × the column's sum, divided by the sum of `per` where stated.
            case points(Rational, per: String?)
            /// Points by the highest band that the row's value reaches.
            case bands([Band])
            /// Points by the row's word.
            case words([(word: String, points: Rational)])
        }

        package let column: String
        package let amount: Amount
    }

    package enum Mean: String, Sendable, CaseIterable {
        case period
        case months
    }

    package let start: Rational
    package let deductions: [Deduction]
    package let dailyCap: Rational?
    package let monthFloor: Rational?
    package let mean: Mean
}

/// The public-satisfaction index of a survey (IKM).
package struct SurveyMethod: Sendable {
    package let subject: Subject
    package let formula: IndeksKepuasan
    package let minimumForms: Int
    /// The bands of the unit's letter, where the definition asks for it.
    package let quality: MutuPelayanan?
    /// The forms that a unit's population needs, where the definition asks for a check.
    package let sample: SampelSKM?
}

/// Levels held against levels required.
package struct CompetencyMethod: Sendable {
    package typealias Over = KesesuaianKompetensi.Over

    package let standard: String
    package let requiredBy: [String]
    package let formula: KesesuaianKompetensi
}

/// The appraisal of teachers (PKG) from scores by competency.
package struct TeacherMethod: Sendable {
    package let formula: PenilaianKinerjaGuru
    /// `guru` or `konselor`.
    package let jenis: String
}

/// The index of professionalism (IP ASN) of one group of posts.
package struct ProfessionalismMethod: Sendable {
    package let formula: IndeksProfesionalitas
    /// `struktural`, `fungsional` or `pelaksana`.
    package let group: String
}

/// A rating or figure given elsewhere.
package struct OutcomeMethod: Sendable {
    package enum Column: String, Sendable, CaseIterable {
        case hasil = "hasil_kerja"
        case perilaku = "perilaku_kerja"
        case nilai
        case nilaiSKP = "nilai_skp"
        case nilaiPerilaku = "nilai_perilaku"

        /// Whether the column holds words, which need points.
        package var isRating: Bool { self == .hasil || self == .perilaku }
    }

    package let column: Column
    /// Points of rating words, from the definition.
    package let values: [(word: String, points: Rational)]
    package let several: SeveralSKP
}

/// Angka kredit from the predikat of the period.
package struct AngkaKreditMethod: Sendable {
    package let formula: AngkaKreditFormula
    package let predikat: PredikatPANRB6
    package let several: SeveralSKP
}
