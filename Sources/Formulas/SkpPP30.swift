package import Arithmetic
package import Regulation

/// Nilai SKP: kinerja utama weighted by bobot, plus kinerja tambahan up to a limit.
///
/// - Source: PermenPANRB 8/2021, lampiran (pages 75, 95-96 and 363 of the copy).
package struct SkpPP30: Sendable {
    /// An indicator or task with what was attained.
    package struct Measure: Sendable {
        package let name: String
        package let target: CapaianIKI.Target?
        package let realised: Rational?
        package let direction: CapaianIKI.Direction
        /// The target is the most that can be attained.
        package let isMaximum: Bool
        /// Percent of the kinerja utama, or bobot lingkup penugasan of a kinerja tambahan.
        package let weight: Rational
        package let rows: [Trace.RowPlace]

        package init(
            name: String, target: CapaianIKI.Target?, realised: Rational?,
            direction: CapaianIKI.Direction, isMaximum: Bool, weight: Rational,
            rows: [Trace.RowPlace] = []
        ) {
            self.name = name
            self.target = target
            self.realised = realised
            self.direction = direction
            self.isMaximum = isMaximum
            self.weight = weight
            self.rows = rows
        }
    }

    package let attainment: CapaianIKI
    package let nilai: NilaiIKI
    /// Percent of a task's bobot that counts, by category.
    private let shares: RuleTable
    private let additionalCap: RuleNumber
    private let cap: RuleNumber

    package init(_ rules: RuleReader) {
        attainment = CapaianIKI(rules)
        nilai = NilaiIKI(rules)
        shares = rules.table("pp30-tambahan")
        rules.require(nilai.categories, in: shares)
        additionalCap = rules.number("pp30-tambahan-batas")
        cap = rules.number("pp30-batas-skp")
    }

    /// Whether the weights of kinerja utama are shares of 100 percent; nobody's weights are rescaled.
    package static func isWhole(_ weights: [Rational]) -> Bool {
        weights.allSatisfy { $0.signum >= 0 } && weights.reduce(.zero, +) == Rational(100)
    }

    /// Nilai capaian of one indicator; `nil` where nothing can be measured.
    package func result(of measure: Measure, _ trace: inout Trace) -> NilaiIKI.Result? {
        guard let target = measure.target, let realised = measure.realised,
            let percent = attainment.percent(
                realised: realised, target: target, direction: measure.direction, &trace)
        else { return nil }
        return nilai.result(percent: percent, isMaximum: measure.isMaximum, &trace)
    }

    /// What one kinerja tambahan adds, before the limit of all together.
    ///
    /// - Parameters:
    ///   - category: Of the task's nilai.
    ///   - value: The task's nilai, 0...120.
    ///   - weight: Bobot lingkup penugasan.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` for an unknown category.
    package func points(
        category: String, value: Rational, weight: Rational, _ trace: inout Trace
    ) -> Rational? {
        guard let share = shares[category] else { return nil }
        let hundred = Rational(100)
        let points = share / hundred * weight * value / hundred
        trace.add(
            Trace.Node(
                label: "nilai tambahan", value: points.traceText,
                formula: "\(share.exactText) % × \(weight.exactText) × \(value.traceText)/100",
                basis: [shares.basis(category)]))
        return points
    }

    /// Nilai SKP from the sum of weighted kinerja utama and the sum of kinerja tambahan.
    package func total(
        main: Rational, additional: Rational, _ trace: inout Trace
    ) -> Rational {
        let added = self.additional(additional)
        let value = min(main + added, cap.value)
        trace.add(
            Trace.Node(
                label: "nilai SKP", value: value.traceText,
                formula: "utama \(main.traceText) + tambahan \(added.traceText)",
                basis: [additionalCap.basis, cap.basis]))
        return value
    }

    /// What all kinerja tambahan count together.
    package func additional(_ sum: Rational) -> Rational { min(sum, additionalCap.value) }

    /// Nilai SKP of a person.
    ///
    /// - Parameters:
    ///   - main: Kinerja utama; the weights are a whole. One that cannot be measured counts as missing.
    ///   - additional: Kinerja tambahan; one that cannot be measured adds nothing.
    ///   - minimumPresent: Least percent of the weights of kinerja utama that must have a nilai.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` without kinerja utama or where its weights are no whole.
    package func value(
        main: [Measure], additional: [Measure], minimumPresent: Rational = .zero,
        _ trace: inout Trace
    ) -> Rational? {
        guard Self.isWhole(main.map(\.weight)) else { return nil }
        var mean = WeightedMean()
        for measure in main {
            let value = trace.nested { trace in
                result(of: measure, &trace)?.value
            } node: { value, children in
                Self.node("kinerja utama", measure, value, children)
            }
            mean.add(value, weight: measure.weight)
        }
        guard let weighted = mean.value(minimumPresent: minimumPresent) else { return nil }
        var sum = Rational.zero
        for measure in additional {
            let points = trace.nested { trace in
                result(of: measure, &trace).flatMap { result in
                    self.points(
                        category: result.category, value: result.value, weight: measure.weight,
                        &trace)
                }
            } node: { value, children in
                Self.node("kinerja tambahan", measure, value, children)
            }
            sum += points ?? .zero
        }
        return total(main: weighted, additional: sum, &trace)
    }

    private static func node(
        _ kind: String, _ measure: Measure, _ value: Rational?, _ children: [Trace.Node]
    ) -> Trace.Node {
        Trace.Node(
            label: "\(kind) \(measure.name)", value: value?.traceText,
            formula: value == nil
                ? "tanpa target atau realisasi" : "bobot \(measure.weight.exactText)",
            rows: measure.rows, children: children)
    }
}
