package import Arithmetic
package import Batches
internal import Definition
internal import Evidence
internal import Plan

/// Σ weight × points and Σ weight of each person, for attainment whose rows are rounded one by one.
package struct AttainmentSums: ScoringSums {
    private let formula: AttainmentFormula
    private let indicators: IndicatorTable
    /// Weights as whole numbers over one common denominator.
    private let weights: [Int64]
    private let scale: Int64
    /// What targets and realisations are divided by.
    private let denominator: Int64
    private let decimals: Int
    /// The least points that half of 64 bits hold, scaled.
    private let least: Rational
    /// The method's cap in scaled points, for the straight path.
    private let cap: Int64
    /// Values up to which a ratio is computed in one word.
    private let mostUpper: Int64
    private let columns: (nip: Int, indicator: Int, target: Int, realised: Int)
    /// How the rows of an indicator are measured.
    private enum Path: UInt8 {
        /// 100 × realised / target, rounded half up, at most the cap.
        case higher
        /// 100 × target / realised, likewise.
        case lower
        /// Anything else, by the formula.
        case general
    }
    private let paths: [Path]
    /// The first of the people that the cells are for.
    private let first: Int
    private var weighted: [Int128]
    private var weight: [Int64]

    init?(
        _ method: AttainmentMethod, plan: SourcePlan, indicators: IndicatorTable, people: Range<Int>
    ) {
        guard case .rows = method.mean, let rounding = method.rowRounding, let cap = method.cap,
            cap.signum >= 0, method.indicators.isEmpty, rounding.rounding == .halfUp,
            Self.holds([cap, method.floor] + indicators.indicators.map(\.cap), rounding.decimals),
            let nip = plan.column("nip"), let indicator = plan.column("indikator"),
            let target = plan.column("target"), let realised = plan.column("realisasi"),
            plan.column("target_min") == nil,
            plan.columns[target].denominator == plan.columns[realised].denominator,
            let weights = Self.wholeWeights(method, indicators)
        else { return nil }
        formula = AttainmentFormula(method: method)
        self.indicators = indicators
        self.weights = weights
        decimals = rounding.decimals
        scale = FixedPoint.power(rounding.decimals)
        least = Rational(.min / 2, over: scale)
        let scaledCap = cap * Rational(Int(scale))
        self.cap = Int64(scaledCap.rounded(decimals: 0, .down))
        // 200 × scale × upper + under stays below 2⁶³.
        mostUpper = Int64.max / (200 * scale + 1)
        columns = (nip, indicator, target, realised)
        denominator = plan.columns[target].denominator
        paths = indicators.indicators.map { indicator in
            guard indicator.cap == nil, method.floor == nil else { return .general }
            if indicator.direction == .higher { return .higher }
            return method.lower == .targetByResult ? .lower : .general
        }
        weighted = Array(repeating: 0, count: people.count)
        weight = Array(repeating: 0, count: people.count)
        first = people.lowerBound
    }

    /// Whether scaled points can be these bounds, which are not rounded: 110.5 is none of points without decimals.
    private static func holds(_ bounds: [Rational?], _ decimals: Int) -> Bool {
        let (most, scale) = (Rational(1_000_000), FixedPoint.power(decimals))
        return bounds.allSatisfy { bound in
            guard let bound else { return true }
            let rounded = bound.rounded(decimals: decimals, .down)
            return bound <= most && -bound <= most
                && Rational(rounded, over: Int128(scale)) == bound
        }
    }

    private static func wholeWeights(
        _ method: AttainmentMethod, _ indicators: IndicatorTable
    ) -> [Int64]? {
        let exact = indicators.indicators.map { indicator -> Rational in
            switch method.weights {
            case .equal: .one
            case .bobot: indicator.weight
            case .listed(let weights): weights[indicator.code] ?? .zero
            }
        }
        // Six places hold every weight that people write; others keep their rows.
        let scaled = exact.map { $0 * Rational(1_000_000) }
        guard scaled.allSatisfy({ $0.signum >= 0 && $0 <= Rational(1_000_000_000_000) }) else {
            return nil
        }
        let whole = scaled.map { Int64($0.rounded(decimals: 0, .down)) }
        for (value, number) in zip(scaled, whole) where Rational(Int(number)) != value {
            return nil
        }
        return whole.allSatisfy { $0 % 1_000_000 == 0 } ? whole.map { $0 / 1_000_000 } : whole
    }

    package var bytesPerPerson: Int { 24 }

    package mutating func fold(_ batch: CheckedBatch, used: [Int32]) {
        let people = batch.columns[columns.nip].codes
        let codes = batch.columns[columns.indicator].codes
        let targets = batch.columns[columns.target].values
        let results = batch.columns[columns.realised].values
        // Moved out, so that the loop owns them.
        var weighted: [Int128] = []
        var weight: [Int64] = []
        swap(&weighted, &self.weighted)
        swap(&weight, &self.weight)
        // One copy for the batch, where the compiler makes one for each row.
        let method = self
        for row in used {
            let row = Int(row)
            let (person, indicator) = (Int(people[row]) &- first, Int(codes[row]))
            guard indicator >= 0, person >= 0,
                let points = method.points(
                    indicator, target: targets[row], realised: results[row])
            else { continue }
            // Points within 2⁶² and weights of at most 10¹²: the sums of millions of rows fit.
            let product = points.multipliedFullWidth(by: weights[indicator])
            weighted[person] &+= Int128(product.high) << 64 | Int128(product.low)
            weight[person] &+= weights[indicator]
        }
        swap(&weighted, &self.weighted)
        swap(&weight, &self.weight)
    }

    /// - Returns: Points scaled by the rounding's decimals.
    @inline(__always)
    private func points(_ indicator: Int, target: Int64, realised: Int64) -> Int64? {
        if realised == absent { return nil }
        let path = paths[indicator]
        guard target > 0, realised >= 0 else {
            return generalPoints(indicator, target: target, realised: realised)
        }
        switch path {
        case .higher: return ratio(realised, target)
        case .lower: return realised == 0 ? cap : ratio(target, realised)
        case .general: return generalPoints(indicator, target: target, realised: realised)
        }
    }

    /// 100 × scale × upper / under, rounded half up, at most the cap.
    @inline(__always)
    private func ratio(_ upper: Int64, _ under: Int64) -> Int64 {
        let factor = 200 &* scale
        // One machine division where the numerator fits a word.
        if upper <= mostUpper, under <= mostUpper {
            let numerator = UInt64(truncatingIfNeeded: factor &* upper &+ under)
            let rounded = numerator / UInt64(truncatingIfNeeded: under &<< 1)
            return min(Int64(truncatingIfNeeded: rounded), cap)
        }
        let numerator = Int128(factor) * Int128(upper) + Int128(under)
        let rounded = numerator / (2 * Int128(under))
        return rounded >= Int128(cap) ? cap : Int64(rounded)
    }

    private func generalPoints(_ indicator: Int, target: Int64, realised: Int64) -> Int64? {
        let known = indicators.indicators[indicator]
        let own = AttainmentFormula.Target(
            single: target == TypedColumn.null ? known.target : Rational(target, over: denominator),
            low: target == TypedColumn.null ? known.low : nil,
            high: target == TypedColumn.null ? known.high : nil)
        let points = formula.points(
            realised: Rational(realised, over: denominator), target: own, indicator: known)
        // Below the cap only a negative result can be beyond 64 bits: the row then counts as missing.
        return points.flatMap { points in
            points < least ? nil : Int64(points.rounded(decimals: decimals, .halfUp))
        }
    }

    package func points(of people: [Int32]) -> RationalColumn {
        var column = RationalColumn(count: people.count)
        for (place, person) in people.enumerated() where weight[Int(person) - first] > 0 {
            column.set(
                place, weighted[Int(person) - first],
                over: Int128(weight[Int(person) - first]) &* Int128(scale))
        }
        return column
    }
}

/// ``TypedColumn/null``, known here so that no loop calls for it.
private let absent = Int64.min
