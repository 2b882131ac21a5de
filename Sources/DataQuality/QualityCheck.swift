package import CivilService
internal import Diagnostics

/// The indicators asked of one person after another.
package struct QualityCheck: Sendable {
    let rules: QualityRules
    let references: QualityReferences
    /// The day on which the register is looked at: the last of the period, never that of the clock.
    let day: CalendarDate
    /// Unor codes that more than one structural official occupies.
    private let doubled: Set<String>

    /// - Parameters:
    ///   - rules: Weights, limits and words.
    ///   - references: The lists beside the master.
    ///   - day: The day on which the register is looked at.
    ///   - people: Everybody, since some indicators compare people.
    package init(
        _ rules: QualityRules, _ references: QualityReferences, on day: CalendarDate,
        of people: [EmployeeRecord]
    ) {
        self.rules = rules
        self.references = references
        self.day = day
        var seen: Set<String> = []
        var doubled: Set<String> = []
        for person in people {
            guard let unor = person.unor, let kind = person.postKind,
                rules.words.has(kind, in: .structural)
            else { continue }
            if !seen.insert(unor).inserted { doubled.insert(unor) }
        }
        self.doubled = doubled
    }

    /// What the indicator says of the person; columns and lists that are not there at all are not asked for here.
    package func verdict(
        of indicator: QualityIndicator, for person: EmployeeRecord
    ) -> QualityVerdict {
        do throws(Unjudged) {
            return switch indicator.dimension {
            case .completeness: try completeness(indicator, person)
            case .timeliness: try timeliness(indicator, person)
            case .accuracy: try accuracy(indicator, person)
            case .consistency: try consistency(indicator, person)
            }
        } catch {
            return .unjudged(error.note)
        }
    }

    // MARK: What several indicators ask

    enum PostKind {
        case structural
        case functional
        case executing
    }

    /// - Throws: ``Unjudged`` where the cell is empty.
    func needed<Value>(_ value: Value?, _ column: MasterColumn) throws(Unjudged) -> Value {
        guard let value else {
            throw Unjudged(note: QualityNote(column, expected: Wording("terisi", "a value")))
        }
        return value
    }

    func postKind(of person: EmployeeRecord) throws(Unjudged) -> PostKind {
        let text = try needed(person.postKind, .postKind)
        if rules.words.has(text, in: .structural) { return .structural }
        if rules.words.has(text, in: .functional) { return .functional }
        if rules.words.has(text, in: .executing) { return .executing }
        throw unknown(
            .postKind, text, "struktural, fungsional atau pelaksana",
            "a structural, functional or executing post")
    }

    /// Whether a civil servant who is no PPPK is still a candidate.
    func isCandidate(_ person: EmployeeRecord) throws(Unjudged) -> Bool {
        let text = try needed(person.status, .status)
        if rules.words.has(text, in: .candidate) { return true }
        if rules.words.has(text, in: .permanent) { return false }
        throw unknown(.status, text, "status CPNS atau PNS", "the status CPNS or PNS")
    }

    func educationRank(of person: EmployeeRecord) throws(Unjudged) -> Int {
        let text = try needed(person.education, .education)
        return try rank(text, .education)
    }

    func rank(_ education: String, _ column: MasterColumn) throws(Unjudged) -> Int {
        guard let rank = rules.rank(ofEducation: education) else {
            throw unknown(
                column, education, "tingkat pendidikan yang dikenal", "a known level of education")
        }
        return rank
    }

    func eselon(of person: EmployeeRecord) throws(Unjudged) -> QualityRules.Eselon {
        let text = try needed(person.eselon, .eselon)
        guard let eselon = rules.eselon(text) else {
            throw unknown(.eselon, text, "eselon I.a … V.a", "an eselon I.a … V.a")
        }
        return eselon
    }

    /// What the list of posts says of the person's post, where it has the post.
    func post(of person: EmployeeRecord) -> QualityReferences.Post? {
        person.post.flatMap { references.posts[$0] }
    }

    func isDoubled(_ unor: String) -> Bool { doubled.contains(unor) }

    /// Whether more than so many years have passed since `start`; on the anniversary they have not.
    func hasPassed(years: Int, since start: CalendarDate) -> Bool {
        day > start.adding(months: 12 * years)
    }

    func unknown(
        _ column: MasterColumn, _ found: String, _ indonesian: String, _ english: String
    ) -> Unjudged {
        Unjudged(note: QualityNote(column, found: found, expected: Wording(indonesian, english)))
    }

    /// Sound, or a problem of the column.
    func judged(
        _ isSound: Bool, _ column: MasterColumn, found: @autoclosure () -> String,
        _ expected: @autoclosure () -> Wording
    ) -> QualityVerdict {
        isSound ? .sound : .problem(QualityNote(column, found: found(), expected: expected()))
    }
}
