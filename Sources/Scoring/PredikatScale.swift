internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// The predikat of a scheme, with every border as the least published figure that reaches it.
struct PredikatScale: Sendable {
    private enum Rule: Sendable {
        case none
        case bands(Borders, names: [Int16], conditions: [Condition])
        case matrix(row: Axis, column: Axis, names: [[Int16]])
    }

    private struct Axis: Sendable {
        /// Place of the component in the scheme, `nil` where the scheme has none of that id.
        let component: Int?
        let bands: [PredikatBand]
        let borders: Borders
    }

    /// A band that only people with a certain fact are given.
    private struct Condition: Sendable {
        /// Place of the band.
        let band: Int
        let fact: PersonFact
    }

    private let rule: Rule
    private let scheme: SchemeDefinition
    private let publishing: PipelineDefinition.Publishing
    private let finalDecimals: Int

    /// `names`: All predikat of the run; a predikat is its place among them.
    init(_ scheme: SchemeDefinition, _ evidence: EvidenceSet, names: [String]) {
        let definition = evidence.definition
        self.scheme = scheme
        finalDecimals = definition.finalPublishing.decimals
        func place(_ name: String?) -> Int16 {
            Int16(name.flatMap { names.firstIndex(of: $0) } ?? -1)
        }
        func axis(_ axis: PredikatMatrix.Axis) -> Axis {
            Axis(
                component: scheme.components.firstIndex { $0.id == axis.component },
                bands: axis.bands,
                borders: Borders(
                    axis.bands, .halfOpen, decimals: definition.componentPublishing.decimals))
        }
        publishing = definition.componentPublishing
        switch scheme.predikat {
        case .none: rule = .none
        case .bands(let bands, let gap, let conditions):
            rule = .bands(
                Borders(bands, gap, decimals: definition.finalPublishing.decimals),
                names: bands.map { place($0.name) },
                conditions: conditions.compactMap { condition in
                    bands.firstIndex { $0.name == condition.predikat }.map {
                        Condition(band: $0, fact: PersonFact(condition, evidence))
                    }
                })
        case .matrix(let matrix):
            rule = .matrix(
                row: axis(matrix.rows), column: axis(matrix.columns),
                names: matrix.rows.bands.map { row in
                    matrix.columns.bands.map { place(matrix.cells[row.name]?[$0.name]) }
                })
        }
    }

    /// - Parameters:
    ///   - final: As published.
    ///   - person: Asked for the facts that a predikat needs besides its score.
    ///   - points: The measured points of the person by component of the scheme, exact.
    /// - Returns: Place of the predikat among the names, -1 where there is none.
    func predikat(final: Int64, of person: Int32, points: (Int) -> Rational?) -> Int16 {
        switch rule {
        case .none: return -1
        case .bands(let borders, let names, let conditions):
            guard var band = borders.band(of: final) else { return -1 }
            while band < names.count - 1,
                conditions.contains(where: { $0.band == band && !$0.fact.holds(for: person) })
            {
                band += 1
            }
            return names[band]
        case .matrix(let row, let column, let names):
            guard let row = band(on: row, points), let column = band(on: column, points) else {
                return -1
            }
            return names[row][column]
        }
    }

    /// How a person came to the predikat, for `explain`; the parameters are those of ``predikat(final:of:points:)``.
    func words(final: Int64, of person: Int32, points: (Int) -> Rational?) -> String? {
        switch (rule, scheme.predikat) {
        case (.bands(let borders, _, let conditions), .bands(let bands, let gap, _)):
            guard let reached = borders.band(of: final) else { return nil }
            let figure = FixedPoint.text(final, decimals: finalDecimals)
            let published = Rational(
                Int128(final), over: Int128(FixedPoint.power(finalDecimals)))
            let asked = gap.asked(published)
            var words = figure
            if asked != published { words += " dibulatkan menjadi \(asked.exactText)," }
            words += bands[reached].from.map { " dari \($0.exactText)" } ?? ""
            for condition in conditions
            where condition.band == reached && !condition.fact.holds(for: person) {
                words += "; \(bands[reached].name) memerlukan data yang tidak ada"
            }
            return words
        case (.matrix(let row, let column, _), .matrix(let matrix)):
            guard let first = band(on: row, points), let second = band(on: column, points) else {
                return nil
            }
            return "\(matrix.rows.component) \(matrix.rows.bands[first].name) × "
                + "\(matrix.columns.component) \(matrix.columns.bands[second].name)"
        default: return nil
        }
    }

    private func band(on axis: Axis, _ points: (Int) -> Rational?) -> Int? {
        guard let component = axis.component, let exact = points(component) else { return nil }
        let (decimals, rounding) = (publishing.decimals, publishing.rounding)
        if let figure = exact.figure(decimals: decimals, rounding) {
            return axis.borders.band(of: figure)
        }
        // Points too large to be printed still lie in a band.
        let published = Rational(
            exact.rounded(decimals: decimals, rounding),
            over: Int128(FixedPoint.power(decimals)))
        return axis.bands.firstIndex { band in band.from.map { published >= $0 } ?? true }
    }
}

/// The borders of bands among figures of so many decimals.
private struct Borders: Sendable {
    /// By band: the least figure that reaches it.
    private let least: [Int128]

    init(_ bands: [PredikatBand], _ gap: BandGap, decimals: Int) {
        let scale = Rational(Int(FixedPoint.power(decimals)))
        // Figures are of 64 bits: what lies beyond is reached by all or by none of them.
        let end = Int128(1) << 64
        least = bands.map { band in
            guard let from = band.from else { return .min }
            let border = from * scale
            if border < Rational(-end, over: 1) { return .min }
            if border > Rational(end, over: 1) { return .max }
            return gap.leastScore(at: from, decimals: decimals).rounded(decimals: 0, .down)
        }
    }

    func band(of figure: Int64) -> Int? {
        for (band, border) in least.enumerated() where Int128(figure) >= border { return band }
        return nil
    }
}
