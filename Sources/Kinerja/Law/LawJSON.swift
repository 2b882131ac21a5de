internal import CivilService
internal import Documents
internal import Exporting
internal import Regulation

/// The law as JSON, in the order of the register; the same keys in every language.
///
/// Values keep the form of their files; figures are texts, so that fractions and decimals stay exact.
enum LawJSON {
    static func render(_ law: LawOnDate) -> String {
        text(
            .object([
                ("on", .text("\(law.date)")),
                (
                    "regulations",
                    .array(
                        law.regulations.map { title, count in
                            .object([("title", .text(title)), ("parameters", .integer(count))])
                        })
                ),
                ("in_force", .array(law.inForce.map { inForce($0) })),
                ("not_yet", .array(law.notYet.map { apart($0, "from") })),
                ("ended", .array(law.ended.map { apart($0, "on") })),
            ]))
    }

    static func history(_ parameters: [DatedParameter]) -> String {
        text(
            .array(
                parameters.map { parameter in
                    .object(
                        head(of: parameter) + [
                            (
                                "entries",
                                .array(parameter.entries.map { .object(members(of: $0)) })
                            )
                        ])
                }))
    }

    private static func text(_ value: JSONValue) -> String {
        String(decoding: value.bytes, as: UTF8.self)
    }

    private static func head(of parameter: DatedParameter) -> [(String, JSONValue)] {
        [
            ("name", .text(parameter.name)), ("gloss", .text(parameter.gloss)),
            ("unit", .text(parameter.unit)),
        ]
    }

    private static func inForce(_ item: LawRegister.Item) -> JSONValue {
        .object(head(of: item.parameter) + members(of: item.entry))
    }

    private static func members(of entry: DatedParameter.Entry) -> [(String, JSONValue)] {
        [
            ("since", .text("\(entry.effective)")),
            // An end has no value and nothing to confirm.
            ("value", entry.value.map(value) ?? .null),
            ("source", source(of: entry.citation)),
            ("status", entry.value == nil ? .null : .text(entry.status.rawValue)),
            ("note", .optional(entry.note)),
        ]
    }

    private static func apart(_ item: LawRegister.Item, _ key: String) -> JSONValue {
        .object([
            ("name", .text(item.parameter.name)), (key, .text("\(item.entry.effective)")),
            ("source", source(of: item.entry.citation)), ("note", .optional(item.entry.note)),
        ])
    }

    private static func source(of citation: Citation) -> JSONValue {
        .object([
            ("title", .text(citation.title)), ("article", .optional(citation.article)),
            ("published", .optional(citation.published)),
        ])
    }

    private static func value(_ node: DocumentNode) -> JSONValue {
        switch node.content {
        case .scalar(let text, _): .text(text)
        case .sequence(let items): .array(items.map(value))
        case .mapping(let entries): .object(entries.map { ($0.key, value($0.value)) })
        }
    }
}
