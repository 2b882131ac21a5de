internal import Definition
package import Evidence

/// Used attainment rows that give no points although something was realised.
package enum UnmeasuredRows {
    package struct Place: Sendable, Hashable {
        package let file: Int32
        package let line: UInt32
        /// -1 for units.
        package let person: Int32

        init(file: Int32, line: UInt32, person: Int32) {
            self.file = file
            self.line = line
            self.person = person
        }
    }

    /// - Returns: Each row once, by file number and line.
    package static func find(_ evidence: EvidenceSet) -> [Place] {
        var places: Set<Place> = []
        for component in evidence.definition.schemes.flatMap(\.components) {
            guard case .attainment(let method) = component.method else { continue }
            let scorer = AttainmentScorer(component, method, evidence)
            for name in component.sources {
                guard let store = evidence.sources[name]?.store else { continue }
                let (result, nip) = (store.column("realisasi"), store.column("nip"))
                for row in 0..<store.count
                where store.value(result, row) != nil && scorer.lacksTarget(store, row) {
                    places.insert(
                        Place(
                            file: store.files[row], line: store.lines[row],
                            person: store.code(nip, row) ?? -1))
                }
            }
        }
        return places.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }
}
