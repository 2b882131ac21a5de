internal import CivilService
package import Diagnostics
package import Documents

/// One value of law in force on a date.
package struct Rule: Sendable {
    package let unit: String
    package let value: DocumentNode
    package let use: ParameterUse

    /// The value as one line, for people.
    package var text: String { Rule.text(of: value) }

    package static func text(of node: DocumentNode) -> String {
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
    private static let longest = 120

    package let use: ParameterUse
    /// The value, or the row of a table, that was used.
    package let value: String

    package init(use: ParameterUse, value: String) {
        self.use = use
        self.value = value
    }

    /// `pp46-bobot = skp 60 (PP 46/2011, pasal 15; sejak 2014-01-01, terkonfirmasi)`.
    package var description: String { text(.indonesian) }

    /// The basis as one line: the parameter and its value, the citation, since when, and how sure it is.
    /// For people; of a long table the beginning, since the step beside it says which row it took.
    package func text(_ language: Language) -> String {
        let shown = value.count > Self.longest ? value.prefix(Self.longest - 20) + " …" : value
        let since =
            use.status == .supposed ? "" : language("sejak", "since") + " \(use.effective), "
        return "\(use.name) = \(shown) (\(use.citation); \(since)\(use.status.text(language)))"
    }
}

extension DatedParameter.Status {
    package func text(_ language: Language) -> String {
        switch self {
        case .confirmed: language("terkonfirmasi", "confirmed")
        case .unconfirmed: language("belum terkonfirmasi", "unconfirmed")
        case .supposed: language("diandaikan", "supposed")
        }
    }
}
