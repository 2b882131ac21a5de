internal import CivilService
internal import Diagnostics
internal import Documents
internal import Regulation

/// When a scheme holds: under which rule set, from and until which day, for which lengths of period.
struct SchemeTerm {
    /// The parameter that says which rule set is in force.
    static let ruleSetParameter = "dasar-penilaian"

    /// Whether the scheme is part of this run.
    let isInForce: Bool
    /// The law to read a scheme with that is not in force; `nil` where that of the run will do.
    let book: RuleBook?

    /// Reads `rule_set`, `from`, `until` and `period` of a scheme.
    ///
    /// A scheme that is not in force is still read, on a day on which it was, so that a fault in the rules of a
    /// past year does not wait for somebody to rerun that year.
    init(_ node: DocumentNode, _ reading: DefinitionReading) {
        let entries = node.entries ?? []
        func value(_ key: String) -> DocumentNode? {
            entries.first { $0.key == key && !$0.value.isNull }?.value
        }
        let day = reading.book.date
        /// The nearest day found so far on which the scheme is in force.
        var own = day
        if let node = value("rule_set"), let name = node.text {
            own = Self.otherDay(of: name, at: node.place, reading) ?? day
        }
        if let from = value("from")?.text.flatMap({ CalendarDate(iso: $0) }) {
            own = max(own, from)
        }
        if let until = value("until")?.text.flatMap({ CalendarDate(iso: $0) }) {
            own = min(own, until)
        }
        let lengths = reading.lengths(value("period"))
        isInForce = own == day && (lengths.isEmpty || lengths.contains(reading.period.length))
        book = own == day ? nil : reading.book.on(own)
    }

    /// A day on which the rule set was in force; `nil` where it is in force on the day of the run.
    private static func otherDay(
        of name: String, at place: SourceLocation, _ reading: DefinitionReading
    ) -> CalendarDate? {
        if reading.book.rule(ruleSetParameter, askedAt: place)?.text == name { return nil }
        let entries = reading.book.parameter(ruleSetParameter, askedAt: place)?.entries ?? []
        guard let entry = entries.first(where: { $0.value?.text == name }) else {
            let known = entries.compactMap { $0.value?.text }
            reading.report(
                .unknownName, place,
                "'\(name)' is no rule set of the parameter '\(ruleSetParameter)', expected one of: "
                    + known.joined(separator: ", "),
                hint: Similarity.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
            return reading.book.date
        }
        return entry.effective
    }
}

extension DefinitionReading {
    /// One length of period or a list of them.
    func lengths(_ node: DocumentNode?) -> [AppraisalPeriod.Length] {
        guard let node else { return [] }
        let nodes = node.items ?? [node]
        return nodes.compactMap { choice($0, "'period'") }
    }
}
