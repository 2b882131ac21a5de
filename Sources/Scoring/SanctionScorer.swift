internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// What sanctions leave of the weighted mean: a factor of at most 1.
struct SanctionScorer {
    private let factor: SanctionFactor
    private let period: AppraisalPeriod
    private let sources: [(name: String, rows: GroupedStore)]

    init(factor: SanctionFactor, evidence: EvidenceSet) {
        self.factor = factor
        period = evidence.definition.period
        sources = factor.sources.compactMap { name in
            evidence.sources[name].map { (name: name, rows: $0) }
        }
    }

    private struct Sanction {
        let first: CalendarDate
        let last: CalendarDate
        /// What is left, 1 minus the percentage.
        let remainder: Rational
        let place: Trace.RowPlace
        let words: String
    }

    func value(of person: Int32, _ trace: inout Trace) -> Rational {
        let sanctions = sanctions(of: person)
        guard !sanctions.isEmpty else { return .one }
        for sanction in sanctions {
            trace.add(
                Trace.Node(
                    label: "hukuman disiplin", value: sanction.remainder.traceText,
                    formula: sanction.words, rows: [sanction.place]))
        }
        switch factor.counts {
        case .anyDay:
            return combined(sanctions)
        case .lastDay:
            return combined(sanctions.filter { $0.first <= period.last && period.last <= $0.last })
        case .byDays:
            var sum = Rational.zero
            for day in period.first.dayNumber...period.last.dayNumber {
                let date = CalendarDate(dayNumber: day)
                sum += combined(sanctions.filter { $0.first <= date && date <= $0.last })
            }
            return sum / Rational(period.days)
        }
    }

    private func combined(_ sanctions: [Sanction]) -> Rational {
        switch factor.several {
        case .smallest: sanctions.map(\.remainder).min() ?? .one
        case .product: sanctions.reduce(.one) { $0 * $1.remainder }
        }
    }

    /// The sanctions that touch the period.
    private func sanctions(of person: Int32) -> [Sanction] {
        var sanctions: [Sanction] = []
        for place in sources.indices {
            // Hardly anyone has any: nothing else is touched for the others.
            let rows = sources[place].rows.rows(of: person)
            if rows.isEmpty { continue }
            let (name, source) = sources[place]
            let store = source.store
            for row in rows.map(Int.init) {
                guard let percent = percent(store, row),
                    let (first, last) = SanctionDays(period: period).days(store, row)
                else { continue }
                let remainder = max(.zero, .one - percent / Rational(100))
                sanctions.append(
                    Sanction(
                        first: first, last: last, remainder: remainder,
                        place: .init(
                            source: name, file: store.files[row], line: store.lines[row]),
                        words: "\(percent.exactText) %, \(first) … \(last)"))
            }
        }
        return sanctions
    }

    private func percent(_ store: RowStore, _ row: Int) -> Rational? {
        if let percent = store.number(store.column("persen"), row) { return percent }
        guard let level = store.text(store.column("tingkat"), row) else { return nil }
        let folded = FoldedSpelling.fold(level)
        return factor.levels.first { FoldedSpelling.fold($0.level) == folded }?.percent
    }
}
