/// How much of anything a document may have before it is refused.
///
/// libxml2 has loose limits of its own or none, and a document that needs more than these is
/// an attack or a mistake.
package struct XMLLimits: Sendable {
    /// Elements inside one another, the root included.
    package var depth: Int
    /// Bytes of UTF-8 of one field's text.
    package var fieldBytes: Int
    /// Bytes of UTF-8 of any one attribute's value.
    package var attributeBytes: Int
    /// Elements directly below a record, known and unknown; attributes of any one tag.
    package var fieldsPerRecord: Int
    /// Bytes of one tag, comment or processing instruction, which has to be held as a whole; libxml2 compares
    /// each attribute of a tag with all before it.
    package var markupBytes: Int

    package init(
        depth: Int = 64, fieldBytes: Int = 65_536, attributeBytes: Int = 65_536,
        fieldsPerRecord: Int = 512, markupBytes: Int = 524_288
    ) {
        precondition(depth > 0 && fieldBytes >= 0 && attributeBytes >= 0)
        precondition(fieldsPerRecord >= 0 && markupBytes > 0)
        self.depth = depth
        self.fieldBytes = fieldBytes
        self.attributeBytes = attributeBytes
        self.fieldsPerRecord = fieldsPerRecord
        self.markupBytes = markupBytes
    }
}
