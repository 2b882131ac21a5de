internal import Arithmetic
internal import Tabular

/// A figure as an output shows it, so that differences agree with what people can see.
struct PrintedFigure: Sendable, Hashable {
    /// The figure times ten to the power `decimals`.
    let scaled: Int64
    /// 0...9.
    let decimals: Int

    init(_ scaled: Int64, decimals: Int) {
        self.scaled = scaled
        self.decimals = decimals
    }

    /// Reads what an earlier run printed, `nil` for an empty or foreign text.
    init?(_ text: String) {
        let places = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let value = Rational(decimal: text), places.count <= 2 else { return nil }
        let decimals = places.count == 2 ? places[1].utf8.count : 0
        guard decimals <= 9,
            let scaled = Int64(exactly: value.rounded(decimals: decimals, .halfUp))
        else { return nil }
        self.init(scaled, decimals: decimals)
    }

    static func - (a: PrintedFigure, b: PrintedFigure) -> PrintedFigure? {
        let decimals = max(a.decimals, b.decimals)
        func widened(_ figure: PrintedFigure) -> Int128 {
            Int128(figure.scaled) * Int128(FixedPoint.power(decimals - figure.decimals))
        }
        return Int64(exactly: widened(a) - widened(b))
            .map { PrintedFigure($0, decimals: decimals) }
    }

    /// -1, 0 or 1.
    var signum: Int { Int(scaled.signum()) }

    func append(to cell: inout CellBlock) {
        cell.append(figure: scaled, decimals: decimals)
    }
}
