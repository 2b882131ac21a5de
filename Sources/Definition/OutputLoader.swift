internal import Arithmetic
internal import Diagnostics
internal import Documents

/// Reads everything after the score: ranks, regional outputs, warnings, exports.
struct OutputLoader {
    struct Regional {
        var feedback: (strength: Rational, weakness: Rational)
        var awards: [AwardDefinition]
        var satisfaction: String?
        var monitored: [String]
        var gaps: GapDefinition?
    }

    let reading: DefinitionReading
    /// All schemes, those that are not in force too: their components may be named.
    let schemes: [SchemeDefinition]
    let inForce: [SchemeDefinition]
    let sources: [String: SourceDefinition]
    /// Whether a name is a column of people: of the register, or `unit.…`.
    let personColumns: (String) -> Bool

    private var components: [String] { schemes.flatMap(\.components).map(\.id) }

    /// Whether the component is part of this run; one of a scheme that is not in force is named in vain.
    private func isInForce(_ id: String) -> Bool {
        inForce.contains { scheme in scheme.components.contains { $0.id == id } }
    }

    func rank(_ node: DocumentNode?) -> RankDefinition {
        var rank = RankDefinition()
        // Without a number all would share a rank: the predikat is what tells people apart.
        if inForce.contains(where: \.hasNoNumber) {
            rank.by.append(.init(key: .predikat, isDescending: true))
        }
        guard let node, var map = reading.map(node, "'rank'") else { return rank }
        if let within = map.optional("within") {
            rank.within = reading.texts(within, "'within'").map { name in
                let group = group(named: name)
                if case .column(let column) = group, !personColumns(column) {
                    reading.report(
                        .unknownName, within.place,
                        "'\(name)' is no group: expected semua, unit, a register column or "
                            + "unit.kelompok")
                }
                return group
            }
        }
        if let by = map.optional("by") { rank.by = orders(by, "'by'") }
        if let order = map.optional("order") {
            rank.order = orders(order, "'order'")
            if rank.order.last?.key != .nip {
                reading.report(
                    .badValue, order.place, "'order' must end in nip, so that it is total")
            }
        }
        rank.ties = reading.choice(map.optional("ties"), "'ties'") ?? .share
        rank.isExact = reading.flag(map.optional("exact"), "'exact'") ?? false
        reading.finish(map)
        return rank
    }

    private func group(named name: String) -> RankDefinition.Group {
        switch name {
        case "semua": .everyone
        case "unit": .unit
        default: .column(name)
        }
    }

    private func orders(_ node: DocumentNode, _ name: String) -> [RankDefinition.Order] {
        reading.texts(node, name).compactMap { text in
            let words = text.split(separator: " ").map(String.init)
            let direction = words.count == 2 ? words[1] : "asc"
            let key: RankDefinition.Key
            switch words.first ?? "" {
            case "akhir": key = .final
            case "predikat": key = .predikat
            case "nip": key = .nip
            case "nama": key = .name
            case let id where components.contains(id):
                // Nobody has points in a component of another time: it tells nobody apart.
                guard isInForce(id) else { return nil }
                key = .component(id)
            default:
                let known = ["akhir", "predikat", "nip", "nama"] + components
                reading.report(
                    .unknownName, node.place, "'\(text)' is no key of \(name)",
                    hint: Similarity.nearest(to: words.first ?? "", among: known)
                        .map { "did you mean '\($0)'?" })
                return nil
            }
            guard ["asc", "desc"].contains(direction), words.count <= 2 else {
                reading.report(.badValue, node.place, "'\(text)' must end in asc or desc")
                return nil
            }
            return .init(key: key, isDescending: direction == "desc")
        }
    }

    func regional(_ map: inout DocumentMap) -> Regional {
        var regional = Regional(
            feedback: (Rational(90), Rational(75)), awards: [], satisfaction: nil, monitored: [],
            gaps: nil)
        if let node = map.optional("feedback"), var inner = reading.map(node, "'feedback'") {
            regional.feedback = (
                reading.rational(inner.optional("strength"), "'strength'") ?? Rational(90),
                reading.rational(inner.optional("weakness"), "'weakness'") ?? Rational(75)
            )
            reading.finish(inner)
        }
        regional.awards = reading.list(map.optional("awards"), "'awards'").compactMap(award)
        if let node = map.optional("evaluation"), var inner = reading.map(node, "'evaluation'") {
            let component = reading.required(&inner, "satisfaction")
            reading.finish(inner)
            regional.satisfaction = componentID(component)
        }
        if let node = map.optional("monitoring") {
            regional.monitored = reading.texts(node, "'monitoring'")
            for id in regional.monitored { checkComponent(id, at: node.place) }
            regional.monitored.removeAll { !isInForce($0) }
        }
        if let node = map.optional("gaps"), var inner = reading.map(node, "'gaps'") {
            let component = reading.required(&inner, "component")
            let table = inner.optional("training")
            reading.finish(inner)
            if let table, sources[table.text ?? ""]?.kind != .table {
                reading.report(
                    .unknownName, table.place, "'\(table.text ?? "")' is no source of kind table")
            }
            if let id = componentID(component) {
                regional.gaps = GapDefinition(component: id, trainingTable: table?.text)
            }
        }
        return regional
    }

