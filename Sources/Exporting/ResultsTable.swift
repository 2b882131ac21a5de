internal import Definition
internal import Evidence
internal import Tabular

/// `hasil`: one row per ranked person, in listing order.
struct ResultsTable: OutputTable {
    private enum Cell: Sendable {
        case rank(Int)
        case nip
        /// Place in ``registerColumns``.
        case register(Int)
        case scheme
        /// Column of the results.
        case component(Int)
        /// A component of a scheme that is not in force, which a definition may still choose: payroll counts columns.
        case absent
        case factor
        case final
        case predikat
        case trial
    }

    private static let registerColumns:
        [(name: String, english: String, kind: TableField.Kind, isDefault: Bool)] = [
            ("nama", "name", .text, true),
            ("jenis", "employment_type", .text, false),
            ("unit", "unit", .text, true),
            ("jabatan", "position", .text, true),
            ("jenjang", "level", .text, false),
            ("golongan", "golongan", .text, false),
            ("kelas", "class", .number, false),
            ("status", "status", .text, false),
        ]

    private let record: RunRecord
    private let cells: [Cell]
    private let people: PersonText
    private let columns: [PersonColumn]
    /// By place in the definition.
    private let schemes: TextList
    private let predikat: TextList
    /// By column of the results, `nil` for components of figures.
    private let labels: [ComponentLabels?]
    private let finalDecimals: Int
    private let componentDecimals: Int

    init(_ record: RunRecord) {
        self.record = record
        let population = record.evidence.population
        cells = Self.layout(of: record.definition).map(\.cell)
        people = PersonText(population)
        columns = Self.registerColumns.map { PersonColumn($0.name, of: population) }
        schemes = TextList(record.definition.schemes.map(\.id))
        predikat = TextList(record.results.predikatNames)
        let definition = record.definition
        labels = definition.componentIDs.map { id in
            ComponentLabels(definition.component(id), definition.componentPublishing)
        }
        finalDecimals = record.definition.finalPublishing.decimals
        componentDecimals = record.definition.componentPublishing.decimals
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        layout(of: definition).map(\.field)
    }

    private static func layout(
        of definition: PipelineDefinition
    ) -> [(field: TableField, cell: Cell)] {
        var layout: [(field: TableField, cell: Cell)] = []
        for (group, field) in definition.rank.within.map(rankField).enumerated() {
            layout.append((field, .rank(group)))
        }
        layout.append((TableField("nip", english: "nip"), .nip))
        for (place, column) in registerColumns.enumerated() {
            let field = TableField(
                column.name, english: column.english, column.kind, isDefault: column.isDefault)
            layout.append((field, .register(place)))
        }
        layout.append((TableField("skema", english: "scheme"), .scheme))
        let last: [(field: TableField, cell: Cell)] = [
            (TableField("faktor", english: "factor", .number), .factor),
            (TableField("akhir", english: "final", .number), .final),
            (TableField("predikat", english: "predikat"), .predikat),
            (TableField("uji_coba", english: "trial", .flag), .trial),
        ]
        // A component may be called like another field; its figure then says what it is.
        let taken = Set((layout + last).map(\.field.name))
        for (place, id) in definition.componentIDs.enumerated() {
            let name = taken.contains(id) ? "nilai_" + id : id
            let isWord = definition.component(id)?.labels.isEmpty == false
            layout.append(
                (TableField(name, english: name, isWord ? .text : .number), .component(place)))
        }
        let absent = definition.absentComponentIDs.map { id in
            let name = taken.contains(id) ? "nilai_" + id : id
            return (
                field: TableField(name, english: name, isDefault: false), cell: Cell.absent
            )
        }
        return layout + last + absent
    }

    private static func rankField(_ group: RankDefinition.Group) -> TableField {
        switch group {
        case .everyone: return TableField("peringkat", english: "rank", .number)
        case .unit: return TableField("peringkat_unit", english: "rank_unit", .number)
        case .column(let column):
            let name = column.hasPrefix("unit.") ? String(column.dropFirst(5)) : column
            return TableField("peringkat_" + name, english: "rank_" + name, .number)
        }
    }

    var rowCount: Int { record.ranking.listing.count }

    func append(field: Int, rows: Range<Int>, to cells: inout CellBlock) {
        let listed = record.ranking.listing[rows]
        let results = record.results
        switch self.cells[field] {
        case .rank(let group):
            for rank in record.ranking.ranks[group].values(of: listed) {
                if rank > 0 { cells.append(integer: rank) }
                cells.endCell()
            }
        case .nip: people.appendNIPs(of: listed, to: &cells)
        case .register(let place): columns[place].append(people: listed, to: &cells)
        case .scheme: schemes.append(results.schemes, of: listed, to: &cells)
        case .component(let place):
            if let labels = labels[place] {
                for person in listed {
                    labels.append(results.components[place][Int(person)], to: &cells)
                    cells.endCell()
                }
                return
            }
            cells.append(
                published: results.components[place], of: listed, decimals: componentDecimals)
        case .absent: for _ in listed { cells.endCell() }
        case .factor: cells.append(published: results.factors, of: listed, decimals: 6)
        case .final: cells.append(published: results.finals, of: listed, decimals: finalDecimals)
        case .predikat: predikat.append(results.predikat, of: listed, to: &cells)
        case .trial: cells.append(flags: record.evidence.population.isTrial, of: listed)
        }
    }
}
