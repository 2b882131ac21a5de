internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// One used row of a person's SKP.
struct SkpRow {
    let store: RowStore
    let index: Int
    let place: Trace.RowPlace

    /// The rows of a component that are about `person`, by source and file.
    static func rows(
        of component: ComponentDefinition, _ person: Int32, in evidence: EvidenceSet
    ) -> [SkpRow] {
        let filter = RowFilter(component.condition, evidence)
        return component.sources.flatMap { name -> [SkpRow] in
            guard let source = evidence.sources[name] else { return [] }
            let store = source.store
            return source.rows(of: person).map(Int.init)
                .filter { filter.accepts(store, $0) }
                .map { row in
                    SkpRow(
                        store: store, index: row,
                        place: .init(source: name, file: store.files[row], line: store.lines[row]))
                }
        }
    }

    func number(_ column: String) -> Rational? { store.number(store.column(column), index) }

    func text(_ column: String) -> String? { store.text(store.column(column), index) }

    /// A word without regard to case and blanks.
    func word(_ column: String) -> String? { text(column).map { FoldedSpelling.fold($0) } }

    func flag(_ column: String) -> Bool? {
        store.value(store.column(column), index).map { $0 == 1 }
    }
}
