internal import Evidence
internal import Tabular

/// What most tables say of a person: number, name, unit.
struct PersonText: Sendable {
    private let nips: [UInt64]
    private let name: PersonColumn
    private let unit: PersonColumn

    init(_ population: Population) {
        nips = population.nips
        name = PersonColumn("nama", of: population)
        unit = PersonColumn("unit", of: population)
    }

    func appendNIP(of person: Int32, to cell: inout CellBlock) {
        cell.append(digits: nips[Int(person)], width: 18)
    }

    /// Appends and ends the cells of some people.
    func appendNIPs(of people: ArraySlice<Int32>, to cells: inout CellBlock) {
        for nip in nips.values(of: people) {
            cells.append(digits: nip, width: 18)
            cells.endCell()
        }
    }

    func appendNames(of people: ArraySlice<Int32>, to cells: inout CellBlock) {
        name.append(people: people, to: &cells)
    }

    func appendName(of person: Int32, to cell: inout CellBlock) {
        name.append(Int(person), to: &cell)
    }

    func appendUnit(of person: Int32, to cell: inout CellBlock) {
        unit.append(Int(person), to: &cell)
    }
}
