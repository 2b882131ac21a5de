internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// Points left after deductions, from kept rows: per day with a cap, per month with a floor.
struct AttendanceScorer {
    let component: ComponentDefinition
    let method: AttendanceMethod
    let evidence: EvidenceSet

    /// What a month (or the whole period) deducts.
    private struct Tally {
        var deducted = Rational.zero
        /// Sum of the column and of its divisor, by deduction.
        var shares: [Int: (sum: Rational, per: Rational)] = [:]

        mutating func add(_ share: Int, sum: Rational, per: Rational) {
            let old = shares[share] ?? (.zero, .zero)
            shares[share] = (old.sum + sum, old.per + per)
        }
    }

    func points(of subject: Int32, _ trace: inout Trace) -> Rational? {
        var tallies: [Int64: Tally] = [:]
        var rowCount = 0
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            for row in source.rows(of: subject) {
                let store = source.store
                guard RowFilter(component.condition, evidence).accepts(store, Int(row)) else {
                    continue
                }
                rowCount += 1
                let month = method.mean == .months ? store.month(Int(row)) ?? 0 : 0
                let deducted = add(store, Int(row), to: &tallies[month, default: Tally()])
                trace.add(
                    Trace.Node(
                        label: "hadir", value: "-\(deducted.traceText)",
                        rows: [
                            .init(
                                source: name, file: store.files[Int(row)],
                                line: store.lines[Int(row)])
                        ]))
            }
        }
        guard rowCount > 0 else { return nil }
        var mean = PlainMean()
        for (month, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            let points = points(after: tally)
            mean.add(points)
            trace.add(
                Trace.Node(
                    label: month == 0 ? "periode" : MonthText.text(ofMonth: month),
                    value: points.traceText, formula: words(of: tally)))
        }
        return mean.value
    }

    private func points(after tally: Tally) -> Rational {
        var points = method.start - tally.deducted
        for (index, share) in tally.shares {
            guard case .points(let amount, _) = method.deductions[index].amount,
                !share.per.isZero
            else { continue }
            points = points - amount * share.sum / share.per
        }
        if method.mean == .months, let floor = method.monthFloor { points = max(points, floor) }
        return points
    }

    /// - Returns: What the row itself deducts (shares of sums come later).
    private func add(_ store: RowStore, _ row: Int, to tally: inout Tally) -> Rational {
        var deducted = Rational.zero
        for (index, deduction) in method.deductions.enumerated() {
            let column = store.column(deduction.column)
            switch deduction.amount {
            case .points(let points, let per):
                guard let value = store.number(column, row) else { continue }
                if let per {
                    guard let divisor = store.number(store.column(per), row) else { continue }
                    tally.add(index, sum: value, per: divisor)
                } else {
                    deducted += points * value
                }
            case .bands(let bands):
                guard let value = store.value(column, row) else { continue }
                if let band = bands.last(where: { value >= $0.from }) { deducted += band.points }
            case .words(let words):
                guard let text = store.text(column, row) else { continue }
                let folded = FoldedSpelling.fold(text)
                if let word = words.first(where: { FoldedSpelling.fold($0.word) == folded }) {
                    deducted += word.points
                }
            }
        }
        if let cap = method.dailyCap, store.column("tanggal") != nil {
            deducted = min(deducted, cap)
        }
        tally.deducted += deducted
        return deducted
    }

    private func words(of tally: Tally) -> String {
        var parts = ["\(method.start.exactText) − \(tally.deducted.traceText)"]
        for (index, share) in tally.shares.sorted(by: { $0.key < $1.key }) {
            if case .points(let amount, _) = method.deductions[index].amount {
                parts.append(
                    "− \(amount.exactText) × \(share.sum.exactText) / \(share.per.exactText)")
            }
        }
        return parts.joined(separator: " ")
    }
}
