internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// The public-satisfaction index (IKM) of a unit or person from survey forms.
///
/// NRR of an element is the mean of the answers given; the index is Σ NRR × element weight × factor.
///
/// - Source: PermenPANRB 14/2017 (survei kepuasan masyarakat); the element weight is the definition's.
struct SurveyScorer {
    let component: ComponentDefinition
    let method: SurveyMethod
    let evidence: EvidenceSet

    func points(of subject: Int32, _ trace: inout Trace) -> Rational? {
        var sums: [Rational] = []
        var counts: [Int] = []
        var forms = 0
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let columns = source.store.elementColumns
            while sums.count < columns.count {
                sums.append(.zero)
                counts.append(0)
            }
            for row in source.rows(of: subject)
            where RowFilter(component.condition, evidence).accepts(source.store, Int(row)) {
                forms += 1
                for (element, column) in columns.enumerated() {
                    guard let answer = source.store.number(column, Int(row)) else { continue }
                    sums[element] += answer
                    counts[element] += 1
                }
                trace.add(
                    Trace.Node(
                        label: "formulir",
                        rows: [
                            .init(
                                source: name, file: source.store.files[Int(row)],
                                line: source.store.lines[Int(row)])
                        ]))
            }
        }
        guard forms >= method.minimumForms, forms > 0 else { return nil }
        return index(sums: sums, counts: counts, forms: forms, &trace)
    }

    private func index(
        sums: [Rational], counts: [Int], forms: Int, _ trace: inout Trace
    ) -> Rational? {
        let weight = method.elementWeight ?? Rational(Int64(1), over: Int64(sums.count))
        var mean = WeightedMean()
        for (element, sum) in sums.enumerated() {
            let nrr = counts[element] == 0 ? nil : sum / Rational(counts[element])
            mean.add(nrr, weight: weight)
            trace.add(
                Trace.Node(
                    label: "U\(element + 1)", value: nrr?.traceText,
                    formula: "\(sum.exactText) / \(counts[element])"))
        }
        // Elements without answers drop out and the others carry their weight.
        guard let nrr = mean.value(minimumPresent: component.minimumPresent) else { return nil }
        let index = nrr * weight * Rational(sums.count) * method.factor
        trace.add(
            Trace.Node(
                label: "IKM", value: index.traceText,
                formula: "NRR \(nrr.traceText) × \(weight.exactText) × \(sums.count) × "
                    + "\(method.factor.exactText), \(forms) formulir"))
        return index
    }
}

extension RowStore {
    /// Columns `u1`, `u2`, … in order.
    var elementColumns: [Int] {
        var columns: [Int] = []
        while let column = column("u\(columns.count + 1)") { columns.append(column) }
        return columns
    }
}
