internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Plan

/// The `where` of a component, asked of kept rows.
struct RowFilter: Sendable {
    private let condition: Condition?
    private let evidence: EvidenceSet

    init(_ condition: Condition?, _ evidence: EvidenceSet) {
        self.condition = condition
        self.evidence = evidence
    }

    func accepts(_ store: RowStore, _ row: Int) -> Bool {
        guard let condition else { return true }
        return condition.holds { column in value(column, store, row) }
    }

    private func value(_ column: String, _ store: RowStore, _ row: Int) -> String? {
        let parts = column.split(separator: ".", maxSplits: 1).map(String.init)
        let index = store.column(parts[0])
        if parts.count == 2 {
            guard let code = store.code(index, row) else { return nil }
            let table =
                parts[0] == "unit" ? evidence.references.units : evidence.references.indicators
            return table?.attribute(parts[1], of: code)
        }
        guard let index else { return nil }
        switch store.plan.columns[index].type {
        case .text: return store.text(index, row)
        case .date:
            return store.value(index, row).map {
                CalendarDate(dayNumber: Int32($0)).description
            }
        case .month: return store.value(index, row).map { Month(index: Int32($0)).description }
        case .flag: return store.value(index, row).map { $0 == 1 ? "ya" : "tidak" }
        case .nip: return store.value(index, row).map { NIP(unchecked: UInt64($0)).description }
        default: return store.number(index, row)?.exactText
        }
    }
}

/// Months as texts that sort in time.
enum MonthText {
    static func text(ofMonth index: Int64) -> String {
        index == 0 ? "-" : Month(index: Int32(index)).description
    }
}

extension RowStore {
    /// The month of a row, from `bulan` or from the day of `tanggal`.
    func month(_ row: Int) -> Int64? {
        if let month = value(column("bulan"), row) { return month }
        return value(column("tanggal"), row).map {
            Int64(CalendarDate(dayNumber: Int32($0)).monthIndex.index)
        }
    }
}
