package import Arithmetic
package import Regulation

/// Nilai capaian of an indicator (IKI) from its percent, by the table of categories.
///
/// The table stands on whole percents, so the percent is rounded first: 97.89 % is 98 %, nilai 88.
///
/// - Source: PermenPANRB 8/2021, lampiran (table on page 101, worked example on page 363 of the copy).
package struct NilaiIKI: Sendable {
    package struct Result: Sendable {
        /// The percent that the table was asked for.
        package let percent: Rational
        package let category: String
        package let value: Rational
    }

    private struct Maximum: Sendable {
        let percent: Rational
        let category: String
        let value: Rational
    }

    private let decimals: RuleNumber
    private let places: Int
    private let table: RangeTable
    /// The nilai of an indicator that reached a target which cannot be exceeded.
    private let maximum: [Maximum]
    private let maximumUse: ParameterUse

    package init(_ rules: RuleReader) {
        decimals = rules.whole("pp30-pembulatan-capaian", in: 0...6)
        places = Int(decimals.value.rounded(decimals: 0, .down))
        let step = Rational(1, over: FixedPoint.power(places))
        table = RangeTable(
            ["pp30-nilai-iki", "pp30-nilai-iki-101-110"],
            from: rules.number("pp30-capaian-terendah").value, step: step, word: "kategori", rules)
        let exception = rules.records(
            "pp30-target-maksimum", columns: ["kategori", "capaian", "nilai"])
        maximum = exception.records.map {
            Maximum(
                percent: $0.number("capaian"), category: $0.text("kategori"),
                value: $0.number("nilai"))
        }
        maximumUse = exception.use
    }

    /// All categories of the table, from the lowest on.
    var categories: [String] { table.words }

    /// - Parameters:
    ///   - percent: Capaian IKI, unrounded, 0 or more.
    ///   - isMaximum: The target is the most that can be attained, as the indicator states.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where the table has no row.
    package func result(
        percent: Rational, isMaximum: Bool, _ trace: inout Trace
    ) -> Result? {
        let rounded = percent.rounded(to: places, .halfUp)
        if isMaximum, let exception = maximum.first(where: { $0.percent == rounded }) {
            let basis = RuleBasis(
                use: maximumUse,
                value: "\(exception.category) \(exception.value.exactText)")
            trace.add(
                Trace.Node(
                    label: "nilai IKI", value: exception.value.exactText,
                    formula: "\(rounded.exactText) %, target tertinggi yang mungkin",
                    basis: [basis, decimals.basis]))
            return Result(
                percent: rounded, category: exception.category, value: exception.value)
        }
        guard let row = table.row(at: rounded) else { return nil }
        let value = row.value(at: rounded)
        trace.add(
            Trace.Node(
                label: "nilai IKI", value: value.traceText,
                formula: "\(rounded.exactText) % \(row.word): \(row.formula(at: rounded))",
                basis: [row.basis, decimals.basis]))
        return Result(percent: rounded, category: row.word, value: value)
    }
}
