internal import Definition
internal import Evidence
internal import Tabular

/// `pengecualian`: people left out by rule, in the order of the register.
struct ExclusionsTable: CellwiseTable {
    private enum Field: Int {
        case nip, name, unit, reason, document
    }

    private let record: RunRecord
    private let people: PersonText
    private let persons: [Int32]

    init(_ record: RunRecord) {
        self.record = record
        people = PersonText(record.evidence.population)
        persons = record.results.persons(with: .excluded)
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("nama", english: "name"),
            TableField("unit", english: "unit"),
            TableField("alasan", english: "reason"),
            TableField("dokumen", english: "document"),
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
            if let rule = rule(for: person) {
                cell.append(rule.reason)
            } else if record.results.reasons[Int(person)] >= 0 {
                // No rule about the person: a component that excludes where it is missing.
                let reason = Int(record.results.reasons[Int(person)])
                cell.append(record.results.reasonNames[reason])
            }
        case .document: cell.append(rule(for: person)?.document ?? "")
        case nil: break
        }
    }

    private func rule(for person: Int32) -> ExclusionReason? {
        let population = record.evidence.population
        let exclusion = population.exclusions[Int(person)]
        return exclusion < 0 ? nil : population.exclusionReasons[Int(exclusion)]
    }
}
