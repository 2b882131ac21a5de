internal import Arithmetic
package import Regulation

/// The least number of respondents of a survey of public satisfaction, by population.
///
/// - Source: PermenPANRB 14/2017, lampiran (table of Krejcie and Morgan, 1970); the formula is theirs.
package struct SampelSKM: Sendable {
    /// How a population between two rows of the table is read.
    private enum Way: String, CaseIterable {
        /// The row of the next larger population.
        case table = "tabel"
        /// The formula that gave the table, rounded to the nearest.
        case formula = "rumus"
    }

    private struct Row: Sendable {
        let population: Rational
        let sample: Rational
        let basis: RuleBasis
    }

    /// In ascending order of the population.
    private let rows: [Row]
    private let way: RuleChoice<Way>?
    private let constants: RuleTable

    package init(_ rules: RuleReader) {
        let tables = ["skm-sampel", "skm-sampel-tambahan"].map {
            rules.records($0, columns: ["populasi", "sampel"])
        }
        rows = tables.flatMap { table in
            table.records.map { record in
                let population = record.number("populasi")
                let sample = record.number("sampel")
                if sample > population { record.report("'sampel' is above 'populasi'") }
                return Row(
                    population: population, sample: sample,
                    basis: RuleBasis(
                        use: table.use,
                        value: "\(population.exactText) → \(sample.exactText)"))
            }
        }.sorted { $0.population < $1.population }
        way = rules.choice("skm-sampel-cara")
        constants = rules.table("skm-sampel-rumus")
        rules.require(["chi2", "P", "d"], in: constants)
    }

    /// The respondents that a population needs, never more than there are.
    ///
    /// A population above the last row needs what the last row needs: the formula's limit is the same figure.
    ///
    /// - Parameters:
    ///   - population: Users of the service in the period, at least 0.
    ///   - trace: Filled when it is on.
    /// - Returns: Whole respondents, 0 for nobody.
    package func sample(of population: Int, _ trace: inout Trace) -> Int {
        let size = Rational(population)
        let (sample, basis) =
            way?.value == .formula ? byFormula(size) : byTable(size)
        let needed = Int(min(sample, size).rounded(decimals: 0, .halfUp))
        trace.add(
            Trace.Node(
                label: "sampel minimal", value: "\(needed)", formula: "populasi \(population)",
                basis: basis + [way?.basis].compactMap { $0 }))
        return needed
    }

    private func byTable(_ population: Rational) -> (Rational, [RuleBasis]) {
        guard let row = rows.first(where: { $0.population >= population }) ?? rows.last else {
            return (.zero, [])
        }
        return (row.sample, [row.basis])
    }

    /// χ² N P (1 − P) / (d² (N − 1) + χ² P (1 − P)).
    private func byFormula(_ population: Rational) -> (Rational, [RuleBasis]) {
        guard population.signum > 0, let chi = constants["chi2"], let share = constants["P"],
            let error = constants["d"]
        else { return (.zero, []) }
        let spread = chi * share * (.one - share)
        let sample = spread * population / (error * error * (population - .one) + spread)
        return (sample, ["chi2", "P", "d"].map { constants.basis($0) })
    }
}
