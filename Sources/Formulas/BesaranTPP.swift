internal import Arithmetic
package import Regulation
internal import Spelling

/// The amount of a component for a whole month, by kelas jabatan, unit and kind of civil servant.
///
/// Of the rows that hold, the one that states most of the three counts; of two that state as many, the one of the unit.
/// The amounts are those that the head of the region fixes (PP 12/2019, pasal 58).
package struct BesaranTPP: Sendable {
    private struct Row: Sendable {
        let kelas: String?
        let unit: String?
        let employment: String?
        let amount: Rational
        let text: String

        /// The greater counts.
        var weight: Int {
            [kelas, unit, employment].reduce(0) { $0 + ($1 == nil ? 0 : 4) }
                + (unit == nil ? 0 : 2) + (kelas == nil ? 0 : 1)
        }
    }

    /// Name of the parameter.
    package let name: String
    /// Units that rows name, as they are spelled there.
    package let units: [String]
    private let rows: [Row]
    private let use: ParameterUse

    /// `name`: The dated table: rows of `kelas`, `unit`, `jenis` and `jumlah` (rupiah a month), the first three optional.
    package init(_ rules: RuleReader, _ name: String) {
        let records = rules.records(name, columns: ["kelas", "unit", "jenis", "jumlah"])
        self.name = name
        use = records.use
        var keys: Set<[String]> = []
        units = Set(records.records.compactMap { $0.optionalText("unit") }).sorted()
        rows = records.records.map { record in
            let amount = record.number("jumlah")
            if amount.signum < 0 { record.report("'jumlah' is below 0") }
            let columns = ["kelas", "unit", "jenis"].map { record.optionalText($0) }
            if !keys.insert(columns.map { $0.map { FoldedSpelling.fold($0) } ?? "*" }).inserted {
                record.report("the row stands twice")
            }
            let words = zip(["kelas", "unit", "jenis"], columns).compactMap { name, text in
                text.map { "\(name) \($0)" }
            }
            return Row(
                kelas: columns[0].map { FoldedSpelling.fold($0) },
                unit: columns[1].map { FoldedSpelling.fold($0) },
                employment: columns[2].map { FoldedSpelling.fold($0) }, amount: amount,
                text: (words + ["\(amount.exactText)"]).joined(separator: ", "))
        }
    }

    /// - Returns: Rupiah a month; `nil` where no row holds, which is no amount of 0.
    package func amount(kelas: String, unit: String, employment: String) -> RuleNumber? {
        let asked = [kelas, unit, employment].map { FoldedSpelling.fold($0) }
        let holding = rows.filter { row in
            zip([row.kelas, row.unit, row.employment], asked).allSatisfy { wanted, value in
                wanted.map { $0 == value } ?? true
            }
        }
        return holding.max { $0.weight < $1.weight }.map { row in
            RuleNumber(value: row.amount, basis: RuleBasis(use: use, value: row.text))
        }
    }
}
