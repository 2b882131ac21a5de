internal import Definition
internal import Diagnostics
internal import Evidence
internal import Tabular

/// `temuan`: what a person must look at, in the order in which it was found.
struct FindingsTable: CellwiseTable {
    private enum Field: Int {
        case code, file, line, nip, message, hint
    }

    private let findings: [Finding]
    private let people: PersonText
    private let language: Language

    init(_ record: RunRecord, _ language: Language) {
        self.language = language
        findings = record.findings
        people = PersonText(record.evidence.population)
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("kode", english: "code"),
            TableField("berkas", english: "file"),
            TableField("baris", english: "line", .number),
            TableField("nip", english: "nip"),
            TableField("uraian", english: "description"),
            TableField("saran", english: "hint"),
        ]
    }

    var rowCount: Int { findings.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let finding = findings[row]
        switch Field(rawValue: field) {
        case .code: cell.append(finding.code.rawValue)
        case .file: cell.append(finding.location.file)
        case .line:
            if finding.location.line > 0 { cell.append(integer: finding.location.line) }
        case .nip: if finding.person >= 0 { people.appendNIP(of: finding.person, to: &cell) }
        case .message: cell.append(finding.message(language))
        case .hint: cell.append(finding.hint(language))
        case nil: break
        }
    }
}
