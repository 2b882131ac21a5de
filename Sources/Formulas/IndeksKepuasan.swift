package import Arithmetic
package import Regulation

/// The index of public satisfaction (IKM) from the answers to each element (unsur) of a survey.
///
/// NRR of an element is the mean of the answers given, 1 to 4; the index is Σ NRR × element weight × factor.
///
/// - Source: PermenPANRB 14/2017, lampiran.
package struct IndeksKepuasan: Sendable {
    /// What was answered to one element.
    package struct Element: Sendable {
        package let name: String
        /// Sum of the answers.
        package let sum: Rational
        /// Number of the answers.
        package let answers: Int

        package init(name: String, sum: Rational, answers: Int) {
            self.name = name
            self.sum = sum
            self.answers = answers
        }

        /// Mean of the answers, `nil` where there are none.
        package var nrr: Rational? { answers == 0 ? nil : sum / Rational(answers) }
    }

    /// `nil`: one divided by the number of elements.
    private let elementWeight: Rational?
    private let factor: Rational
    private let basis: [RuleBasis]

    /// By the weight and the factor that a definition states.
    ///
    /// - Parameters:
    ///   - elementWeight: `nil` is one divided by the number of elements.
    ///   - factor: Index per point of the weighted mean.
    package init(elementWeight: Rational?, factor: Rational) {
        self.elementWeight = elementWeight
        self.factor = factor
        basis = []
    }

    /// By the weight and the factor of the law.
    package init(_ rules: RuleReader) {
        let weight = rules.number("skm-bobot-unsur", orWord: ["1/n"])
        let factor = rules.number("skm-faktor")
        elementWeight = weight.word == nil ? weight.value : nil
        self.factor = factor.value
        basis = [weight.basis, factor.basis]
    }

    /// The weight of one of `count` elements.
    ///
    /// - Precondition: `count` is above 0.
    package func weight(of count: Int) -> Rational {
        elementWeight ?? Rational(1, over: count)
    }

    /// The exact index; elements without answers drop out and the others carry their weight.
    ///
    /// - Parameters:
    ///   - elements: All elements of the survey, at least one.
    ///   - forms: How many forms there are, for the trace.
    ///   - minimumPresent: Least percent of the elements that must have an answer.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where nothing, or too little, was answered.
    package func index(
        of elements: [Element], forms: Int, minimumPresent: Rational, _ trace: inout Trace
    ) -> Rational? {
        let weight = weight(of: elements.count)
        var mean = WeightedMean()
        for element in elements {
            let nrr = element.nrr
            mean.add(nrr, weight: weight)
            trace.add(
                Trace.Node(
                    label: element.name, value: nrr?.traceText,
                    formula: "\(element.sum.exactText) / \(element.answers)"))
        }
        guard let nrr = mean.value(minimumPresent: minimumPresent) else { return nil }
        let index = nrr * weight * Rational(elements.count) * factor
        trace.add(
            Trace.Node(
                label: "IKM", value: index.traceText,
                formula: "NRR \(nrr.traceText) × \(weight.exactText) × \(elements.count) × "
                    + "\(factor.exactText), \(forms) formulir",
                basis: basis))
        return index
    }
}
