package import CivilService
package import Diagnostics

/// The quality of a master's data: per indicator and unit, and person by person what is wrong.
package struct QualityAssessment: Sendable {
    /// What an indicator found, or could not judge.
    package struct Finding: Sendable {
        package let indicator: QualityIndicator
        /// Place in ``people``.
        package let person: Int
        /// `false`: the indicator could not judge.
        package let isProblem: Bool
        package let note: QualityNote
    }

    package let rules: QualityRules
    package let day: CalendarDate
    package let people: [EmployeeRecord]
    /// The agency, then its units by the bytes of their names, then the people of no unit.
    package let scopes: [QualityScope]
    /// By ``scopes``.
    package let scores: [QualityScore]
    /// By indicator, then in the order of the people.
    package let findings: [Finding]
    /// Why an indicator is not computed at all.
    private let absences: [QualityIndicator: Wording]

    /// - Parameters:
    ///   - people: Everybody of the master, in its order, each once.
    ///   - columns: Columns that the master states.
    ///   - references: The lists beside it.
    ///   - rules: Weights, limits and words.
    ///   - day: The day on which the register is looked at.
    package init(
        of people: [EmployeeRecord], columns: Set<MasterColumn>,
        _ references: QualityReferences, _ rules: QualityRules, on day: CalendarDate
    ) {
        self.rules = rules
        self.day = day
        self.people = people
        let absences = Self.absences(columns, references, rules, day)
        self.absences = absences
        var (scopes, places) = Self.scopes(of: people)
        let check = QualityCheck(rules, references, on: day, of: people)
        var findings: [Finding] = []
        for place in places {
            scopes[0].people += 1
            scopes[place].people += 1
        }
        for indicator in QualityIndicator.allCases where absences[indicator] == nil {
            for (person, place) in places.enumerated() {
                let verdict = check.verdict(of: indicator, for: people[person])
                scopes[0].tallies[indicator.place].add(verdict)
                scopes[place].tallies[indicator.place].add(verdict)
                switch verdict {
                case .absent, .sound: break
                case .problem(let note):
                    findings.append(
                        Finding(indicator: indicator, person: person, isProblem: true, note: note))
                case .unjudged(let note):
                    findings.append(
                        Finding(
                            indicator: indicator, person: person, isProblem: false, note: note))
                }
            }
        }
        self.findings = findings
        self.scopes = scopes
        scores = scopes.map { QualityScore($0, rules) { absences[$0] == nil } }
    }

    /// Why the indicator is not computed; `nil` where it is.
    package func absence(of indicator: QualityIndicator) -> Wording? { absences[indicator] }

    private static func scopes(
        of people: [EmployeeRecord]
    ) -> (scopes: [QualityScope], places: [Int]) {
        let names = Set(people.compactMap(\.unit))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var scopes = [QualityScope(.agency)] + names.map { QualityScope(.unit($0)) }
        let places = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset + 1) })
        let last = scopes.count
        if people.contains(where: { $0.unit == nil }) { scopes.append(QualityScope(.withoutUnit)) }
        return (scopes, people.map { $0.unit.flatMap { places[$0] } ?? last })
    }

    private static func absences(
        _ columns: Set<MasterColumn>, _ references: QualityReferences, _ rules: QualityRules,
        _ day: CalendarDate
    ) -> [QualityIndicator: Wording] {
        var absences: [QualityIndicator: Wording] = [:]
        for indicator in QualityIndicator.allCases {
            let facts = indicator.facts
            var missing: [Wording] = []
            for column in facts.columns where !columns.contains(column) {
                missing.append(
                    Wording("kolom \(column.rawValue)", "the column \(column.rawValue)"))
            }
            for list in facts.lists {
                missing += Self.missing(list, references, rules, day)
            }
            guard let first = missing.first else { continue }
            absences[indicator] = missing.dropFirst().reduce(
                Wording("tidak dihitung, tidak ada: ", "not computed, absent: ") + first
            ) { $0 + Wording("; ") + $1 }
        }
        return absences
    }

    private static func missing(
        _ list: QualityList, _ references: QualityReferences, _ rules: QualityRules,
        _ day: CalendarDate
    ) -> [Wording] {
        switch list {
        case .filings:
            return rules.years(before: day).filter { !references.filings.knows($0) }.map {
                Wording("daftar SKP \($0)", "a list of the SKP of \($0)")
            }
        case .unors:
            return references.unors == nil ? [Wording("daftar unor", "a list of unor")] : []
        case .postEducation:
            return references.statesPostEducation
                ? []
                : [
                    Wording(
                        "daftar jabatan dengan pendidikan", "a list of posts with their education")
                ]
        }
    }
}

extension QualityRules {
    /// The years whose SKP are asked for, the earliest first.
    func years(before day: CalendarDate) -> [Int] {
        (0..<filingYears).map { day.year - filingYears + $0 }
    }
}
