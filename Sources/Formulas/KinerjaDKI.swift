package import Arithmetic
package import Regulation

/// Measured performance of DKI Jakarta: plan and activities, these in effective minutes.
///
/// - Source: Pergub DKI 19/2020; the order of the weights is read from slides.
package struct KinerjaDKI: Sendable {
    private let weights: RuleTable
    private let minutes: RuleNumber

    package init(_ rules: RuleReader) {
        weights = rules.table("dki-bobot-kinerja")
        minutes = rules.number("dki-menit-hari")
        rules.require(["renkin", "aktivitas"], in: weights)
        if !weights.isEmpty, weight("renkin") + weight("aktivitas") != Rational(100) {
            rules.reportMalformed("dki-bobot-kinerja", "must sum to 100 percent")
        }
    }

    private func weight(_ name: String) -> Rational { weights[name] ?? .zero }

    /// Activities beyond the most that days of absence leave are not paid.
    ///
    /// - Parameters:
    ///   - plan: Renkin in percent.
    ///   - achieved: Effective minutes of the activities.
    ///   - absence: Minutes that absence takes off the most.
    ///   - days: Working days of the month.
    ///   - trace: Filled when it is on.
    /// - Returns: Activities and the whole in percent, exact; `nil` for a month without working days.
    package func percent(
        plan: Rational, achieved: Rational, absence: Rational, days: Rational,
        _ trace: inout Trace
    ) -> (activities: Rational, total: Rational)? {
        let full = days * minutes.value
        guard full.signum > 0 else { return nil }
        let most = max(.zero, full - absence)
        let activities = min(achieved, most) / full * Rational(100)
        trace.add(
            Trace.Node(
                label: "aktivitas kerja", value: "\(activities.traceText) %",
                formula: "min(\(achieved.exactText), \(most.exactText)) / \(full.exactText)",
                basis: [minutes.basis]))
        let total =
            (weight("renkin") * plan + weight("aktivitas") * activities) / Rational(100)
        trace.add(
            Trace.Node(
                label: "kinerja", value: "\(total.traceText) %",
                formula: "\(weight("renkin").exactText) % × \(plan.exactText) % + "
                    + "\(weight("aktivitas").exactText) % × \(activities.traceText) %",
                basis: [weights.basis("renkin")]))
        return (activities, total)
    }
}
