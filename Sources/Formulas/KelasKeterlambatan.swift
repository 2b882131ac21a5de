internal import Arithmetic
package import Regulation

/// The class of lateness (TL1 to TL4) of a day by whole minutes.
///
/// - Source: Permentan 68/2012 and tables of regions; that classes are half-open is our reading.
package struct KelasKeterlambatan: Sendable {
    private struct Class: Sendable {
        let name: String
        let from: Rational
        /// Exclusive; `nil` in the last class.
        let before: Rational?
    }

    private let classes: [Class]
    private let use: ParameterUse

    package init(_ rules: RuleReader) {
        let records = rules.records(
            "kelas-keterlambatan", columns: ["kelas", "dari", "sebelum"])
        use = records.use
        classes = records.records.map { record in
            Class(
                name: record.text("kelas"), from: record.number("dari"),
                before: record.optionalNumber("sebelum"))
        }
        for (record, (lower, upper)) in zip(records.records, zip(classes, classes.dropFirst()))
        where lower.before != upper.from {
            record.report("'sebelum' must be where the next class begins")
        }
        // Who is in no class is not late: the longest delay must not be.
        if classes.last?.before != nil {
            records.records.last?.report("the last class must have no 'sebelum'")
        }
    }

    /// - Parameters:
    ///   - minutes: Whole minutes late, seconds cut off; at least 0.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` for who is not late.
    package func name(of minutes: Int, _ trace: inout Trace) -> String? {
        let late = Rational(minutes)
        let found = classes.first { late >= $0.from && ($0.before.map { late < $0 } ?? true) }
        trace.add(
            Trace.Node(
                label: "keterlambatan", value: found?.name, formula: "\(minutes) menit",
                basis: found.map { found in
                    let range =
                        "\(found.from.exactText) … "
                        + (found.before.map { "< \($0.exactText)" } ?? "")
                    return [RuleBasis(use: use, value: "\(found.name) \(range)")]
                } ?? []))
        return found?.name
    }
}
