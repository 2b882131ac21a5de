/// The lines of a file: those of the scheme today, then those that earlier months had besides.
///
/// A line is known by its name. Its account may change from one year to the next; what is paid or taken back for
/// an old month is then charged to the account of today, since the old year's books are closed.
struct PayLineTable {
    private(set) var lines: [PayLine]
    private var places: [String: Int]

    init(_ current: [PayLine]) {
        lines = current
        places = Dictionary(
            current.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func add(_ others: [PayLine]) throws(PaymentFault) {
        for line in others {
            if let place = places[line.id] {
                guard lines[place].kind == line.kind else { throw .lineChangedKind(line.id) }
                continue
            }
            places[line.id] = lines.count
            lines.append(line)
        }
    }

    /// For each of some lines that were added, its place among all.
    func places(of others: [PayLine]) -> [Int] { others.map { places[$0.id, default: 0] } }

    /// Net effect of amounts in the order of `lines`: gross less deductions.
    static func net(_ amounts: [Rupiah], of lines: [PayLine]) -> Rupiah {
        var net = Rupiah.zero
        for (line, amount) in zip(lines, amounts) { net += line.kind.sign * amount }
        return net
    }
}

extension PayLine.Kind {
    /// How an amount of the line moves what reaches the person: up, down, not at all.
    var sign: Int64 {
        switch self {
        case .gross: 1
        case .deduction: -1
        case .employer: 0
        }
    }
}

extension Rupiah {
    static func * (factor: Int64, amount: Rupiah) -> Rupiah { Rupiah(factor * amount.amount) }
}
