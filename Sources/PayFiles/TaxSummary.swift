/// Whom the tax report leaves out, counted as `coretax-belum.csv` lists them.
struct TaxSummary {
    private(set) var persons = 0
    private(set) var gross: Int64 = 0
    private(set) var tax: Int64 = 0
    /// People by the reason why, ascending by it.
    private(set) var reasons: [(reason: String, persons: Int)] = []

    /// - Parameter unreported: `coretax-belum.csv` as it was written.
    init(_ unreported: [UInt8]) {
        var counts: [String: Int] = [:]
        for record in RowText.records(unreported).dropFirst()
        where record.cells.count == TaxReport.unreportedHeadings.count {
            persons += 1
            gross += Int64(record.cells[3]) ?? 0
            tax += Int64(record.cells[4]) ?? 0
            counts[record.cells[5], default: 0] += 1
        }
        reasons = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
