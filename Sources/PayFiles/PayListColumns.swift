internal import Diagnostics
internal import Payroll
internal import Spreadsheets

/// The columns of the pay list, and the formulas by which each row adds up.
struct PayListColumns {
    /// No., name, NIP, golongan, kelas, position, month, kind.
    static let textWidths = [6, 25, 20, 6, 6, 24, 9, 9]
    private static let leastMoneyWidth = 14
    private static let signatureWidth = 18

    let gross: [Int]
    let deductions: [Int]
    let employer: [Int]
    private let lines: [PayLine]
    private let language: Language

    init(_ lines: [PayLine], language: Language) {
        self.lines = lines
        self.language = language
        func places(_ kind: PayLine.Kind) -> [Int] {
            lines.indices.filter { lines[$0].kind == kind }
        }
        gross = places(.gross)
        deductions = places(.deduction)
        employer = places(.employer)
    }

    /// The columns of a list by those of its rows, for reading it back.
    init(_ columns: RowColumns) {
        func lines(_ ids: [String], _ kind: PayLine.Kind) -> [PayLine] {
            ids.map { PayLine(id: $0, title: $0, account: nil, kind: kind) }
        }
        self.init(
            lines(columns.grossLines, .gross) + lines(columns.deductionLines, .deduction)
                + lines(columns.employerLines, .employer), language: .indonesian)
    }

    /// Number of columns before the amounts.
    var textCount: Int { Self.textWidths.count }
    /// The column of the gross sum, from 1.
    var grossColumn: Int { textCount + gross.count + 1 }
    var deductionColumn: Int { grossColumn + deductions.count + 1 }
    var netColumn: Int { deductionColumn + 1 }
    /// The last column of amounts.
    var lastAmount: Int { netColumn + employer.count }
    var width: Int { lastAmount + 1 }

    /// Widths in characters: a column too narrow for an amount shows `###` in its place.
    ///
    /// - Parameter largest: The amount of the most digits.
    /// - Returns: One for each column.
    func widths(largest: Int64) -> [Int] {
        let digits = "\(largest.magnitude)".utf8.count
        // Separators, the sign, and bold digits, which are wider.
        let width = max(Self.leastMoneyWidth, digits + (digits - 1) / 3 + 3)
        return Self.textWidths + Array(repeating: width, count: lastAmount - textCount)
            + [Self.signatureWidth]
    }

    /// Headings, account codes, numbers of the columns.
    var headings: [[SheetCell]] {
        let texts =
            language == .indonesian
            ? ["No.", "Nama", "NIP", "Gol.", "Kelas", "Jabatan", "Bulan", "Jenis"]
            : ["No.", "Name", "NIP", "Gol.", "Class", "Position", "Month", "Kind"]
        func titles(_ places: [Int]) -> [String] { places.map { lines[$0].title } }
        func accounts(_ places: [Int]) -> [String] { places.map { lines[$0].account ?? "" } }
        let sums = [
            language("Jumlah bruto", "Gross"), language("Jumlah potongan", "Deductions"),
            language("Diterima", "Net"),
        ]
        let names =
            texts + titles(gross) + [sums[0]] + titles(deductions) + [sums[1], sums[2]]
            + titles(employer) + [language("Tanda tangan", "Signature")]
        let codes =
            Array(repeating: "", count: textCount - 1) + [language("Rekening", "Account")]
            + accounts(gross) + [""] + accounts(deductions) + ["", ""] + accounts(employer) + [""]
        return [
            names.map { .text($0, .heading) }, codes.map { .text($0, .code) },
            numbers.map { .text($0, .heading) },
        ]
    }

    /// `12`, and `12=9+10+11` where a column is computed, as pay lists print it.
    private var numbers: [String] {
        var numbers = (1...width).map { "\($0)" }
        func sum(_ columns: ClosedRange<Int>) -> String {
            columns.map { "\($0)" }.joined(separator: "+")
        }
        if !gross.isEmpty {
            numbers[grossColumn - 1] += "=" + sum(textCount + 1...grossColumn - 1)
        }
        if !deductions.isEmpty {
            numbers[deductionColumn - 1] += "=" + sum(grossColumn + 1...deductionColumn - 1)
        }
        numbers[netColumn - 1] += "=\(grossColumn)-\(deductionColumn)"
        return numbers
    }

    /// The amounts of a row, each sum as a formula over the cells beside it.
    func cells(_ amounts: [Int64], row: Int) -> [SheetCell] {
        func money(_ places: [Int]) -> [SheetCell] {
            places.map { .number(amounts[$0], .money) }
        }
        func total(_ places: [Int]) -> Int64 { places.reduce(0) { $0 + amounts[$1] } }
        let (grossSum, deductionSum) = (total(gross), total(deductions))
        let net = SheetCell.formula(
            SheetCell.reference(column: grossColumn, row: row) + "-"
                + SheetCell.reference(column: deductionColumn, row: row),
            value: grossSum - deductionSum, .money)
        return money(gross) + [sum(textCount + 1..<grossColumn, row, grossSum)]
            + money(deductions)
            + [sum(grossColumn + 1..<deductionColumn, row, deductionSum), net] + money(employer)
    }

    /// The sum of a column over the rows of a unit.
    static func unitSum(_ column: String, rows: ClosedRange<Int>) -> String {
        "SUM(\(column)\(rows.lowerBound):\(column)\(rows.upperBound))"
    }

    /// The sum of a column over all people.
    ///
    /// Their rows are those with a number in the first column: the total does not rest on the subtotals.
    static func total(_ column: String, rows: ClosedRange<Int>) -> String {
        let (first, last) = (rows.lowerBound, rows.upperBound)
        return "SUMIF($A$\(first):$A$\(last),\">0\",\(column)$\(first):\(column)$\(last))"
    }

    private func sum(_ columns: Range<Int>, _ row: Int, _ value: Int64) -> SheetCell {
        guard let last = columns.last else { return .number(value, .money) }
        return .formula(
            "SUM(" + SheetCell.reference(column: columns.lowerBound, row: row) + ":"
                + SheetCell.reference(column: last, row: row) + ")", value: value, .money)
    }

    /// The amounts of the lines alone, in their order, where lines stand as the columns do.
    func lines(of values: [Int64]) -> [Int64] {
        let sums = [grossColumn, deductionColumn, netColumn].map { $0 - textCount - 1 }
        return values.indices.filter { !sums.contains($0) }.map { values[$0] }
    }

    /// The amounts of a row with their sums, in the order of the columns.
    func values(_ amounts: [Int64]) -> [Int64] {
        let grossSum = gross.reduce(0) { $0 + amounts[$1] }
        let deductionSum = deductions.reduce(0) { $0 + amounts[$1] }
        return gross.map { amounts[$0] } + [grossSum] + deductions.map { amounts[$0] }
            + [deductionSum, grossSum - deductionSum] + employer.map { amounts[$0] }
    }
}
