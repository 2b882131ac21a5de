internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Formulas

/// The SKP of a person as rows of kind `outcome` state them.
struct OutcomeRows: Sendable {
    let component: ComponentDefinition
    let evidence: EvidenceSet

    struct Row {
        let skp: PeriodSKP
        /// First and last day on which it held within the period.
        let span: ClosedRange<CalendarDate>
        let place: Trace.RowPlace
    }

    /// `column`: Whose figure is wanted, where one is.
    /// - Returns: The rows in the order of sources, files and lines.
    func rows(of person: Int32, figure column: OutcomeMethod.Column? = nil) -> [Row] {
        let filter = RowFilter(component.condition, evidence)
        let period = evidence.definition.period
        var rows: [Row] = []
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            for row in source.rows(of: person).map(Int.init) where filter.accepts(store, row) {
                func day(_ column: String) -> CalendarDate? {
                    store.value(store.column(column), row)
                        .map { CalendarDate(dayNumber: Int32($0)) }
                }
                // A row that states no days is about the whole period; others lie within it.
                let first = max(day("mulai") ?? period.first, period.first)
                let last = min(day("sampai") ?? period.last, period.last)
                guard first <= last else { continue }
                rows.append(
                    Row(
                        skp: PeriodSKP(
                            days: Int(last.dayNumber - first.dayNumber) + 1, start: first,
                            isActing: store.value(store.column("plt"), row) == 1,
                            hasil: store.text(store.column("hasil_kerja"), row),
                            perilaku: store.text(store.column("perilaku_kerja"), row),
                            value: column.flatMap {
                                $0.isRating ? nil : store.number(store.column($0.rawValue), row)
                            }),
                        span: first...last,
                        place: Trace.RowPlace(
                            source: name, file: store.files[row], line: store.lines[row])))
            }
        }
        return rows
    }

    /// Adds where the rows stand.
    static func trace(_ rows: [Row], _ trace: inout Trace) {
        for row in rows {
            trace.add(
                Trace.Node(
                    label: "SKP \(row.span.lowerBound) … \(row.span.upperBound)",
                    value: [row.skp.hasil, row.skp.perilaku, row.skp.value?.traceText]
                        .compactMap { $0 }.joined(separator: " / "),
                    rows: [row.place]))
        }
    }
}
