internal import Arithmetic
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Tabular

/// `umpan-balik`: per person and component the points, whether they are a strength, and what is
/// missing.
struct FeedbackTable: OutputTable {
    private enum Field: Int {
        case nip, name, component, title, points, weight, category, missing
    }

    /// A component of a person's scheme; 8 bytes, since there are millions of them.
    private struct Row: Sendable {
        let person: Int32
        /// Place in ``paths`` and in the lists of texts.
        let path: Int32
    }

    private let people: PersonText
    private let grid: ComponentGrid
    /// The components of all schemes.
    private let paths: [ComponentPath]
    private let ids: TextList
    private let titles: TextList
    private let weights: TextList
    private let suppliers: TextList
    /// By path, `nil` for components of figures.
    private let labels: [ComponentLabels?]
    /// By path: whether the points are on no scale of points, as angka kredit is.
    private let isUnweighed: [Bool]
    private let rows: [Row]
    private let decimals: Int
    /// Least published points of a strength, and of what is no weakness.
    private let strength: Int64
    private let adequate: Int64
    private let language: Language

    init(_ record: RunRecord, _ language: Language) {
        people = PersonText(record.evidence.population)
        let grid = ComponentGrid(record)
        self.grid = grid
        let parties = ResponsibleParties(record, grid)
        let paths = grid.schemes.indices.flatMap { scheme in
            grid.schemes[scheme].components.indices.map {
                ComponentPath(scheme: scheme, component: $0)
            }
        }
        self.paths = paths
        ids = TextList(paths.map { grid.definition(of: $0).id })
        titles = TextList(paths.map { grid.definition(of: $0).title })
        weights = TextList(paths.map { grid.definition(of: $0).weight.exactText })
        suppliers = TextList(paths.map { parties.suppliers(of: [$0]) })
        labels = paths.map { path in
            ComponentLabels(grid.definition(of: path), record.definition.componentPublishing)
        }
        isUnweighed = paths.map { grid.definition(of: $0).weight.isZero }
        let statuses = record.results.statuses
        let pathsOfSchemes = grid.schemes.indices.map { scheme in
            paths.indices.filter { paths[$0].scheme == scheme }
        }
        let isOptional = paths.map(grid.isOptional)
        rows = statuses.indices.filter { statuses[$0] != .excluded }.flatMap { person in
            let own = grid.scheme(of: person).map { pathsOfSchemes[$0] } ?? []
            return own.compactMap { place -> Row? in
                let path = paths[place]
                if isOptional[place],
                    grid.points(of: person, scheme: path.scheme, component: path.component) == nil
                {
                    return nil
                }
                return Row(person: Int32(person), path: Int32(place))
            }
        }
        decimals = record.definition.componentPublishing.decimals
        let scale = Rational(FixedPoint.power(decimals), over: Int64(1))
        strength = Self.leastInteger(from: record.definition.feedback.strength * scale)
        adequate = Self.leastInteger(from: record.definition.feedback.weakness * scale)
        self.language = language
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("nama", english: "name"),
            TableField("komponen", english: "component"),
            TableField("judul", english: "title"),
            TableField("nilai", english: "points", .number),
            TableField("bobot", english: "weight", .number),
            TableField("kategori", english: "category"),
            TableField("masukan_kurang", english: "inputs_missing"),
        ]
    }

    var rowCount: Int { rows.count }

    func append(field: Int, rows: Range<Int>, to cells: inout CellBlock) {
        let some = self.rows[rows]
        switch Field(rawValue: field) {
        case .nip: people.appendNIPs(of: some.map(\.person)[...], to: &cells)
        case .name: people.appendNames(of: some.map(\.person)[...], to: &cells)
        case .component: append(ids, of: some, to: &cells)
        case .title: append(titles, of: some, to: &cells)
        case .weight: append(weights, of: some, to: &cells)
        case .points:
            for row in some {
                if let labels = labels[Int(row.path)] {
                    labels.append(points(row), to: &cells)
                } else {
                    cells.append(published: points(row), decimals: decimals)
                }
                cells.endCell()
            }
        case .category:
            for row in some {
                cells.append(category(of: row))
                cells.endCell()
            }
        case .missing:
            for row in some {
                if lacksEvidence(row) { suppliers.append(Int(row.path), to: &cells) }
                cells.endCell()
            }
        case nil: preconditionFailure("the catalogue plans only fields that exist")
        }
    }

    private func append(_ texts: TextList, of rows: ArraySlice<Row>, to cells: inout CellBlock) {
        for row in rows {
            texts.append(Int(row.path), to: &cells)
            cells.endCell()
        }
    }

    private func points(_ row: Row) -> Int64? {
        let path = paths[Int(row.path)]
        return grid.points(
            of: Int(row.person), scheme: path.scheme, component: path.component)
    }

    private func lacksEvidence(_ row: Row) -> Bool {
        let path = paths[Int(row.path)]
        return grid.lacksEvidence(
            Int(row.person), scheme: path.scheme, component: path.component)
    }

    private func category(of row: Row) -> String {
        guard !lacksEvidence(row), let points = points(row) else {
            return language("belum ada data", "no data yet")
        }
        if let labels = labels[Int(row.path)] {
            switch labels.standing(of: points) {
            case 1: return language("kekuatan", "strength")
            case -1: return language("kelemahan", "weakness")
            default: return language("cukup", "adequate")
            }
        }
        if isUnweighed[Int(row.path)] { return "" }
        if points >= strength { return language("kekuatan", "strength") }
        return points < adequate
            ? language("kelemahan", "weakness") : language("cukup", "adequate")
    }

    private static func leastInteger(from bound: Rational) -> Int64 {
        let truncated = bound.rounded(decimals: 0, .down)
        let isBelow = Rational(truncated, over: 1) < bound
        return Int64(clamping: isBelow ? truncated + 1 : truncated)
    }
}
