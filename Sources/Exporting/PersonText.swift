internal import CivilService
internal import Evidence

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

    func appendNIP(of person: Int32, to cell: inout [UInt8]) {
        NIP(unchecked: nips[Int(person)]).append(to: &cell)
    }

    func appendName(of person: Int32, to cell: inout [UInt8]) {
        name.append(Int(person), to: &cell)
    }

    func appendUnit(of person: Int32, to cell: inout [UInt8]) {
        unit.append(Int(person), to: &cell)
    }
}
