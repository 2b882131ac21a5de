internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// The method of a component, chosen once for all subjects.
struct MethodScorer: Sendable {
    private enum Method: Sendable {
        case attainment(AttainmentScorer)
        case timeliness(TimelinessScorer)
        case rating(RatingScorer)
        case attendance(AttendanceScorer)
        case survey(SurveyScorer)
        case competency(CompetencyScorer)
        case training(TrainingScorer)
        case pkg(PKGScorer)
        case ipASN(IPASNScorer)
        case unitResult([Rational?])
        case outcome(OutcomeScorer)
        case angkaKredit(AngkaKreditScorer)
        case gabungan2021(Gabungan2021Scorer)
        case skpPP46(SkpPP46Scorer)
        case skpPP30(SkpPP30Scorer)
    }

    private let method: Method
    /// The component's own bounds; attainment and timeliness bound each row instead.
    private let bounds: (floor: Rational?, cap: Rational?)

    init(_ component: ComponentDefinition, _ evidence: EvidenceSet) {
        var bounds = (floor: component.floor, cap: component.cap)
        switch component.method {
        case .attainment(let method):
            self.method = .attainment(AttainmentScorer(component, method, evidence))
            bounds = (nil, nil)
        case .timeliness(let method):
            self.method = .timeliness(
                TimelinessScorer(component: component, method: method, evidence: evidence))
            bounds = (nil, nil)
        case .rating(let method):
            self.method = .rating(
                RatingScorer(component: component, method: method, evidence: evidence))
        case .attendance(let method):
            self.method = .attendance(
                AttendanceScorer(component: component, method: method, evidence: evidence))
        case .ikm(let method):
            self.method = .survey(
                SurveyScorer(component: component, method: method, evidence: evidence))
        case .competency(let method):
            self.method = .competency(
                CompetencyScorer(component: component, method: method, evidence: evidence))
        case .training(let hours):
            self.method = .training(
                TrainingScorer(component: component, hours: hours, evidence: evidence))
        case .pkg(let method):
            self.method = .pkg(
                PKGScorer(component: component, method: method, evidence: evidence))
        case .ipASN(let method):
            self.method = .ipASN(
                IPASNScorer(component, method, evidence))
        case .unitResult:
            self.method = .unitResult(evidence.unitResults)
        case .outcome(let method):
            self.method = .outcome(OutcomeScorer(component, method, evidence))
        case .angkaKredit(let method):
            self.method = .angkaKredit(AngkaKreditScorer(component, method, evidence))
        case .gabungan2021(let formula):
            self.method = .gabungan2021(Gabungan2021Scorer(component, formula, evidence))
        case .skpPP46(let formula):
            self.method = .skpPP46(
                SkpPP46Scorer(component: component, formula: formula, evidence: evidence))
        case .skpPP30(let formula):
            self.method = .skpPP30(
                SkpPP30Scorer(component: component, formula: formula, evidence: evidence))
        }
        self.bounds = bounds
    }

    /// From rows.
    ///
    /// `subjects`: Indexes of people, or of units for components shared by units.
    /// - Returns: Points by subject, missing where the evidence is.
    func points(of subjects: [Int32], _ trace: inout Trace) -> RationalColumn {
        bounded(RationalColumn(subjects.map { points(of: $0, &trace) }))
    }

    /// From sums, which give the same points.
    func points(of subjects: [Int32], in sums: any ScoringSums) -> RationalColumn {
        bounded(sums.points(of: subjects))
    }

    private func points(of subject: Int32, _ trace: inout Trace) -> Rational? {
        switch method {
        case .attainment(let scorer): scorer.points(of: subject, &trace)
        case .timeliness(let scorer): scorer.points(of: subject, &trace)
        case .rating(let scorer): scorer.points(of: subject, &trace)
        case .attendance(let scorer): scorer.points(of: subject, &trace)
        case .survey(let scorer): scorer.points(of: subject, &trace)
        case .competency(let scorer): scorer.points(of: subject, &trace)
        case .training(let scorer): scorer.points(of: subject, &trace)
        case .outcome(let scorer): scorer.points(of: subject, &trace)
        case .angkaKredit(let scorer): scorer.points(of: subject, &trace)
        case .gabungan2021(let scorer): scorer.points(of: subject, &trace)
        case .pkg(let scorer): scorer.points(of: subject, &trace)
        case .ipASN(let scorer): scorer.points(of: subject, &trace)
        case .unitResult(let results): subject < 0 ? nil : results[Int(subject)]
        case .skpPP46(let scorer): scorer.points(of: subject, &trace)
        case .skpPP30(let scorer): scorer.points(of: subject, &trace)
        }
    }

    private func bounded(_ points: RationalColumn) -> RationalColumn {
        var points = points
        points.bound(floor: bounds.floor, cap: bounds.cap)
        return points
    }
}
