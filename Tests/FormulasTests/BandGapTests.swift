import Arithmetic
import Formulas
import Testing

@Suite("BandGap")
struct BandGapTests {
    /// Whole borders and others, on both sides of 0.
    private static let borders = [
        (91, 1), (1, 1), (0, 1), (-1, 1), (-7, 1), (181, 2), (1, 2), (-1, 2), (-3, 2), (1, 3),
        (-1, 3), (200, 3), (-200, 3), (90_995, 1_000), (-90_995, 1_000), (1, 1_000_000),
    ].map { Rational($0.0, over: $0.1) }

    /// A figure rounded to a whole number, ties away from 0, by the arithmetic of whole numbers alone.
    private func roundedHalfUp(_ figure: Int, scale: Int) -> Int {
        let magnitude = (2 * abs(figure) + scale) / (2 * scale)
        return figure < 0 ? -magnitude : magnitude
    }

    @Test("The least score of a border divides the figures that reach it from all others")
    func divides() {
        for decimals in 0...3 {
            let scale = [1, 10, 100, 1_000][decimals]
            for border in Self.borders {
                let open = BandGap.halfOpen.leastScore(at: border, decimals: decimals)
                let first = BandGap.roundFirst.leastScore(at: border, decimals: decimals)
                let middle = Int((border * Rational(scale)).rounded(decimals: 0, .down))
                for figure in (middle - 2 * scale - 2)...(middle + 2 * scale + 2) {
                    let score = Rational(figure, over: scale)
                    let whole = Rational(roundedHalfUp(figure, scale: scale))
                    let place = "\(figure) of \(scale), border \(border.exactText)"
                    #expect((Rational(figure) >= open) == (score >= border), "\(place)")
                    #expect((Rational(figure) >= first) == (whole >= border), "\(place)")
                    #expect(BandGap.halfOpen.asked(score) == score)
                    #expect(BandGap.roundFirst.asked(score) == whole, "\(place)")
                }
            }
        }
    }

    @Test(
        "Half below a border reaches it above 0, and not from 0 down",
        arguments: [
            // 90.50 becomes 91 and −0.50 becomes −1; −6.49 becomes −6.
            (91, 9_050), (1, 50), (0, -49), (-6, -649),
        ])
    func halves(border: Int, least: Int) {
        #expect(
            BandGap.roundFirst.leastScore(at: Rational(border), decimals: 2) == Rational(least))
    }
}
