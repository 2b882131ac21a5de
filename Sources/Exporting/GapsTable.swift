internal import CivilService
internal import Definition
internal import Evidence
internal import Tabular

/// `kesenjangan`: levels required and held, training recommended and taken, change since the
/// previous run.
struct GapsTable: CellwiseTable {
    private enum Field: Int {
        case nip, name, unit, position, competency, required, held, gap, recommended, taken
        case previous, change
    }

    private let record: RunRecord
    private let people: PersonText
    private let position: PersonColumn

    init(_ record: RunRecord) {
        self.record = record
        people = PersonText(record.evidence.population)
        position = PersonColumn("jabatan", of: record.evidence.population)
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("nama", english: "name"),
            TableField("unit", english: "unit"),
            TableField("jabatan", english: "position"),
            TableField("kompetensi", english: "competency"),
            TableField("syarat", english: "required", .number),
            TableField("dimiliki", english: "held", .number),
            TableField("kesenjangan", english: "gap", .number),
            TableField("pelatihan_disarankan", english: "training_recommended"),
            TableField("pelatihan_diikuti", english: "training_taken"),
            TableField("dimiliki_lalu", english: "previous_held", .number),
            TableField("perubahan", english: "change", .number),
        ]
    }

    var rowCount: Int { record.gaps.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let gap = record.gaps[row]
        switch Field(rawValue: field) {
        case .nip: people.appendNIP(of: gap.person, to: &cell)
        case .name: people.appendName(of: gap.person, to: &cell)
        case .unit: people.appendUnit(of: gap.person, to: &cell)
        case .position: position.append(Int(gap.person), to: &cell)
        case .competency: cell.append(gap.competency)
        case .required: cell.append(integer: gap.required)
        case .held: if let held = gap.held { cell.append(integer: held) }
        case .gap: if let held = gap.held { cell.append(integer: held - gap.required) }
        case .recommended: cell.append(gap.recommended)
        case .taken: cell.append(gap.taken)
        case .previous: previouslyHeld(gap)?.append(to: &cell)
        case .change:
            guard let held = gap.held, let before = previouslyHeld(gap) else { return }
            (PrintedFigure(held, decimals: 0) - before)?.append(to: &cell)
        case nil: break
        }
    }

    private func previouslyHeld(_ gap: GapRow) -> PrintedFigure? {
        guard let previous = record.previous else { return nil }
        let nip = NIP(unchecked: record.evidence.population.nips[Int(gap.person)])
        return previous.held["\(nip)|\(gap.competency)"].flatMap { PrintedFigure($0) }
    }
}
