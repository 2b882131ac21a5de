internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Plan

/// Weighted attainment from kept rows: nested means from the inside out.
struct AttainmentScorer {
    let component: ComponentDefinition
    let method: AttainmentMethod
    let evidence: EvidenceSet
    private let formula: AttainmentFormula
    private let wanted: Set<Int32>?

    init(_ component: ComponentDefinition, _ method: AttainmentMethod, _ evidence: EvidenceSet) {
        self.component = component
        self.method = method
        self.evidence = evidence
        formula = AttainmentFormula(method: method)
        wanted =
            method.indicators.isEmpty
            ? nil
            : Set(method.indicators.compactMap { evidence.references.indicators?.index(of: $0) })
    }

    /// One row with its points.
    private struct Cell {
        let indicator: Int32
        let month: Int64
        let measure: String
        let points: Rational
        let place: Trace.RowPlace
        let words: String
    }

    func points(of subject: Int32, _ trace: inout Trace) -> Rational? {
        var cells: [Cell] = []
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            for row in source.rows(of: subject) {
                if let cell = cell(source.store, Int(row), source: name) { cells.append(cell) }
            }
        }
        switch method.mean {
        case .rows:
            var mean = WeightedMean()
            for cell in cells {
                mean.add(cell.points, weight: weight(of: cell.indicator))
                trace.add(node(of: cell))
            }
            return mean.value(minimumPresent: .zero)
        case .levels(let levels):
            return indicatorMean(cells, levels: levels, &trace)
        }
    }

    /// Whether a row of a wanted indicator has nothing to be measured against.
    func lacksTarget(_ store: RowStore, _ row: Int) -> Bool {
        guard let code = store.code(store.column("indikator"), row),
            wanted?.contains(code) ?? true,
            RowFilter(component.condition, evidence).accepts(store, row)
        else { return false }
        return measured(store, row) == nil
    }

    /// Code of the indicator and points of one row, for monitoring; `nil` when nothing can be measured.
    func measured(_ store: RowStore, _ row: Int) -> (item: String, points: Rational)? {
        cell(store, row, source: "").map {
            (evidence.indicators.indicators[Int($0.indicator)].code, $0.points)
        }
    }

    private func cell(_ store: RowStore, _ row: Int, source: String) -> Cell? {
        guard let code = store.code(store.column("indikator"), row),
            wanted?.contains(code) ?? true,
            RowFilter(component.condition, evidence).accepts(store, row),
            let realised = store.number(store.column("realisasi"), row)
        else { return nil }
        let indicator = evidence.indicators.indicators[Int(code)]
        let target = target(store, row, indicator)
        guard
            let points = formula.points(realised: realised, target: target, indicator: indicator)
        else { return nil }
        let goal = [target.single, target.low, target.high].compactMap { $0?.exactText }
        return Cell(
            indicator: code, month: store.month(row) ?? 0,
            measure: store.text(store.column("ukuran"), row) ?? "", points: points,
            place: Trace.RowPlace(source: source, file: store.files[row], line: store.lines[row]),
            words: "R \(realised.exactText), T \(goal.joined(separator: "…")), "
                + formula.words(for: indicator.direction))
    }

    /// A row that names any target is measured against it, else against the indicator's.
    private func target(
        _ store: RowStore, _ row: Int, _ indicator: IndicatorTable.Indicator
    ) -> AttainmentFormula.Target {
        let own = AttainmentFormula.Target(
            single: store.number(store.column("target"), row),
            low: store.number(store.column("target_min"), row),
            high: store.number(store.column("target_maks"), row))
        if own.single != nil || (own.low != nil && own.high != nil) { return own }
        return .init(single: indicator.target, low: indicator.low, high: indicator.high)
    }

    private func weight(of indicator: Int32) -> Rational {
        let known = evidence.indicators.indicators[Int(indicator)]
        switch method.weights {
        case .equal: return .one
        case .bobot: return known.weight
        case .listed(let weights): return weights[known.code] ?? .zero
        }
    }

    private func indicatorMean(
        _ cells: [Cell], levels: [AttainmentMethod.Level], _ trace: inout Trace
    ) -> Rational? {
        let inner = Array(levels.dropLast().reversed())
        var mean = WeightedMean()
        let found = Dictionary(grouping: cells, by: \.indicator)
        let indicators = wanted.map { $0.sorted() } ?? found.keys.sorted()
        for indicator in indicators {
            let known = evidence.indicators.indicators[Int(indicator)]
            let weight = weight(of: indicator)
            let value = trace.nested { inside in
                nestedMean(found[indicator] ?? [], levels: inner[...], &inside)
            } node: { value, children in
                Trace.Node(
                    label: "\(known.code) \(known.name)", value: value?.traceText,
                    formula: "bobot \(weight.exactText)", children: children)
            }
            mean.add(value, weight: weight)
        }
        return mean.value(minimumPresent: component.minimumPresent)
    }

    /// Levels from the outside in: the mean over groups of each group's own mean.
    private func nestedMean(
        _ cells: [Cell], levels: ArraySlice<AttainmentMethod.Level>, _ trace: inout Trace
    ) -> Rational? {
        guard let level = levels.first else {
            var mean = PlainMean()
            for cell in cells {
                mean.add(cell.points)
                trace.add(node(of: cell))
            }
            return mean.value
        }
        var groups: [String: [Cell]] = [:]
        for cell in cells {
            let key =
                level == .measure ? cell.measure : MonthText.text(ofMonth: cell.month)
            groups[key, default: []].append(cell)
        }
        var mean = PlainMean()
        for (key, group) in groups.sorted(by: { $0.key < $1.key }) {
            let value = trace.nested {
                nestedMean(group, levels: levels.dropFirst(), &$0)
            } node: { value, children in
                Trace.Node(
                    label: "\(level.rawValue) \(key)", value: value?.traceText, children: children)
            }
            if let value { mean.add(value) }
        }
        return mean.value
    }

    private func node(of cell: Cell) -> Trace.Node {
        Trace.Node(
            label: evidence.indicators.indicators[Int(cell.indicator)].code,
            value: cell.points.traceText, formula: cell.words, rows: [cell.place])
    }
}
