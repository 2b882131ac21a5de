import Batches
import CivilService
import Definition
import Diagnostics
import Plan
import Validation

/// Rows laid out byte by byte, so that a test chooses what stands before and behind each cell.
///
/// Each cell is laid out twice: as it is, and marked as one with sequences to be undone, though it has none.
/// The mark sends it past all shortcuts, so the second row tells what the first must be.
struct LaidOut {
    private let plan: SourcePlan
    private let column: Int
    private var bytes: [UInt8] = []
    private var cells: [(offset: Int, count: Int)] = []
    /// Cells that stand behind the text, as corrections put theirs.
    private var appended: [[UInt8]] = []

    init(_ plan: SourcePlan, column: String) {
        self.plan = plan
        self.column = plan.column(column) ?? 0
    }

    mutating func add(_ cell: [UInt8], behind: [UInt8] = [UInt8(ascii: "\n")]) {
        cells.append((bytes.count, cell.count))
        bytes += cell + behind
    }

    mutating func add(_ cell: String) { add(Array(cell.utf8)) }

    mutating func append(_ cell: [UInt8]) { appended.append(cell) }

    /// What a row came to: its value (of a text its bytes), the place in a list, the label of its fault.
    struct Reading: Hashable {
        var value: Int64?
        var text: [UInt8]?
        var choice: Int32?
        var fault: String?
    }

    /// The rows read plainly, then the same rows read slowly: first those of the text, then those behind it.
    func readings(people: NIPIndex = NIPIndex()) -> (plain: [Reading], slow: [Reading]) {
        let plain = readings(isEscaped: false, people)
        return (plain, readings(isEscaped: true, people))
    }

    private func readings(isEscaped: Bool, _ people: NIPIndex) -> [Reading] {
        let width = plan.columns.count
        var batch = RawBatch(text: bytes, columnCount: width)
        var places = cells
        for cell in appended {
            places.append((batch.bytes.count, cell.count))
            batch.bytes += cell
        }
        for (row, place) in places.enumerated() {
            batch.rows.append(RowOrigin(line: UInt32(row), start: 0, end: 0))
            for index in 0..<width {
                batch.fields.append(
                    index == column
                        ? FieldSlice(
                            offset: place.offset, count: place.count, isEscaped: isEscaped)
                        : .absent)
            }
        }
        var references = References()
        references.people = people
        let checked = ValidateStage(plan: plan, references: references).process(batch)
        return read(checked)
    }

    private func read(_ batch: CheckedBatch) -> [Reading] {
        let typed = batch.columns[column]
        var readings = typed.values.map { value in
            guard value != TypedColumn.null else { return Reading() }
            guard plan.columns[column].type == .text else { return Reading(value: value) }
            return Reading(text: Array(batch.raw.bytes[TypedColumn.range(ofSlice: value)]))
        }
        for (row, choice) in typed.choices.enumerated() { readings[row].choice = choice }
        for reject in batch.rejects where plan.faults[Int(reject.fault)].column == column {
            readings[Int(reject.row)].fault = plan.faults[Int(reject.fault)].label
        }
        return readings
    }

    /// The plan of a source `data` whose keys and rules are flow maps without their braces.
    ///
    /// Every other file that the definition names is `table`.
    static func plan(
        _ source: String, rules: String = "", rest: String = "", table: String = ""
    ) throws(RunFailure) -> SourcePlan {
        let text = """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: year
            ingest:
              pegawai: { kind: register, files: p.csv, columns: { nip: a } }
              data: { files: data.csv, \(source) }
            validate: { data: { rules: [ \(rules) ] } }
            \(rest)
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
        guard let period = AppraisalPeriod(parsing: "2025") else {
            throw RunFailure(.internal, [])
        }
        let definition = try DefinitionLoader(name: "uji.yaml") { name in
            Array((name == "uji.yaml" ? text : table).utf8)
        }
        .load(for: period)
        guard let source = definition.source("data") else { throw RunFailure(.internal, []) }
        var compiler = PlanCompiler(source, of: definition, references: References())
        return compiler.compile()
    }
}
