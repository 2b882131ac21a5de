import CivilService
import DataQuality
import Testing

/// A person made from a sound one, and what an indicator must say of them.
struct Probe: Sendable, CustomTestStringConvertible {
    enum Answer: Sendable {
        case absent
        case sound
        case problem
        case unjudged
    }

    /// Who the person is before anything is changed.
    enum Base: Sendable {
        case pns
        case pppk
        case structural
        case functional
        /// A PPPK with this year of first appointment in the number.
        case numbered(Int)

        func make() throws -> EmployeeRecord {
            switch self {
            case .pns: return try Person.pns()
            case .pppk: return try Person.pppk()
            case .structural: return try Person.structural()
            case .functional: return try Person.functional()
            case .numbered(let year):
                return EmployeeRecord(nip: try Person.nip("19900606\(year)212901"))
            }
        }
    }

    let indicator: QualityIndicator
    let what: String
    let answer: Answer
    let day: String
    let make: @Sendable () throws -> EmployeeRecord

    init(
        _ indicator: QualityIndicator, _ what: String, _ answer: Answer,
        on day: String = "2025-06-30",
        from base: Base = .pns,
        _ change: @escaping @Sendable (inout EmployeeRecord) -> Void = { _ in }
    ) {
        self.indicator = indicator
        self.what = what
        self.answer = answer
        self.day = day
        make = {
            var person = try base.make()
            change(&person)
            return person
        }
    }

    var testDescription: String { "\(indicator.rawValue): \(what)" }

    /// What the indicator says with the national parameters and the usual lists.
    func found() throws -> Answer {
        let person = try make()
        let check = QualityCheck(
            try Book.rules(), try Person.references(), on: Person.day(day), of: [person])
        return Self.answer(check.verdict(of: indicator, for: person))
    }

    static func answer(_ verdict: QualityVerdict) -> Answer {
        switch verdict {
        case .absent: .absent
        case .sound: .sound
        case .problem: .problem
        case .unjudged: .unjudged
        }
    }
}
