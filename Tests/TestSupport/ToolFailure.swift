/// A tool or a fixture that a test cannot do without, and what is wrong with it.
package struct ToolFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
