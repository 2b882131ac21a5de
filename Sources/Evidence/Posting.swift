package import CivilService

/// A stretch of days in one unit and post, within the period.
package struct Posting: Sendable, Hashable {
    package let first: CalendarDate
    package let last: CalendarDate
    /// Index of the unit, -1 where the register states none.
    package let unit: Int32
    /// Row of the register store that states the post.
    package let row: Int32

    package var days: Int { Int(last.dayNumber - first.dayNumber) + 1 }
}
