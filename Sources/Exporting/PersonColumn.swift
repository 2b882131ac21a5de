internal import Definition
internal import Evidence
internal import Plan

/// A register column of everyone's ranking post, looked up once and then printed once per person.
struct PersonColumn: Sendable {
    private let name: String
    private let population: Population
    /// Place of the column in each register, `nil` where that register has none.
    private let places: [Int?]
    private let isText: [Bool]

    init(_ name: String, of population: Population) {
        self.name = name
        self.population = population
        places = population.registers.map { $0.column(name) }
        isText = population.registers.map { store in
            store.column(name).map { store.plan.columns[$0].type == .text } ?? false
        }
    }

    func append(_ person: Int, to cell: inout [UInt8]) {
        if let text = population.amended[Int32(person)]?[name] {
            cell.append(text)
            return
        }
        let store = Int(population.rankingStores[person])
        guard let place = places[store] else { return }
        guard isText[store] else {
            if let text = population.text(name, of: person) { cell.append(text) }
            return
        }
        if name == "unit", population.units[person] >= 0 {
            cell.append(population.unitNames[Int(population.units[person])])
            return
        }
        let row = Int(population.rankingRows[person])
        guard let text = population.registers[store].value(place, row) else { return }
        population.registers[store].pool.withBytes(Int32(text)) { bytes in
            cell.append(addingCapacity: bytes.count) { output in
                for index in bytes.indices { output.append(bytes[index]) }
            }
        }
    }
}
