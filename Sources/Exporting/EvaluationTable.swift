internal import CivilService
internal import Definition
internal import Evidence
internal import Tabular

/// `evaluasi`: did public satisfaction move with the scores? Per unit, against the previous run.
struct EvaluationTable: CellwiseTable {
    private enum Field: Int {
        case unit, period, count, mean, satisfaction, previousPeriod, previousMean
        case previousSatisfaction, meanChange, satisfactionChange, together
    }

    private struct Row: Sendable {
        let unit: String
        let count: Int
        let mean: PrintedFigure?
        let satisfaction: PrintedFigure?
        let previousMean: PrintedFigure?
        let previousSatisfaction: PrintedFigure?

        var meanChange: PrintedFigure? { change(mean, previousMean) }
        var satisfactionChange: PrintedFigure? { change(satisfaction, previousSatisfaction) }

        private func change(_ now: PrintedFigure?, _ before: PrintedFigure?) -> PrintedFigure? {
            guard let now, let before else { return nil }
            return now - before
        }
    }

    private let rows: [Row]
    private let period: String
    private let previousPeriod: String

    init(_ record: RunRecord) {
        let population = record.evidence.population
        period = record.definition.period.description
        previousPeriod = record.previous.map { $0.period.description } ?? ""
        let recaps = Dictionary(
            uniqueKeysWithValues: UnitRecap.all(record).map { (Int($0.unit), $0) })
        let finalDecimals = record.definition.finalPublishing.decimals
        let pointDecimals = record.definition.componentPublishing.decimals
        let names = population.unitNames
        let units = names.indices.filter { unit in
            recaps[unit] != nil || record.unitSatisfaction(unit) != nil
        }
        rows = units.sorted { names[$0].precedesByBytes(names[$1]) }.map { unit in
            let before = record.previous?.units[names[unit]]
            return Row(
                unit: names[unit], count: recaps[unit]?.count ?? 0,
                mean: recaps[unit].map { PrintedFigure($0.mean, decimals: finalDecimals) },
                satisfaction: record.unitSatisfaction(unit)
                    .map { PrintedFigure($0, decimals: pointDecimals) },
                previousMean: before.flatMap { PrintedFigure($0.mean) },
                previousSatisfaction: before.flatMap { PrintedFigure($0.satisfaction) })
        }
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("unit", english: "unit"),
            TableField("periode", english: "period"),
            TableField("n", english: "n", .number),
            TableField("rata_rata", english: "mean", .number),
            TableField("kepuasan", english: "satisfaction", .number),
            TableField("periode_lalu", english: "previous_period"),
            TableField("rata_rata_lalu", english: "previous_mean", .number),
            TableField("kepuasan_lalu", english: "previous_satisfaction", .number),
            TableField("selisih_nilai", english: "change_mean", .number),
            TableField("selisih_kepuasan", english: "change_satisfaction", .number),
            TableField("searah", english: "moved_together", .flag),
        ]
    }

    var rowCount: Int { rows.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let row = rows[row]
        switch Field(rawValue: field) {
        case .unit: cell.append(row.unit)
        case .period: cell.append(period)
        case .count: cell.append(integer: row.count)
        case .mean: row.mean?.append(to: &cell)
        case .satisfaction: row.satisfaction?.append(to: &cell)
        case .previousPeriod: cell.append(previousPeriod)
        case .previousMean: row.previousMean?.append(to: &cell)
        case .previousSatisfaction: row.previousSatisfaction?.append(to: &cell)
        case .meanChange: row.meanChange?.append(to: &cell)
        case .satisfactionChange: row.satisfactionChange?.append(to: &cell)
        case .together:
            guard let mean = row.meanChange, let satisfaction = row.satisfactionChange else {
                return
            }
            cell.append(flag: mean.signum == satisfaction.signum)
        case nil: break
        }
    }
}

extension RunRecord {
    /// The unit's satisfaction, `nil` where it has none or the definition asks for none.
    fileprivate func unitSatisfaction(_ unit: Int) -> Int64? {
        satisfaction.indices.contains(unit) ? satisfaction[unit] : nil
    }
}
