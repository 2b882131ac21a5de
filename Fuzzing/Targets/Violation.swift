/// A property that does not hold for an input.
package struct Violation: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// Throws unless `holds`; the words are made only then.
func require(_ holds: Bool, _ words: @autoclosure () -> String) throws(Violation) {
    if !holds { throw Violation(words()) }
}
