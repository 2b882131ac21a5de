internal import CivilService
internal import Evidence

/// The days on which the sanctions of a source hold.
struct SanctionDays {
    let period: AppraisalPeriod

    /// First and last day of a sanction.
    ///
    /// - Returns: `nil` where the row states no start, or holds on no day of the period.
    func days(
        _ store: RowStore, _ row: Int
    ) -> (first: CalendarDate, last: CalendarDate)? {
        guard let start = store.value(store.column("mulai"), row) else { return nil }
        let first = CalendarDate(dayNumber: Int32(start))
        let last = end(store, row, first: first)
        guard first <= period.last, last >= period.first else { return nil }
        return (first, last)
    }

    /// The stated end, else start plus length, else without end.
    private func end(_ store: RowStore, _ row: Int, first: CalendarDate) -> CalendarDate {
        if let end = store.value(store.column("sampai"), row) {
            return CalendarDate(dayNumber: Int32(end))
        }
        if let months = store.value(store.column("lama"), row) {
            return first.adding(months: Int(min(max(months, 0), 1_200))).adding(days: -1)
        }
        return period.last
    }
}
