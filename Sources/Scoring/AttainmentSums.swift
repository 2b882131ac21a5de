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
    /// The method's cap in scaled points, for the straight path.
    private let cap: Int64
    private let columns: (nip: Int, indicator: Int, target: Int, realised: Int)
    private let isStraight: [Bool]
    private var weighted: [Int128]
    private var weight: [Int64]

    init?(
        _ method: AttainmentMethod, plan: SourcePlan, indicators: IndicatorTable, personCount: Int
    ) {
        guard case .rows = method.mean, let rounding = method.rowRounding, let cap = method.cap,
            cap <= Rational(1_000_000), cap.signum >= 0,
            method.indicators.isEmpty, rounding.rounding == .halfUp,
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
        let scaledCap = cap * Rational(Int(scale))
        self.cap = Int64(scaledCap.rounded(decimals: 0, .down))
        let isWholeCap = Rational(Int(self.cap)) == scaledCap
        columns = (nip, indicator, target, realised)
        denominator = plan.columns[target].denominator
        isStraight = indicators.indicators.map { indicator in
            isWholeCap && indicator.cap == nil && method.floor == nil
                && (indicator.direction == .higher
                    || (indicator.direction == .lower && method.lower == .targetByResult))
        }
        weighted = Array(repeating: 0, count: personCount)
        weight = Array(repeating: 0, count: personCount)
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

    package mutating func fold(_ batch: CheckedBatch) {
        let people = batch.columns[columns.nip].codes
        let codes = batch.columns[columns.indicator].codes
        let targets = batch.columns[columns.target].values
        let results = batch.columns[columns.realised].values
        for row in 0..<batch.rowCount where batch.outcomes[row] == .used {
            let indicator = Int(codes[row])
            guard indicator >= 0, people[row] >= 0,
                let points = points(indicator, target: targets[row], realised: results[row])
            else { continue }
            let person = Int(people[row])
            // Points below 2⁵⁴ and weights of at most 10¹²: the sums of billions of rows fit.
            weighted[person] += Int128(points) * Int128(weights[indicator])
            weight[person] += weights[indicator]
        }
    }

    /// - Returns: Points scaled by the rounding's decimals.
    private func points(_ indicator: Int, target: Int64, realised: Int64) -> Int64? {
        guard realised != TypedColumn.null else { return nil }
        guard isStraight[indicator], target != TypedColumn.null, target > 0, realised >= 0 else {
            return generalPoints(indicator, target: target, realised: realised)
        }
        let isLower = indicators.indicators[indicator].direction == .lower
        let (upper, under) = isLower ? (target, realised) : (realised, target)
        if under == 0 { return cap }
        // round half up of 100 × scale × upper / under
        let numerator = 200 * Int128(scale) * Int128(upper) + Int128(under)
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
        // Below the cap only a negative result can be beyond all scales: the row then counts as missing.
        return points.flatMap { points in
            points < Rational(-1_000_000_000)
                ? nil : Int64(points.rounded(decimals: decimals, .halfUp))
        }
    }

    package func points(of person: Int32) -> Rational? {
        let index = Int(person)
        guard weight[index] > 0 else { return nil }
        return Rational(weighted[index], over: Int128(weight[index]) * Int128(scale))
    }
}
