internal import Definition
internal import Diagnostics
internal import Evidence
internal import Tabular

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

    func append(field: Int, rows: Range<Int>, to cells: inout CellBlock) {
        let (rejects, files) = (record.rejects[rows], record.files)
        func append(_ text: (RejectedRow) -> String) {
            for reject in rejects {
                cells.append(text(reject))
                cells.endCell()
            }
        }
        switch Field(rawValue: field) {
        case .file: append { files[Int($0.file)].path }
        case .line:
            for reject in rejects {
                cells.append(integer: reject.line)
                cells.endCell()
            }
        case .position:
            for reject in rejects {
                if reject.column > 0 { cells.append(integer: reject.column) }
                cells.endCell()
            }
        case .column: append { fault(of: $0).heading }
        case .code: append { fault(of: $0).code }
        case .reason: append { fault(of: $0).label }
        case .found: append(\.found)
        case .expected: append { fault(of: $0).expected(language) }
        case .source: append { files[Int($0.file)].source }
        case .supplier: append { files[Int($0.file)].supplier }
        case .consequent: append { $0.isConsequent ? "ya" : "tidak" }
        case .description:
            append { DiagnosticCode(rawValue: fault(of: $0).code)?.title(language) ?? "" }
        case nil: preconditionFailure("the catalogue plans only fields that exist")
        }
    }

    private func fault(of reject: RejectedRow) -> FaultNote {
        record.faults[Int(reject.file)][Int(reject.fault)]
    }
}
