internal import Arithmetic
internal import CivilService
internal import Definition
package import Evidence

/// Scores one person: scheme, components, factors, predikat.
package struct PersonScorer: Sendable {
    package let evidence: EvidenceSet
    let statistics: UnitStatistics
    /// The definition's schemes in force at the period's end, with their place in the definition.
    private let schemes: [(index: Int, scheme: SchemeDefinition)]

    package init(evidence: EvidenceSet, statistics: UnitStatistics) {
        self.evidence = evidence
        self.statistics = statistics
        let end = evidence.definition.period.last
        schemes = evidence.definition.schemes.enumerated()
            .filter { $0.element.isInForce(on: end) }
            .map { (index: $0.offset, scheme: $0.element) }
    }

    /// `trace`: Filled when it is on.
    /// - Returns: What the person's evidence gives.
    package func score(_ person: Int32, _ trace: inout Trace) -> PersonScore {
        let population = evidence.population
        if population.exclusions[Int(person)] >= 0 { return PersonScore(outcome: .excluded) }
        guard let (index, scheme) = scheme(of: Int(person)) else {
            return PersonScore(outcome: .noScheme)
        }
        var score = PersonScore(outcome: .ranked)
        score.scheme = index
        var mean = WeightedMean()
        var missing: [String] = []
        var excludes = false
        for (position, component) in scheme.components.enumerated() {
            let path = ComponentPath(scheme: index, component: position)
            let points = trace.nested { trace in
                self.points(of: person, component, path, &trace)
            } node: { points, children in
                Trace.Node(
                    label: "\(component.id): \(component.title)", value: points?.traceText,
                    formula: "bobot \(component.weight.exactText) %, \(component.method.name)",
                    children: children)
            }
            score.components.append(points)
            let used = used(points, missing: component.missing)
            score.stated.append(points == nil ? used : nil)
            if used == nil {
                switch component.missing {
                case .unscored: missing.append(component.id)
                case .exclude: excludes = true
                case .reweight, .value: break
                }
            }
            mean.add(used, weight: component.weight)
        }
        if excludes { return PersonScore(outcome: .excludedByComponent, scheme: index) }
        guard missing.isEmpty, let weighted = mean.value(minimumPresent: .zero) else {
            let all = scheme.components.enumerated().filter { score.components[$0.offset] == nil }
            score.outcome = .unscored(missing.isEmpty ? all.map(\.element.id) : missing)
            return score
        }
        finish(&score, weighted: weighted, scheme: scheme, person: person, &trace)
        return score
    }

    private func scheme(of person: Int) -> (index: Int, scheme: SchemeDefinition)? {
        schemes.first { entry in
            entry.scheme.condition?.holds { column in
                evidence.references.personColumn(column, of: person, in: evidence.population)
            } ?? true
        }
    }

    /// What enters the weighted mean: the points, rounded where the definition says so, or the stated value.
    private func used(
        _ points: Rational?, missing: ComponentDefinition.Missing
    ) -> Rational? {
        var value = points
        if value == nil, case .value(let stated) = missing { value = stated }
        guard evidence.definition.usesRoundedComponents, let exact = value else { return value }
        let publishing = evidence.definition.componentPublishing
        return Rational(
            exact.rounded(decimals: publishing.decimals, publishing.rounding),
            over: Int128(FixedPoint.power(publishing.decimals)))
    }

    private func points(
        of person: Int32, _ component: ComponentDefinition, _ path: ComponentPath,
        _ trace: inout Trace
    ) -> Rational? {
        if component.method.subject == .unit {
            return sharedPoints(of: person, component, path, &trace)
        }
        let scorer = MethodScorer(component, evidence)
        if !trace.isOn, let sums = evidence.sums[path] as? any ScoringSums {
            return sums.points(of: person).map { scorer.bounded($0) }
        }
        return scorer.points(of: person, &trace).map { scorer.bounded($0) }
    }

    /// The units' figures weighted by the person's days in each; units without a figure drop out.
    private func sharedPoints(
        of person: Int32, _ component: ComponentDefinition, _ path: ComponentPath,
        _ trace: inout Trace
    ) -> Rational? {
        let population = evidence.population
        var shares: [(unit: Int32, days: Int)] = []
        for posting in population.postings[Int(person)] {
            shares.append((posting.unit, posting.days))
        }
        if evidence.definition.transfers == .last {
            shares = [(population.units[Int(person)], 1)]
        }
        var mean = WeightedMean()
        for share in shares {
            let value = statistics.value(of: share.unit, in: path)
            mean.add(value, weight: Rational(share.days))
            guard trace.isOn else { continue }
            var inner = Trace(isOn: true)
            if share.unit >= 0 {
                _ = UnitStatistics.figure(of: share.unit, component, evidence, &inner)
            }
            let name = share.unit < 0 ? "-" : population.unitNames[Int(share.unit)]
            trace.add(
                Trace.Node(
                    label: "unit \(name)", value: value?.traceText, formula: "\(share.days) hari",
                    children: inner.nodes))
        }
        return mean.value(minimumPresent: component.minimumPresent)
    }

    private func finish(
        _ score: inout PersonScore, weighted: Rational, scheme: SchemeDefinition, person: Int32,
        _ trace: inout Trace
    ) {
        var final = weighted
        for factor in scheme.factors {
            let scorer = SanctionScorer(factor: factor, evidence: evidence)
            let value = trace.nested { trace in
                scorer.value(of: person, &trace)
            } node: { value, children in
                Trace.Node(
                    label: "faktor hukuman disiplin", value: value.traceText, children: children)
            }
            score.factor = score.factor * value
            final = final * value
        }
        if let cap = scheme.cap { final = min(final, cap) }
        if let floor = scheme.floor { final = max(final, floor) }
        score.final = final
        guard let published = evidence.definition.finalPublishing.figure(final) else {
            score.outcome = .outOfRange
            return
        }
        score.published = published
        score.predikat = predikat(of: score, scheme: scheme)
        trace.add(
            Trace.Node(
                label: "nilai tertimbang", value: weighted.traceText,
                formula: "Σ bobot × nilai / Σ bobot yang ada"))
    }

    private func predikat(of score: PersonScore, scheme: SchemeDefinition) -> String? {
        let definition = evidence.definition
        switch scheme.predikat {
        case .none:
            return nil
        case .bands(let bands):
            let published = Rational(
                score.published, over: FixedPoint.power(definition.finalPublishing.decimals))
            return PredikatBand.name(of: published, in: bands)
        case .matrix(let matrix):
            func band(_ axis: PredikatMatrix.Axis) -> String? {
                guard
                    let index = scheme.components.firstIndex(where: { $0.id == axis.component }),
                    let points = score.components[index]
                else { return nil }
                let publishing = definition.componentPublishing
                let published = Rational(
                    points.rounded(decimals: publishing.decimals, publishing.rounding),
                    over: Int128(FixedPoint.power(publishing.decimals)))
                return PredikatBand.name(of: published, in: axis.bands)
            }
            guard let row = band(matrix.rows), let column = band(matrix.columns) else { return nil }
            return matrix.cells[row]?[column]
        }
    }
}
