/// What a run keeps of a month for payroll: `penempatan.csv` and `hukuman.csv`.
package struct PayrollDefinition: Sendable {
    /// What a day with a certain status is.
    package enum DayStatus: String, Sendable, CaseIterable {
        case present = "hadir"
        case absent = "alpa"
        /// A working day of leave, duty or illness: neither present nor absent without reason.
        case other = "lain"
        /// No working day.
        case free = "libur"
    }

    /// What a row without unit says of somebody with several postings.
    package enum MonthlyRows: String, Sendable, CaseIterable {
        /// It speaks of the month in all of them.
        case allPostings = "all-postings"
        /// It does not say of which it speaks, and their evidence is incomplete.
        case ownUnit = "own-unit"
    }

    /// Sources of kind attendance.
    package let attendance: [String]
    /// By folded word of the column `status`.
    package let statuses: [String: DayStatus]
    package let monthlyRows: MonthlyRows
    /// Sources of kind sanction.
    package let sanctions: [String]
    /// Classes of lateness and early leave by minutes; `nil` where no source states minutes without classes.
    package let classes: (late: DelayClasses, early: DelayClasses)?
}

/// Classes 1 to 4 of whole minutes, looked up for every row.
package struct DelayClasses: Sendable {
    /// Minutes of a day and beyond: the class of its last place.
    private static let minutesOfDay = 1_440

    /// By minutes; 0 is none.
    private let classes: [UInt8]

    /// `place`: Class of a number of minutes, from 1; `nil` for none.
    init(_ place: (Int) -> Int?) {
        classes = (0...Self.minutesOfDay).map { UInt8(clamping: place($0) ?? 0) }
    }

    /// - Parameter minutes: At least 0.
    /// - Returns: 1 to 4, 0 for none.
    package func place(of minutes: Int64) -> Int {
        Int(classes[Int(min(minutes, Int64(Self.minutesOfDay)))])
    }
}
