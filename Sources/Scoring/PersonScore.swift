package import Arithmetic

/// What one person's evidence gives, exact and published.
package struct PersonScore: Sendable {
    package enum Outcome: Sendable, Equatable {
        case ranked
        /// The components without which there is no score.
        case unscored([String])
        case noScheme
        /// A final too large to be printed, as only absurd input can make it.
        case outOfRange
        /// By a rule of the definition.
        case excluded
        /// A component with `missing: exclude` has no value.
        case excludedByComponent
    }

    package var outcome: Outcome
    package var scheme = -1
    /// Exact points by component of the scheme, `nil` where missing.
    package var components: [Rational?] = []
    package var final = Rational.zero
    /// The final as published, scaled by its decimals.
    package var published: Int64 = 0
    package var predikat: String?

    package init(outcome: Outcome, scheme: Int = -1) {
        self.outcome = outcome
        self.scheme = scheme
    }
}
