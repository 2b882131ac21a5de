package import Arithmetic

/// Levels of competency held against levels that a post requires.
///
/// - Source: PermenPANRB 38/2017 (standar kompetensi jabatan); the percentage is common practice, the regulation
///   prints none.
package struct KesesuaianKompetensi: Sendable {
    /// What a competency that was never judged counts.
    package enum Over: String, Sendable, CaseIterable {
        /// As level 0.
        case required
        /// It drops out.
        case judged
    }

    /// A competency that the post requires and what is held of it.
    package struct Level: Sendable {
        /// Level required, 1 to 5.
        package let required: Int64
        /// Level held, 0 to 5; `nil`: never judged.
        package let held: Int64?

        package init(required: Int64, held: Int64?) {
            self.required = required
            self.held = held
        }

        /// Held minus required, below 0 where something lacks; `nil`: never judged.
        package var gap: Int64? { held.map { $0 - required } }

        /// Whether training is due: what was never judged is not held.
        package var needsTraining: Bool { (held ?? 0) < required }
    }

    private let over: Over

    package init(over: Over) {
        self.over = over
    }

    /// Percent of the required levels that are held, 0 to 100; what is held beyond a requirement counts nothing.
    ///
    /// - Returns: `nil` where nothing was judged or nothing is required.
    package func percent(of levels: [Level]) -> Rational? {
        var held = Rational.zero
        var required = Rational.zero
        for level in levels {
            if level.held == nil, over == .judged { continue }
            held += Rational(Int(min(level.held ?? 0, level.required)))
            required += Rational(Int(level.required))
        }
        guard levels.contains(where: { $0.held != nil }), required.signum > 0 else { return nil }
        return Rational(100) * held / required
    }
}