    private func componentID(_ node: DocumentNode?) -> String? {
        guard let node, let id = reading.text(node, "the component") else { return nil }
        checkComponent(id, at: node.place)
        return isInForce(id) ? id : nil
    }

    private func checkComponent(_ id: String, at place: SourceLocation) {
        guard !components.contains(id) else { return }
        reading.report(
            .unknownName, place, "there is no component '\(id)'",
            hint: Similarity.nearest(to: id, among: components).map { "did you mean '\($0)'?" })
    }

    /// Texts that must be among the known ones.
    private func names(_ node: DocumentNode?, _ name: String, known: [String]) -> [String] {
        let texts = reading.texts(node, name)
        for text in texts where !known.contains(text) {
            reading.report(
                .unknownName, node?.place ?? SourceLocation(file: ""),
                "\(name) names '\(text)', which the score does not know",
                hint: Similarity.nearest(to: text, among: known).map { "did you mean '\($0)'?" })
        }
        return texts
    }

    private func award(_ node: DocumentNode) -> AwardDefinition? {
        guard var map = reading.map(node, "an award") else { return nil }
        let id = reading.text(reading.required(&map, "id"), "'id'")
        let title = reading.text(map.optional("title"), "'title'")
        var predikat: [String] = []
        var schemes: [String] = []
        if let when = map.optional("when"), var inner = reading.map(when, "'when'") {
            predikat = names(
                inner.optional("predikat"), "'predikat'",
                known: self.schemes.flatMap(\.predikat.names))
            schemes = names(
                inner.optional("scheme"), "'scheme'", known: self.schemes.map(\.id))
            reading.finish(inner)
        }
        let minimum = reading.rational(map.optional("minimum"), "'minimum'")
        let top = reading.basisPoints(map.optional("top"), "'top'")
        let withinNode = map.optional("within")
        let within = group(named: reading.text(withinNode, "'within'") ?? "semua")
        if let withinNode, case .column(let column) = within, !personColumns(column) {
            reading.report(.unknownName, withinNode.place, "'\(column)' is no group of people")
        }
        reading.finish(map)
        guard let id else { return nil }
        return AwardDefinition(
            id: id, title: title ?? id, predikat: predikat, schemes: schemes, minimum: minimum,
            topPercent: top.map { Rational(Int128($0), over: 100) },
            within: within)
    }

    func warnings(_ node: DocumentNode?) -> PipelineDefinition.WarningLimits {
        var limits = PipelineDefinition.WarningLimits()
        guard let node, var map = reading.map(node, "'warn'") else { return limits }
        limits.rejectBasisPoints = reading.basisPoints(map.optional("rejects"), "'rejects'")
        limits.findings = reading.integer(map.optional("findings"), "'findings'", in: 0...1_000_000)
        reading.finish(map)
        return limits
    }

    /// `hasPayroll`: Whether the run writes the tables of payroll, whose names are then taken.
    func export(_ node: DocumentNode?, hasPayroll: Bool) -> ExportDefinition {
        var export = ExportDefinition()
        guard let node, var map = reading.map(node, "'export'") else { return export }
        if let archive = map.optional("archive") {
            switch archive.text {
            case "tar.gz": export.hasArchive = true
            case "none": export.hasArchive = false
            default: reading.report(.badValue, archive.place, "'archive' must be tar.gz or none")
            }
        }
        if let files = map.optional("files") {
            export.files = reading.list(files, "'files'").compactMap(exportFile)
            let ofPayroll = ExportDefinition.Table.ofPayroll
            for file in export.files ?? []
            where ofPayroll.contains(file.table)
                || hasPayroll && ofPayroll.contains(where: { file.name == "\($0.rawValue).csv" })
            {
                reading.report(
                    .badValue, file.place,
                    "'\(file.name)' is a table of payroll: 'payroll:' writes it, always in one form",
                    hint: "leave it out of 'files:'")
            }
        }
        reading.finish(map)
        return export
    }

    private func exportFile(_ node: DocumentNode) -> ExportDefinition.File? {
        guard var map = reading.map(node, "an output file") else { return nil }
        let nameNode = reading.required(&map, "file")
        let name = reading.text(nameNode, "'file'")
        let table: ExportDefinition.Table? = reading.choice(
            reading.required(&map, "table"), "'table'")
        let columns = reading.list(map.optional("columns"), "'columns'").compactMap(exportColumn)
        let safe = reading.flag(map.optional("spreadsheet_safe"), "'spreadsheet_safe'")
        reading.finish(map)
        if let name, let nameNode,
            name.contains("/") || name.hasPrefix(".")
                || !(name.hasSuffix(".csv") || name.hasSuffix(".csv.gz"))
        {
            reading.report(
                .badValue, nameNode.place,
                "'file' is '\(name)', expected a plain file name that ends in .csv or .csv.gz")
        }
        guard let name, let table else { return nil }
        return .init(
            name: name, table: table, columns: columns, isSpreadsheetSafe: safe ?? true,
            place: node.place)
    }

    private func exportColumn(_ node: DocumentNode) -> ExportDefinition.Column? {
        if let field = node.text { return .init(heading: field, field: field) }
        guard let entry = node.entries?.first, node.entries?.count == 1,
            let field = reading.text(entry.value, "the field of '\(entry.key)'")
        else {
            reading.report(
                .wrongType, node.place, "a column is a field's name or one 'heading: field'")
            return nil
        }
        return .init(heading: entry.key, field: field)
    }
}
