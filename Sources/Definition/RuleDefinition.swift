package import Arithmetic
package import Diagnostics
package import Spelling

/// One named rule of `validate` with its parameters.
package struct RuleDefinition: Sendable {
    package enum Comparison: String, Sendable, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case equal = "="
        case greaterOrEqual = ">="
        case greater = ">"
        case notEqual = "!="
    }

    package enum NIPPart: String, Sendable, CaseIterable {
        case birth = "lahir"
        case sex = "kelamin"
        case appointment = "tmt"
    }

    package enum Test: Sendable {
        case integer(digits: Int)
        /// `rounds`: More places are rounded to these.
        case decimal(digits: Int, places: Int, rounds: Bool)
        case date([DateForm])
        case month([MonthForm])
        case months(Set<Int>)
        case withinPeriod
        case withinCapture(String)
        case range(min: Rational?, max: Rational?)
        case forbidden([String])
        case oneOf([String], isExact: Bool)
        case pattern([String])
        case required(Bool)
        case refers(source: String, narrowed: Condition?)
        case compare(Comparison, other: String)
        case matchesNIP(NIPPart)
    }

    package let column: String
    package let test: Test
    /// The region's own code for this fault.
    package let code: String?
    package let condition: Condition?
    package let place: SourceLocation
}
