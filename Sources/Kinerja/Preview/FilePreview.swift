internal import Arithmetic
internal import Batches
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Plan
internal import Tabular

/// What a run would read of one file, as far as its beginning shows.
struct FilePreview {
    /// Problems shown of one file.
    static let mostProblems = 5

    let source: SourceDefinition
    let path: String
    let fate: InputEntry.Fate
    var columns: [ColumnPlan] = []
    var heading: FileHeading?
    /// Whether the sample is the file.
    var isWhole = false
    /// Lines that are no record, as far as the sample reaches.
    var lines: LineCounts?
    var findings: [InputFinding] = []
    var account: FileAccount?
    var problems: [(reject: RejectedRow, note: FaultNote)] = []
    /// Why the file is not read.
    var refusal: [Diagnostic] = []
    /// The first rows: line, what becomes of them, normalized values by column.
    private(set) var rows: [(line: Int, outcome: RowOutcome, values: [String])] = []

    init(source: SourceDefinition, path: String, fate: InputEntry.Fate) {
        self.source = source
        self.path = path
        self.fate = fate
    }

    /// Keeps the first rows of a batch, up to `most` of the file.
    mutating func take(_ batch: CheckedBatch, firstLine: Int, most: Int) {
        for row in 0..<min(batch.rowCount, most - rows.count) {
            let values = columns.indices.map { column in
                batch.outcomes[row] == .rejected ? "" : value(column, row, of: batch)
            }
            rows.append(
                (firstLine + Int(batch.raw.rows[row].line), batch.outcomes[row], values))
        }
    }

    /// A value as the stages behind see it; NIPs masked, and names of people.
    private func value(_ column: Int, _ row: Int, of batch: CheckedBatch) -> String {
        let plan = columns[column]
        let value = batch.columns[column].values[row]
        guard value != TypedColumn.null else { return "–" }
        switch plan.type {
        case .nip: return String("\(value)".prefix(8)) + String(repeating: "*", count: 10)
        case .text:
            return isPersonal(plan) ? "***" : Masking.masked(batch.text(value))
        case .integer, .decimal, .rating:
            return Rational(value, over: plan.denominator).exactText
        case .date: return CalendarDate(dayNumber: Int32(clamping: value)).description
        case .month: return Month(index: Int32(clamping: value)).description
        case .flag: return value == 0 ? "tidak" : "ya"
        case .golongan: return Golongan(code: Int(value))?.description ?? "\(value)"
        }
    }

    /// Names of units and indicators are no names of people.
    private func isPersonal(_ column: ColumnPlan) -> Bool {
        column.name == "nama" && columns.contains { $0.type == .nip }
    }
}
