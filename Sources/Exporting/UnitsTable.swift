internal import Definition
internal import Evidence
internal import Tabular

/// `rekap-unit`: units with at least one ranked person, by the bytes of their names.
struct UnitsTable: CellwiseTable {
    private enum Field: Int {
        case unit, count, mean, median, lowest, highest
        static let fixed = 6
    }

    private let recaps: [UnitRecap]
    private let names: [String]
    private let decimals: Int

    init(_ record: RunRecord) {
        recaps = UnitRecap.all(record)
        names = record.evidence.population.unitNames
        decimals = record.definition.finalPublishing.decimals
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        let fixed = [
            TableField("unit", english: "unit"),
            TableField("n", english: "n", .number),
            TableField("rata_rata", english: "mean", .number),
            TableField("median", english: "median", .number),
            TableField("terendah", english: "lowest", .number),
            TableField("tertinggi", english: "highest", .number),
        ]
        return fixed
            + Results(definition: definition).predikatNames.map { name in
                TableField(
                    "predikat." + name, indonesian: snakeCase(name), english: snakeCase(name),
                    .number)
            }
    }

    /// `Sangat Baik` as a heading: `sangat_baik`.
    static func snakeCase(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }

    var rowCount: Int { recaps.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let recap = recaps[row]
        switch Field(rawValue: field) {
        case .unit: cell.append(names[Int(recap.unit)])
        case .count: cell.append(integer: recap.count)
        case .mean: cell.append(published: recap.mean, decimals: decimals)
        case .median: cell.append(published: recap.median, decimals: decimals)
        case .lowest: cell.append(published: recap.lowest, decimals: decimals)
        case .highest: cell.append(published: recap.highest, decimals: decimals)
        case nil: cell.append(integer: recap.predikat[field - Field.fixed])
        }
    }
}
