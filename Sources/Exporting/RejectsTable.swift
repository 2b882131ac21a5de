internal import Definition
internal import Diagnostics
internal import Evidence

/// `penolakan`: one row per rejected row, by file and line.
struct RejectsTable: OutputTable {
    private enum Field: Int {
        case file, line, position, column, code, reason, found, expected, source, supplier
        case consequent, description
    }

    private let record: RunRecord
    private let language: Language

    init(_ record: RunRecord, _ language: Language) {
        self.record = record
        self.language = language
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("berkas", english: "file"),
            TableField("baris", english: "line", .number),
            TableField("kolom_ke", english: "position", .number),
            TableField("kolom", english: "column"),
            TableField("kode", english: "code"),
            TableField("alasan", english: "reason"),
            TableField("ditemukan", english: "found"),
            TableField("diharapkan", english: "expected"),
            TableField("sumber", english: "source"),
            TableField("pemasok", english: "supplier"),
            TableField("ikutan", english: "consequent", .flag),
            TableField("uraian", english: "description"),
        ]
    }

    var rowCount: Int { record.rejects.count }

    func append(field: Int, row: Int, to cell: inout [UInt8]) {
        let reject = record.rejects[row]
        let file = Int(reject.file)
        switch Field(rawValue: field) {
        case .file: cell.append(record.files[file].path)
        case .line: cell.append(integer: reject.line)
        case .position: if reject.column > 0 { cell.append(integer: reject.column) }
        case .column: cell.append(fault(of: reject).heading)
        case .code: cell.append(fault(of: reject).code)
        case .reason: cell.append(fault(of: reject).label)
        case .found: cell.append(reject.found)
        case .expected: cell.append(fault(of: reject).expected(language))
        case .source: cell.append(record.files[file].source)
        case .supplier: cell.append(record.files[file].supplier)
        case .description:
            let code = DiagnosticCode(rawValue: fault(of: reject).code)
            cell.append(code?.title(language) ?? "")
        case .consequent: cell.append(flag: reject.isConsequent)
        case nil: break
        }
    }

    private func fault(of reject: RejectedRow) -> FaultNote {
        record.faults[Int(reject.file)][Int(reject.fault)]
    }
}
