internal import Batches
internal import Definition
internal import Evidence
internal import Plan
internal import Tabular

/// A register column of everyone's ranking post, looked up once and then printed once per person.
struct PersonColumn: Sendable {
    /// The column in one register.
    private enum Place: Sendable {
        case absent
        /// Pool numbers by row.
        case text([Int64])
        case other
    }

    private let name: String
    private let population: Population
    /// By register.
    private let places: [Place]
    private let pools: [TextPool]
    private let isAmended: Bool
    /// UTF-8 of the unit names, empty for columns other than `unit`.
    private let unitNames: TextList
    private let isUnit: Bool
    /// ``TypedColumn/null``.
    private let null = TypedColumn.null

    init(_ name: String, of population: Population) {
        self.name = name
        self.population = population
        places = population.registers.map { store in
            guard let place = store.column(name) else { return .absent }
            return store.plan.columns[place].type == .text ? .text(store.values[place]) : .other
        }
        pools = population.registers.map(\.pool)
        isAmended = population.amended.contains { $0.value[name] != nil }
        isUnit = name == "unit"
        unitNames = TextList(isUnit ? population.unitNames : [])
    }

    /// Appends and ends the cells of some people.
    func append(people: ArraySlice<Int32>, to cells: inout CellBlock) {
        if places.count == 1, !isAmended, case .text(let numbers) = places[0] {
            appendTexts(numbers, of: people, to: &cells)
            return
        }
        for person in people {
            append(Int(person), to: &cells)
            cells.endCell()
        }
    }

    /// The usual column, with nothing left to look up per person but the text.
    private func appendTexts(
        _ numbers: [Int64], of people: ArraySlice<Int32>, to cells: inout CellBlock
    ) {
        let units = isUnit ? population.units.values(of: people) : []
        let rows = population.rankingRows.values(of: people)
        let texts = numbers.values(of: rows[...])
        let pool = pools[0]
        var sum: UInt8 = 0
        for text in texts where text != null && !isUnit {
            // Fetches the text for the loop below; see `values(of:)`.
            pool.withBytes(Int32(text)) { sum ^= $0.isEmpty ? 0 : $0[0] }
        }
        for (place, text) in texts.enumerated() {
            if isUnit, units[place] >= 0 {
                unitNames.append(Int(units[place]), to: &cells)
            } else if text != null {
                pool.withBytes(Int32(text)) { cells.append(contentsOf: $0) }
            }
            cells.endCell()
        }
    }

    func append(_ person: Int, to cell: inout CellBlock) {
        if isAmended, let text = population.amended[Int32(person)]?[name] {
            cell.append(text)
            return
        }
        let store = Int(population.rankingStores[person])
        switch places[store] {
        case .absent: break
        case .other: if let text = population.text(name, of: person) { cell.append(text) }
        case .text(let numbers):
            if isUnit, population.units[person] >= 0 {
                unitNames.append(Int(population.units[person]), to: &cell)
                return
            }
            let number = numbers[Int(population.rankingRows[person])]
            guard number != null else { return }
            pools[store].withBytes(Int32(number)) { cell.append(contentsOf: $0) }
        }
    }
}
