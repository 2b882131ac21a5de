import Arithmetic
import Formulas
import Testing

@Suite("LinearScale")
struct LinearScaleTests {
    @Test("Ends become ends, and equal ends the upper one")
    func ends() {
        // From 1…4 to 0…100: (3 − 1) / 3 × 100.
        let likert = LinearScale(from: .one...Rational(4), to: .zero...Rational(100))
        #expect(likert.value(of: .one) == .zero)
        #expect(likert.value(of: Rational(4)) == Rational(100))
        #expect(likert.value(of: Rational(3)) == Rational(200, over: 3))
        let equal = LinearScale(
            from: Rational(90)...Rational(90), to: Rational(80)...Rational(100))
        #expect(equal.value(of: Rational(90)) == Rational(100))
    }
}
