/// The kept rows of a source, found by person or unit.
package struct GroupedStore: Sendable {
    package let store: RowStore
    private let grouping: Grouping

    /// `column`: The column that names the subject: `nip` or `unit`.
    /// `count`: Number of people or units.
    package init(store: RowStore, column: String, count: Int) {
        self.store = store
        let index = store.column(column)
        let subjects = index.map { store.codes[$0] } ?? []
        let known =
            subjects.isEmpty
            ? [Int32](repeating: -1, count: store.count) : subjects
        grouping = Grouping(subjects: known, count: count)
    }

    package func rows(of subject: Int32) -> ArraySlice<Int32> {
        guard subject >= 0, Int(subject) < grouping.subjectCount else { return [] }
        return grouping.rows(of: subject)
    }
}
