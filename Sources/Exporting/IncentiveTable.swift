internal import Arithmetic
internal import Definition
internal import Evidence
internal import Tabular

/// `insentif`: what payroll takes over, without money; the trailer lets it count what it received.
struct IncentiveTable: OutputTable {
    private enum Field: Int {
        case nip, predikat, final, trial, run
    }

    /// Columns below which the trailer would not fit.
    static let leastColumns = 4

    private let record: RunRecord
    private let people: PersonText
    private let predikat: TextList

    init(_ record: RunRecord) {
        self.record = record
        people = PersonText(record.evidence.population)
        predikat = TextList(record.results.predikatNames)
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("predikat", english: "predikat"),
            TableField("akhir", english: "final", .number),
            TableField("uji_coba", english: "trial", .flag),
            TableField("run", english: "run"),
        ]
    }

    var rowCount: Int { record.ranking.listing.count }

    func append(field: Int, rows: Range<Int>, to cells: inout CellBlock) {
        let listed = record.ranking.listing[rows]
        switch Field(rawValue: field) {
        case .nip: people.appendNIPs(of: listed, to: &cells)
        case .predikat: predikat.append(record.results.predikat, of: listed, to: &cells)
        case .final:
            let decimals = record.definition.finalPublishing.decimals
            cells.append(published: record.results.finals, of: listed, decimals: decimals)
        case .trial: cells.append(flags: record.evidence.population.isTrial, of: listed)
        case .run:
            for _ in rows {
                cells.append(record.runID)
                cells.endCell()
            }
        case nil: preconditionFailure("the catalogue plans only fields that exist")
        }
    }

    /// `TOTAL` (of a partial run `TOTAL SEBAGIAN`), number of rows, hash total in the first three columns, the run in the last.
    func trailer(width: Int) -> [String] {
        var cells = [String](repeating: "", count: max(width, Self.leastColumns))
        // A receiver that looks for the word stops at a run that is not complete.
        cells[0] = record.isPartial ? "TOTAL SEBAGIAN" : "TOTAL"
        cells[1] = "\(rowCount)"
        cells[2] = "\(record.nipHashTotal)"
        cells[cells.count - 1] = record.runID
        return cells
    }
}

extension RunRecord {
    /// The exact sum of the NIPs of everyone ranked: it changes when a number is lost, doubled or
    /// altered.
    var nipHashTotal: UInt128 {
        ranking.listing.reduce(into: UInt128(0)) { total, person in
            total += UInt128(evidence.population.nips[Int(person)])
        }
    }
}
