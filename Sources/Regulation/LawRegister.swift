package import CivilService
package import Diagnostics
internal import Documents

/// All parameters of a regulation folder with all their dated values, by the bytes of their names.
package struct LawRegister: Sendable {
    /// A parameter and the one of its entries that is spoken of.
    package struct Item: Sendable {
        package let parameter: DatedParameter
        package let entry: DatedParameter.Entry
    }

    package let parameters: [DatedParameter]

    /// - Parameter files: Paths and texts of the parameter files of one folder.
    /// - Returns: All parameters.
    /// - Throws: ``RunFailure`` of kind `definition` with every fault of every file.
    package static func read(
        _ files: [(path: String, text: String)]
    ) throws(RunFailure) -> LawRegister {
        var problems: [Diagnostic] = []
        var parameters: [DatedParameter] = []
        for file in files {
            do throws(RunFailure) {
                let parameter = try ParameterFile.read(file.text, file: file.path)
                if file.path != "\(parameter.name).yaml",
                    !file.path.hasSuffix("/\(parameter.name).yaml")
                {
                    problems.append(
                        Diagnostic(
                            .parameterMalformed,
                            at: SourceLocation(file: file.path, line: 1, column: 1),
                            "the file says 'name: \(parameter.name)'",
                            hint: "name the file as the parameter"))
                }
                parameters.append(parameter)
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw RunFailure(.definition, problems) }
        return LawRegister(
            parameters: parameters.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }

    /// The parameters of these names, in the order of the register; all where none is named.
    ///
    /// - Parameters:
    ///   - names: Of parameters, in any order.
    ///   - folder: Of the register, for messages.
    /// - Returns: A register of those alone.
    /// - Throws: ``RunFailure`` of kind `definition` naming each name that nothing has.
    package func selecting(
        _ names: [String], in folder: String
    ) throws(RunFailure) -> LawRegister {
        guard !names.isEmpty else { return self }
        let known = parameters.map(\.name)
        let problems = names.filter { !known.contains($0) }.map { name in
            Diagnostic(
                .unknownName, at: SourceLocation(file: folder),
                "there is no parameter '\(name)' in this folder",
                hint: Similarity.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
        }
        guard problems.isEmpty else { throw RunFailure(.definition, problems) }
        return LawRegister(parameters: parameters.filter { names.contains($0.name) })
    }

    /// What applies on `date`, and apart from it what does not yet or no longer.
    package func on(_ date: CalendarDate) -> LawOnDate {
        var law = LawOnDate(date: date)
        for parameter in parameters {
            if let entry = parameter.entry(on: date) {
                let item = Item(parameter: parameter, entry: entry)
                if entry.value == nil { law.ended.append(item) } else { law.inForce.append(item) }
            } else if let first = parameter.entries.first {
                law.notYet.append(Item(parameter: parameter, entry: first))
            }
        }
        return law
    }
}

/// The law of one day.
package struct LawOnDate: Sendable {
    package let date: CalendarDate
    /// Values that apply on the day.
    package internal(set) var inForce: [LawRegister.Item] = []
    /// Parameters whose first value applies later, with that first entry.
    package internal(set) var notYet: [LawRegister.Item] = []
    /// Parameters that ended on the day or before, with the entry that ended them.
    package internal(set) var ended: [LawRegister.Item] = []

    /// Only the values in force that nobody has confirmed.
    package var unconfirmed: LawOnDate {
        var law = LawOnDate(date: date)
        law.inForce = inForce.filter { $0.entry.status != .confirmed }
        return law
    }

    /// The distinct titles of what is in force, by their bytes, each with the number of its parameters.
    package var regulations: [(title: String, parameters: Int)] {
        Dictionary(grouping: inForce, by: \.entry.citation.title)
            .map { ($0.key, $0.value.count) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
}
