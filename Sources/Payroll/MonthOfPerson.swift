package import Arithmetic
package import CivilService
package import Formulas

/// What a published run says of a person for a month, as far as pay depends on it.
package struct MonthOfPerson: Sendable {
    package enum Appraisal: Sendable, Hashable {
        /// With the published final, where the scheme has numbers, and the predikat.
        case scored(final: Rational?, predikat: String)
        case unscored(reason: String)
        /// The run scores nobody.
        case none
        /// A rule of the definition leaves the person out.
        case excluded(reason: String)
    }

    package let nip: NIP
    package let name: String
    package let taxNumber: String
    package let taxStatus: String
    /// Ascending by day; empty for who served nowhere in the month.
    package let postings: [MonthPosting]
    /// The post beside the name on a list: the last one held.
    package let post: MonthPosting
    package let appraisal: Appraisal
    /// `meninggal 2025-07-12`; `nil` while in service.
    package let ending: String?
    package let sanctions: [HukumanTPP.Sanction]

    package init(
        nip: NIP, name: String, taxNumber: String, taxStatus: String, postings: [MonthPosting],
        post: MonthPosting, appraisal: Appraisal, ending: String?,
        sanctions: [HukumanTPP.Sanction]
    ) {
        self.nip = nip
        self.name = name
        self.taxNumber = taxNumber
        self.taxStatus = taxStatus
        self.postings = postings
        self.post = post
        self.appraisal = appraisal
        self.ending = ending
        self.sanctions = sanctions
    }

    /// Postings that no rule leaves out: days of the others are as if they had not been.
    package var served: [MonthPosting] { postings.filter { $0.exclusion.isEmpty } }

    package var payee: Payee {
        Payee(
            nip: nip, name: name, unit: post.unit, position: post.position,
            golongan: post.golongan, kelas: post.kelas, employment: post.employment,
            taxNumber: taxNumber, taxStatus: taxStatus)
    }
}

/// A stretch of days in one unit and post within a month.
package struct MonthPosting: Sendable, Hashable {
    package let unit: String
    package let position: String
    package let golongan: String
    package let kelas: String
    /// `PNS`, `PPPK`.
    package let employment: String
    /// Both within the month, inclusive.
    package let first: CalendarDate
    package let last: CalendarDate
    package let isTrial: Bool
    /// Reason of the rule that leaves these days out, such as leave without pay; empty for none.
    package let exclusion: String
    package let attendance: MonthAttendance

    package init(
        unit: String, position: String, golongan: String, kelas: String, employment: String,
        first: CalendarDate, last: CalendarDate, isTrial: Bool, exclusion: String = "",
        attendance: MonthAttendance
    ) {
        self.unit = unit
        self.position = position
        self.golongan = golongan
        self.kelas = kelas
        self.employment = employment
        self.first = first
        self.last = last
        self.isTrial = isTrial
        self.exclusion = exclusion
        self.attendance = attendance
    }

    package var days: Int { Int(last.dayNumber - first.dayNumber) + 1 }
}

/// Attendance in a posting; what no evidence could state is `nil`, and not 0.
package struct MonthAttendance: Sendable, Hashable {
    package var rows: Int
    package var dailyRows: Int
    /// Rows that lack a value, or whose posting cannot be told.
    package var incomplete: Int
    package var workdays: Int?
    package var absent: Int?
    package var noOutput: Int?
    /// Days by class 1…4.
    package var late: [Int]?
    package var early: [Int]?
    /// Days that were both, by class of lateness, then of leaving early.
    package var both: [[Int]]?

    package init(
        rows: Int, dailyRows: Int, incomplete: Int, workdays: Int?, absent: Int?, noOutput: Int?,
        late: [Int]?, early: [Int]?, both: [[Int]]?
    ) {
        self.rows = rows
        self.dailyRows = dailyRows
        self.incomplete = incomplete
        self.workdays = workdays
        self.absent = absent
        self.noOutput = noOutput
        self.late = late
        self.early = early
        self.both = both
    }

    /// The sums over several postings, from which ratios are formed; unknown where one of them is.
    package static func sum(_ parts: [MonthAttendance]) -> MonthAttendance {
        func sum(_ path: KeyPath<MonthAttendance, Int?>) -> Int? {
            parts.reduce(0) { total, part in
                total.flatMap { total in part[keyPath: path].map { total + $0 } }
            }
        }
        func add(_ a: [Int], _ b: [Int]) -> [Int] { zip(a, b).map { $0 + $1 } }
        func classes(_ path: KeyPath<MonthAttendance, [Int]?>) -> [Int]? {
            let none = [Int](repeating: 0, count: PotonganKehadiran.classes)
            return parts.reduce(none) { total, part in
                total.flatMap { total in part[keyPath: path].map { add(total, $0) } }
            }
        }
        let none = [Int](repeating: 0, count: PotonganKehadiran.classes)
        let both: [[Int]]? = parts.reduce(none.map { _ in none }) { total, part in
            total.flatMap { total in part.both.map { zip(total, $0).map(add) } }
        }
        return MonthAttendance(
            rows: parts.reduce(0) { $0 + $1.rows },
            dailyRows: parts.reduce(0) { $0 + $1.dailyRows },
            incomplete: parts.reduce(0) { $0 + $1.incomplete }, workdays: sum(\.workdays),
            absent: sum(\.absent), noOutput: sum(\.noOutput), late: classes(\.late),
            early: classes(\.early), both: both)
    }
}
