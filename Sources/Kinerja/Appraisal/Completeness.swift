internal import CivilService
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion

/// Compares what was delivered with what the definition expects.
///
/// A delivery counts by its rows: a file that is empty, a heading only, or whose rows are all rejected, repeated,
/// superseded or of another period is as good as none.
struct Completeness {
    let definition: PipelineDefinition
    let inventory: InputInventory
    /// By the inventory's number of the file.
    let accounts: [FileAccount]
    /// The day from which freshness is counted back; never that of a clock.
    let day: CalendarDate

    init(
        _ definition: PipelineDefinition, _ inventory: InputInventory, _ accounts: [FileAccount],
        asOf day: CalendarDate?
    ) {
        self.definition = definition
        self.inventory = inventory
        self.accounts = accounts
        self.day = day ?? definition.period.last
    }

    /// What is missing, in the order of the definition.
    ///
    /// - Throws: ``RunFailure`` of kind `input` where something is missing that the definition does not do without.
    func shortfalls() throws(RunFailure) -> [Shortfall] {
        let shortfalls = definition.sources.flatMap(shortfalls)
        guard shortfalls.contains(where: \.isRefused) else { return shortfalls }
        throw RunFailure(
            .input,
            shortfalls.map { shortfall in
                Diagnostic(
                    shortfall.code, severity: shortfall.isRefused ? .error : .warning,
                    at: shortfall.place, shortfall.message(.english),
                    hint: Shortfall.hint(.english))
            })
    }

    /// What the findings say of it.
    static func findings(
        _ shortfalls: [Shortfall], _ definition: PipelineDefinition
    ) -> [Finding] {
        shortfalls.map { shortfall in
            Finding(
                code: shortfall.code,
                location: SourceLocation(
                    file: definition.files[0].name, line: shortfall.place.line,
                    column: shortfall.place.column),
                person: -1, message: shortfall.message, hint: Shortfall.hint)
        }
    }

    // MARK: One source

    /// What one agency, or a whole source, has delivered.
    private struct Delivery {
        let agency: String?
        var rows = 0
        var newest: CalendarDate?
    }

    private func shortfalls(of source: SourceDefinition) -> [Shortfall] {
        guard let expectation = source.expectation else { return [] }
        func shortfall(
            _ kind: Shortfall.Kind, _ agency: String? = nil, expected: String, found: String
        ) -> Shortfall {
            Shortfall(
                kind: kind, source: source.name, supplier: source.supplier, agency: agency,
                expected: expected, found: found, place: expectation.place,
                isRefused: expectation.missing == .refuse)
        }
        let files = inventory.entries.indices.filter {
            inventory.entries[$0].source == source.name && accounts[$0].countingRows > 0
        }
        var missing: [Shortfall] = []
        if let least = expectation.files, files.count < least {
            missing.append(shortfall(.files, expected: "\(least)", found: "\(files.count)"))
        }
        let earliest = expectation.freshDays.map { day.adding(days: -$0) }
        for delivery in deliveries(of: source, expectation, files) {
            let agency = delivery.agency
            if agency != nil, delivery.rows == 0 {
                missing.append(shortfall(.agency, agency, expected: "1", found: "0"))
                continue
            }
            if let least = expectation.rows, delivery.rows < least {
                missing.append(
                    shortfall(.rows, agency, expected: "\(least)", found: "\(delivery.rows)"))
            }
            if let earliest, delivery.newest.map({ $0 < earliest }) ?? true {
                missing.append(
                    shortfall(
                        .freshness, agency, expected: "\(earliest)",
                        found: delivery.newest.map { "\($0)" } ?? "-"))
            }
        }
        return missing
    }

    private func deliveries(
        of source: SourceDefinition, _ expectation: ExpectationDefinition, _ files: [Int]
    ) -> [Delivery] {
        let names: [String?] = expectation.agencies?.names ?? [nil]
        return names.map { name in
            var delivery = Delivery(agency: name)
            for file in files {
                let rows = rows(of: name, expectation.agencies, in: file)
                guard rows > 0 else { continue }
                delivery.rows += rows
                let captures = inventory.entries[file].captures
                if let day = source.deliveryDay(captures) {
                    delivery.newest = max(delivery.newest ?? day, day)
                }
            }
            return delivery
        }
    }

    private func rows(
        of name: String?, _ agencies: ExpectationDefinition.Agencies?, in file: Int
    ) -> Int {
        guard let name, let agencies else { return accounts[file].countingRows }
        switch agencies.origin {
        case .capture(let capture):
            return inventory.entries[file].captures[capture] == name
                ? accounts[file].countingRows : 0
        case .column: return accounts[file].agencies[name] ?? 0
        }
    }
}
