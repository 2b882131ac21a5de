internal import Batches
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Normalization
internal import Plan
internal import TestSupport
internal import Validation

/// What the stages of reading make of a file on disk, as texts that a person can compare with it.
struct TypedReading {
    private let definition: PipelineDefinition
    private let wanted: String
    private var references = References()
    private var population = Population()
    private var registers: [RowStore] = []
    private var tables: [RowStore] = []
    private var rows: [[String]] = []

    /// - Returns: Line and values of each row of `source` that is not rejected.
    /// - Throws: ``RunFailure`` where the definition or the input is refused.
    static func rows(
        of source: String, definition path: String, period: String, root: String
    ) throws -> [[String]] {
        guard let period = AppraisalPeriod(parsing: period) else {
            throw ToolFailure("\(period) is no period")
        }
        let definition = try DefinitionLoader(name: path) { try? Disk.read($0) }.load(for: period)
        var reading = TypedReading(definition: definition, wanted: source)
        try reading.read(root)
        return reading.rows
    }

    private init(definition: PipelineDefinition, wanted: String) {
        self.definition = definition
        self.wanted = wanted
    }

    private mutating func read(_ root: String) throws {
        let listing = try InputListing(of: root, for: definition)
        let entries = try listing.claims.map { try InputInventory.hashedEntry(of: $0, in: root) }
        let inventory = try InputInventory(
            entries, findings: listing.findings, definition: definition)
        for source in definition.sourcesInReadingOrder {
            if source.kind.isEvidence || source.kind == .event { preparePopulation() }
            for entry in inventory.entries where entry.source == source.name {
                try read(entry, of: source, root)
            }
        }
    }

    private mutating func read(
        _ entry: InputEntry, of source: SourceDefinition, _ root: String
    )
        throws
    {
        var compiler = PlanCompiler(
            source, of: definition, references: references, captures: entry.captures)
        let plan = compiler.compile()
        var fold = SourceFold(plan: plan, keepsRows: true, sums: [], people: 0..<population.count)
        let reader = try RecordReader(entry, of: source, root: root, staff: staff)
        while let piece = try reader.next() {
            let raw = piece.cut()
            let firstLine = reader.book(raw)
            let checked = ValidateStage(plan: plan, references: references).process(raw)
            var batch = NormalizeStage(
                plan: plan, isExcluded: [], setsActingAside: definition.acting == .setAside
            ).process(checked)
            fold.fold(&batch, file: 0, firstLine: firstLine)
            if source.name == wanted { note(batch.checked, plan, firstLine) }
        }
        switch source.kind {
        case .register: registers.append(fold.store)
        case .table: tables.append(fold.store)
        case .unit:
            references.units = ReferenceBuilder.table(of: fold.store, definition: definition)
        case .indicator:
            references.indicators = ReferenceBuilder.table(of: fold.store, definition: definition)
        default: break
        }
    }

    /// The people of all tables.
    private var staff: StaffNames {
        StaffNames(
            tables.flatMap { table in
                (0..<table.count).map { row in
                    (
                        name: table.text(table.column("nama"), row) ?? "",
                        nip: table.text(table.column("kode"), row) ?? ""
                    )
                }
            })
    }

    private mutating func preparePopulation() {
        if references.units == nil {
            references.units = ReferenceBuilder.units(of: registers, definition: definition)
        }
        var builder = PopulationBuilder(
            definition: definition, references: references, registers: registers, events: [])
        (population, references.people) = builder.build()
        references.oldNIPs = ReferenceBuilder.oldNIPs(of: registers)
    }

    private mutating func note(_ batch: CheckedBatch, _ plan: SourcePlan, _ firstLine: UInt32) {
        for row in 0..<batch.rowCount where batch.outcomes[row] != .rejected {
            var cells = ["\(firstLine + batch.raw.rows[row].line)"]
            for (column, typed) in zip(plan.columns, batch.columns) {
                cells.append(Self.text(typed.values[row], column, batch))
            }
            if batch.outcomes[row] != .used { cells.append("\(batch.outcomes[row])") }
            rows.append(cells)
        }
    }

    private static func text(_ value: Int64, _ column: ColumnPlan, _ batch: CheckedBatch) -> String
    {
        guard value != TypedColumn.null else { return "" }
        switch column.type {
        case .text: return batch.text(value)
        case .nip: return "\(value)"
        case .date: return CalendarDate(dayNumber: Int32(value)).description
        case .month: return Month(index: Int32(value)).description
        case .flag: return value == 1 ? "ya" : "tidak"
        case .golongan: return Golongan(code: Int(value))?.description ?? "?"
        case .integer, .decimal, .rating: return decimal(value, column.denominator)
        }
    }

    /// A scaled integer with the places that it needs.
    private static func decimal(_ value: Int64, _ denominator: Int64) -> String {
        let digits = String(value.magnitude % denominator.magnitude + denominator.magnitude)
            .dropFirst()
        let places = String(digits.reversed().drop { $0 == "0" }.reversed())
        return (value < 0 ? "-" : "") + "\(value.magnitude / denominator.magnitude)"
            + (places.isEmpty ? "" : ".\(places)")
    }
}
