internal import Arithmetic
internal import Regulation

/// The figure of which a predikat is asked: an exact nilai as it is stored.
///
/// - Source: none; no regulation prints how a nilai is rounded (parameter `nilai-desimal`, our choice).
struct StoredNilai: Sendable {
    private let rounding: RuleRounding?

    init(_ rules: RuleReader) {
        rounding = rules.rounding("nilai-desimal")
    }

    func value(of exact: Rational, _ trace: inout Trace) -> Rational {
        guard let rounding else { return exact }
        let stored = rounding.rounded(exact)
        trace.add(
            Trace.Node(
                label: "nilai yang disimpan", value: stored.traceText, formula: exact.traceText,
                basis: [rounding.basis]))
        return stored
    }
}
