package import CivilService
package import Diagnostics
internal import Documents

/// The values of law in force on one date, read from their files when first asked for.
///
/// It remembers which values were read and what was wrong with them, so that a definition or a rule test shows all
/// faults at once and a result can cite all that entered it.
package final class RuleBook {
    package let date: CalendarDate
    package private(set) var uses: [ParameterUse] = []
    package private(set) var problems: [Diagnostic] = []
    private let read: (String) -> (text: String, file: String)?
    private let supposition: Supposition?
    private var known: [String: Rule?] = [:]

    /// - Parameters:
    ///   - date: The day whose law applies.
    ///   - supposition: Values put in place of the law.
    ///   - read: The text of a parameter's file, and the file, by the parameter's name.
    package init(
        date: CalendarDate, supposition: Supposition? = nil,
        read: @escaping (String) -> (text: String, file: String)?
    ) {
        self.date = date
        self.supposition = supposition
        self.read = read
    }

    /// The same law on another day; what is read there is not counted here.
    package func on(_ day: CalendarDate) -> RuleBook {
        RuleBook(date: day, supposition: supposition, read: read)
    }

    /// The value in force of the parameter `name`.
    ///
    /// `place` is where somebody asks for it.
    /// - Returns: `nil`, with a problem reported, where there is no such parameter or nothing is in force.
    package func rule(_ name: String, askedAt place: SourceLocation) -> Rule? {
        if let rule = known[name] { return rule }
        let rule = find(name, askedAt: place)
        known[name] = rule
        if let rule { uses.append(rule.use) }
        return rule
    }

    package func report(_ problem: Diagnostic) { problems.append(problem) }

    private func find(_ name: String, askedAt place: SourceLocation) -> Rule? {
        guard let parameter = parameter(name, askedAt: place) else { return nil }
        if let value = supposition?.values[name], let supposition {
            return Rule(
                unit: parameter.unit, value: value,
                use: ParameterUse(
                    name: name, effective: date,
                    citation: Citation(title: supposition.title, article: nil, published: nil),
                    status: .supposed))
        }
        guard let entry = parameter.entry(on: date) else {
            let first = parameter.entries.first.map { ", the first is of \($0.effective)" } ?? ""
            report(
                Diagnostic(
                    .parameterNotInForce, at: place,
                    "the parameter '\(name)' has no value in force on \(date)\(first)"))
            return nil
        }
        guard let value = entry.value else {
            report(
                Diagnostic(
                    .parameterNotInForce, at: place,
                    "the parameter '\(name)' has no value in force on \(date): it ended on "
                        + "\(entry.effective) (\(entry.citation))"))
            return nil
        }
        return Rule(
            unit: parameter.unit, value: value,
            use: ParameterUse(
                name: name, effective: entry.effective, citation: entry.citation,
                status: entry.status, note: entry.note))
    }

    /// The parameter with all its dated values.
    ///
    /// - Returns: `nil`, with a problem reported, where its file is missing or malformed.
    package func parameter(
        _ name: String, askedAt place: SourceLocation
    ) -> DatedParameter? {
        guard let found = read(name) else {
            report(
                Diagnostic(
                    .unknownName, at: place,
                    "no file of the parameter '\(name)' in the regulation folder",
                    hint: "add \(name).yaml to a folder named by 'regulation:'"))
            return nil
        }
        do throws(RunFailure) {
            let parameter = try ParameterFile.read(found.text, file: found.file)
            if parameter.name != name {
                report(
                    Diagnostic(
                        .parameterMalformed,
                        at: SourceLocation(file: found.file, line: 1, column: 1),
                        "the file of '\(name)' says 'name: \(parameter.name)'",
                        hint: "name the file as the parameter"))
            }
            return parameter
        } catch {
            error.diagnostics.forEach(report)
            return nil
        }
    }
}
