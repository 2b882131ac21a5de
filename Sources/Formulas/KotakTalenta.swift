package import Arithmetic
package import Regulation

/// The talent value of a person and the box of performance by potential (nine-box), 1 to 9.
///
/// - Source: PermenPANRB 3/2020; scale, thresholds and weights are those of an agency's system.
package struct KotakTalenta: Sendable {
    /// A third of an axis.
    private struct Third: Sendable {
        let name: String
        /// Least points; `nil` in the lowest.
        let from: Rational?
        let basis: RuleBasis
    }

    private let scale: RuleTable
    /// From the highest down.
    private let thirds: [Third]
    private let weights: RuleTable
    private let boxes: RuleMatrix

    package init(_ rules: RuleReader) {
        scale = rules.table("talenta-skala")
        let thresholds = rules.records("talenta-ambang", columns: ["name", "from"])
        thirds = thresholds.records.map { record in
            let (name, from) = (record.text("name"), record.optionalNumber("from"))
            return Third(
                name: name, from: from,
                basis: RuleBasis(
                    use: thresholds.use,
                    value: name + (from.map { " dari \($0.exactText)" } ?? "")))
        }
        weights = rules.table("talenta-bobot")
        rules.require(["kinerja", "potensi", "batas"], in: weights)
        boxes = rules.matrix("talenta-kotak")
        let names = thirds.map(\.name)
        rules.require(names, by: names, in: boxes)
    }

    /// Points of a predikat on the axis of performance, `nil` for an unknown one.
    package func points(ofPredikat predikat: String, _ trace: inout Trace) -> Rational? {
        let points = scale[predikat]
        trace.add(
            Trace.Node(
                label: "kinerja", value: points?.exactText, formula: predikat,
                basis: [scale.basis(predikat)]))
        return points
    }

    /// The weighted mean of both axes, at most the cap.
    ///
    /// - Parameters:
    ///   - performance: 0 to 100.
    ///   - potential: 0 to 100.
    ///   - trace: Filled when it is on.
    /// - Returns: 0 to 100; `nil` where the weights could not be read, which has been reported.
    package func value(
        performance: Rational, potential: Rational, _ trace: inout Trace
    ) -> Rational? {
        guard let own = weights["kinerja"], let other = weights["potensi"],
            let cap = weights["batas"]
        else { return nil }
        let mean = (performance * own + potential * other) / Rational(100)
        let value = min(mean, cap)
        trace.add(
            Trace.Node(
                label: "nilai talenta", value: value.traceText,
                formula: "\(own.exactText) % × \(performance.traceText) + \(other.exactText) % × "
                    + "\(potential.traceText)",
                basis: ["kinerja", "potensi", "batas"].map { weights.basis($0) }))
        return value
    }

    /// The name of the third of an axis that `points` are in; a threshold belongs to the higher one.
    package func third(of points: Rational) -> String? { found(points)?.name }

    private func found(_ points: Rational) -> Third? {
        thirds.first { third in third.from.map { points >= $0 } ?? true }
    }

    /// The box of a person, `9` for high performance with high potential.
    ///
    /// - Returns: `nil` where the table has no such cell.
    package func box(
        performance: Rational, potential: Rational, _ trace: inout Trace
    ) -> String? {
        guard let row = found(performance), let column = found(potential) else { return nil }
        let box = boxes[row.name, column.name]
        trace.add(
            Trace.Node(
                label: "kotak", value: box,
                formula: "\(performance.traceText) \(row.name), \(potential.traceText) "
                    + column.name,
                basis: [boxes.basis(row.name, column.name), row.basis, column.basis]))
        return box
    }
}
