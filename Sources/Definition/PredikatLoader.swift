internal import Arithmetic
internal import Diagnostics
internal import Documents
internal import Formulas

/// Reads how a scheme turns figures into a predikat.
extension DefinitionReading {
    func predikatRule(
        _ node: DocumentNode?, components: [ComponentDefinition], _ context: SchemeContext
    ) -> PredikatRule {
        guard let node else { return .none }
        if node.items != nil {
            return .bands(bands(node, nameKey: "predikat"), gap: .halfOpen, conditions: [])
        }
        guard var map = map(node, "'predikat'") else { return .none }
        let matrixNode = map.optional("matrix")
        let bandsNode = map.optional("bands")
        let gapNode = map.optional("gap")
        let gap: BandGap? = choice(gapNode, "'gap'")
        let conditionsNode = map.optional("conditions")
        finish(map)
        if let gapNode, matrixNode != nil {
            report(.badValue, gapNode.place, "'gap' is about bands, and a matrix has no final")
        }
        if let matrixNode { return matrix(matrixNode, components: components) }
        guard let bandsNode else {
            report(.missingKey, node.place, "'predikat' has neither 'bands' nor 'matrix'")
            return .none
        }
        let bands = bands(bandsNode, nameKey: "predikat")
        let conditions = list(conditionsNode, "'conditions'").compactMap {
            predikatCondition($0, bands: bands, context)
        }
        return .bands(bands, gap: gap ?? .halfOpen, conditions: conditions)
    }

    private func predikatCondition(
        _ node: DocumentNode, bands: [PredikatBand], _ context: SchemeContext
    ) -> PredikatCondition? {
        guard var map = map(node, "a condition of 'predikat'") else { return nil }
        let nameNode = required(&map, "predikat")
        let sources = sourceNames(required(&map, "from"), kinds: [], context)
        let condition = condition(map.optional("where"), "'where'")
        finish(map)
        guard let nameNode, let name = text(nameNode, "'predikat'") else { return nil }
        guard let place = bands.firstIndex(where: { $0.name == name }), place < bands.count - 1
        else {
            report(
                .unknownName, nameNode.place,
                "'\(name)' is no predikat with a lower one, expected one of: "
                    + bands.dropLast().map(\.name).joined(separator: ", "))
            return nil
        }
        for source in sources where context.sources[source]?.column("nip") == nil {
            report(.badValue, node.place, "the source '\(source)' has no column 'nip'")
        }
        return PredikatCondition(predikat: name, sources: sources, condition: condition)
    }

    private func matrix(
        _ node: DocumentNode, components: [ComponentDefinition]
    ) -> PredikatRule {
        guard var matrix = self.map(node, "'matrix'") else { return .none }
        let rows = axis(required(&matrix, "rows"), components: components)
        let columns = axis(required(&matrix, "columns"), components: components)
        let cellsNode = required(&matrix, "cells")
        let orderNode = matrix.optional("order")
        finish(matrix)
        guard let rows, let columns, let cellsNode else { return .none }
        let cells = matrixCells(cellsNode, rows: rows, columns: columns)
        let order = texts(orderNode, "'order'")
        if let orderNode {
            let unknown = Set(cells.values.flatMap(\.values)).subtracting(order).sorted()
            for name in unknown {
                report(.missingKey, orderNode.place, "'order' does not name the predikat '\(name)'")
            }
        }
        return .matrix(
            PredikatMatrix(rows: rows, columns: columns, cells: cells, order: order))
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
