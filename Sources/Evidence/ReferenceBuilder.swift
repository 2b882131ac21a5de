internal import CivilService
package import Definition
package import Plan

/// Builds the tables of codes that later sources refer to.
package enum ReferenceBuilder {
    /// The table of one reference source, keyed by its first key column.
    package static func table(
        of store: RowStore, definition: PipelineDefinition
    ) -> ReferenceTable {
        let column = keyColumn(of: store)
        var names: [String] = []
        var rows: [Int] = []
        var seen: Set<String> = []
        for row in 0..<store.count {
            guard let name = store.text(column, row), seen.insert(name).inserted else { continue }
            names.append(name)
            rows.append(row)
        }
        var attributes: [String: [String?]] = [:]
        for (index, plan) in store.plan.columns.enumerated() {
            attributes[plan.name] = rows.map { text(store, index, $0) }
        }
        return ReferenceTable(
            names: names, aliases: definition.aliases[store.plan.columns[column].name] ?? [],
            isFolded: store.plan.columns[column].isTrimmed, attributes: attributes)
    }

    /// The old numbers of people, of all registers together.
    ///
    /// - Returns: `nil` where no register maps `nip_lama`.
    package static func oldNIPs(of registers: [RowStore]) -> OldNIPTable? {
        var table: OldNIPTable?
        for store in registers {
            guard let old = store.column("nip_lama"), let nip = store.column("nip") else {
                continue
            }
            var known = table ?? OldNIPTable()
            for row in 0..<store.count {
                guard let text = store.value(old, row), let digits = store.value(nip, row) else {
                    continue
                }
                store.pool.withBytes(Int32(text)) { known.add($0, of: UInt64(digits)) }
            }
            table = known
        }
        return table
    }

    private static func keyColumn(of store: RowStore) -> Int {
        for name in ["kode", "unit", "indikator", "jabatan", "jenjang"] {
            if let column = store.column(name) { return column }
        }
        return 0
    }

    private static func text(_ store: RowStore, _ column: Int, _ row: Int) -> String? {
        guard let value = store.value(column, row) else { return nil }
        let plan = store.plan.columns[column]
        switch plan.type {
        case .text: return store.pool.text(Int32(value))
        case .flag: return value == 1 ? "ya" : "tidak"
        case .date: return CalendarDate(dayNumber: Int32(value)).description
        case .integer, .decimal:
            return decimalText(value, denominator: plan.denominator)
        default: return "\(value)"
        }
    }

    private static func decimalText(_ value: Int64, denominator: Int64) -> String {
        var text = "\(value / denominator)"
        var rest = (value % denominator).magnitude
        if rest > 0 {
            text = value < 0 && value / denominator == 0 ? "-0." : text + "."
            var scale = denominator.magnitude
            while rest > 0 {
                scale /= 10
                text += "\(rest / scale)"
                rest %= scale
            }
        }
        return text
    }

    /// The units that register and events name, where no unit source says which there are.
    package static func units(
        of registers: [RowStore], definition: PipelineDefinition
    ) -> ReferenceTable? {
        var names: [String] = []
        var seen: Set<String> = []
        var isFolded = true
        for store in registers {
            guard let column = store.column("unit") else { continue }
            isFolded = store.plan.columns[column].isTrimmed
            var isSeen = [Bool](repeating: false, count: store.pool.count)
            for row in 0..<store.count {
                guard let number = store.value(column, row), !isSeen[Int(number)] else { continue }
                isSeen[Int(number)] = true
                let name = store.pool.text(Int32(number))
                if seen.insert(name).inserted { names.append(name) }
            }
        }
        guard !names.isEmpty else { return nil }
        return ReferenceTable(
            names: names, aliases: definition.aliases["unit"] ?? [], isFolded: isFolded)
    }
}
