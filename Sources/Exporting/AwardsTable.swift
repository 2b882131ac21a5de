internal import Definition
internal import Evidence
internal import Tabular

/// `penghargaan`: who earns which award, by award and listing order.
struct AwardsTable: CellwiseTable {
    private enum Field: Int {
        case award, title, position, nip, name, unit, scheme, final, predikat
    }

    private struct Row: Sendable {
        let award: Int
        /// From 1 in each award.
        let position: Int
        let person: Int32
    }

    private let record: RunRecord
    private let people: PersonText
    private let rows: [Row]

    init(_ record: RunRecord) {
        self.record = record
        people = PersonText(record.evidence.population)
        rows = record.definition.awards.enumerated().flatMap { index, award in
            AwardWinners.list(of: award, record).enumerated().map { position, person in
                Row(award: index, position: position + 1, person: person)
            }
        }
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("penghargaan", english: "award"),
            TableField("judul", english: "title"),
            TableField("urutan", english: "sequence", .number),
            TableField("nip", english: "nip"),
            TableField("nama", english: "name"),
            TableField("unit", english: "unit"),
            TableField("skema", english: "scheme"),
            TableField("akhir", english: "final", .number),
            TableField("predikat", english: "predikat"),
        ]
    }

    var rowCount: Int { rows.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let (award, number) = (record.definition.awards[rows[row].award], rows[row].person)
        let person = Int(number)
        switch Field(rawValue: field) {
        case .award: cell.append(award.id)
        case .title: cell.append(award.title)
        case .position: cell.append(integer: rows[row].position)
        case .nip: people.appendNIP(of: number, to: &cell)
        case .name: people.appendName(of: number, to: &cell)
        case .unit: people.appendUnit(of: number, to: &cell)
        case .scheme:
            let scheme = record.results.schemes[person]
            if scheme >= 0 { cell.append(record.definition.schemes[Int(scheme)].id) }
        case .final:
            let decimals = record.definition.finalPublishing.decimals
            cell.append(published: record.results.finals[person], decimals: decimals)
        case .predikat:
            let predikat = record.results.predikat[person]
            if predikat >= 0 { cell.append(record.results.predikatNames[Int(predikat)]) }
        case nil: break
        }
    }
}
