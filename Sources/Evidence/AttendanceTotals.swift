/// What is counted of a posting's attendance.
package enum AttendanceCount: Int, Sendable, CaseIterable {
    /// Rows that speak of the posting.
    case rows
    /// Rows of one day each.
    case dailyRows
    /// Rows that lack a value which their source states, or whose posting cannot be told.
    case incomplete
    /// Rows of days on which the person was in no posting.
    case outside
    case workdays
    case present
    case absent
    /// Minutes.
    case late
    /// Minutes.
    case early
    case late1
    case late2
    case late3
    case late4
    case early1
    case early2
    case early3
    case early4
    case noOutput

    /// The column of the kind attendance that is summed; `nil` where rows are counted.
    package var column: String? {
        switch self {
        case .rows, .dailyRows, .incomplete, .outside: nil
        case .workdays: "hari_kerja"
        case .present: "hadir"
        case .absent: "alpa"
        case .late: "terlambat"
        case .early: "pulang_awal"
        case .late1, .late2, .late3, .late4: "tl\(rawValue - Self.late1.rawValue + 1)"
        case .early1, .early2, .early3, .early4: "psw\(rawValue - Self.early1.rawValue + 1)"
        case .noOutput: "tanpa_hasil"
        }
    }
}

/// Attendance of postings as exact totals, from which any scheme of pay can compute.
///
/// Of days that were begun late and left early it counts each pair of classes: a limit to what one day may cost
/// then needs no rows. What no row of a posting could state is unknown, and not 0.
package struct AttendanceTotals: Sendable {
    /// Classes of lateness, and of leaving early.
    package static let classCount = 4
    private static let counts = AttendanceCount.allCases.count
    static let width = counts + classCount * classCount
    /// Set by rows of whole months that state classes: which of them met on one day is unknown.
    static let pairsUnknown: UInt32 = 1 << UInt32(counts)

    /// By posting, then count, then pair.
    private var cells: [Int64]
    /// By posting: bits of the counts that some row could state, and ``pairsUnknown``.
    private var stated: [UInt32]
    /// Number of the first posting that the cells are for.
    private let first: Int

    /// `postings`: Numbers of those that are counted.
    package init(postings: Range<Int>) {
        first = postings.lowerBound
        cells = Array(repeating: 0, count: postings.count * Self.width)
        stated = Array(repeating: 0, count: postings.count)
    }

    /// - Returns: `nil` where no row of the posting could state it.
    package func count(_ count: AttendanceCount, of posting: Int) -> Int64? {
        guard count.column == nil || stated[posting - first] & Self.bit(count) != 0 else {
            return nil
        }
        return cells[place(posting) + count.rawValue]
    }

    /// Days of the posting in both classes, each 1…4.
    ///
    /// - Returns: `nil` where rows of whole months state classes.
    package func days(late: Int, early: Int, of posting: Int) -> Int64? {
        if stated[posting - first] & Self.pairsUnknown != 0 { return nil }
        return cells[place(posting) + Self.pair(late, early)]
    }

    static func bit(_ count: AttendanceCount) -> UInt32 { 1 << UInt32(count.rawValue) }

    mutating func state(_ bits: UInt32, of posting: Int) { stated[posting - first] |= bits }

    mutating func add(_ value: Int64, to count: AttendanceCount, of posting: Int) {
        cells[place(posting) + count.rawValue] &+= value
    }

    mutating func addDay(late: Int, early: Int, of posting: Int) {
        cells[place(posting) + Self.pair(late, early)] &+= 1
    }

    /// Adds the totals of some of the postings.
    package mutating func add(_ other: AttendanceTotals) {
        let offset = (other.first - first) * Self.width
        for index in other.cells.indices { cells[offset + index] &+= other.cells[index] }
        for index in other.stated.indices {
            stated[other.first - first + index] |= other.stated[index]
        }
    }

    private func place(_ posting: Int) -> Int { (posting - first) * Self.width }

    private static func pair(_ late: Int, _ early: Int) -> Int {
        counts + (late - 1) * classCount + early - 1
    }
}
