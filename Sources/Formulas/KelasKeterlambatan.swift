internal import Arithmetic
package import Regulation

/// The class of lateness (TL1 to TL4) of a day, or of leaving early (PSW1 to PSW4), by whole minutes.
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

    /// Most classes that attendance counts: TL1 to TL4.
    private static let most = 4

    /// `parameter`: The dated table of classes, ascending.
    package init(_ rules: RuleReader, _ parameter: String = "kelas-keterlambatan") {
        let records = rules.records(parameter, columns: ["kelas", "dari", "sebelum"])
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
        if classes.count > Self.most {
            records.records.last?.report(
                "attendance counts \(Self.most) classes, and this is one more")
        }
    }

    /// The number of the class, from 1; `nil` for who is not late.
    ///
    /// `minutes`: Whole minutes, at least 0.
    package func place(of minutes: Int) -> Int? {
        found(minutes).map { $0 + 1 }
    }

    private func found(_ minutes: Int) -> Int? {
        let late = Rational(minutes)
        return classes.firstIndex { late >= $0.from && ($0.before.map { late < $0 } ?? true) }
    }

    /// - Parameters:
    ///   - minutes: Whole minutes late, seconds cut off; at least 0.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` for who is not late.
    package func name(of minutes: Int, _ trace: inout Trace) -> String? {
        let found = found(minutes).map { classes[$0] }
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
