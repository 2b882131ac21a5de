internal import Arithmetic
internal import Diagnostics
internal import Documents
internal import Regulation

/// Reads `score`.
struct ScoreLoader {
    struct Result {
        var final: PipelineDefinition.Publishing
        var component: PipelineDefinition.Publishing
        var usesRoundedComponents: Bool
        /// All schemes, those that are not in force too: their names may be used.
        var known: [SchemeDefinition]
        /// Those that are part of this run.
        var schemes: [SchemeDefinition]
        var unscored: [PipelineDefinition.UnscoredReason]

        /// Of a definition that scores nobody.
        static var nothing: Result {
            Result(
                final: .init(decimals: 2, rounding: .halfUp),
                component: .init(decimals: 4, rounding: .halfUp), usesRoundedComponents: false,
                known: [], schemes: [], unscored: [])
        }

        /// Ids of components that no scheme of this run has, each once, in order of appearance.
        var absentComponentIDs: [String] {
            let present = Set(schemes.flatMap(\.components).map(\.id))
            var ids: [String] = []
            for component in known.flatMap(\.components)
            where !present.contains(component.id) && !ids.contains(component.id) {
                ids.append(component.id)
            }
            return ids
        }
    }

    let reading: DefinitionReading
    let context: SchemeContext

    func load(_ node: DocumentNode?) -> Result? {
        guard let node, var map = reading.map(node, "'score'") else { return nil }
        var final = PipelineDefinition.Publishing(decimals: 2, rounding: .halfUp)
        var component = PipelineDefinition.Publishing(decimals: 4, rounding: .halfUp)
        if let publish = map.optional("publish").map(reading.resolve),
            var inner = reading.map(publish, "'publish'")
        {
            final = reading.publishing(inner.optional("akhir")) ?? final
            component = reading.publishing(inner.optional("komponen")) ?? component
            reading.finish(inner)
        }
        let rounded = reading.flag(map.optional("rounded_components"), "'rounded_components'")
        let schemesNode = reading.required(&map, "schemes")
        let (all, inForce) = schemes(schemesNode)
        let known = Set(all.flatMap(\.components).map(\.id))
        let unscored = reading.list(map.optional("unscored"), "'unscored'").compactMap {
            unscoredReason($0, known: known)
        }
        reading.finish(map)
        return Result(
            final: final, component: component, usesRoundedComponents: rounded ?? false,
            known: all, schemes: inForce, unscored: unscored)
    }

    /// Each scheme read with the law under which it holds.
    private func schemes(
        _ node: DocumentNode?
    ) -> (all: [SchemeDefinition], inForce: [SchemeDefinition]) {
        var all: [SchemeDefinition] = []
        var inForce: [SchemeDefinition] = []
        let nodes = reading.list(node, "'schemes'")
        for node in nodes {
            let term = SchemeTerm(node, reading)
            let scheme = reading.reading(with: term.book) {
                reading.scheme(reading.resolve(node), context)
            }
            guard let scheme else { continue }
            if all.contains(where: { $0.id == scheme.id }) {
                reading.report(
                    .badValue, scheme.place, "the scheme id '\(scheme.id)' stands twice")
            }
            all.append(scheme)
            if term.isInForce { inForce.append(scheme) }
        }
        if let node, inForce.isEmpty, !all.isEmpty {
            reading.report(
                .parameterNotInForce, node.place,
                "no scheme is in force on \(reading.book.date) for '\(reading.period)'")
        }
        return (all, inForce)
    }

    private func unscoredReason(
        _ node: DocumentNode, known: Set<String>
    ) -> PipelineDefinition.UnscoredReason? {
        guard var map = reading.map(node, "an entry of 'unscored'") else { return nil }
        let missingNode = reading.required(&map, "missing")
        let reason = reading.text(reading.required(&map, "reason"), "'reason'")
        reading.finish(map)
        guard let missingNode, let reason else { return nil }
        let missing = reading.texts(missingNode, "'missing'")
        for id in missing where !known.contains(id) {
            reading.report(
                .unknownName, missingNode.place, "there is no component '\(id)'",
                hint: Similarity.nearest(to: id, among: known.sorted())
                    .map { "did you mean '\($0)'?" })
        }
        return .init(missing: Set(missing), code: reason)
    }
}
