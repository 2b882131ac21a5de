internal import Arithmetic
internal import Diagnostics
internal import Documents

extension DefinitionReading {
    func attainment(
        _ map: inout DocumentMap, _ limits: RowLimits, _ context: SchemeContext
    ) -> AttainmentMethod {
        let subject: Subject? = choice(map.optional("subject"), "'subject'")
        let indicators = texts(map.optional("indicators"), "'indicators'")
        let weights = indicatorWeights(map.optional("indicator_weights"), context)
        let mean = attainmentMean(map.optional("mean"))
        let lower: AttainmentMethod.Lower? = choice(map.optional("lower"), "'lower'")
        if let range = map.optional("range"), range.text != "nearest-end" {
            report(.badValue, range.place, "'range' must be nearest-end")
        }
        var rounding: AttainmentMethod.RowRounding?
        if let node = map.optional("row_rounding"), let publishing = publishing(node) {
            rounding = .init(decimals: publishing.decimals, rounding: publishing.rounding)
        }
        return AttainmentMethod(
            subject: subject ?? .person, indicators: indicators, weights: weights, mean: mean,
            lower: lower ?? .targetByResult, rowRounding: rounding, cap: limits.cap,
            floor: limits.floor)
    }

    private func indicatorWeights(
        _ node: DocumentNode?, _ context: SchemeContext
    ) -> AttainmentMethod.Weights {
        let hasBobot = context.sources.values.contains {
            $0.kind == .indicator && $0.column("bobot") != nil
        }
        guard let node else { return hasBobot ? .bobot : .equal }
        if node.entries != nil {
            var weights: [String: Rational] = [:]
            for (code, weight) in numbers(node, "'indicator_weights'") { weights[code] = weight }
            return .listed(weights)
        }
        switch node.text {
        case "equal": return .equal
        case "bobot":
            if !hasBobot {
                report(.badValue, node.place, "no indicator source maps 'bobot'")
            }
            return .bobot
        default:
            report(.badValue, node.place, "'indicator_weights' must be bobot, equal or a map")
            return .equal
        }
    }

    private func attainmentMean(_ node: DocumentNode?) -> AttainmentMethod.Mean {
        guard let node else { return .levels([.month, .indicator]) }
        if node.text == "rows" { return .rows }
        let levels: [AttainmentMethod.Level] = list(node, "'mean'").compactMap {
            choice($0, "a level of 'mean'")
        }
        if levels.last != .indicator || Set(levels).count != levels.count {
            report(
                .badValue, node.place,
                "'mean' must be rows, or levels from the inside out that "
                    + "end in indikator")
        }
        return .levels(levels)
    }

    func timeliness(_ map: inout DocumentMap, _ limits: RowLimits) -> TimelinessMethod {
        let perDay = rational(required(&map, "per_day"), "'per_day'")
        var undone: Rational?
        if let node = map.optional("undone"), node.text != "missing",
            var inner = self.map(node, "'undone'")
        {
            undone = rational(required(&inner, "value"), "'value'")
            finish(inner)
        }
        return TimelinessMethod(
            perDay: perDay ?? .zero, floor: limits.floor ?? .zero, undone: undone)
    }

    func rating(_ map: inout DocumentMap) -> RatingMethod {
        let subject: Subject? = choice(map.optional("subject"), "'subject'")
        let rolesNode = required(&map, "roles")
        let roles = (rolesNode?.entries ?? []).compactMap { entry -> RatingMethod.Role? in
            guard entry.value.entries != nil else {
                return rational(entry.value, "'\(entry.key)'").map {
                    .init(name: entry.key, weight: $0, minimumRaters: 1)
                }
            }
            guard var inner = self.map(entry.value, "the role '\(entry.key)'") else { return nil }
            let weight = rational(required(&inner, "weight"), "'weight'")
            let raters = integer(inner.optional("raters"), "'raters'", in: 1...1_000) ?? 1
            finish(inner)
            return weight.map { .init(name: entry.key, weight: $0, minimumRaters: raters) }
        }
        if let rolesNode, roles.isEmpty {
            report(.wrongType, rolesNode.place, "'roles' maps roles to weights, found none")
        }
        let notAloneNode = map.optional("not_alone")
        let notAlone = texts(notAloneNode, "'not_alone'")
        for name in notAlone where !roles.contains(where: { $0.name == name }) {
            report(
                .unknownName, notAloneNode?.place ?? map.place, "'\(name)' is no role here")
        }
        let pool: RatingMethod.Pool? = choice(map.optional("pool"), "'pool'")
        return RatingMethod(
            subject: subject ?? .person, roles: roles, notAlone: notAlone,
            aspects: aspects(map.optional("aspects")), pool: pool ?? .values)
    }

