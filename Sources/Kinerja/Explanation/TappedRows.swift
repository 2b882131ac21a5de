internal import Batches
internal import Formulas

/// The rows of an explanation by the place that a trace names.
struct TappedRows {
    private let files: [String]
    private let used: [String: [TappedRow]]
    private let others: [String: TappedRow]

    init(_ explanation: Explanation) {
        files = explanation.files
        let rows = explanation.rows
        used = Dictionary(grouping: rows.filter { $0.outcome == .used }, by: Self.line)
        others = Dictionary(rows.map { (Self.line($0), $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// - Returns: `nil` for a place that nobody listened to.
    func row(at place: Trace.RowPlace) -> TappedRow? {
        let line = "\(files[Int(place.file)]):\(place.line)"
        guard let rows = used[line], rows.indices.contains(place.ordinal) else {
            return others[line]
        }
        return rows[place.ordinal]
    }

    /// `file:line`, with the character of a row that is a cell of its line.
    func text(of place: Trace.RowPlace) -> String {
        row(at: place)?.place ?? "\(files[Int(place.file)]):\(place.line)"
    }

    private static func line(_ row: TappedRow) -> String { "\(row.file):\(row.line)" }
}
