internal import CivilService
package import Documents

/// One value of law in force on a date.
package struct Rule: Sendable {
    package let unit: String
    package let value: DocumentNode
    package let use: ParameterUse

    /// The value as one line, for people.
    package var text: String { Rule.text(of: value) }

    static func text(of node: DocumentNode) -> String {
        switch node.content {
        case .scalar(let text, _): text
        case .sequence(let items):
            "[" + items.map(text(of:)).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{ " + entries.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ")
                + " }"
        }
    }
}

/// What a step of a formula rests on: the article, and the parameter with the value that was used.
package struct RuleBasis: Sendable, Hashable, CustomStringConvertible {
    package let use: ParameterUse
    /// The value, or the row of a table, that was used.
    package let value: String

    package init(use: ParameterUse, value: String) {
        self.use = use
        self.value = value
    }

    /// `pp46-bobot: skp 60 (PP 46/2011, pasal 15; since 2014-01-01)`.
    package var description: String {
        var text = "\(use.name) = \(value) (\(use.citation); "
        text += use.status == .supposed ? "" : "sejak \(use.effective), "
        switch use.status {
        case .confirmed: text += "terkonfirmasi"
        case .unconfirmed: text += "belum terkonfirmasi"
        case .supposed: text += "diandaikan"
        }
        return text + ")"
    }
}
