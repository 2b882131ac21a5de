internal import Arithmetic
internal import CivilService
internal import Diagnostics
internal import Documents

/// What a scheme may name: the sources with their kinds, and columns of people.
struct SchemeContext {
    let sources: [String: SourceDefinition]

    var personColumns: (String) -> Bool {
        { name in
            let column = name.hasPrefix("unit.") ? String(name.dropFirst(5)) : name
            let kind: Kind = name.hasPrefix("unit.") ? .unit : .register
            return kind.column(column) != nil
        }
    }
}

extension DefinitionReading {
    func scheme(_ node: DocumentNode, _ context: SchemeContext) -> SchemeDefinition? {
        guard var map = map(node, "a scheme") else { return nil }
        let idNode = required(&map, "id")
        let id = text(idNode, "'id'") ?? "?"
        let title = text(map.optional("title"), "'title'") ?? id
        let condition = condition(
            map.optional("for"), "'for'", isKnown: context.personColumns)
        let from = date(map.optional("from"), "'from'")
        let until = date(map.optional("until"), "'until'")
        let componentsNode = required(&map, "components")
        let factors = list(map.optional("factors"), "'factors'").compactMap {
            sanctionFactor($0, context)
        }
        let predikatNode = map.optional("predikat")
        let cap = rational(map.optional("cap"), "'cap'")
        let floor = rational(map.optional("floor"), "'floor'")
        finish(map)
        let items = list(componentsNode, "'components'")
        let components = items.compactMap { component($0, context) }
        // A component that could not be read has been reported; its weight is unknown.
        if components.count == items.count {
            checkWeights(of: components, place: componentsNode?.place ?? node.place, scheme: id)
        }
        let predikat = predikatRule(predikatNode, components: components)
        return SchemeDefinition(
            id: id, title: title, place: idNode?.place ?? node.place, condition: condition,
            from: from, until: until, components: components, factors: factors,
            predikat: predikat, cap: cap, floor: floor)
    }

    private func checkWeights(
        of components: [ComponentDefinition], place: SourceLocation, scheme: String
    ) {
        let sum = components.reduce(Rational.zero) { $0 + $1.weight }
        if sum != Rational(100) {
            let parts = components.map { "\($0.id) \($0.weight.exactText)" }
            report(
                .weightSum, place,
                "the weights of '\(scheme)' sum to \(sum.exactText), expected 100: "
                    + parts.joined(separator: " + "),
                hint: "change the weights so that they sum to 100")
        }
        for component in components where component.weight.signum <= 0 {
            report(.badValue, component.place, "the weight of '\(component.id)' must be above 0")
        }
        let ids = components.map(\.id)
        for (index, component) in components.enumerated()
        where ids[..<index].contains(component.id) {
            report(.badValue, component.place, "the component id '\(component.id)' stands twice")
        }
    }

    private func sanctionFactor(
        _ node: DocumentNode, _ context: SchemeContext
    ) -> SanctionFactor? {
        guard var map = map(node, "a factor") else { return nil }
        let method = required(&map, "method")
        if let method, method.text != "sanction" {
            report(.badValue, method.place, "the only method of a factor is 'sanction'")
        }
        let sources = sourceNames(required(&map, "from"), kinds: [.sanction], context)
        let levels = numbers(map.optional("levels"), "'levels'")
        let counts: SanctionFactor.Counts? = choice(map.optional("counts"), "'counts'")
        let several: SanctionFactor.Several? = choice(map.optional("several"), "'several'")
        finish(map)
        return SanctionFactor(
            sources: sources, levels: levels.map { ($0.name, $0.value) },
            counts: counts ?? .anyDay, several: several ?? .smallest)
    }

