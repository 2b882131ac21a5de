/// What wants to know of the tags and texts of a whole document, in their order.
package protocol MarkupHandler: AnyObject {
    /// A start tag. Names are without prefix; those of HTML in small letters.
    func startElement(_ name: String, _ attributes: [MarkupAttribute])

    /// The end of the innermost open element; it is written where an end tag says so, which is not
    /// where HTML leaves the tag out or the document has ended. In XML it always is.
    func endElement(_ name: String, isWritten: Bool)

    /// Text, or a part of it, UTF-8, references resolved.
    func text(_ bytes: Span<UInt8>)

    /// Whether it has seen something that makes the rest useless.
    var isDone: Bool { get }
}

/// An attribute of a tag, its name without prefix.
package struct MarkupAttribute: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension [MarkupAttribute] {
    /// The value of the first attribute of a name.
    package subscript(_ name: String) -> String? { first { $0.name == name }?.value }
}
