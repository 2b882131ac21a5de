internal import Definition
internal import Evidence
internal import Tabular

/// `cakupan`: who is not yet rated in what, and who must act; one row per person and component
/// without evidence.
struct CoverageTable: CellwiseTable {
    private enum Field: Int {
        case nip, name, unit, scheme, component, title, suppliers, actors
    }

    private let people: PersonText
    private let grid: ComponentGrid
    private let parties: ResponsibleParties
    private let rows: [(person: Int32, path: ComponentPath)]

    init(_ record: RunRecord) {
        people = PersonText(record.evidence.population)
        let grid = ComponentGrid(record)
        self.grid = grid
        parties = ResponsibleParties(record, grid)
        let statuses = record.results.statuses
        rows = statuses.indices.filter { statuses[$0] != .excluded }.flatMap { person in
            grid.absent(of: person).map { (Int32(person), $0) }
        }
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("nama", english: "name"),
            TableField("unit", english: "unit"),
            TableField("skema", english: "scheme"),
            TableField("komponen", english: "component"),
            TableField("judul", english: "title"),
            TableField("pemasok", english: "suppliers"),
            TableField("bertindak", english: "must_act"),
        ]
    }

    var rowCount: Int { rows.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let (person, path) = rows[row]
        switch Field(rawValue: field) {
        case .nip: people.appendNIP(of: person, to: &cell)
        case .name: people.appendName(of: person, to: &cell)
        case .unit: people.appendUnit(of: person, to: &cell)
        case .scheme: cell.append(grid.schemes[path.scheme].id)
        case .component: cell.append(grid.definition(of: path).id)
        case .title: cell.append(grid.definition(of: path).title)
        case .suppliers: cell.append(parties.suppliers(of: [path]))
        case .actors: cell.append(parties.actors(for: Int(person), missing: [path]))
        case nil: break
        }
    }
}
