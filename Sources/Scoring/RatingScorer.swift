internal import Arithmetic
internal import Batches
internal import CivilService
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// Ratings by role from kept rows: pooled over values, raters or aspects.
struct RatingScorer {
    let component: ComponentDefinition
    let method: RatingMethod
    let evidence: EvidenceSet

    /// One rating with its points.
    private struct Rating {
        let rater: String
        /// Folded, so that spellings are one aspect.
        let aspect: String
        let shownAspect: String
        let points: Rational
        let place: Trace.RowPlace
    }

    func points(of subject: Int32, _ trace: inout Trace) -> Rational? {
        var byRole = [[Rating]](repeating: [], count: method.roles.count)
        let roles = method.roles.map { FoldedSpelling.fold($0.name) }
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            var last: Trace.RowPlace?
            for row in source.rows(of: subject) {
                let (file, line) = (store.files[Int(row)], store.lines[Int(row)])
                let isSameLine = last?.file == file && last?.line == line
                let place = Trace.RowPlace(
                    source: name, file: file, line: line,
                    ordinal: isSameLine ? (last?.ordinal ?? 0) + 1 : 0)
                last = place
                collect(store, Int(row), at: place, roles: roles, into: &byRole)
            }
        }
        var mean = WeightedMean()
        var hasOther = false
        for (role, ratings) in zip(method.roles, byRole) {
            let value = roleValue(role, ratings, &trace)
            if value != nil, !method.notAlone.contains(role.name) { hasOther = true }
            mean.add(value, weight: role.weight)
        }
        guard hasOther || method.notAlone.isEmpty else { return nil }
        return mean.value(minimumPresent: component.minimumPresent)
    }

    private func collect(
        _ store: RowStore, _ row: Int, at place: Trace.RowPlace, roles: [String],
        into byRole: inout [[Rating]]
    ) {
        guard let role = store.text(store.column("peran"), row),
            let index = roles.firstIndex(of: FoldedSpelling.fold(role)),
            RowFilter(component.condition, evidence).accepts(store, row),
            let points = store.number(store.column("nilai"), row)
        else { return }
        let aspect = store.text(store.column("aspek"), row) ?? ""
        if !method.aspects.isEmpty {
            let folded = FoldedSpelling.fold(aspect)
            guard method.aspects.contains(where: { FoldedSpelling.fold($0.name) == folded }) else {
                return
            }
        }
        byRole[index].append(
            Rating(
                rater: rater(store, row, source: place.source), aspect: FoldedSpelling.fold(aspect),
                shownAspect: aspect, points: points, place: place))
    }

    /// Who rated: the NIP or the respondent's number; a row that names neither is a rater of its own.
    private func rater(_ store: RowStore, _ row: Int, source: String) -> String {
        if let nip = store.value(store.column("penilai"), row) { return "\(nip)" }
        if let number = store.text(store.column("responden"), row) { return "\(source):\(number)" }
        return "\(source):\(store.files[row]):\(store.lines[row])"
    }

    private func roleValue(
        _ role: RatingMethod.Role, _ ratings: [Rating], _ trace: inout Trace
    ) -> Rational? {
        let raters = Set(ratings.map(\.rater)).count
        return trace.nested { trace -> Rational? in
            for rating in ratings {
                trace.add(
                    Trace.Node(
                        label: rating.shownAspect.isEmpty ? role.name : rating.shownAspect,
                        value: rating.points.traceText, rows: [rating.place]))
            }
            guard raters >= role.minimumRaters, !ratings.isEmpty else { return nil }
            return pooled(ratings)
        } node: { value, children in
            let enough = raters >= role.minimumRaters
            return Trace.Node(
                label: role.name, value: value?.traceText,
                formula: "bobot \(role.weight.exactText), penilai \(raters)"
                    + (enough ? "" : " < \(role.minimumRaters)"),
                children: children)
        }
    }

    private func pooled(_ ratings: [Rating]) -> Rational? {
        switch method.pool {
        case .values:
            return Self.mean(ratings.map(\.points))
        case .raters:
            let groups = Dictionary(grouping: ratings, by: \.rater)
            return Self.mean(groups.values.compactMap { Self.mean($0.map(\.points)) })
        case .aspects:
            let groups = Dictionary(grouping: ratings, by: \.aspect)
            var mean = WeightedMean()
            for (aspect, group) in groups {
                let stated = method.aspects.first { FoldedSpelling.fold($0.name) == aspect }
                mean.add(Self.mean(group.map(\.points)), weight: stated?.weight ?? .one)
            }
            return mean.value(minimumPresent: .zero)
        }
    }

    private static func mean(_ values: [Rational]) -> Rational? {
        var mean = PlainMean()
        for value in values { mean.add(value) }
        return mean.value
    }
}
