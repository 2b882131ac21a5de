internal import Payroll

/// The columns of `rincian.csv`: where a line stands says what it is.
///
/// Gross lines stand before `bruto`, deductions between it and `potongan`, what the employer pays behind `neto`. So the
/// file can be checked without the scheme: a row adds up from left to right.
struct RowColumns: Hashable {
    static let person = [
        "kunci", "nip", "nama", "unit", "golongan", "kelas", "kepegawaian", "bulan", "jenis",
    ]
    static let gross = "bruto"
    static let deductions = "potongan"
    static let net = "neto"
    static let end = ["run", "alasan"]
    private static let reserved = Set(person + [gross, deductions, net] + end)

    /// Ids of the lines of each kind, in the order of the payment.
    let grossLines: [String]
    let deductionLines: [String]
    let employerLines: [String]

    /// - Throws: ``PayFileFault`` where a line cannot be told from another column.
    init(_ lines: [PayLine]) throws(PayFileFault) {
        var seen = Self.reserved
        for line in lines where !seen.insert(line.id).inserted {
            throw .ambiguousLine(line.id)
        }
        grossLines = lines.filter { $0.kind == .gross }.map(\.id)
        deductionLines = lines.filter { $0.kind == .deduction }.map(\.id)
        employerLines = lines.filter { $0.kind == .employer }.map(\.id)
    }

    /// Reads a line of headings; `nil` unless it is exactly of this form, no name twice.
    init?(headings: [String]) {
        guard Array(headings.prefix(Self.person.count)) == Self.person,
            Array(headings.suffix(Self.end.count)) == Self.end,
            headings.count >= Self.person.count + 3 + Self.end.count,
            Set(headings).count == headings.count
        else { return nil }
        let middle = Array(headings[Self.person.count..<headings.count - Self.end.count])
        guard let gross = middle.firstIndex(of: Self.gross),
            let deductions = middle.firstIndex(of: Self.deductions), gross < deductions,
            middle.index(after: deductions) < middle.count, middle[deductions + 1] == Self.net
        else { return nil }
        grossLines = Array(middle[..<gross])
        deductionLines = Array(middle[(gross + 1)..<deductions])
        employerLines = Array(middle[(deductions + 2)...])
    }

    var headings: [String] {
        Self.person + grossLines + [Self.gross] + deductionLines + [Self.deductions, Self.net]
            + employerLines + Self.end
    }

    /// Places in a record of the amounts: lines and the three sums.
    var amounts: Range<Int> {
        let first = Self.person.count
        return first..<first + grossLines.count + deductionLines.count + employerLines.count + 3
    }

    /// The amounts of a record in the order of its columns, sums included.
    func row<Amount: AdditiveArithmetic>(
        gross: [Amount], deductions: [Amount], employer: [Amount]
    ) -> [Amount] {
        let grossSum = gross.reduce(.zero, +)
        let deductionSum = deductions.reduce(.zero, +)
        return gross + [grossSum] + deductions + [deductionSum, grossSum - deductionSum] + employer
    }

    /// The amounts that a record ought to have, by those of its lines alone.
    func recomputed(_ amounts: [Int128]) -> [Int128] {
        let deductions = grossLines.count + 1
        let employer = deductions + deductionLines.count + 2
        return row(
            gross: Array(amounts[..<grossLines.count]),
            deductions: Array(amounts[deductions..<deductions + deductionLines.count]),
            employer: Array(amounts[employer...]))
    }
}
