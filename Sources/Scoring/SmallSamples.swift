internal import Arithmetic
internal import Definition
package import Evidence
internal import Formulas
internal import Plan

/// Units with fewer survey forms than their population needs.
package enum SmallSamples {
    package struct Sample: Sendable {
        package let component: String
        package let unit: String
        package let population: Int
        package let forms: Int
        package let needed: Int
        /// The row of the unit that states its population.
        package let file: Int32
        package let line: UInt32
    }

    /// - Returns: In the order of components and of the rows of units; units without a population are not checked.
    package static func find(_ evidence: EvidenceSet) -> [Sample] {
        var samples: [Sample] = []
        for component in evidence.definition.schemes.flatMap(\.components) {
            guard case .ikm(let method) = component.method, let sample = method.sample,
                !samples.contains(where: { $0.component == component.id })
            else { continue }
            let scorer = SurveyScorer(component: component, method: method, evidence: evidence)
            for store in evidence.unitStores {
                for row in 0..<store.count {
                    guard let name = store.text(store.column("unit"), row),
                        let population = store.value(store.column("populasi"), row),
                        let unit = evidence.references.units?.index(of: name)
                    else { continue }
                    let forms = scorer.forms(of: unit)
                    var silent = Trace(isOn: false)
                    let needed = sample.sample(of: Int(max(0, population)), &silent)
                    guard forms < needed else { continue }
                    samples.append(
                        Sample(
                            component: component.id, unit: name, population: Int(population),
                            forms: forms, needed: needed, file: store.files[row],
                            line: store.lines[row]))
                }
            }
        }
        return samples
    }
}
