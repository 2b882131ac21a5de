package import Arithmetic
package import CivilService
package import DataQuality
package import Regulation

/// Everything a definition file says, checked and with its dated parameters taken at the period's end.
package struct PipelineDefinition: Sendable {
    package struct Publishing: Sendable {
        package let decimals: Int
        package let rounding: Rounding

        package init(decimals: Int, rounding: Rounding) {
            self.decimals = decimals
            self.rounding = rounding
        }

        /// The one rounding of a published figure.
        ///
        /// - Returns: The figure scaled by its decimals; `nil` when it is too large to be printed, as only absurd
        ///   input can make it.
        package func figure(_ exact: Rational) -> Int64? {
            exact.figure(decimals: decimals, rounding)
        }
    }

    package enum NIPCheck: String, Sendable, CaseIterable {
        case anatomy
        case syntax
    }

    package enum Transfers: String, Sendable, CaseIterable {
        case byDays = "by-days"
        case last
    }

    package enum Acting: String, Sendable, CaseIterable {
        case setAside = "set-aside"
        case count
    }

    package struct Exclusion: Sendable {
        package enum Ground: String, Sendable, CaseIterable {
            /// The condition is asked of the post in which the person would be ranked.
            case register
            /// The condition is asked of the person's events before the period's first day.
            case event
        }

        package let ground: Ground
        package let condition: Condition
        package let reason: String
        package let document: String?
    }

    package struct UnscoredReason: Sendable {
        package let missing: Set<String>
        package let code: String
    }

    /// Limits above which a finished run ends with exit code 1.
    package struct WarningLimits: Sendable {
        package var rejectBasisPoints: Int?
        package var findings: Int?

        /// Whether a run of so many rows, rejected rows and findings lies above one of them.
        package func areExceeded(rows: Int, rejected: Int, findings count: Int) -> Bool {
            if let most = rejectBasisPoints, rejected * 10_000 > rows * most { return true }
            return findings.map { count > $0 } ?? false
        }
    }

    package let name: String
    package let title: String
    package let instansi: String
    package let period: AppraisalPeriod
    package let nipCheck: NIPCheck
    package let sources: [SourceDefinition]
    package let aliases: [String: [(spelling: String, kept: String)]]
    package let transfers: Transfers
    package let acting: Acting
    package let exclusions: [Exclusion]
    package let trial: Condition?
    package let finalPublishing: Publishing
    package let componentPublishing: Publishing
    package let usesRoundedComponents: Bool
    package let schemes: [SchemeDefinition]
    /// Components of schemes that are not in force: outputs may name them, and nobody has points in them.
    package let absentComponentIDs: [String]
    package let unscoredReasons: [UnscoredReason]
    package let rank: RankDefinition
    package let feedback: (strength: Rational, weakness: Rational)
    package let awards: [AwardDefinition]
    package let satisfactionComponent: String?
    package let monitored: [String]
    package let gaps: GapDefinition?
    /// What the run keeps for payroll; `nil` where nobody is paid by it.
    package let payroll: PayrollDefinition?
    package let warnings: WarningLimits
    package let export: ExportDefinition
    /// Whether the output tree keeps a copy of the inputs, so that the run can be repeated years later.
    package let keepsInputs: Bool
    /// The law that applies: that of the period's last day unless another was asked for.
    package let rules: RulesApplied
    /// What the run checks and does not change.
    package let audit: AuditRules
    /// By which the quality of the employee master is judged; `nil` where no source is one.
    package let quality: QualityRules?
    /// Dated parameters that entered this run, with citation and status.
    package let parameters: [ParameterUse]
    /// The definition, its tables and parameters as they were read: name below the definition's folder and bytes.
    package let files: [DefinitionFile]

    /// Whether anybody is scored: a definition for payroll may keep attendance alone.
    package var isScored: Bool { !schemes.isEmpty }

    /// The sources in the order in which they are read: references, register, amendments, evidence.
    package var sourcesInReadingOrder: [SourceDefinition] {
        sources.enumerated().sorted { a, b in
            (a.element.kind.readingOrder, a.offset) < (b.element.kind.readingOrder, b.offset)
        }.map(\.element)
    }

    package func source(_ name: String) -> SourceDefinition? {
        sources.first { $0.name == name }
    }

    /// All component ids over all schemes, each once, in order of appearance.
    package var componentIDs: [String] {
        var ids: [String] = []
        for component in schemes.flatMap(\.components) where !ids.contains(component.id) {
            ids.append(component.id)
        }
        return ids
    }

    /// A component by its id, from the first scheme that has it.
    package func component(_ id: String) -> ComponentDefinition? {
        schemes.lazy.flatMap(\.components).first { $0.id == id }
    }

    /// The title of a component id, from the first scheme that has it.
    package func componentTitle(_ id: String) -> String { component(id)?.title ?? id }
}

/// One file that the definition consists of.
package struct DefinitionFile: Sendable, Hashable {
    /// Path relative to the definition's folder.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
