package import Definition

/// What a source's definition compiles to: which bytes become which typed column, which checks, which key.
package struct SourcePlan: Sendable {
    package let source: SourceDefinition
    package let columns: [ColumnPlan]
    /// Columns of the key, in key order.
    package let key: [Int]
    /// The column whose date or month decides whether a row belongs to the period.
    package let periodColumn: Int?
    /// Columns of the days between which a row holds, where it must lie within the period whole.
    package let spanColumns: [Int]
    /// The column of the year, where rows are facts of a year.
    package let yearColumn: Int?
    package let periodFirst: Int64
    package let periodLast: Int64
    /// The year that rows of the period state, where they state one.
    package let year: Int64
    /// All faults that a row can have; rejects name them by index.
    package let faults: [FaultDescriptor]
    package let recordFaults: RecordFaults
    /// The column of a pivot's cells: a row without it is a question that nobody answered.
    package let answerColumn: Int?

    package struct RecordFaults: Sendable {
        package let cellCount: Int32
        package let quoting: Int32
        package let tooLong: Int32
        package let encoding: Int32
        package let blank: Int32
        package let duplicate: Int32
        package let conflictingDuplicates: Int32
        package let correctionMismatch: Int32
    }

    package func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
