/// A document that cannot be read further: what is wrong, and where.
///
/// Two failures are equal when their kinds are.
package struct XMLFailure: Error, Equatable, Sendable {
    package let kind: Kind
    /// From 1, in the text after decompression; a line ends in LF, CR or CRLF.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    /// What was found, in English.
    package let detail: String

    package init(kind: Kind, line: Int = 1, column: Int = 1, detail: String = "") {
        self.kind = kind
        self.line = line
        self.column = column
        self.detail = detail
    }

    package static func == (left: XMLFailure, right: XMLFailure) -> Bool {
        left.kind == right.kind
    }

    /// What is wrong with the document.
    package enum Kind: String, Sendable {
        /// Not well-formed XML.
        case malformed
        /// It ends before its root element does: the file was not copied or written to its end.
        case cut
        /// It has a DOCTYPE, the door to entities and other files, which exports do not need.
        case doctype
        case depth
        case fieldTooLong
        case tooManyFields
        /// Bytes that are not in the encoding declared, or an encoding that we do not read.
        case encoding
        case outOfMemory
    }
}

extension XMLFailure: CustomStringConvertible {
    package var description: String {
        let sentence =
            switch kind {
            case .malformed: "the XML is not well-formed"
            case .cut: "the XML is cut off"
            case .doctype: "the XML has a DOCTYPE, which is not allowed"
            case .depth: "the XML is nested too deep"
            case .fieldTooLong: "the XML has a field that is too long"
            case .tooManyFields: "the XML has a record with too many fields"
            case .encoding: "the XML is not in a readable encoding"
            case .outOfMemory: "there is not enough memory to read the XML"
            }
        let place = "line \(line), column \(column)"
        return detail.isEmpty ? "\(sentence) (\(place))" : "\(sentence) (\(place)): \(detail)"
    }
}
