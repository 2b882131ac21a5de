internal import Arithmetic
internal import DataQuality
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Tabular

/// `kualitas-data`: per unit the index of data quality, its dimensions and its indicators.
struct QualityTable: CellwiseTable {
    private enum Field: Int {
        case extent, unit, level, code, name, weight, people, checked, problems, unjudged, value
        case measured, previous, change, note
    }

    private enum Level: Sendable {
        case index
        case dimension(QualityDimension)
        case indicator(QualityIndicator)
    }

    /// The rows of every scope.
    private static let levels: [Level] =
        [.index]
        + QualityDimension.allCases.flatMap { dimension in
            [.dimension(dimension)] + dimension.indicators.map { .indicator($0) }
        }

    private let quality: QualityAssessment?
    private let previous: [String: String]
    private let publishing: PipelineDefinition.Publishing
    private let language: Language

    init(_ record: RunRecord, _ language: Language) {
        quality = record.quality
        previous = record.previous?.quality ?? [:]
        publishing = record.definition.componentPublishing
        self.language = language
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("cakupan", english: "extent"),
            TableField("unit", english: "unit"),
            TableField("tingkat", english: "level"),
            TableField("kode", english: "code"),
            TableField("nama", english: "name"),
            TableField("bobot", english: "weight", .number),
            TableField("orang", english: "people", .number),
            TableField("diperiksa", english: "checked", .number),
            TableField("bermasalah", english: "problems", .number),
            TableField("tak_terperiksa", english: "unjudged", .number),
            TableField("nilai", english: "value", .number),
            TableField("terukur", english: "measured", .number),
            TableField("nilai_lalu", english: "previous_value", .number),
            TableField("perubahan", english: "change", .number),
            TableField("keterangan", english: "note"),
        ]
    }

    var rowCount: Int { (quality?.scopes.count ?? 0) * Self.levels.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        guard let quality else { return }
        let place = row / Self.levels.count
        let (scope, score) = (quality.scopes[place], quality.scores[place])
        let level = Self.levels[row % Self.levels.count]
        switch Field(rawValue: field) {
        case .extent: cell.append(scope.extent.word)
        case .unit: cell.append(scope.extent.unitName)
        case .people: cell.append(integer: scope.people)
        case .value: append(Self.value(level, score), to: &cell)
        case .measured: if case .index = level { append(score.measured, to: &cell) }
        case .previous, .change:
            guard case .index = level,
                let before = previous[scope.extent.key].flatMap({ PrintedFigure($0) })
            else { return }
            if field == Field.previous.rawValue {
                before.append(to: &cell)
            } else if let now = score.index.flatMap(publishing.figure) {
                (PrintedFigure(now, decimals: publishing.decimals) - before)?.append(to: &cell)
            }
        case let field?: append(field, level, scope, to: &cell)
        case nil: break
        }
    }

    /// What does not depend on the figures of the score.
    private func append(
        _ field: Field, _ level: Level, _ scope: QualityScope, to cell: inout CellBlock
    ) {
        guard let quality else { return }
        switch (field, level) {
        case (.level, .index): cell.append("indeks")
        case (.level, .dimension): cell.append("dimensi")
        case (.level, .indicator): cell.append("indikator")
        case (.code, .dimension(let dimension)): cell.append(dimension.rawValue)
        case (.code, .indicator(let indicator)): cell.append(indicator.rawValue)
        case (.name, .indicator(let indicator)): cell.append(indicator.name)
        case (.weight, .dimension(let dimension)):
            cell.append(quality.rules.weight(of: dimension).exactText)
        case (.weight, .indicator(let indicator)):
            cell.append(quality.rules.weight(of: indicator).exactText)
        case (.note, .indicator(let indicator)):
            if let absence = quality.absence(of: indicator) { cell.append(absence(language)) }
        case (_, .indicator(let indicator)) where quality.absence(of: indicator) == nil:
            let tally = scope.tallies[indicator.place]
            if field == .checked { cell.append(integer: tally.checked) }
            if field == .problems { cell.append(integer: tally.problems) }
            if field == .unjudged { cell.append(integer: tally.unjudged) }
        default: break
        }
    }

    private static func value(_ level: Level, _ score: QualityScore) -> Rational? {
        switch level {
        case .index: score.index
        case .dimension(let dimension): score.value(of: dimension)
        case .indicator(let indicator): score.value(of: indicator)
        }
    }

    private func append(_ value: Rational?, to cell: inout CellBlock) {
        cell.append(
            published: value.flatMap(publishing.figure), decimals: publishing.decimals)
    }
}

extension QualityScope.Extent {
    /// `instansi`, `unit` or `tanpa-unit`.
    fileprivate var word: String {
        switch self {
        case .agency: "instansi"
        case .unit: "unit"
        case .withoutUnit: "tanpa-unit"
        }
    }

    fileprivate var unitName: String {
        if case .unit(let name) = self { name } else { "" }
    }

    /// By which another run's row of the same people is found.
    fileprivate var key: String { word + "|" + unitName }
}
