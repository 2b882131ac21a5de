internal import Definition

/// The attendance of everybody's postings over all sources that payroll names, as parts of the people become known.
package struct PayrollAttendance {
    package private(set) var totals: AttendanceTotals
    private let sources: [String]

    /// Begins with what is known before any part of the people: kept rows, and sums of everybody.
    ///
    /// - Returns: `nil` where the definition has no `payroll:`.
    package init?(_ evidence: EvidenceSet) {
        guard let payroll = evidence.definition.payroll else { return nil }
        let population = evidence.population
        sources = payroll.attendance
        totals = AttendanceTotals(postings: 0..<population.postings.total)
        for name in sources {
            guard let store = evidence.sources[name]?.store,
                !AttendanceFold.needsSumsOnly(store.plan),
                var fold = AttendanceFold(
                    store.plan, rule: payroll, postings: population.postings,
                    people: 0..<population.count)
            else { continue }
            fold.fold(store)
            totals.add(fold.totals)
        }
        add(evidence.sums, of: Set(sources))
    }

    /// Adds the sums of some people, each once.
    ///
    /// `names`: Sources whose sums were not known before.
    package mutating func add(_ sums: [ComponentPath: any SumFold], of names: Set<String>) {
        for place in sources.indices where names.contains(sources[place]) {
            guard let fold = sums[.payroll(place)] as? AttendanceFold else { continue }
            totals.add(fold.totals)
        }
    }
}
