internal import CivilService
internal import Definition
internal import Evidence
internal import Tabular

/// `pemantauan`: what every file contributed to the monitored components.
struct MonitoringTable: CellwiseTable {
    private enum Field: Int {
        case period, component, source, supplier, file, item, rows, mean
    }

    private let record: RunRecord

    init(_ record: RunRecord) { self.record = record }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("periode", english: "period"),
            TableField("komponen", english: "component"),
            TableField("sumber", english: "source"),
            TableField("pemasok", english: "supplier"),
            TableField("berkas", english: "file"),
            TableField("rincian", english: "item"),
            TableField("baris", english: "rows", .number),
            TableField("rata_rata", english: "mean", .number),
        ]
    }

    var rowCount: Int { record.monitoring.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let row = record.monitoring[row]
        let file = record.files[Int(row.file)]
        switch Field(rawValue: field) {
        case .period: cell.append(record.definition.period.description)
        case .component: cell.append(row.component)
        case .source: cell.append(file.source)
        case .supplier: cell.append(file.supplier)
        case .file: cell.append(file.path)
        case .item: cell.append(row.item)
        case .rows: cell.append(integer: row.rows)
        case .mean:
            let decimals = record.definition.componentPublishing.decimals
            cell.append(published: row.mean, decimals: decimals)
        case nil: break
        }
    }
}
