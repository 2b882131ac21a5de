/// A JSON document whose keys keep the order in which they were written.
///
/// Manifest and control sheet must be the same bytes on every machine, which no encoder of the
/// standard libraries promises together with an order of our own.
package enum JSONValue: Sendable {
    case object([(String, JSONValue)])
    case array([JSONValue])
    case text(String)
    case integer(Int)
    /// An exact decimal, as it is to be printed.
    case decimal(String)
    case flag(Bool)
    case null

    package static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

    /// The document, indented by two blanks, with a line end.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, indent: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func append(to bytes: inout [UInt8], indent: Int) {
        switch self {
        case .object(let members):
            Self.append(members, "{", "}", to: &bytes, indent: indent) { member, bytes in
                bytes.append(contentsOf: JSONText.quoted(member.0))
                bytes.append(": ")
                member.1.append(to: &bytes, indent: indent + 1)
            }
        case .array(let items):
            Self.append(items, "[", "]", to: &bytes, indent: indent) { item, bytes in
                item.append(to: &bytes, indent: indent + 1)
            }
        case .text(let text): bytes.append(contentsOf: JSONText.quoted(text))
        case .integer(let value): bytes.append("\(value)")
        case .decimal(let text): bytes.append(text)
        case .flag(let value): bytes.append(value ? "true" : "false")
        case .null: bytes.append("null")
        }
    }

    private static func append<Item>(
        _ items: [Item], _ open: String, _ close: String, to bytes: inout [UInt8], indent: Int,
        item: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(open)
        for (place, element) in items.enumerated() {
            bytes.append(place == 0 ? "\n" : ",\n")
            bytes.append(String(repeating: "  ", count: indent + 1))
            item(element, &bytes)
        }
        if !items.isEmpty {
            bytes.append("\n")
            bytes.append(String(repeating: "  ", count: indent))
        }
        bytes.append(close)
    }
}
