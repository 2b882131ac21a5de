package import CivilService

/// The lists beside the master that a definition supplies; each may be absent.
package struct QualityReferences: Sendable {
    /// What a post asks for; `nil` where the list does not say.
    package struct Post: Sendable {
        package let retirementAge: Int?
        package let education: String?
        package let golongan: Golongan?

        package init(retirementAge: Int?, education: String?, golongan: Golongan?) {
            self.retirementAge = retirementAge
            self.education = education
            self.golongan = golongan
        }
    }

    /// Whether a unor is active, by code; `nil` without a list.
    package var unors: [String: Bool]?
    /// Whether the list names the active unor only, so that one that it lacks is not active.
    package var listsActiveUnorsOnly = false
    /// Posts by code.
    package var posts: [String: Post] = [:]
    /// Whether the list of posts has a column of education.
    package var statesPostEducation = false
    package var filings = FilingList()

    package init() {}
}

/// Who filed an SKP in which year, by a list of those who did or of those who did not.
package struct FilingList: Sendable {
    private struct Year: Sendable {
        var filed: Set<UInt64> = []
        var missing: Set<UInt64> = []
    }

    private var years: [Int: Year] = [:]

    package init() {}

    package mutating func add(_ nip: NIP, year: Int, isFiled: Bool) {
        if isFiled {
            years[year, default: Year()].filed.insert(nip.digits)
        } else {
            years[year, default: Year()].missing.insert(nip.digits)
        }
    }

    package func knows(_ year: Int) -> Bool { years[year] != nil }

    /// Whether the person filed in `year`; `nil` where nothing is known of the year.
    ///
    /// Where the year's list names anybody who filed it is taken for a list of those, else for one of the missing.
    package func isFiled(_ nip: NIP, year: Int) -> Bool? {
        guard let list = years[year] else { return nil }
        if list.filed.contains(nip.digits) { return true }
        return list.filed.isEmpty && !list.missing.contains(nip.digits)
    }
}
