package import Arithmetic
package import Regulation

/// Angka kredit of a functional official (JF) from the predikat of a period.
///
/// months / 12 × percentage of the predikat × yearly coefficient of the jenjang, rounded once a period; the figures of
/// periods are added as rounded.
///
/// - Source: PermenPANRB 1/2023 and PerBKN 3/2023 (konversi predikat kinerja ke angka kredit).
package struct AngkaKreditFormula: Sendable {
    /// Percent by predikat.
    private let percentages: RuleTable
    /// Angka kredit a year by jenjang, at 100 %.
    private let coefficients: RuleTable
    /// Decimals of a period's figure.
    private let decimals: RuleNumber

    package init(_ rules: RuleReader) {
        percentages = rules.table("angka-kredit-persen")
        // Who has no figure is taken for no functional official: a row that is missing must not make one.
        rules.require(rules.words("panrb6-predikat"), in: percentages)
        coefficients = rules.table("angka-kredit-koefisien")
        decimals = rules.whole("angka-kredit-desimal", in: 0...6)
    }

    /// The jenjang that have a coefficient, in the order of the law.
    package var jenjang: [String] { coefficients.rows.map(\.name) }

    /// One period's angka kredit as published.
    ///
    /// - Parameters:
    ///   - jenjang: Of the person's functional office, in any spelling of the table.
    ///   - predikat: Of the period.
    ///   - months: Whole months appraised, 1...12.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where the tables have no such jenjang or predikat.
    package func points(
        jenjang: String, predikat: String, months: Int, _ trace: inout Trace
    ) -> Rational? {
        guard let coefficient = coefficients[jenjang], let percent = percentages[predikat] else {
            return nil
        }
        let exact = Rational(months, over: 12) * percent / Rational(100) * coefficient
        let places = Int(decimals.value.rounded(decimals: 0, .down))
        let points = exact.rounded(to: places, .halfUp)
        trace.add(
            Trace.Node(
                label: "angka kredit", value: points.traceText,
                formula: "\(months)/12 × \(percent.exactText) % × \(coefficient.exactText)",
                basis: [
                    percentages.basis(predikat), coefficients.basis(jenjang), decimals.basis,
                ]))
        return points
    }
}
