package import Arithmetic
internal import Diagnostics
internal import Documents

/// How a figure is rounded when it is stored, with what that rests on.
package struct RuleRounding: Sendable {
    package let decimals: Int
    package let rounding: Rounding
    package let basis: RuleBasis

    package func rounded(_ value: Rational) -> Rational { value.rounded(to: decimals, rounding) }
}

extension RuleReader {
    /// A rounding `{ decimals: 2, rounding: half-up }`, the same map that `publish:` of a definition takes.
    package func rounding(_ name: String) -> RuleRounding? {
        guard let rule = book.rule(name, askedAt: place) else { return nil }
        var problems: [Diagnostic] = []
        defer { problems.forEach(book.report) }
        guard var map = DocumentMap(rule.value, name: "the rounding", problems: &problems) else {
            return nil
        }
        let decimals = map.required("decimals", problems: &problems)
        let mode = map.required("rounding", problems: &problems)
        map.finish(problems: &problems)
        guard let decimals, let mode else { return nil }
        guard let places = decimals.text.flatMap({ Int($0) }), (0...6).contains(places),
            let rounding = mode.text.flatMap(Rounding.init(rawValue:))
        else {
            problems.append(
                Diagnostic(
                    .parameterMalformed, at: rule.value.place,
                    "the value is '\(rule.text)', expected decimals 0…6 and one of: "
                        + Rounding.allCases.map(\.rawValue).joined(separator: ", ")))
            return nil
        }
        return RuleRounding(
            decimals: places, rounding: rounding,
            basis: RuleBasis(use: rule.use, value: rule.text))
    }
}
