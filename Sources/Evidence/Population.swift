package import CivilService
internal import Definition
internal import Plan

/// Everyone of the register, by index in the order of first appearance.
package struct Population: Sendable {
    package internal(set) var nips: [UInt64] = []
    /// Postings within the period, ascending, of each person.
    package internal(set) var postings = PostingTable()
    /// Register row that states the post in which the person is ranked.
    package internal(set) var rankingRows: [Int32] = []
    /// Unit in which the person is ranked, -1 where none.
    package internal(set) var units: [Int32] = []
    /// Exclusion of the definition that holds, -1 for nobody's; see ``exclusionReasons``.
    package internal(set) var exclusions: [Int32] = []
    package internal(set) var exclusionReasons: [ExclusionReason] = []
    /// The same of single postings, where the definition keeps what payroll needs.
    package internal(set) var postingExclusions: [Int32: Int32] = [:]
    package internal(set) var isTrial: [Bool] = []
    /// The register rows as read.
    package internal(set) var registers: [RowStore] = []
    /// Register store of each person's ranking row.
    package internal(set) var rankingStores: [Int32] = []
    package internal(set) var unitNames: [String] = []
    /// Register columns of the ranking post that an event stated anew, by person.
    package internal(set) var amended: [Int32: [String: String]] = [:]

    /// Register columns of postings that an event stated anew, by number of the posting.
    package internal(set) var amendedPostings: [Int32: [String: String]] = [:]
    /// Of people whose service ended before the period did.
    package internal(set) var endings: [Int32: ServiceEnding] = [:]

    package init() {}

    package var count: Int { nips.count }

    /// A register column of a posting, as its row or the event that began it states it.
    package func text(_ column: String, ofPosting number: Int) -> String? {
        if let text = amendedPostings[Int32(number)]?[column] { return text }
        let posting = postings.posting(number)
        return text(column, store: posting.store, row: posting.row, unit: posting.unit)
    }

    /// A register column of the person's ranking post.
    package func text(_ column: String, of person: Int) -> String? {
        if let text = amended[Int32(person)]?[column] { return text }
        return text(
            column, store: rankingStores[person], row: rankingRows[person], unit: units[person])
    }

    private func text(_ column: String, store: Int32, row: Int32, unit: Int32) -> String? {
        let store = registers[Int(store)]
        guard let index = store.column(column) else { return nil }
        let row = Int(row)
        guard let value = store.value(index, row) else { return nil }
        switch store.plan.columns[index].type {
        case .text:
            if column == "unit", unit >= 0 { return unitNames[Int(unit)] }
            return store.pool.text(Int32(value))
        case .golongan: return Golongan(code: Int(value))?.description
        case .date: return CalendarDate(dayNumber: Int32(value)).description
        case .nip: return NIP(unchecked: UInt64(value)).description
        case .flag: return value == 1 ? "ya" : "tidak"
        default: return "\(value)"
        }
    }
}

/// The event after which somebody no longer serves.
package struct ServiceEnding: Sendable, Hashable {
    /// `meninggal`, `pensiun`, `berhenti`.
    package let kind: String
    package let date: CalendarDate
    /// Whether the person still served on that day.
    package let countsDay: Bool

    package var firstDayAway: CalendarDate { countsDay ? date.adding(days: 1) : date }
}

/// Why a person is left out.
package struct ExclusionReason: Sendable, Hashable {
    package let reason: String
    package let document: String?
}

/// A register row set against another of the same person for the same days.
package struct PostingOverlap: Sendable {
    package let person: Int32
    package let file: Int32
    package let line: UInt32
}
