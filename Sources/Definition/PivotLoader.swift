internal import Diagnostics
internal import Documents

extension DefinitionReading {
    /// Reads `pivot` of a source.
    func pivot(_ node: DocumentNode?, kind: Kind, format: ExportFormat) -> PivotDefinition? {
        guard let node, var map = map(node, "'pivot'") else { return nil }
        let headingNode = required(&map, "heading")
        let form = text(headingNode, "'heading'")
        let people = text(required(&map, "people"), "'people'")
        finish(map)
        if kind != .rating {
            report(.badValue, node.place, "'pivot' belongs to ratings, not to '\(kind.rawValue)'")
            return nil
        }
        if !format.hasHeadings {
            report(
                .badValue, node.place,
                "'pivot' needs a file with headings: csv, xlsx or html with a header")
        }
        guard let headingNode, let form, let people else { return nil }
        guard let heading = PivotHeading(form) else {
            report(
                .badValue, headingNode.place,
                "'heading' is '\(form)', expected {nama} once and {aspek} at most once, with text "
                    + "that parts them",
                hint: "write it as the export does, for instance \"{aspek} [{nama}]\"")
            return nil
        }
        return PivotDefinition(heading: heading, people: people, place: node.place)
    }

    /// The columns of a source with those that its pivot gives in front, where the NIP of a row is looked for.
    func with(
        _ pivot: PivotDefinition, _ columns: [SourceDefinition.Column]
    ) -> [SourceDefinition.Column] {
        let given = PivotDefinition.columns.filter { $0 != "aspek" || pivot.heading.hasAspek }
        for column in columns where given.contains(column.name) {
            report(
                .badValue, column.place, "'\(column.name)' is mapped, but the pivot gives it",
                hint: "leave it out of 'columns'")
        }
        let raters = ["penilai", "responden"]
        if !columns.contains(where: { raters.contains($0.name) }) {
            report(
                .missingKey, pivot.place,
                "the pivot maps neither 'penilai' nor 'responden': answers of different raters "
                    + "would be one fact",
                hint: "map what tells raters apart, for instance responden: Timestamp")
        }
        return given.map { .init(name: $0, origin: .pivot, place: pivot.place) }
            + columns.filter { !given.contains($0.name) }
    }

    /// The people of a pivot are rows of a table or register with their names.
    func checkPivots(of sources: [SourceDefinition]) {
        for pivot in sources.compactMap(\.pivot) {
            guard let people = sources.first(where: { $0.name == pivot.people }) else {
                let names = sources.filter { $0.kind.pairsNames }.map(\.name)
                report(
                    .unknownName, pivot.place, "there is no source '\(pivot.people)'",
                    hint: Similarity.nearest(to: pivot.people, among: names)
                        .map { "did you mean '\($0)'?" })
                continue
            }
            guard people.kind.pairsNames else {
                report(
                    .badValue, pivot.place,
                    "'\(people.name)' is of kind \(people.kind.rawValue), expected a table of "
                        + "kode (the NIP) and nama, or a register")
                continue
            }
            if people.column("nama") == nil {
                report(
                    .missingKey, people.place,
                    "'\(people.name)' does not map 'nama', by which a pivot finds people")
            }
        }
    }
}

extension Kind {
    /// Whether rows of the kind say which NIP a name has.
    fileprivate var pairsNames: Bool { self == .table || self == .register }
}

extension ExportFormat {
    /// Whether columns are known by headings that stand in the file itself.
    fileprivate var hasHeadings: Bool {
        switch self {
        case .csv(let format): format.hasHeader
        case .sheet(let format): format.headerRows > 0
        case .xml: false
        }
    }
}
