package import Arithmetic
package import CivilService
internal import Diagnostics
internal import Documents

/// The inputs of a rule test, read by name; what is missing, misread or never asked for is reported at its place.
package final class RuleInputs {
    private var map: DocumentMap?
    private let sink: ProblemSink
    private var inner: [RuleInputs] = []

    init(_ node: DocumentNode, name: String, _ sink: ProblemSink) {
        self.sink = sink
        map = DocumentMap(node, name: name, problems: &sink.problems)
    }

    package func number(_ name: String) -> Rational {
        guard let node = map?.required(name, problems: &sink.problems) else { return .zero }
        return number(node, name) ?? .zero
    }

    package func optionalNumber(_ name: String) -> Rational? {
        map?.optional(name).flatMap { number($0, name) }
    }

    /// A list of numbers.
    package func numbers(_ name: String) -> [Rational] {
        guard let node = map?.required(name, problems: &sink.problems) else { return [] }
        guard let items = node.items else {
            wrong(node, "'\(name)' is \(node.kindName), expected a list of numbers")
            return []
        }
        return items.compactMap { number($0, "an item of '\(name)'") }
    }

    /// A map of names to numbers, in the order written.
    package func table(_ name: String) -> [(name: String, value: Rational)] {
        guard let node = map?.required(name, problems: &sink.problems) else { return [] }
        guard let entries = node.entries else {
            wrong(node, "'\(name)' is \(node.kindName), expected a map of numbers")
            return []
        }
        return entries.compactMap { entry in
            number(entry.value, entry.key).map { (entry.key, $0) }
        }
    }

    /// A whole number within `range`.
    package func whole(_ name: String, in range: ClosedRange<Int>) -> Int {
        guard let node = map?.required(name, problems: &sink.problems) else {
            return range.lowerBound
        }
        guard let value = node.text.flatMap({ Int($0) }), range.contains(value) else {
            wrong(
                node,
                "'\(name)' is '\(node.text ?? node.kindName)', expected a whole number "
                    + "\(range.lowerBound)…\(range.upperBound)")
            return range.lowerBound
        }
        return value
    }

    /// A day, yyyy-mm-dd.
    package func date(_ name: String) -> CalendarDate {
        guard let node = map?.required(name, problems: &sink.problems) else {
            return CalendarDate(dayNumber: 0)
        }
        if let date = node.text.flatMap({ CalendarDate(iso: $0) }) { return date }
        wrong(node, "'\(name)' is '\(node.text ?? node.kindName)', expected a day yyyy-mm-dd")
        return CalendarDate(dayNumber: 0)
    }

    package func text(_ name: String) -> String {
        guard let node = map?.required(name, problems: &sink.problems) else { return "" }
        return text(node, name) ?? ""
    }

    package func optionalText(_ name: String) -> String? {
        map?.optional(name).flatMap { text($0, name) }
    }

    /// `true` or `false`; absent is `false`.
    package func flag(_ name: String) -> Bool {
        guard let node = map?.optional(name) else { return false }
        if node.text != "true", node.text != "false" {
            wrong(node, "'\(name)' is '\(node.text ?? node.kindName)', expected true or false")
        }
        return node.text == "true"
    }

    /// A list of maps; none where the key is absent.
    package func list(_ name: String) -> [RuleInputs] {
        guard let node = map?.optional(name) else { return [] }
        guard let items = node.items else {
            wrong(node, "'\(name)' is \(node.kindName), expected a list")
            return []
        }
        let inputs = items.map { RuleInputs($0, name: "an item of '\(name)'", sink) }
        inner += inputs
        return inputs
    }

    /// A map; `nil` where the key is absent.
    package func section(_ name: String) -> RuleInputs? {
        guard let node = map?.optional(name) else { return nil }
        let inputs = RuleInputs(node, name: "'\(name)'", sink)
        inner.append(inputs)
        return inputs
    }

    /// Reports the keys that the formula never asked for.
    func finish() {
        map?.finish(problems: &sink.problems)
        inner.forEach { $0.finish() }
    }

    private func number(_ node: DocumentNode, _ name: String) -> Rational? {
        if let value = node.text.flatMap({ Rational(decimal: $0) }) { return value }
        wrong(node, "'\(name)' is '\(node.text ?? node.kindName)', expected a number")
        return nil
    }

    private func text(_ node: DocumentNode, _ name: String) -> String? {
        if let text = node.text { return text }
        wrong(node, "'\(name)' is \(node.kindName), expected a text")
        return nil
    }

    private func wrong(_ node: DocumentNode, _ message: String) {
        sink.problems.append(Diagnostic(.wrongType, at: node.place, message))
    }
}

/// Where the readers of one test put what is wrong.
final class ProblemSink {
    var problems: [Diagnostic] = []
}
