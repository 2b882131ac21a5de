package import Arithmetic
package import Regulation

/// The share of the allowance that productivity and discipline leave, in either reading of "60 % and 40 %".
///
/// - Source: both readings are in use in regions; the head of the region decides which.
package struct BagianTPP: Sendable {
    package enum Reading: String, Sendable, CaseIterable {
        /// Both are taken off the whole.
        case whole = "potong"
        /// Each is measured against a pot of its own.
        case pots = "dua-pot"
    }

    private let reading: RuleChoice<Reading>?
    private let weights: RuleTable

    package init(_ rules: RuleReader) {
        reading = rules.choice("tpp-cara")
        weights = rules.table("tpp-bobot")
        rules.require(["produktivitas", "disiplin"], in: weights)
        if !weights.isEmpty, productivity + discipline != Rational(100) {
            rules.reportMalformed("tpp-bobot", "must sum to 100 percent")
        }
    }

    private var productivity: Rational { weights["produktivitas"] ?? .zero }
    private var discipline: Rational { weights["disiplin"] ?? .zero }

    /// Whether any of the allowance hangs on productivity.
    package var asksProductivity: Bool { !productivity.isZero }

    /// Whether any of it hangs on discipline: in two pots a discipline without weight asks for no attendance.
    package var asksDiscipline: Bool { reading?.value == .whole || !discipline.isZero }

    /// - Parameters:
    ///   - done: Share 0…1 of what was to be done.
    ///   - deduction: What attendance takes off, in percent.
    ///   - trace: Filled when it is on.
    /// - Returns: Exact share, never below 0.
    package func share(
        productivity done: Rational, deduction: Rational, _ trace: inout Trace
    ) -> Rational {
        let hundred = Rational(100)
        let share: Rational
        switch reading?.value ?? .whole {
        case .whole:
            share = max(
                .zero, .one - productivity / hundred * (.one - done) - deduction / hundred)
        case .pots:
            let kept = max(.zero, hundred - deduction)
            share = productivity / hundred * done + discipline / hundred * kept / hundred
        }
        trace.add(
            Trace.Node(
                label: "bagian yang dibayar", value: share.traceText,
                formula: formula(done, deduction),
                basis: [reading?.basis, weights.basis("produktivitas")].compactMap { $0 }))
        return share
    }

    private func formula(_ done: Rational, _ deduction: Rational) -> String {
        switch reading?.value ?? .whole {
        case .whole:
            "1 − \(productivity.exactText) % × (1 − \(done.traceText)) "
                + "− \(deduction.traceText) %, paling sedikit 0"
        case .pots:
            "\(productivity.exactText) % × \(done.traceText) + \(discipline.exactText) % × "
                + "\(max(.zero, Rational(100) - deduction).traceText) %"
        }
    }
}
