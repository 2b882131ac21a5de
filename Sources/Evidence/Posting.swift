package import CivilService

/// A stretch of days in one unit and post, within the period.
package struct Posting: Sendable, Hashable {
    package let first: CalendarDate
    package let last: CalendarDate
    /// Index of the unit, -1 where the register states none.
    package let unit: Int32
    /// Number of the register store that states the post, and its row there.
    package let store: Int32
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

    /// Postings of everyone.
    package var total: Int { postings.count }

    /// Numbers of the postings of a person, ascending, among those of everyone.
    package func numbers(of person: Int) -> Range<Int> {
        Int(starts[person])..<Int(starts[person + 1])
    }

    /// A posting by its number among those of everyone.
    package func posting(_ number: Int) -> Posting { postings[number] }

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
