internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// The public-satisfaction index (IKM) of a unit or person from survey forms.
///
/// It counts the answers to each element; the arithmetic is that of ``IndeksKepuasan``.
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
        let elements = sums.indices.map { element in
            IndeksKepuasan.Element(
                name: "U\(element + 1)", sum: sums[element], answers: counts[element])
        }
        let index = method.formula.index(
            of: elements, forms: forms, minimumPresent: component.minimumPresent, &trace)
        // The letter is for who asks; points are the index.
        if trace.isOn, let index { _ = method.quality?.band(of: index, &trace) }
        return index
    }

    /// How many forms of a subject count.
    func forms(of subject: Int32) -> Int {
        component.sources.reduce(0) { sum, name in
            guard let source = evidence.sources[name] else { return sum }
            let filter = RowFilter(component.condition, evidence)
            return sum + source.rows(of: subject).count { filter.accepts(source.store, Int($0)) }
        }
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
