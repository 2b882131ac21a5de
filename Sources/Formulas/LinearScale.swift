package import Arithmetic

/// A linear change of scale, ends to ends.
///
/// All values equal, so that the ends they come from coincide: everybody gets the upper end, since nobody is worse.
package struct LinearScale: Sendable {
    /// A value's image is `slope × value + base`.
    package let slope: Rational
    package let base: Rational

    /// - Parameters:
    ///   - from: Least and greatest value.
    ///   - to: What these become.
    package init(from: ClosedRange<Rational>, to: ClosedRange<Rational>) {
        let width = from.upperBound - from.lowerBound
        slope = width.isZero ? .zero : (to.upperBound - to.lowerBound) / width
        base = width.isZero ? to.upperBound : to.lowerBound - from.lowerBound * slope
    }

    package func value(of value: Rational) -> Rational { slope * value + base }
}
