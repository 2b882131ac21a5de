internal import CivilService
internal import Definition
internal import Plan

extension PopulationBuilder {
    /// Who is left out by rule, and whose result is flagged as trial.
    ///
    /// The definition's exclusions come first, in their order; then people who left before the period, and people whom the
    /// register places nowhere in it. Where days are paid, a rule is asked of each posting, and leaves out who has none
    /// beside those that it holds for.
    func decideExclusions(_ population: inout Population, leaving: [Int32: String]) {
        var reasons = definition.exclusions.map {
            ExclusionReason(reason: $0.reason, document: $0.document)
        }
        var numbers: [String: Int32] = [:]
        func number(of reason: String) -> Int32 {
            if let known = numbers[reason] { return known }
            reasons.append(ExclusionReason(reason: reason, document: nil))
            numbers[reason] = Int32(reasons.count - 1)
            return Int32(reasons.count - 1)
        }
        let known = population
        for person in 0..<known.count {
            func value(_ column: String) -> String? {
                references.personColumn(column, of: person, in: known)
            }
            let ofPostings = postingRules(of: person, in: known)
            population.postingExclusions.merge(ofPostings) { $1 }
            let served = known.postings.numbers(of: person)
            let rule = definition.exclusions.firstIndex { exclusion in
                switch exclusion.ground {
                case .register:
                    exclusion.condition.holds(value)
                        && (definition.payroll == nil || ofPostings.count == served.count)
                case .event:
                    leaving[Int32(person)].map { kind in
                        exclusion.condition.holds { $0 == "peristiwa" ? kind : nil }
                    } ?? false
                }
            }
            var exclusion = Int32(rule ?? -1)
            if rule == nil, known.postings[person].isEmpty {
                exclusion = number(of: leaving[Int32(person)] ?? "tidak bertugas dalam periode ini")
            }
            population.exclusions.append(exclusion)
            population.isTrial.append(definition.trial?.holds(value) ?? false)
        }
        population.exclusionReasons = reasons
    }

    /// The rule that leaves out each posting of a person, where days are paid.
    private func postingRules(of person: Int, in population: Population) -> [Int32: Int32] {
        guard definition.payroll != nil else { return [:] }
        var rules: [Int32: Int32] = [:]
        for number in population.postings.numbers(of: person) {
            let rule = definition.exclusions.firstIndex { exclusion in
                exclusion.ground == .register
                    && exclusion.condition.holds {
                        references.postingColumn($0, of: number, in: population)
                    }
            }
            if let rule { rules[Int32(number)] = Int32(rule) }
        }
        return rules
    }
}

extension References {
    /// A register column of the ranking post, or `unit.…` of its unit.
    package func personColumn(
        _ name: String, of person: Int, in population: Population
    ) -> String? {
        guard name.hasPrefix("unit.") else { return population.text(name, of: person) }
        let unit = population.units[person]
        guard unit >= 0 else { return nil }
        return units?.attribute(String(name.dropFirst(5)), of: unit)
    }

    /// A register column of a posting, or `unit.…` of its unit.
    package func postingColumn(
        _ name: String, of number: Int, in population: Population
    ) -> String? {
        guard name.hasPrefix("unit.") else { return population.text(name, ofPosting: number) }
        let unit = population.postings.posting(number).unit
        guard unit >= 0 else { return nil }
        return units?.attribute(String(name.dropFirst(5)), of: unit)
    }
}
