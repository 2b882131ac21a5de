internal import Arithmetic
internal import Definition
internal import Diagnostics
internal import Evidence

/// `umpan-balik`: per person and component the points, whether they are a strength, and what is
/// missing.
struct FeedbackTable: OutputTable {
    private enum Field: Int {
        case nip, name, component, title, points, weight, category, missing
    }

    /// A component of a scheme; 8 bytes, since there are millions of them.
    private struct Row: Sendable {
        let person: Int32
        let component: Int32
    }

    /// What is the same for everyone of a scheme, made once.
    private struct Texts: Sendable {
        let id: [UInt8]
        let title: [UInt8]
        let weight: [UInt8]
        let suppliers: [UInt8]
    }

    private let people: PersonText
    private let grid: ComponentGrid
    /// By scheme and component.
    private let texts: [[Texts]]
    private let rows: [Row]
    private let decimals: Int
    /// In published decimals.
    private let strength: Rational
    private let weakness: Rational
    private let language: Language

    init(_ record: RunRecord, _ language: Language) {
        people = PersonText(record.evidence.population)
        let grid = ComponentGrid(record)
        self.grid = grid
        let parties = ResponsibleParties(record, grid)
        texts = grid.schemes.enumerated().map { scheme, definition in
            definition.components.enumerated().map { place, component in
                let path = ComponentPath(scheme: scheme, component: place)
                return Texts(
                    id: Array(component.id.utf8), title: Array(component.title.utf8),
                    weight: Array(component.weight.exactText.utf8),
                    suppliers: Array(parties.suppliers(of: [path]).utf8))
            }
        }
        let statuses = record.results.statuses
        rows = statuses.indices.filter { statuses[$0] != .excluded }.flatMap { person in
            let scheme = grid.scheme(of: person)
            let components = scheme.map { grid.schemes[$0].components.indices } ?? 0..<0
            return components.map { Row(person: Int32(person), component: Int32($0)) }
        }
        decimals = record.definition.componentPublishing.decimals
        let scale = Rational(FixedPoint.power(decimals), over: Int64(1))
        strength = record.definition.feedback.strength * scale
        weakness = record.definition.feedback.weakness * scale
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

    func append(field: Int, row: Int, to cell: inout [UInt8]) {
        let (person, component) = (rows[row].person, Int(rows[row].component))
        guard let scheme = grid.scheme(of: Int(person)) else { return }
        let points = grid.points(of: Int(person), scheme: scheme, component: component)
        let isMissing = grid.lacksEvidence(Int(person), scheme: scheme, component: component)
        switch Field(rawValue: field) {
        case .nip: people.appendNIP(of: person, to: &cell)
        case .name: people.appendName(of: person, to: &cell)
        case .component: cell.append(contentsOf: texts[scheme][component].id)
        case .title: cell.append(contentsOf: texts[scheme][component].title)
        case .points: cell.append(figure: points, decimals: decimals)
        case .weight: cell.append(contentsOf: texts[scheme][component].weight)
        case .category: cell.append(category(of: isMissing ? nil : points))
        case .missing: if isMissing { cell.append(contentsOf: texts[scheme][component].suppliers) }
        case nil: break
        }
    }

    private func category(of points: Int64?) -> String {
        guard let points else { return language("belum ada data", "no data yet") }
        let published = Rational(points, over: 1)
        if published >= strength { return language("kekuatan", "strength") }
        return published < weakness
            ? language("kelemahan", "weakness") : language("cukup", "adequate")
    }
}
