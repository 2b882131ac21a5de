package import Definition
package import Diagnostics
internal import Regulation

/// Which tables there are, which fields they have, and which files a definition asks for.
package enum OutputCatalog {
    /// The names of a table's fields, in the table's own order.
    package static func fields(
        of table: ExportDefinition.Table, _ definition: PipelineDefinition
    ) -> [String] {
        tableFields(of: table, definition).map(\.name)
    }

    /// What is wrong with the definition's own list of files; empty for a definition without one.
    package static func problems(in definition: PipelineDefinition) -> [Diagnostic] {
        var names: Set<String> = []
        return (definition.export.files ?? []).flatMap { file in
            var problems = columnProblems(of: file, definition)
            if !names.insert(file.name).inserted {
                problems.append(
                    Diagnostic(
                        .badValue, at: file.place,
                        "two outputs are called '\(file.name)', expected one of each name",
                        hint: "give one of them another name"))
            }
            return problems
        }
    }

    /// The files of a run: those that the definition lists, else the default outputs.
    ///
    /// - Throws: ``RunFailure`` of kind `definition` where ``problems(in:)`` finds any.
    package static func outputs(
        of definition: PipelineDefinition
    ) throws(RunFailure) -> [PlannedOutput] {
        let ofPayroll = payrollOutputs(of: definition)
        guard let files = definition.export.files else {
            return defaultOutputs(of: definition) + ofPayroll
        }
        let problems = problems(in: definition)
        guard problems.isEmpty else { throw RunFailure(.definition, problems) }
        return ofPayroll
            + files.map { file in
                PlannedOutput(
                    name: file.name, table: file.table, format: .csv,
                    columns: file.columns.isEmpty
                        ? defaultColumns(of: file.table, definition)
                        : chosenColumns(of: file, definition),
                    // Payroll takes cells as they are: an apostrophe would become part of them.
                    isSpreadsheetSafe: file.isSpreadsheetSafe && file.table != .incentive)
            }
    }

    /// A table as a file of its own beside any run, with its own columns.
    package static func alone(
        _ table: ExportDefinition.Table, _ definition: PipelineDefinition
    ) -> PlannedOutput {
        PlannedOutput(
            name: table.rawValue + ".csv", table: table, format: .csv,
            columns: defaultColumns(of: table, definition), isSpreadsheetSafe: true)
    }

    /// The fields of a table; under another law than that of the period the last is ``rulesField``.
    static func tableFields(
        of table: ExportDefinition.Table, _ definition: PipelineDefinition
    ) -> [TableField] {
        ownFields(of: table, definition) + (definition.rules.isAsked ? [rulesField] : [])
    }

    /// Whose law gave the row, where it is not that of the period.
    static let rulesField = TableField("aturan", english: "rules")

    private static func ownFields(
        of table: ExportDefinition.Table, _ definition: PipelineDefinition
    ) -> [TableField] {
        switch table {
        case .results: ResultsTable.fields(of: definition)
        case .unscored: UnscoredTable.fields(of: definition)
        case .units: UnitsTable.fields(of: definition)
        case .rejects: RejectsTable.fields(of: definition)
        case .exclusions: ExclusionsTable.fields(of: definition)
        case .findings: FindingsTable.fields(of: definition)
        case .coverage: CoverageTable.fields(of: definition)
        case .feedback: FeedbackTable.fields(of: definition)
        case .incentive: IncentiveTable.fields(of: definition)
        case .awards: AwardsTable.fields(of: definition)
        case .evaluation: EvaluationTable.fields(of: definition)
        case .monitoring: MonitoringTable.fields(of: definition)
        case .gaps: GapsTable.fields(of: definition)
        case .postings: PostingsTable.fields(of: definition)
        case .sanctions: SanctionsTable.fields(of: definition)
        case .quality: QualityTable.fields(of: definition)
        case .qualityFindings: QualityFindingsTable.fields(of: definition)
        }
    }

    private static func columnProblems(
        of file: ExportDefinition.File, _ definition: PipelineDefinition
    ) -> [Diagnostic] {
        let known = fields(of: file.table, definition)
        var problems = file.columns.filter { !known.contains($0.field) }.map { column in
            Diagnostic(
                .unknownName, at: file.place,
                "'\(column.field)' is no field of the table \(file.table.rawValue)",
                hint: "choose from " + known.joined(separator: ", "))
        }
        if file.table == .incentive,
            (1..<IncentiveTable.leastColumns).contains(file.columns.count)
        {
            problems.append(
                Diagnostic(
                    .badValue, at: file.place,
                    "\(file.table.rawValue) has \(file.columns.count) columns, expected at least "
                        + "\(IncentiveTable.leastColumns): its last row needs them",
                    hint: "add columns, or leave 'columns:' out"))
        }
        return problems
    }

    private static func defaultOutputs(of definition: PipelineDefinition) -> [PlannedOutput] {
        // A run that scores nobody has no results, and nobody in it lacks any.
        guard definition.isScored else {
            let ofQuality: [ExportDefinition.Table] =
                definition.quality == nil ? [] : [.quality, .qualityFindings]
            return ([.rejects, .exclusions, .findings] + ofQuality).map { output($0, definition) }
        }
        var tables: [ExportDefinition.Table] = [
            .results, .unscored, .units, .rejects, .exclusions, .findings, .coverage, .feedback,
            .incentive,
        ]
        if !definition.awards.isEmpty { tables.append(.awards) }
        if definition.satisfactionComponent != nil { tables.append(.evaluation) }
        if !definition.monitored.isEmpty { tables.append(.monitoring) }
        if definition.gaps != nil { tables.append(.gaps) }
        if definition.quality != nil { tables += [.quality, .qualityFindings] }
        var outputs = tables.map { output($0, definition) }
        outputs.insert(
            PlannedOutput(
                name: ExportDefinition.Table.results.rawValue + ".jsonl", table: .results,
                format: .jsonLines, columns: defaultColumns(of: .results, definition),
                isSpreadsheetSafe: false), at: 1)
        return outputs
    }

    /// What payroll reads back: all of the columns, and cells as they are.
    private static func payrollOutputs(of definition: PipelineDefinition) -> [PlannedOutput] {
        guard definition.payroll != nil else { return [] }
        return ExportDefinition.Table.ofPayroll.map { output($0, definition) }
    }

    private static func output(
        _ table: ExportDefinition.Table, _ definition: PipelineDefinition
    ) -> PlannedOutput {
        let isForPayroll = table == .incentive || ExportDefinition.Table.ofPayroll.contains(table)
        return PlannedOutput(
            name: table.rawValue + ".csv", table: table, format: .csv,
            columns: defaultColumns(of: table, definition), isSpreadsheetSafe: !isForPayroll)
    }

    /// The definition's own choice; another law than that of the period is said also where nobody asks.
    private static func chosenColumns(
        of file: ExportDefinition.File, _ definition: PipelineDefinition
    ) -> [ExportDefinition.Column] {
        let name = rulesField.name
        guard definition.rules.isAsked, !file.columns.contains(where: { $0.field == name }) else {
            return file.columns
        }
        return file.columns + [ExportDefinition.Column(heading: name, field: name)]
    }

    private static func defaultColumns(
        of table: ExportDefinition.Table, _ definition: PipelineDefinition
    ) -> [ExportDefinition.Column] {
        tableFields(of: table, definition).filter(\.isDefault).map { field in
            ExportDefinition.Column(heading: field.name, field: field.name)
        }
    }
}
