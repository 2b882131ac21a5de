package import Arithmetic

/// A condition of a definition: any of several sets of tests, all of a set must hold.
package struct Condition: Sendable {
    package struct Test: Sendable {
        package enum Operation: Sendable {
            case oneOf([String])
            case noneOf([String])
            case bounds(min: Rational?, max: Rational?)
            case present(Bool)
        }

        /// `jabatan`, or `unit.kelompok` of the row referred to.
        package let column: String
        package let operation: Operation
    }

    package let alternatives: [[Test]]

    package init(alternatives: [[Test]]) {
        self.alternatives = alternatives
    }

    /// All columns that the condition looks at.
    package var columns: [String] { alternatives.flatMap { $0.map(\.column) } }

    /// Decides for one subject whose columns are given by `value`.
    ///
    /// - Parameter value: The text of a column, `nil` when it has none.
    /// - Returns: Whether all tests of one alternative hold.
    package func holds(_ value: (String) -> String?) -> Bool {
        alternatives.contains { tests in
            tests.allSatisfy { test in test.holds(for: value(test.column)) }
        }
    }
}