    private func aspects(_ node: DocumentNode?) -> [(name: String, weight: Rational)] {
        guard let node else { return [] }
        if node.entries != nil {
            return numbers(node, "'aspects'").map { (name: $0.name, weight: $0.value) }
        }
        return texts(node, "'aspects'").map { (name: $0, weight: .one) }
    }

    func attendance(_ map: inout DocumentMap) -> AttendanceMethod {
        let start = rational(map.optional("start"), "'start'") ?? Rational(100)
        let deductions = list(required(&map, "deduct"), "'deduct'").compactMap(deduction)
        let mean: AttendanceMethod.Mean? = choice(map.optional("mean"), "'mean'")
        return AttendanceMethod(
            start: start, deductions: deductions,
            dailyCap: rational(map.optional("daily_cap"), "'daily_cap'"),
            monthFloor: rational(map.optional("month_floor"), "'month_floor'"),
            mean: mean ?? .period)
    }

    private func deduction(_ node: DocumentNode) -> AttendanceMethod.Deduction? {
        guard var map = map(node, "a deduction") else { return nil }
        let columnNode = required(&map, "column")
        let points = rational(map.optional("points"), "'points'")
        let per = text(map.optional("per"), "'per'")
        let bandsNode = map.optional("bands")
        let values = map.optional("values")
        finish(map)
        guard let columnNode, let column = text(columnNode, "'column'") else { return nil }
        for name in [column, per].compactMap({ $0 }) where Kind.attendance.column(name) == nil {
            report(.unknownName, columnNode.place, "attendance has no column '\(name)'")
        }
        let amounts: [AttendanceMethod.Deduction.Amount?] = [
            points.map { .points($0, per: per) },
            bandsNode.map { .bands(attendanceBands($0)) },
            values.map { node in
                .words(numbers(node, "'values'").map { (word: $0.name, points: $0.value) })
            },
        ]
        let stated = amounts.compactMap { $0 }
        guard stated.count == 1 else {
            report(
                .badValue, node.place, "a deduction has exactly one of 'points', 'bands', 'values'")
            return nil
        }
        return AttendanceMethod.Deduction(column: column, amount: stated[0])
    }

    private func attendanceBands(_ node: DocumentNode) -> [AttendanceMethod.Band] {
        var bands: [AttendanceMethod.Band] = []
        for item in list(node, "'bands'") {
            guard var map = map(item, "a band") else { continue }
            let from = integer(required(&map, "from"), "'from'", in: 0...100_000)
            let points = rational(required(&map, "points"), "'points'")
            finish(map)
            guard let from, let points else { continue }
            if let last = bands.last, last.from >= Int64(from) {
                report(.impossibleScale, item.place, "the bands must ascend by 'from'")
            }
            bands.append(.init(from: Int64(from), points: points))
        }
        return bands
    }

    /// `{ decimals: 2, rounding: half-up }`.
    func publishing(_ node: DocumentNode?) -> PipelineDefinition.Publishing? {
        guard let node, var map = map(node, "the rounding") else { return nil }
        let decimals = integer(required(&map, "decimals"), "'decimals'", in: 0...6)
        let rounding: Rounding? = choice(map.optional("rounding"), "'rounding'")
        finish(map)
        return decimals.map { .init(decimals: $0, rounding: rounding ?? .halfUp) }
    }
}
