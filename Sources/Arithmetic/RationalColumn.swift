/// Exact values of many subjects, `nil` where there is none.
///
/// Other modules hand over whole columns: a call for every value costs more than the arithmetic.
/// The ordinary values lie side by side as pairs of integers, which are copied and dropped without
/// a look at each.
package struct RationalColumn: Sendable {
    struct Cell {
        static let missing = Cell(numerator: 0, denominator: 0)

        var numerator: Int128
        /// 0: there is no value. -1: the value is among the big ones.
        var denominator: Int128
    }

    private(set) var cells: [Cell]
    /// Values beyond 128 bits, by place.
    private var big: [Int: Rational] = [:]

    /// Room for so many subjects, none of whom has a value yet.
    package init(count: Int) {
        cells = Array(repeating: .missing, count: count)
    }

    package init(repeating value: Rational, count: Int) {
        self.init(count: count)
        for place in cells.indices { self[place] = value }
    }

    package init(_ values: [Rational?]) {
        self.init(count: values.count)
        for (place, value) in values.enumerated() { self[place] = value }
    }

    package var count: Int { cells.count }

    package subscript(place: Int) -> Rational? {
        @inline(__always) get {
            let cell = cells[place]
            if cell.denominator > 0 {
                return Rational(cell.numerator, overPositive: cell.denominator)
            }
            return cell.denominator == 0 ? nil : big[place]
        }
        @inline(__always) set {
            switch newValue?.storage {
            case nil: cells[place] = .missing
            case .small(let numerator, let denominator):
                cells[place] = Cell(numerator: numerator, denominator: denominator)
            case .big:
                cells[place] = Cell(numerator: 0, denominator: -1)
                big[place] = newValue
            }
        }
    }

    /// Gives a subject the value `numerator / denominator`.
    ///
    /// - Precondition: `denominator` is positive, and `numerator` is not `Int128.min`.
    package mutating func set(_ place: Int, _ numerator: Int128, over denominator: Int128) {
        precondition(denominator > 0 && numerator != .min, "a fraction of the small form")
        cells[place] = Cell(numerator: numerator, denominator: denominator)
    }

    /// Adds `value × weight` wherever there is a value, and `weight` to the weights there.
    ///
    /// - Precondition: All three columns are of the same subjects.
    static func add(
        _ values: RationalColumn, weight: Rational, to sums: inout RationalColumn,
        _ weights: inout RationalColumn
    ) {
        precondition(
            values.count == sums.count && values.count == weights.count,
            "a part has a place for every subject")
        var others: [Int] = []
        // A weight beyond the small form is nobody's, and then all are added the long way.
        let (upper, under): (Int128, Int128) =
            if case .small(let numerator, let denominator) = weight.storage {
                (numerator, denominator)
            } else { (0, 0) }
        addSmall(values, upper, under, &sums.cells, &weights.cells, leaving: &others)
        for place in others {
            guard let value = values[place], let sum = sums[place], let all = weights[place]
            else { continue }
            sums[place] = sum + value * weight
            weights[place] = all + weight
        }
    }

    /// Adds the parts that 128 bits hold without a divisor; `others` takes the rest.
    private static func addSmall(
        _ values: RationalColumn, _ upper: Int128, _ under: Int128, _ sumCells: inout [Cell],
        _ weightCells: inout [Cell], leaving others: inout [Int]
    ) {
        let given = values.cells.span
        var sums = sumCells.mutableSpan
        var weights = weightCells.mutableSpan
        for place in given.indices {
            let (value, sum, all) = (given[place], sums[place], weights[place])
            if value.denominator == 0 { continue }
            guard under > 0, value.denominator > 0, sum.denominator > 0, all.denominator > 0,
                let term = Rational.directProduct(
                    value.numerator, value.denominator, upper, under),
                let total = Rational.directSum(
                    sum.numerator, sum.denominator, term.numerator, term.denominator),
                let weight = Rational.directSum(all.numerator, all.denominator, upper, under)
            else {
                others.append(place)
                continue
            }
            sums[place] = Cell(numerator: total.numerator, denominator: total.denominator)
            weights[place] = Cell(numerator: weight.numerator, denominator: weight.denominator)
        }
    }

    /// Which subjects have no value.
    package var isMissing: [Bool] { cells.map { $0.denominator == 0 } }

    /// Gives everyone without a value this one.
    package mutating func fill(with value: Rational) {
        for place in cells.indices where cells[place].denominator == 0 { self[place] = value }
    }

    /// Lowers what is above the cap, then raises what is below the floor.
    package mutating func bound(floor: Rational?, cap: Rational?) {
        if let cap {
            for place in cells.indices {
                if let value = self[place], cap < value { self[place] = cap }
            }
        }
        if let floor {
            for place in cells.indices {
                if let value = self[place], value < floor { self[place] = floor }
            }
        }
    }

    /// Multiplies one subject's value, if there is one.
    package mutating func multiply(at place: Int, by factor: Rational) {
        if let value = self[place] { self[place] = value * factor }
    }

    /// The values rounded to so many places.
    package func rounded(decimals: Int, _ mode: Rounding) -> RationalColumn {
        let scale = FixedPoint.power(decimals)
        var rounded = self
        for place in cells.indices {
            guard let value = self[place] else { continue }
            rounded[place] = Rational(
                value.rounded(scale: UInt64(scale), mode), over: Int128(scale))
        }
        return rounded
    }

    /// The published figures, see ``Rational/figure(decimals:_:)``; `absent` stands where there is no value or none that
    /// can be printed.
    package func figures(decimals: Int, _ mode: Rounding, absent: Int64) -> [Int64] {
        let scale = UInt64(FixedPoint.power(decimals))
        return cells.indices.map { self[$0]?.figure(scale: scale, mode) ?? absent }
    }
}
