internal import Arithmetic
internal import Spelling

extension Condition.Test {
    /// Texts compare folded (case, blanks, slashes); a missing value satisfies only `present: false` and `not`.
    package func holds(for value: String?) -> Bool {
        switch operation {
        case .present(let wanted):
            return (value != nil) == wanted
        case .oneOf(let options):
            guard let value else { return false }
            return options.contains { Self.equals(value, $0) }
        case .noneOf(let options):
            guard let value else { return true }
            return !options.contains { Self.equals(value, $0) }
        case .bounds(let min, let max):
            guard let value, let number = Rational(decimal: value) else { return false }
            if let min, number < min { return false }
            if let max, number > max { return false }
            return true
        }
    }

    /// Flags read as `ya` and `tidak`; a definition may also say true and false.
    private static func equals(_ value: String, _ option: String) -> Bool {
        if value == "ya", option == "true" { return true }
        if value == "tidak", option == "false" { return true }
        return FoldedSpelling.fold(value) == FoldedSpelling.fold(option)
    }
}
