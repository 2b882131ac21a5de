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

/// The postings of everyone, one after the other.
package struct PostingTable: Sendable {
    /// Where the postings of person `i` begin; one entry more than people.
    private var starts: [Int32] = [0]
    private var postings: [Posting] = []

    package init() {}

    package var count: Int { starts.count - 1 }

    /// The postings of a person, ascending.
    package subscript(person: Int) -> ArraySlice<Posting> {
        postings[Int(starts[person])..<Int(starts[person + 1])]
    }

    /// Adds the next person's.
    mutating func append(_ list: some Collection<Posting>) {
        postings.append(contentsOf: list)
        starts.append(Int32(postings.count))
    }

    /// Adds the next person's only one.
    mutating func append(_ posting: Posting) {
        postings.append(posting)
        starts.append(Int32(postings.count))
    }
}
