package import CivilService
package import DataQuality
package import Definition
package import Diagnostics

/// Everything that a finished run knows, as the exports need it; data only.
package struct RunRecord: Sendable {
    package let definition: PipelineDefinition
    package let evidence: EvidenceSet
    package let results: Results
    package let ranking: RankTable
    /// By the run's number of the file.
    package let files: [FileAccount]
    /// By file number, then line.
    package let rejects: [RejectedRow]
    /// By file number: the faults that ``RejectedRow/fault`` points into.
    package let faults: [[FaultNote]]
    package let findings: [Finding]
    package let persons: PersonBalance
    package let monitoring: [MonitoringRow]
    package let gaps: [GapRow]
    /// Unit figures of the satisfaction component, by unit index; published decimals of components.
    package let satisfaction: [Int64?]
    package let previous: PreviousRun?
    /// What payroll is told of the attendance in each posting; `nil` where the definition has no `payroll:`.
    package let attendance: AttendanceTotals?
    /// The quality of the employee master, `nil` where none was delivered.
    package let quality: QualityAssessment?
    /// What was expected and not delivered; empty for a complete run.
    package let shortfalls: [Shortfall]
    /// The last day of delivery that counted; `nil` where everything that was there did.
    package let asOf: CalendarDate?
    /// Twelve hex digits of the run's identity.
    package let runID: String

    /// Something that the definition expects is missing.
    package var isPartial: Bool { !shortfalls.isEmpty }

    package init(
        definition: PipelineDefinition, evidence: EvidenceSet, results: Results,
        ranking: RankTable, files: [FileAccount], rejects: [RejectedRow], faults: [[FaultNote]],
        findings: [Finding], persons: PersonBalance, monitoring: [MonitoringRow],
        gaps: [GapRow], satisfaction: [Int64?], previous: PreviousRun?,
        attendance: AttendanceTotals? = nil, quality: QualityAssessment? = nil,
        shortfalls: [Shortfall] = [], asOf: CalendarDate? = nil, runID: String
    ) {
        self.definition = definition
        self.evidence = evidence
        self.results = results
        self.ranking = ranking
        self.files = files
        self.rejects = rejects
        self.faults = faults
        self.findings = findings
        self.persons = persons
        self.monitoring = monitoring
        self.gaps = gaps
        self.satisfaction = satisfaction
        self.previous = previous
        self.attendance = attendance
        self.quality = quality
        self.shortfalls = shortfalls
        self.asOf = asOf
        self.runID = runID
    }
}

/// A fault of a source as the rejects print it.
package struct FaultNote: Sendable, Hashable {
    /// `V203`.
    package let code: String
    /// The region's own code, or the built-in name.
    package let label: String
    /// Heading of the column in the export, empty for the whole row.
    package let heading: String
    package let expected: Wording

    package init(code: String, label: String, heading: String, expected: Wording) {
        self.code = code
        self.label = label
        self.heading = heading
        self.expected = expected
    }
}

/// Something that a person must look at; nothing was changed because of it.
package struct Finding: Sendable, Hashable {
    package let code: DiagnosticCode
    package let location: SourceLocation
    /// Person index, -1 where the finding is about nobody.
    package let person: Int32
    package let message: Wording
    package let hint: Wording

    package init(
        code: DiagnosticCode, location: SourceLocation, person: Int32, message: Wording,
        hint: Wording
    ) {
        self.code = code
        self.location = location
        self.person = person
        self.message = message
        self.hint = hint
    }
}

/// Distinct valid NIPs of the register and what became of them (design, promise 1).
package struct PersonBalance: Sendable, Hashable {
    package var registered = 0
    package var ranked = 0
    package var unscored = 0
    package var excluded = 0
    package var everyRowRejected = 0
    package var everyRowSetAside = 0

    package init() {}

    package var isBalanced: Bool {
        registered == ranked + unscored + excluded + everyRowRejected + everyRowSetAside
    }
}

/// One line of `pemantauan.csv`: what one file contributed to one indicator or aspect of a component.
package struct MonitoringRow: Sendable, Hashable {
    package let component: String
    package let file: Int32
    package let item: String
    package let rows: Int
    /// Mean in published decimals of components, `nil` where nothing could be measured.
    package let mean: Int64?

    package init(component: String, file: Int32, item: String, rows: Int, mean: Int64?) {
        self.component = component
        self.file = file
        self.item = item
        self.rows = rows
        self.mean = mean
    }
}

/// One line of `kesenjangan.csv`: one competency that a person's post requires.
package struct GapRow: Sendable, Hashable {
    package let person: Int32
    package let competency: String
    package let required: Int64
    /// `nil`: never judged.
    package let held: Int64?
    /// Training recommended for the competency, empty where the level suffices or none is known.
    package let recommended: String
    /// Training taken in the period for the competency, joined by "; ".
    package let taken: String

    package init(
        person: Int32, competency: String, required: Int64, held: Int64?, recommended: String,
        taken: String
    ) {
        self.person = person
        self.competency = competency
        self.required = required
        self.held = held
        self.recommended = recommended
        self.taken = taken
    }
}

/// What an earlier run published, read back after its hashes were checked.
package struct PreviousRun: Sendable {
    package let runID: String
    package let period: AppraisalPeriod
    /// Unit → mean of the finals and satisfaction, as printed.
    package let units: [String: (mean: String, satisfaction: String)]
    /// "nip|competency" → level held, as printed.
    package let held: [String: String]
    /// Index of data quality by extent and unit, as printed.
    package let quality: [String: String]

    package init(
        runID: String, period: AppraisalPeriod,
        units: [String: (mean: String, satisfaction: String)], held: [String: String],
        quality: [String: String] = [:]
    ) {
        self.runID = runID
        self.period = period
        self.units = units
        self.held = held
        self.quality = quality
    }
}
