/// A path in a definition that does not name an element or attribute.
package struct XMLPathFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// The path as it was given.
    package let path: String
    /// What a path of its kind must look like.
    package let expected: String

    package var description: String { "the XML path '\(path)' is not \(expected)" }
}
