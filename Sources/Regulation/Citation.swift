/// Where a value of law stands.
package struct Citation: Sendable, Hashable, CustomStringConvertible {
    package let title: String
    package let article: String?
    package let published: String?

    package var description: String {
        [title, article].compactMap { $0 }.joined(separator: ", ")
    }
}
