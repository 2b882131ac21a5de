package import Diagnostics

/// One node of a YAML document with the place where it begins.
package struct DocumentNode: Sendable {
    package indirect enum Content: Sendable {
        /// Text of a scalar; `isPlain` when it was written without quotes.
        case scalar(String, isPlain: Bool)
        case sequence([DocumentNode])
        case mapping([Entry])
    }

    /// One `key: value` of a mapping, in the order of the file.
    package struct Entry: Sendable {
        package let key: String
        package let keyPlace: SourceLocation
        package let value: DocumentNode

        package init(key: String, keyPlace: SourceLocation, value: DocumentNode) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    package let content: Content
    package let place: SourceLocation

    package init(content: Content, place: SourceLocation) {
        self.content = content
        self.place = place
    }

    /// What the node is, in words of YAML.
    package var kindName: String {
        switch content {
        case .scalar: "a text or number"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }

    /// A plain empty scalar, `~` or `null`: "nothing here".
    package var isNull: Bool {
        guard case .scalar(let text, let isPlain) = content, isPlain else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    package var entries: [Entry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    package var items: [DocumentNode]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    package var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }
}
