internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Tabular

/// `hukuman`: the disciplinary sanctions that payroll must know, also those that began before the period.
///
/// In the order of the sources that `payroll:` names, then of their rows. Headings are the same in every language.
struct SanctionsTable: CellwiseTable {
    private enum Field: Int {
        case nip, level, percent, first, months, last, document
    }

    private let rows: [(store: RowStore, row: Int)]

    init(_ record: RunRecord) {
        rows = (record.definition.payroll?.sanctions ?? []).flatMap { name in
            guard let store = record.evidence.sources[name]?.store else {
                return [] as [(RowStore, Int)]
            }
            return (0..<store.count).map { (store, $0) }
        }
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("tingkat", english: "tingkat"),
            TableField("persen", english: "persen", .number),
            TableField("mulai", english: "mulai"),
            TableField("lama", english: "lama", .number),
            TableField("sampai", english: "sampai"),
            TableField("dokumen", english: "dokumen"),
        ]
    }

    var rowCount: Int { rows.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let (store, row) = rows[row]
        switch Field(rawValue: field) {
        case .nip:
            if let digits = store.value(store.column("nip"), row) {
                cell.append(digits: UInt64(digits), width: 18)
            }
        case .level: cell.append(store.text(store.column("tingkat"), row) ?? "")
        case .percent: cell.append(store.number(store.column("persen"), row)?.exactText ?? "")
        case .first: appendDay("mulai", store, row, &cell)
        case .months:
            if let months = store.value(store.column("lama"), row) { cell.append(integer: months) }
        case .last: appendDay("sampai", store, row, &cell)
        case .document: cell.append(store.text(store.column("dokumen"), row) ?? "")
        case nil: break
        }
    }

    private func appendDay(
        _ name: String, _ store: RowStore, _ row: Int, _ cell: inout CellBlock
    ) {
        guard let day = store.value(store.column(name), row) else { return }
        cell.append("\(CalendarDate(dayNumber: Int32(day)))")
    }
}
