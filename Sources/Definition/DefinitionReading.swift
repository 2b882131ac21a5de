internal import Arithmetic
internal import CivilService
internal import Diagnostics
internal import Documents
internal import Regulation

/// The faults found so far while a definition is read, and the readers of single values.
///
/// Every reader answers `nil` after reporting what was found and what was expected, so that one pass shows all faults.
final class DefinitionReading {
    var problems: [Diagnostic] = []
    let period: AppraisalPeriod
    /// The law that is being read with.
    var book: RuleBook
    /// What was put in the place of each `{ parameter: }`, by the place of the value in its own file.
    var bases: [SourceLocation: RuleBasis] = [:]

    init(period: AppraisalPeriod, book: RuleBook) {
        self.period = period
        self.book = book
    }

    func report(
        _ code: DiagnosticCode, _ place: SourceLocation, _ message: String, hint: String? = nil
    ) {
        problems.append(Diagnostic(code, at: place, message, hint: hint))
    }

    func map(_ node: DocumentNode?, _ name: String) -> DocumentMap? {
        guard let node else { return nil }
        return DocumentMap(node, name: name, problems: &problems)
    }

    func required(_ map: inout DocumentMap, _ key: String) -> DocumentNode? {
        map.required(key, problems: &problems)
    }

    func finish(_ map: DocumentMap) {
        map.finish(problems: &problems)
    }

    func text(_ node: DocumentNode?, _ name: String) -> String? {
        guard let node else { return nil }
        guard let text = node.text, !text.isEmpty else {
            report(.wrongType, node.place, "\(name) is \(node.kindName), expected a text")
            return nil
        }
        return text
    }

    func list(_ node: DocumentNode?, _ name: String) -> [DocumentNode] {
        guard let node else { return [] }
        guard let items = node.items else {
            report(
                .wrongType, node.place, "\(name) is \(node.kindName), expected a list",
                hint: "write [a, b] or one '- item' a line")
            return []
        }
        return items
    }

    /// The entries of a map whose keys are names of the definition's own.
    func entries(_ node: DocumentNode?, _ name: String) -> [DocumentNode.Entry] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            report(.wrongType, node.place, "\(name) is \(node.kindName), expected a map")
            return []
        }
        return entries
    }

    /// A list of texts; one text counts as a list of one.
    func texts(_ node: DocumentNode?, _ name: String) -> [String] {
        guard let node else { return [] }
        if let text = node.text { return [text] }
        return list(node, name).compactMap { item in
            guard let text = item.text else {
                report(.wrongType, item.place, "an item of \(name) is \(item.kindName), not a text")
                return nil
            }
            return text
        }
    }

    func flag(_ node: DocumentNode?, _ name: String) -> Bool? {
        guard let node else { return nil }
        switch node.text {
        case "true", "yes", "ya": return true
        case "false", "no", "tidak": return false
        default:
            report(
                .wrongType, node.place, "\(name) is '\(node.text ?? node.kindName)', not a flag",
                hint: "write true or false")
            return nil
        }
    }

    func integer(_ node: DocumentNode?, _ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard let value = node.text.flatMap(Int.init), range.contains(value) else {
            report(
                .badValue, node.place,
                "\(name) is '\(node.text ?? node.kindName)', expected a whole number "
                    + "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return value
    }

    /// A decimal or a fraction such as `1/9`.
    func rational(_ node: DocumentNode?, _ name: String) -> Rational? {
        guard let node else { return nil }
        guard let value = node.text.flatMap({ Rational(decimal: $0) }) else {
            report(
                .wrongType, node.place,
                "\(name) is '\(node.text ?? node.kindName)', expected a number",
                hint: "write the decimals after a point")
            return nil
        }
        return value
    }

    /// `5 %` in hundredths of a percent.
    func basisPoints(_ node: DocumentNode?, _ name: String) -> Int? {
        guard let node else { return nil }
        let text = (node.text ?? "").filter { $0 != " " }
        guard text.hasSuffix("%"), let percent = Rational(decimal: String(text.dropLast())),
            percent.signum >= 0, percent <= Rational(100)
        else {
            report(
                .badValue, node.place,
                "\(name) is '\(node.text ?? node.kindName)', expected a percentage such as 1 %")
            return nil
        }
        return Int(percent.rounded(decimals: 2, .down))
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: DocumentNode?, _ name: String
    ) -> Choice? where Choice.RawValue == String {
        guard let node else { return nil }
        if let choice = node.text.flatMap(Choice.init(rawValue:)) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            .badValue, node.place,
            "\(name) is '\(node.text ?? node.kindName)', expected one of: "
                + known.joined(separator: ", "),
            hint: Similarity.nearest(to: node.text ?? "", among: known)
                .map { "did you mean '\($0)'?" })
        return nil
    }

    func date(_ node: DocumentNode?, _ name: String) -> CalendarDate? {
        guard let node else { return nil }
        guard let date = node.text.flatMap({ CalendarDate(iso: $0) }) else {
            report(
                .badValue, node.place,
                "\(name) is '\(node.text ?? node.kindName)', expected a date yyyy-mm-dd")
            return nil
        }
        return date
    }

    /// One byte written as one character.
    func byte(_ node: DocumentNode?, _ name: String) -> UInt8? {
        guard let node else { return nil }
        guard let bytes = node.text.map({ Array($0.utf8) }), bytes.count == 1, bytes[0] >= 0x20,
            bytes[0] < 0x7F
        else {
            report(.badValue, node.place, "\(name) must be one ASCII character")
            return nil
        }
        return bytes[0]
    }
}
