package import Arithmetic
package import Regulation

/// Nilai prestasi kerja and its predikat from SKP and perilaku kerja.
///
/// - Source: PP 46/2011, pasal 15 (shares) and pasal 17 (predikat).
package struct PrestasiPP46: Sendable {
    private let shares: RuleTable
    private let bands: PredikatTable
    private let gap: RuleChoice<BandGap>?
    private let stored: StoredNilai

    package init(_ rules: RuleReader) {
        shares = rules.table("pp46-bobot")
        rules.require(["skp", "perilaku"], in: shares)
        bands = PredikatTable(rules, "pp46-predikat")
        gap = rules.choice("pp46-sela-predikat")
        stored = StoredNilai(rules)
    }

    /// - Parameters:
    ///   - skp: Nilai capaian SKP, unrounded.
    ///   - behaviour: Mean of the aspects of perilaku kerja that were rated, 0...100.
    ///   - trace: Filled when it is on.
    /// - Returns: Exact.
    package func value(
        skp: Rational, behaviour: Rational, _ trace: inout Trace
    ) -> Rational {
        let (first, second) = (shares["skp"] ?? .zero, shares["perilaku"] ?? .zero)
        let value = (first * skp + second * behaviour) / Rational(100)
        trace.add(
            Trace.Node(
                label: "nilai prestasi kerja", value: value.traceText,
                formula: "\(first.exactText) % × \(skp.traceText) + "
                    + "\(second.exactText) % × \(behaviour.traceText)",
                basis: [shares.basis("skp"), shares.basis("perilaku")]))
        return value
    }

    /// The predikat of an exact nilai prestasi kerja, by the bands that its stored figure reaches.
    package func predikat(of value: Rational, _ trace: inout Trace) -> String? {
        guard let gap else { return nil }
        let asked = gap.value.asked(stored.value(of: value, &trace))
        guard let found = bands.predikat(of: asked) else { return nil }
        trace.add(
            Trace.Node(
                label: "predikat", value: found.name, formula: asked.traceText,
                basis: [found.basis, gap.basis]))
        return found.name
    }
}
