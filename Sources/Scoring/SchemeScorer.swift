internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// What the evidence of some people of one scheme gives; by component of the scheme and by person.
struct SchemeScores {
    enum Fate: UInt8 {
        case ranked
        case unscored
        case outOfRange
        case excludedByComponent
    }

    let people: [Int32]
    /// Exact points as measured.
    var measured: [RationalColumn] = []
    /// Measured points, or what the definition states for missing ones, as published.
    var published: [[Int64]] = []
    /// Where the published points are stated and not measured.
    var isStated: [[Bool]] = []
    var fates: [Fate]
    /// By person, `nil` for those without.
    var finals: RationalColumn
    var publishedFinals: [Int64] = []
    var factors: RationalColumn
    var predikat: [Int16] = []

    init(people: [Int32]) {
        self.people = people
        fates = Array(repeating: .ranked, count: people.count)
        finals = RationalColumn([])
        factors = RationalColumn(repeating: .one, count: people.count)
    }
}

/// The one place where components become a score: weighted mean, factors, published final, predikat.
///
/// It takes many people at once and goes component by component; a single person who is explained
/// is a block of one.
struct SchemeScorer: Sendable {
    let index: Int
    let scheme: SchemeDefinition
    private let definition: PipelineDefinition
    private let components: [ComponentScorer]
    private let factors: [SanctionScorer]
    private let predikat: PredikatScale
    private let predikatNames: [String]
    private let hasNoNumber: Bool

    /// `names`: All predikat of the run.
    init(
        _ index: Int, _ evidence: EvidenceSet, _ statistics: UnitStatistics, names: [String]
    ) {
        self.index = index
        definition = evidence.definition
        scheme = definition.schemes[index]
        hasNoNumber = scheme.hasNoNumber
        components = scheme.components.enumerated().map { position, component in
            ComponentScorer(
                component, at: ComponentPath(scheme: index, component: position), evidence,
                statistics)
        }
        factors = scheme.factors.map { SanctionScorer(factor: $0, evidence: evidence) }
        predikat = PredikatScale(scheme, evidence, names: names)
        predikatNames = names
    }

    /// - Parameters:
    ///   - people: Indexes of people of this scheme.
    ///   - trace: Filled when it is on; then there is one person.
    /// - Returns: Everyone's scores, in the same order.
    func scores(of people: [Int32], _ trace: inout Trace) -> SchemeScores {
        precondition(!trace.isOn || people.count == 1, "one person is explained at a time")
        var scores = SchemeScores(people: people)
        var mean = WeightedMeanColumn(count: people.count)
        for component in components {
            let used = add(component.points(of: people, &trace), of: component, to: &scores)
            mean.add(used, weight: component.definition.weight)
        }
        let weighted = mean.values(minimumPresent: .zero)
        scores.finals = weighted
        for (place, isMissing) in weighted.isMissing.enumerated()
        where isMissing && !hasNoNumber && scores.fates[place] == .ranked {
            scores.fates[place] = .unscored
        }
        for (place, fate) in scores.fates.enumerated() where fate != .ranked {
            scores.finals[place] = nil
        }
        finish(&scores, &trace)
        if trace.isOn, scores.fates[0] == .ranked, !hasNoNumber {
            trace.add(
                Trace.Node(
                    label: "nilai tertimbang", value: weighted[0]?.traceText,
                    formula: "Σ bobot × nilai / Σ bobot yang ada"))
        }
        if trace.isOn, scores.predikat[0] >= 0 {
            trace.add(
                Trace.Node(
                    label: "predikat", value: predikatNames[Int(scores.predikat[0])],
                    formula: predikat.words(
                        final: scores.publishedFinals[0], of: people[0],
                        points: { scores.measured[$0][0] }),
                    basis: scheme.predikatBasis))
        }
        return scores
    }

    /// Keeps a component's points and what their absence means.
    ///
    /// - Returns: What enters the weighted mean: the points, rounded where the definition says so,
    ///   or the stated value.
    private func add(
        _ points: RationalColumn, of component: ComponentScorer, to scores: inout SchemeScores
    ) -> RationalColumn {
        scores.measured.append(points)
        let isMissing = points.isMissing
        var used = points
        if let stated = component.stated { used.fill(with: stated) }
        let publishing = definition.componentPublishing
        scores.published.append(
            used.figures(
                decimals: publishing.decimals, publishing.rounding, absent: Results.absent))
        scores.isStated.append(
            component.stated == nil
                ? Array(repeating: false, count: isMissing.count) : isMissing)
        if component.definition.missing == .unscored || component.definition.missing == .exclude {
            let fate: SchemeScores.Fate =
                component.definition.missing == .exclude ? .excludedByComponent : .unscored
            for (place, isMissing) in isMissing.enumerated()
            where isMissing && scores.fates[place] != .excludedByComponent {
                scores.fates[place] = fate
            }
        }
        return definition.usesRoundedComponents
            ? used.rounded(decimals: publishing.decimals, publishing.rounding) : used
    }

    /// From the weighted means to finals as published and predikat.
    private func finish(_ scores: inout SchemeScores, _ trace: inout Trace) {
        for (factor, stated) in zip(factors, scheme.factors) {
            for (place, person) in scores.people.enumerated()
            where scores.fates[place] == .ranked {
                let value = trace.nested { trace in
                    factor.value(of: person, &trace)
                } node: { value, children in
                    Trace.Node(
                        label: "faktor hukuman disiplin", value: value.traceText,
                        basis: stated.basis, children: children)
                }
                scores.factors.multiply(at: place, by: value)
                scores.finals.multiply(at: place, by: value)
            }
        }
        scores.finals.bound(floor: scheme.floor, cap: scheme.cap)
        let publishing = definition.finalPublishing
        scores.publishedFinals = scores.finals.figures(
            decimals: publishing.decimals, publishing.rounding, absent: Results.absent)
        scores.predikat = Array(repeating: -1, count: scores.people.count)
        for (place, final) in scores.publishedFinals.enumerated()
        where scores.fates[place] == .ranked {
            guard final != Results.absent || hasNoNumber else {
                scores.fates[place] = .outOfRange
                continue
            }
            scores.predikat[place] = predikat.predikat(
                final: final, of: scores.people[place]
            ) { component in
                scores.measured[component][place]
            }
            // Without a number the predikat is the result: nobody is ranked without one.
            if hasNoNumber, scores.predikat[place] < 0 { scores.fates[place] = .unscored }
        }
    }

    /// What keeps a person without score: the components that may not be missing, and all absent
    /// ones where nothing was left to weigh.
    func missing(at place: Int, in scores: SchemeScores) -> [String] {
        let absent = zip(components, scores.measured).filter { $1[place] == nil }.map(\.0)
        let required = absent.filter { $0.definition.missing == .unscored }
        return (required.isEmpty ? absent : required).map(\.definition.id)
    }
}
