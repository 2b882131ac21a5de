internal import Arithmetic
internal import Definition
internal import Evidence

/// Chooses the method of a component, once per subject.
struct MethodScorer {
    private let component: ComponentDefinition
    private let evidence: EvidenceSet

    init(_ component: ComponentDefinition, _ evidence: EvidenceSet) {
        self.component = component
        self.evidence = evidence
    }

    /// `subject`: Index of the person, or of the unit for components shared by units.
    /// - Returns: `nil` when the evidence is missing.
    func points(of subject: Int32, _ trace: inout Trace) -> Rational? {
        switch component.method {
        case .attainment(let method):
            AttainmentScorer(component, method, evidence).points(of: subject, &trace)
        case .timeliness(let method):
            TimelinessScorer(component: component, method: method, evidence: evidence)
                .points(of: subject, &trace)
        case .rating(let method):
            RatingScorer(component: component, method: method, evidence: evidence)
                .points(of: subject, &trace)
        case .attendance(let method):
            AttendanceScorer(component: component, method: method, evidence: evidence)
                .points(of: subject, &trace)
        case .ikm(let method):
            SurveyScorer(component: component, method: method, evidence: evidence)
                .points(of: subject, &trace)
        case .competency(let method):
            CompetencyScorer(component: component, method: method, evidence: evidence)
                .points(of: subject, &trace)
        case .training(let hours):
            TrainingScorer(component: component, hours: hours, evidence: evidence)
                .points(of: subject, &trace)
        case .unitResult:
            subject < 0 ? nil : evidence.unitResults[Int(subject)]
        }
    }

    /// The component's own bounds; attainment and timeliness bound each row instead.
    func bounded(_ points: Rational) -> Rational {
        switch component.method {
        case .attainment, .timeliness: return points
        default:
            var bounded = points
            if let cap = component.cap { bounded = min(bounded, cap) }
            if let floor = component.floor { bounded = max(bounded, floor) }
            return bounded
        }
    }
}
