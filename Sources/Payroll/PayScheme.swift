package import CivilService
package import Formulas
package import Regulation

/// A pay scheme with the law in force on the last day of one month.
package struct PayScheme: Sendable {
    /// Which evidence each posting must have before its month is paid.
    package enum Evidence: String, Sendable, CaseIterable {
        case none
        /// At least one complete row.
        case any
        /// A complete row for each calendar day.
        case everyDay = "every-day"
    }

    /// What tells how much of the work was done.
    package enum Productivity: String, Sendable, CaseIterable {
        /// Working days with output, of the working days.
        case days
        /// The published final of the run.
        case score
        /// The predikat of the run.
        case predikat
    }

    package enum Trial: String, Sendable, CaseIterable {
        /// Days in a trial unit earn nothing.
        case exclude
        case pay
    }

    /// A part of the allowance.
    package struct Component: Sendable {
        package let line: PayLine
        package let amounts: BesaranTPP
        /// Whether productivity and discipline reduce it.
        package let isMeasured: Bool
        /// Whether it is paid in this month at all.
        package let isInForce: Bool

        package init(line: PayLine, amounts: BesaranTPP, isMeasured: Bool, isInForce: Bool) {
            self.line = line
            self.amounts = amounts
            self.isMeasured = isMeasured
            self.isInForce = isInForce
        }
    }

    /// A tax or contribution on components.
    package struct Deduction: Sendable {
        package let line: PayLine
        package let rates: TarifPotongan
        /// Places of the components whose sum it is on.
        package let base: [Int]
        /// Most rupiah of that sum that count.
        package let ceiling: RuleNumber?
        package let rounding: RuleRounding
        package let isInForce: Bool

        package init(
            line: PayLine, rates: TarifPotongan, base: [Int], ceiling: RuleNumber?,
            rounding: RuleRounding, isInForce: Bool
        ) {
            self.line = line
            self.rates = rates
            self.base = base
            self.ceiling = ceiling
            self.rounding = rounding
            self.isInForce = isInForce
        }
    }

    /// How attendance and work become a share of the allowance.
    package struct Measures: Sendable {
        package let attendance: PotonganKehadiran
        package let share: BagianTPP
        /// Percent by predikat, where that is what counts.
        package let predikat: RuleTable?
        /// Most points of the final that count, where that is what counts.
        package let mostPoints: RuleNumber?

        package init(
            attendance: PotonganKehadiran, share: BagianTPP, predikat: RuleTable?,
            mostPoints: RuleNumber?
        ) {
            self.attendance = attendance
            self.share = share
            self.predikat = predikat
            self.mostPoints = mostPoints
        }
    }

    package let name: String
    package let title: String
    /// Name of the definition whose runs are paid by it.
    package let pipeline: String
    package let month: Month
    package let evidence: Evidence
    package let productivity: Productivity
    package let trial: Trial
    package let measures: Measures
    package let sanctions: HukumanTPP
    package let components: [Component]
    package let deductions: [Deduction]
    /// Of components.
    package let rounding: RuleRounding

    package init(
        name: String, title: String, pipeline: String, month: Month, evidence: Evidence,
        productivity: Productivity, trial: Trial, measures: Measures, sanctions: HukumanTPP,
        components: [Component], deductions: [Deduction], rounding: RuleRounding
    ) {
        self.name = name
        self.title = title
        self.pipeline = pipeline
        self.month = month
        self.evidence = evidence
        self.productivity = productivity
        self.trial = trial
        self.measures = measures
        self.sanctions = sanctions
        self.components = components
        self.deductions = deductions
        self.rounding = rounding
    }

    /// Components first, then deductions, in the order of the file.
    package var lines: [PayLine] { components.map(\.line) + deductions.map(\.line) }
}