    /// A map of names to numbers, in the order written.
    func numbers(_ node: DocumentNode?, _ name: String) -> [(name: String, value: Rational)] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            report(.wrongType, node.place, "\(name) is \(node.kindName), expected a map")
            return []
        }
        return entries.compactMap { entry in
            rational(entry.value, "'\(entry.key)'").map { (entry.key, $0) }
        }
    }

    func sourceNames(
        _ node: DocumentNode?, kinds: [Kind], _ context: SchemeContext
    ) -> [String] {
        guard let node else { return [] }
        let names = texts(node, "'from'")
        for name in names {
            guard let source = context.sources[name] else {
                report(
                    .unknownName, node.place, "there is no source '\(name)'",
                    hint: Similarity.nearest(to: name, among: context.sources.keys.sorted())
                        .map { "did you mean '\($0)'?" })
                continue
            }
            if !kinds.isEmpty, !kinds.contains(source.kind) {
                report(
                    .badValue, node.place,
                    "the source '\(name)' is of kind '\(source.kind.rawValue)', expected "
                        + kinds.map { "'\($0.rawValue)'" }.joined(separator: " or "))
            }
        }
        return names
    }

    private func predikatRule(
        _ node: DocumentNode?, components: [ComponentDefinition]
    ) -> PredikatRule {
        guard let node else { return .none }
        if node.items != nil { return .bands(bands(node, nameKey: "predikat")) }
        guard var map = map(node, "'predikat'"), let matrixNode = required(&map, "matrix") else {
            return .none
        }
        finish(map)
        guard var matrix = self.map(matrixNode, "'matrix'") else { return .none }
        let rows = axis(required(&matrix, "rows"), components: components)
        let columns = axis(required(&matrix, "columns"), components: components)
        let cellsNode = required(&matrix, "cells")
        finish(matrix)
        guard let rows, let columns, let cellsNode else { return .none }
        let cells = matrixCells(cellsNode, rows: rows, columns: columns)
        return .matrix(PredikatMatrix(rows: rows, columns: columns, cells: cells))
    }

    private func axis(
        _ node: DocumentNode?, components: [ComponentDefinition]
    ) -> PredikatMatrix.Axis? {
        guard let node, var map = map(node, "an axis of the matrix") else { return nil }
        let componentNode = required(&map, "component")
        let bandsNode = required(&map, "bands")
        finish(map)
        guard let componentNode, let id = text(componentNode, "'component'"), let bandsNode else {
            return nil
        }
        if !components.contains(where: { $0.id == id }) {
            report(.unknownName, componentNode.place, "this scheme has no component '\(id)'")
        }
        return PredikatMatrix.Axis(component: id, bands: bands(bandsNode, nameKey: "name"))
    }

    /// Bands from the highest down; only the last may have no lower end.
    private func bands(_ node: DocumentNode, nameKey: String) -> [PredikatBand] {
        let items = list(node, "the bands")
        var bands: [PredikatBand] = []
        for (index, item) in items.enumerated() {
            guard var map = map(item, "a band") else { continue }
            let name = text(required(&map, nameKey), "'\(nameKey)'")
            let from = rational(map.optional("from"), "'from'")
            finish(map)
            if from == nil, index != items.count - 1 {
                report(.impossibleScale, item.place, "only the last band may have no 'from'")
            }
            if let from, let above = bands.last?.from, from >= above {
                report(
                    .impossibleScale, item.place,
                    "the band from \(from.exactText) stands below one from \(above.exactText): "
                        + "bands go from the highest down")
            }
            if let name { bands.append(PredikatBand(name: name, from: from)) }
        }
        return bands
    }

    private func matrixCells(
        _ node: DocumentNode, rows: PredikatMatrix.Axis, columns: PredikatMatrix.Axis
    ) -> [String: [String: String]] {
        var cells: [String: [String: String]] = [:]
        for row in node.entries ?? [] {
            for cell in row.value.entries ?? [] {
                cells[row.key, default: [:]][cell.key] = text(cell.value, "a cell")
            }
        }
        for row in rows.bands {
            for column in columns.bands where cells[row.name]?[column.name] == nil {
                report(
                    .missingKey, node.place,
                    "the matrix has no cell for '\(row.name)' and '\(column.name)'")
            }
        }
        return cells
    }
}
