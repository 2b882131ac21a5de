internal import Definition
internal import Evidence
internal import Tabular

/// `tanpa-nilai`: people without score, why, and who must act; in the order of the register.
struct UnscoredTable: CellwiseTable {
    private enum Field: Int {
        case nip, name, unit, reason, components, suppliers, actors
    }

    private let results: Results
    private let people: PersonText
    private let persons: [Int32]
    private let grid: ComponentGrid
    private let parties: ResponsibleParties

    init(_ record: RunRecord) {
        results = record.results
        people = PersonText(record.evidence.population)
        grid = ComponentGrid(record)
        parties = ResponsibleParties(record, grid)
        persons = record.results.persons(with: .unscored)
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("nama", english: "name"),
            TableField("unit", english: "unit"),
            TableField("alasan", english: "reason"),
            TableField("komponen", english: "components"),
            TableField("pemasok", english: "suppliers"),
            TableField("bertindak", english: "must_act"),
        ]
    }

    var rowCount: Int { persons.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let person = persons[row]
        switch Field(rawValue: field) {
        case .nip: people.appendNIP(of: person, to: &cell)
        case .name: people.appendName(of: person, to: &cell)
        case .unit: people.appendUnit(of: person, to: &cell)
        case .reason:
            let reason = results.reasons[Int(person)]
            if reason >= 0 { cell.append(results.reasonNames[Int(reason)]) }
        case .components:
            let ids = grid.missing(of: Int(person)).map { grid.definition(of: $0).id }
            cell.append(ids.joined(separator: "; "))
        case .suppliers:
            cell.append(parties.suppliers(of: grid.missing(of: Int(person))))
        case .actors:
            let missing = grid.missing(of: Int(person))
            cell.append(parties.actors(for: Int(person), missing: missing))
        case nil: break
        }
    }
}

extension Results {
    /// Person indexes of a status, ascending.
    func persons(with status: PersonStatus) -> [Int32] {
        statuses.indices.filter { statuses[$0] == status }.map(Int32.init)
    }
}
