internal import Arithmetic
internal import Definition
package import Evidence

/// What each file contributed to the components that the definition monitors.
package enum MonitoringStatistics {
    private struct Cell: Hashable {
        let file: Int32
        let item: String
    }

    /// - Returns: Components in the definition's order; in each by file number, then item.
    package static func rows(_ evidence: EvidenceSet) -> [MonitoringRow] {
        evidence.definition.monitored.flatMap { id in rows(of: id, evidence) }
    }

    private static func rows(of id: String, _ evidence: EvidenceSet) -> [MonitoringRow] {
        var counts: [Cell: Int] = [:]
        var means: [Cell: PlainMean] = [:]
        var seen: Set<String> = []
        for component in evidence.definition.schemes.flatMap(\.components)
        where component.id == id {
            for name in component.sources where seen.insert(name).inserted {
                guard let store = evidence.sources[name]?.store else { continue }
                for row in 0..<store.count {
                    let (item, points) = measured(store, row, component, evidence)
                    let cell = Cell(file: store.files[row], item: item)
                    counts[cell, default: 0] += 1
                    if let points { means[cell, default: PlainMean()].add(points) }
                }
            }
        }
        let publishing = evidence.definition.componentPublishing
        let ordered = counts.sorted { ($0.key.file, $0.key.item) < ($1.key.file, $1.key.item) }
        return ordered.map { cell, count in
            let mean = means[cell]?.value.flatMap { publishing.figure($0) }
            return MonitoringRow(
                component: id, file: cell.file, item: cell.item, rows: count, mean: mean)
        }
    }

    /// The item that a row is about and its points; rows without a target are counted, not averaged.
    private static func measured(
        _ store: RowStore, _ row: Int, _ component: ComponentDefinition, _ evidence: EvidenceSet
    ) -> (String, Rational?) {
        switch component.method {
        case .attainment(let method):
            let item = indicator(store, row, evidence)
            let scorer = AttainmentScorer(component, method, evidence)
            return (item, scorer.measured(store, row)?.points)
        case .timeliness(let method):
            let scorer = TimelinessScorer(
                component: component, method: method, evidence: evidence)
            return (indicator(store, row, evidence), scorer.measured(store, row))
        case .rating, .pkg:
            let item = store.text(store.column("aspek"), row) ?? ""
            return (item, store.number(store.column("nilai"), row))
        default:
            return (component.method.name, nil)
        }
    }

    private static func indicator(
        _ store: RowStore, _ row: Int, _ evidence: EvidenceSet
    ) -> String {
        let column = store.column("indikator")
        guard let code = store.code(column, row) else { return store.text(column, row) ?? "" }
        return evidence.indicators.indicators[Int(code)].code
    }
}
