package import Arithmetic
package import CivilService
package import Regulation
internal import Spelling

/// What disciplinary sanctions take off the allowance of a month, in percent.
///
/// - Source: PP 94/2021; percentages and lengths that the order itself does not state are those of the dated table.
package struct HukumanTPP: Sendable {
    /// When a sanction begins to count.
    package enum Start: String, Sendable, CaseIterable {
        /// In the month in which it was imposed.
        case sameMonth = "bulan-itu"
        case nextMonth = "bulan-berikut"
    }

    /// What several sanctions of one month take off.
    package enum Several: String, Sendable, CaseIterable {
        case greatest = "terberat"
        /// At most everything.
        case sum = "jumlah"
    }

    /// A sanction as the order states it.
    package struct Sanction: Sendable, Hashable {
        package let level: String
        package let percent: Rational?
        package let first: CalendarDate
        package let months: Int?
        package let last: CalendarDate?
        package let document: String

        package init(
            level: String, percent: Rational?, first: CalendarDate, months: Int?,
            last: CalendarDate?, document: String
        ) {
            self.level = level
            self.percent = percent
            self.first = first
            self.months = months
            self.last = last
            self.document = document
        }
    }

    private struct Row: Sendable {
        let percent: Rational
        let months: Int?
        let basis: RuleBasis
    }

    private let rows: [String: Row]
    private let start: RuleChoice<Start>?
    private let several: RuleChoice<Several>?

    package init(_ rules: RuleReader) {
        let records = rules.records("tpp-hukuman", columns: ["tingkat", "persen", "bulan"])
        var rows: [String: Row] = [:]
        for record in records.records {
            let (level, percent) = (record.text("tingkat"), record.number("persen"))
            let months = record.optionalNumber("bulan")
            if percent.signum < 0 || percent > Rational(100) {
                record.report("'persen' must be between 0 and 100")
            }
            let whole = months.flatMap { Int($0.exactText) }
            if months != nil, !(whole.map { (1...120).contains($0) } ?? false) {
                record.report("'bulan' must be a whole number 1…120")
            }
            let text =
                "\(level) \(percent.exactText) %" + (whole.map { ", \($0) bulan" } ?? "")
            let old = rows.updateValue(
                Row(
                    percent: percent, months: whole,
                    basis: RuleBasis(use: records.use, value: text)),
                forKey: FoldedSpelling.fold(level))
            if old != nil { record.report("the row '\(level)' stands twice") }
        }
        self.rows = rows
        start = rules.choice("tpp-hukuman-mulai")
        several = rules.choice("tpp-hukuman-ganda")
    }

    /// - Returns: Percent of the month, exact, 0 without sanction; or why it cannot be known.
    package func percent(
        of sanctions: [Sanction], in month: Month, _ trace: inout Trace
    ) -> Result<Rational, Unknown> {
        var found: [Rational] = []
        for sanction in sanctions {
            let row = rows[FoldedSpelling.fold(sanction.level)]
            let starts = Int(sanction.first.monthIndex.index) + (start?.value == .nextMonth ? 1 : 0)
            if starts > Int(month.index) { continue }
            let end: Int
            if let last = sanction.last {
                end = Int(last.monthIndex.index)
            } else if let months = sanction.months ?? row?.months {
                end = starts + months - 1
            } else {
                return .failure(Unknown(sanction: sanction, lack: .length))
            }
            if sanction.last != nil, end < starts, starts == Int(month.index) {
                return .failure(Unknown(sanction: sanction, lack: .month))
            }
            if end < Int(month.index) { continue }
            guard let percent = sanction.percent ?? row?.percent else {
                return .failure(Unknown(sanction: sanction, lack: .percent))
            }
            found.append(percent)
            trace.add(
                Trace.Node(
                    label: "hukuman disiplin \(sanction.level)", value: "\(percent.exactText) %",
                    formula: "\(Month(index: Int32(starts))) … \(Month(index: Int32(end))), "
                        + sanction.document,
                    basis: [row?.basis, start?.basis].compactMap { $0 }))
        }
        switch several?.value ?? .greatest {
        case .greatest: return .success(found.max() ?? .zero)
        case .sum: return .success(min(Rational(100), found.reduce(.zero, +)))
        }
    }

    /// A sanction that neither states what is needed nor has a row that does.
    package struct Unknown: Error, Sendable {
        package enum Lack: Sendable {
            case length
            case percent
            /// Its last day is before the month in which it would begin to count.
            case month
        }

        package let sanction: Sanction
        package let lack: Lack
    }
}
