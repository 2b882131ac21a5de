internal import Definition
package import Evidence

/// People whose scheme scores competency, but whose post the standard does not know.
package enum PeopleWithoutStandard {
    /// - Returns: Person indexes in register order.
    package static func find(_ evidence: EvidenceSet, _ results: Results) -> [Int32] {
        var people: [Int32] = []
        for person in 0..<results.count where results.schemes[person] >= 0 {
            let scheme = evidence.definition.schemes[Int(results.schemes[person])]
            for component in scheme.components {
                guard case .competency(let method) = component.method else { continue }
                let scorer = CompetencyScorer(
                    component: component, method: method, evidence: evidence)
                if scorer.gaps(of: Int32(person)).isEmpty { people.append(Int32(person)) }
            }
        }
        return people
    }
}
