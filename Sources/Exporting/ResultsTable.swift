internal import Definition
internal import Evidence

/// `hasil`: one row per ranked person, in listing order.
struct ResultsTable: OutputTable {
    private enum Cell: Sendable {
        case rank(Int)
        case nip
        /// Place in ``registerColumns``.
        case register(Int)
        case scheme
        /// Column of the results.
        case component(Int)
        case factor
        case final
        case predikat
        case trial
    }

    private static let registerColumns:
        [(name: String, english: String, kind: TableField.Kind, isDefault: Bool)] = [
            ("nama", "name", .text, true),
            ("jenis", "employment_type", .text, false),
            ("unit", "unit", .text, true),
            ("jabatan", "position", .text, true),
            ("jenjang", "level", .text, false),
            ("golongan", "golongan", .text, false),
            ("kelas", "class", .number, false),
            ("status", "status", .text, false),
        ]

    private let record: RunRecord
    private let cells: [Cell]
    private let people: PersonText
    private let columns: [PersonColumn]
    /// By place in the definition; texts apart from their owners, which are dear to copy.
    private let schemes: [[UInt8]]
    private let predikat: [[UInt8]]
    private let finalDecimals: Int
    private let componentDecimals: Int

    init(_ record: RunRecord) {
        self.record = record
        let population = record.evidence.population
        cells = Self.layout(of: record.definition).map(\.cell)
        people = PersonText(population)
        columns = Self.registerColumns.map { PersonColumn($0.name, of: population) }
        schemes = record.definition.schemes.map { Array($0.id.utf8) }
        predikat = record.results.predikatNames.map { Array($0.utf8) }
        finalDecimals = record.definition.finalPublishing.decimals
        componentDecimals = record.definition.componentPublishing.decimals
    }

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        layout(of: definition).map(\.field)
    }

    private static func layout(
        of definition: PipelineDefinition
    ) -> [(field: TableField, cell: Cell)] {
        var layout: [(field: TableField, cell: Cell)] = []
        for (group, field) in definition.rank.within.map(rankField).enumerated() {
            layout.append((field, .rank(group)))
        }
        layout.append((TableField("nip", english: "nip"), .nip))
        for (place, column) in registerColumns.enumerated() {
            let field = TableField(
                column.name, english: column.english, column.kind, isDefault: column.isDefault)
            layout.append((field, .register(place)))
        }
        layout.append((TableField("skema", english: "scheme"), .scheme))
        let last: [(field: TableField, cell: Cell)] = [
            (TableField("faktor", english: "factor", .number), .factor),
            (TableField("akhir", english: "final", .number), .final),
            (TableField("predikat", english: "predikat"), .predikat),
            (TableField("uji_coba", english: "trial", .flag), .trial),
        ]
        // A component may be called like another field; its figure then says what it is.
        let taken = Set((layout + last).map(\.field.name))
        for (place, id) in definition.componentIDs.enumerated() {
            let name = taken.contains(id) ? "nilai_" + id : id
            layout.append((TableField(name, english: name, .number), .component(place)))
        }
        return layout + last
    }

    private static func rankField(_ group: RankDefinition.Group) -> TableField {
        switch group {
        case .everyone: return TableField("peringkat", english: "rank", .number)
        case .unit: return TableField("peringkat_unit", english: "rank_unit", .number)
        case .column(let column):
            let name = column.hasPrefix("unit.") ? String(column.dropFirst(5)) : column
            return TableField("peringkat_" + name, english: "rank_" + name, .number)
        }
    }

    var rowCount: Int { record.ranking.listing.count }

    func append(field: Int, row: Int, to cell: inout [UInt8]) {
        let number = record.ranking.listing[row]
        let person = Int(number)
        switch cells[field] {
        case .rank(let group):
            let rank = record.ranking.ranks[group][person]
            if rank > 0 { cell.append(integer: rank) }
        case .nip:
            people.appendNIP(of: number, to: &cell)
        case .register(let place):
            columns[place].append(person, to: &cell)
        case .scheme:
            let scheme = record.results.schemes[person]
            if scheme >= 0 { cell.append(contentsOf: schemes[Int(scheme)]) }
        case .component(let place):
            cell.append(
                figure: record.results.components[place][person], decimals: componentDecimals)
        case .factor:
            cell.append(figure: record.results.factors[person], decimals: 6)
        case .final:
            cell.append(figure: record.results.finals[person], decimals: finalDecimals)
        case .predikat:
            let place = record.results.predikat[person]
            if place >= 0 { cell.append(contentsOf: predikat[Int(place)]) }
        case .trial:
            cell.append(flag: record.evidence.population.isTrial[person])
        }
    }
}
