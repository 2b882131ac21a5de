package import Arithmetic
package import Regulation

/// Bands that a regulation prints in whole numbers, such as 61–75 and 76–90, read for a value that may lie between.
///
/// A value inside a printed band is in that band, whatever the policy; only what no band covers asks for one.
package struct PrintedBands: Sendable {
    /// What lies between two printed bands.
    package enum Gap: String, Sendable, CaseIterable {
        /// Rounded half up to a whole number and looked up again.
        case rounded = "bulatkan"
        /// The next band below.
        case lower = "bawah"
        /// No band.
        case none = "tanpa"
    }

    package struct Band: Sendable {
        let from: Rational?
        /// Inclusive.
        let to: Rational?
        /// Exclusive.
        let below: Rational?
        /// The row as it is cited.
        let words: String

        func contains(_ value: Rational) -> Bool {
            (from.map { value >= $0 } ?? true) && (to.map { value <= $0 } ?? true)
                && (below.map { value < $0 } ?? true)
        }
    }

    /// The columns of a row that say where a band begins and ends.
    static let columns = ["dari", "sampai", "di_bawah"]

    private let bands: [Band]
    private let use: ParameterUse
    private let gap: RuleChoice<Gap>?

    /// - Parameters:
    ///   - rows: From the best down, each with `dari`, `sampai` (inclusive) or `di_bawah` (exclusive).
    ///   - words: By row, how it is cited.
    ///   - use: The parameter that the rows are of.
    ///   - gap: The policy.
    init(
        _ rows: [RuleRecord], words: [String], use: ParameterUse, gap: RuleChoice<Gap>?
    ) {
        self.use = use
        self.gap = gap
        bands = zip(rows, words).map { row, words in
            let band = Band(
                from: row.optionalNumber("dari"), to: row.optionalNumber("sampai"),
                below: row.optionalNumber("di_bawah"), words: words)
            if band.from == nil, band.to == nil, band.below == nil {
                row.report("the row has none of 'dari', 'sampai' and 'di_bawah'")
            }
            return band
        }
        Self.check(bands, rows)
    }

    /// Reports what is no list of whole numbers from the best down to the lowest: a band left out is no gap between two.
    private static func check(_ bands: [Band], _ rows: [RuleRecord]) {
        for (row, (upper, lower)) in zip(rows.dropFirst(), zip(bands, bands.dropFirst())) {
            let next = lower.below ?? lower.to.map { $0 + .one }
            if next == nil || next != upper.from {
                row.report(
                    "the band must end where the one above it begins, or the whole number below")
            }
        }
        if bands.last?.from != nil { rows.last?.report("the lowest band must have no 'dari'") }
    }

    /// The place of the band that `value` is in.
    ///
    /// - Returns: `nil` where the value is in a gap without a band, or beyond all bands.
    package func place(of value: Rational) -> Int? { found(value).place }

    /// What a figure rests on that was read off for `value`.
    package func basis(of value: Rational) -> [RuleBasis] {
        let (place, isGap) = found(value)
        let row = place.map { RuleBasis(use: use, value: bands[$0].words) }
        return [row, isGap ? gap?.basis : nil].compactMap { $0 }
    }

    private func found(_ value: Rational) -> (place: Int?, isGap: Bool) {
        if let place = bands.firstIndex(where: { $0.contains(value) }) { return (place, false) }
        // Above the first band is no gap between two.
        guard bands.contains(where: { $0.from.map { value < $0 } ?? false }) else {
            return (nil, false)
        }
        switch gap?.value {
        case .rounded:
            let whole = value.rounded(to: 0, .halfUp)
            return (bands.firstIndex { $0.contains(whole) }, true)
        case .lower:
            return (bands.firstIndex { $0.from.map { value >= $0 } ?? true }, true)
        case .none?, nil:
            return (nil, true)
        }
    }
}
