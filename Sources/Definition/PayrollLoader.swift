internal import CivilService
internal import Diagnostics
internal import Documents
internal import Formulas
internal import Spelling

/// Reads `payroll`.
struct PayrollLoader {
    let reading: DefinitionReading
    let sources: [String: SourceDefinition]

    func load(_ node: DocumentNode?) -> PayrollDefinition? {
        guard let node, var map = reading.map(node, "'payroll'") else { return nil }
        if reading.period.length != .month {
            reading.report(
                .wrongPeriod, node.place,
                "'payroll' keeps what a month is paid by, but the run is for '\(reading.period)'",
                hint: "give --period as 2025-07")
        }
        let attendance = names(map.optional("attendance"), "'attendance'", of: .attendance)
        let statusNode = map.optional("status")
        let statuses = statuses(statusNode)
        let monthly: PayrollDefinition.MonthlyRows? = reading.choice(
            map.optional("monthly"), "'monthly'")
        let sanctions = names(map.optional("sanctions"), "'sanctions'", of: .sanction)
        reading.finish(map)
        let mapped = attendance.compactMap { sources[$0] }
        if statusNode == nil, mapped.contains(where: { $0.maps("status") }) {
            reading.report(
                .missingKey, node.place,
                "a source of 'attendance' maps 'status', and 'payroll' has no 'status' that says "
                    + "what its words mean")
        }
        return PayrollDefinition(
            attendance: attendance, statuses: statuses, monthlyRows: monthly ?? .ownUnit,
            sanctions: sanctions,
            classes: mapped.contains(where: \.statesMinutesOnly) ? classes(node) : nil)
    }

    private func names(_ node: DocumentNode?, _ name: String, of kind: Kind) -> [String] {
        let names = reading.texts(node, name)
        let known = sources.values.filter { $0.kind == kind }.map(\.name).sorted()
        for text in names where !known.contains(text) {
            reading.report(
                .unknownName, node?.place ?? SourceLocation(file: ""),
                "\(name) of 'payroll' names '\(text)', which is no source of kind '\(kind.rawValue)'",
                hint: Similarity.nearest(to: text, among: known).map { "did you mean '\($0)'?" })
        }
        return names
    }

    private func statuses(_ node: DocumentNode?) -> [String: PayrollDefinition.DayStatus] {
        guard let node, var map = reading.map(node, "'status'") else { return [:] }
        let lists: [(PayrollDefinition.DayStatus, DocumentNode?)] = [
            (.present, map.optional("hadir")), (.absent, map.optional("alpa")),
            (.other, map.optional("lain")), (.free, map.optional("libur")),
        ]
        reading.finish(map)
        var statuses: [String: PayrollDefinition.DayStatus] = [:]
        for (status, list) in lists {
            for word in reading.texts(list, "'\(status.rawValue)'") {
                let known = statuses.updateValue(status, forKey: FoldedSpelling.fold(word))
                if known != nil {
                    reading.report(
                        .badValue, list?.place ?? node.place,
                        "the status '\(word)' stands twice, expected one meaning")
                }
            }
        }
        return statuses
    }

    /// The classes by the dated tables of law.
    private func classes(_ node: DocumentNode) -> (late: DelayClasses, early: DelayClasses) {
        let rules = reading.rules(at: node.place)
        let late = KelasKeterlambatan(rules)
        let early = KelasKeterlambatan(rules, "kelas-pulang-awal")
        return (DelayClasses(late.place(of:)), DelayClasses(early.place(of:)))
    }
}

extension SourceDefinition {
    fileprivate func maps(_ column: String) -> Bool { columns.contains { $0.name == column } }

    /// Whether the rows state minutes late or early, and not the classes that they are in.
    fileprivate var statesMinutesOnly: Bool {
        (maps("terlambat") && !maps("tl1")) || (maps("pulang_awal") && !maps("psw1"))
    }
}
