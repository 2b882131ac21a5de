package import Arithmetic
package import Regulation

/// Nilai capaian SKP: the mean of the activities' nilai, plus tugas tambahan and kreativitas.
///
/// An activity is the mean of the aspects that it uses (three, or four with biaya).
///
/// - Source: PP 46/2011; Perka BKN 1/2013, lampiran.
package struct SkpPP46: Sendable {
    /// What an activity is measured by.
    package enum Aspect: String, Sendable, CaseIterable {
        case kuantitas, kualitas, waktu, biaya
    }

    /// Target and realisation of one aspect, in the aspect's own unit.
    package struct Measure: Sendable {
        package let target: Rational?
        package let realised: Rational?
        package let rows: [Trace.RowPlace]

        package init(target: Rational?, realised: Rational?, rows: [Trace.RowPlace] = []) {
            self.target = target
            self.realised = realised
            self.rows = rows
        }
    }

    /// A kegiatan tugas jabatan with the aspects it uses.
    package struct Activity: Sendable {
        package let name: String
        package let aspects: [Aspect: Measure]

        package init(name: String, aspects: [Aspect: Measure]) {
            self.name = name
            self.aspects = aspects
        }

        /// Of all aspects, in the order of the law.
        var rows: [Trace.RowPlace] { Aspect.allCases.flatMap { aspects[$0]?.rows ?? [] } }

        /// An activity with nothing done of its kuantitas was not carried out.
        package var isCarriedOut: Bool { !(aspects[.kuantitas]?.realised?.isZero ?? false) }
    }

    /// What is added to the mean of the activities.
    package struct Additions: Sendable {
        /// Works of kreativitas by whom they benefit, a row of the table.
        package struct Works: Sendable {
            package let benefit: String
            package let count: Rational
            package let rows: [Trace.RowPlace]

            package init(benefit: String, count: Rational, rows: [Trace.RowPlace] = []) {
                self.benefit = benefit
                self.count = count
                self.rows = rows
            }
        }

        /// Number of tugas tambahan of the period.
        package var tasks: Rational = .zero
        package var taskRows: [Trace.RowPlace] = []
        package var works: [Works] = []

        package init() {}
    }

    private let aspects: AspekPP46
    private let tasks: RangeTable
    private let works: RuleTable

    package init(_ rules: RuleReader) {
        aspects = AspekPP46(rules)
        tasks = RangeTable(
            ["pp46-tugas-tambahan"], from: .one, step: .one, word: nil, rules)
        works = rules.table("pp46-kreativitas")
        rules.require(["unit", "organisasi", "negara"], in: works)
    }

    /// Whether the table of tugas tambahan has a row for this number of tasks; none is a number, half of one is not.
    package func knows(tasks number: Rational) -> Bool {
        number.isZero || (number.isWhole && tasks.row(at: number) != nil)
    }

    /// Whether the table of kreativitas knows whom the works benefit, and their number is one of works.
    package func knows(_ works: Additions.Works) -> Bool {
        self.works[works.benefit] != nil && works.count.signum >= 0 && works.count.isWhole
    }

    /// The scores of the aspects that an activity uses, in the order of the law.
    ///
    /// - Returns: `nil` where an aspect has no target above 0 or nothing is known of its realisation, or there is none.
    package func scores(
        of activity: Activity, _ trace: inout Trace
    ) -> [(aspect: Aspect, score: Rational)]? {
        var scores: [(aspect: Aspect, score: Rational)] = []
        for aspect in Aspect.allCases {
            guard let measure = activity.aspects[aspect] else { continue }
            guard
                let score = aspects.score(
                    of: aspect, measure, isCarriedOut: activity.isCarriedOut, &trace)
            else { return nil }
            scores.append((aspect, score))
        }
        return scores.isEmpty ? nil : scores
    }

    /// Nilai capaian of one activity.
    package func value(of activity: Activity, _ trace: inout Trace) -> Rational? {
        trace.nested { trace in
            var mean = PlainMean()
            for score in scores(of: activity, &trace) ?? [] { mean.add(score.score) }
            return mean.value
        } node: { value, children in
            Trace.Node(
                label: "kegiatan \(activity.name)", value: value?.traceText,
                formula: value == nil ? "tanpa target atau realisasi" : "rata-rata aspek",
                rows: value == nil ? activity.rows : [], children: children)
        }
    }

    /// Nilai capaian SKP.
    ///
    /// - Parameters:
    ///   - activities: One that cannot be measured counts as missing.
    ///   - additions: Tugas tambahan and kreativitas.
    ///   - minimumPresent: Least percent of the activities that must have a nilai.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` without activities, or where the tables do not know the additions.
    package func value(
        of activities: [Activity], _ additions: Additions, minimumPresent: Rational = .zero,
        _ trace: inout Trace
    ) -> Rational? {
        var mean = WeightedMean()
        for activity in activities { mean.add(value(of: activity, &trace), weight: .one) }
        guard let activities = mean.value(minimumPresent: minimumPresent),
            let added = value(of: additions, &trace)
        else { return nil }
        let sum = activities + added
        trace.add(
            Trace.Node(
                label: "nilai capaian SKP", value: sum.traceText,
                formula: "rata-rata kegiatan \(activities.traceText) + \(added.exactText)"))
        return sum
    }

    /// Points of tugas tambahan and kreativitas together.
    private func value(of additions: Additions, _ trace: inout Trace) -> Rational? {
        guard knows(tasks: additions.tasks) else { return nil }
        var sum = Rational.zero
        if let row = tasks.row(at: additions.tasks) {
            sum += row.value(at: additions.tasks)
            trace.add(
                Trace.Node(
                    label: "tugas tambahan", value: row.value(at: additions.tasks).exactText,
                    formula: "\(additions.tasks.exactText) tugas", basis: [row.basis],
                    rows: additions.taskRows))
        }
        for work in additions.works {
            guard knows(work), let points = works[work.benefit] else { return nil }
            sum += points * work.count
            trace.add(
                Trace.Node(
                    label: "kreativitas \(work.benefit)",
                    value: (points * work.count).exactText,
                    formula: "\(work.count.exactText) × \(points.exactText)",
                    basis: [works.basis(work.benefit)], rows: work.rows))
        }
        return sum
    }
}

extension Rational {
    fileprivate var isWhole: Bool { rounded(to: 0, .down) == self }
}
