internal import Arithmetic
internal import Regulation

/// The predikat of a score: bands from the highest down, each from its least score on, the last without one.
///
/// It is the same list that a scheme's `predikat:` takes.
struct PredikatTable: Sendable {
    private struct Band: Sendable {
        let name: String
        let from: Rational?
    }

    private let bands: [Band]
    private let use: ParameterUse

    /// Reads the parameter `name`; bands out of order or without a lowest one are reported.
    init(_ rules: RuleReader, _ name: String) {
        let table = rules.records(name, columns: ["predikat", "from"])
        var bands: [Band] = []
        for record in table.records {
            let from = record.optionalNumber("from")
            if let above = bands.last, !Self.isBelow(above.from, from) {
                record.report("bands go from the highest down, and only the last has no 'from'")
            }
            bands.append(Band(name: record.text("predikat"), from: from))
        }
        if let lowest = bands.last?.from {
            rules.miss("for scores below \(lowest.exactText)", in: table)
        }
        self.bands = bands
        use = table.use
    }

    private static func isBelow(_ above: Rational?, _ from: Rational?) -> Bool {
        guard let above else { return false }
        return from.map { $0 < above } ?? true
    }

    /// All predikat, highest first.
    var names: [String] { bands.map(\.name) }

    /// The predikat of an exact score, and the band that gave it.
    func predikat(of score: Rational) -> (name: String, basis: RuleBasis)? {
        guard let band = bands.first(where: { $0.from.map { score >= $0 } ?? true }) else {
            return nil
        }
        let from = band.from.map { "\(band.name) dari \($0.exactText)" } ?? band.name
        return (band.name, RuleBasis(use: use, value: from))
    }
}
