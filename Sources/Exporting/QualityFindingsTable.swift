internal import CivilService
internal import DataQuality
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Plan
internal import Tabular

/// `kualitas-temuan`: by indicator, the people whose data have the problem or could not be judged.
struct QualityFindingsTable: CellwiseTable {
    private enum Field: Int {
        case code, result, nip, unit, column, found, expected, file, line
    }

    private let quality: QualityAssessment?
    private let files: [String]
    /// What the export calls a column.
    private let headings: [MasterColumn: String]
    private let language: Language

    init(_ record: RunRecord, _ language: Language) {
        self.language = language
        quality = record.quality
        files = record.files.map(\.path)
        let master = record.evidence.masterStores.first { $0.plan.source.kind == .master }
        headings = Dictionary(
            uniqueKeysWithValues: MasterColumn.allCases.compactMap { column in
                guard let plan = master?.plan, let place = plan.column(column.rawValue) else {
                    return nil
                }
                return (column, plan.columns[place].heading)
            })
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("kode", english: "code"),
            TableField("hasil", english: "result"),
            TableField("nip", english: "nip"),
            TableField("unit", english: "unit"),
            TableField("kolom", english: "column"),
            TableField("ditemukan", english: "found"),
            TableField("diharapkan", english: "expected"),
            TableField("berkas", english: "file"),
            TableField("baris", english: "line", .number),
        ]
    }

    var rowCount: Int { quality?.findings.count ?? 0 }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        guard let quality else { return }
        let finding = quality.findings[row]
        let person = quality.people[finding.person]
        let note = finding.note
        switch Field(rawValue: field) {
        case .code: cell.append(finding.indicator.rawValue)
        case .result: cell.append(finding.isProblem ? "bermasalah" : "tak-terperiksa")
        case .nip: cell.append(digits: person.nip.digits, width: 18)
        case .unit: cell.append(person.unit ?? "")
        case .column: cell.append(headings[note.column] ?? note.column.rawValue)
        case .found: cell.append(note.found)
        case .expected: cell.append(note.expected(language))
        case .file: cell.append(files[Int(person.file)])
        case .line: cell.append(integer: person.line)
        case nil: break
        }
    }
}
