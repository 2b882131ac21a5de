package import Arithmetic
package import Definition
package import Evidence
package import Plan

/// Sums that give a component's points without its rows.
package protocol ScoringSums: SumFold {
    /// The points of people, missing where the evidence is; asked once for a whole block of them.
    func points(of people: [Int32]) -> RationalColumn
}

/// Decides which components need only sums.
package enum ScoringSumsFactory {
    /// `people`: Those that the sums are for; rows of others must not be folded.
    /// - Returns: `nil` when the method needs its rows whole.
    package static func sums(
        for component: ComponentDefinition, plan: SourcePlan, indicators: IndicatorTable,
        definition: PipelineDefinition, people: Range<Int>
    ) -> (any ScoringSums)? {
        guard component.condition == nil, component.sources.count == 1,
            component.method.subject == .person,
            // Which rows are refused is known only when all have been read: sums cannot take them back.
            plan.source.duplicates == .first
        else { return nil }
        switch component.method {
        case .attainment(let method):
            return AttainmentSums(
                method, plan: plan, indicators: indicators, people: people)
        case .rating(let method):
            return RatingSums(
                method, plan: plan, definition: definition, component: component,
                people: people)
        case .attendance(let method):
            return AttendanceSums(method, plan: plan, people: people)
        default:
            return nil
        }
    }
}
