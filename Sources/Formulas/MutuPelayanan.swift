package import Arithmetic
package import Regulation

/// The quality of a service (mutu pelayanan, A to D) by its index of public satisfaction.
///
/// - Source: PermenPANRB 14/2017, lampiran; that the index is rounded before it is put in a band is our reading.
package struct MutuPelayanan: Sendable {
    package struct Band: Sendable, Hashable {
        /// `A`
        package let letter: String
        /// `sangat baik`
        package let name: String
        /// Least published index.
        package let from: Rational
        package let basis: RuleBasis
    }

    /// What an index below the lowest band gets.
    private enum Lowest: String, CaseIterable {
        case extended = "perluas"
        case none = "tanpa-mutu"
    }

    /// From the best down.
    private let bands: [Band]
    private let decimals: RuleNumber
    private let lowest: RuleChoice<Lowest>?

    package init(_ rules: RuleReader) {
        let records = rules.records("skm-mutu", columns: ["mutu", "nama", "dari"])
        bands = records.records.map { record in
            let (letter, from) = (record.text("mutu"), record.number("dari"))
            let name = record.text("nama")
            return Band(
                letter: letter, name: name, from: from,
                basis: RuleBasis(
                    use: records.use, value: "\(letter) (\(name)) dari \(from.exactText)"))
        }
        decimals = rules.whole("skm-mutu-desimal", in: 0...6)
        lowest = rules.choice("skm-mutu-terbawah")
        for place in bands.indices.dropFirst() where bands[place].from >= bands[place - 1].from {
            records.records[place].report("the bands must descend by 'dari'")
        }
    }

    /// The index as it is put in a band.
    package func published(_ index: Rational) -> Rational {
        index.rounded(to: Int(decimals.value.rounded(decimals: 0, .down)), .halfUp)
    }

    /// The band of an exact index, 0 to 100.
    ///
    /// - Returns: `nil` below the lowest band where that has no quality.
    package func band(of index: Rational, _ trace: inout Trace) -> Band? {
        let published = published(index)
        var band = bands.first { published >= $0.from }
        var basis = [decimals.basis]
        if band == nil, lowest?.value == .extended {
            band = bands.last
            basis += [lowest?.basis].compactMap { $0 }
        }
        trace.add(
            Trace.Node(
                label: "mutu pelayanan", value: band.map { "\($0.letter), \($0.name)" },
                formula: "IKM \(published.exactText)",
                basis: [band?.basis].compactMap { $0 } + basis))
        return band
    }
}
