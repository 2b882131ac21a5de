internal import Arithmetic
internal import Diagnostics
internal import Documents

/// Reads `score`.
struct ScoreLoader {
    struct Result {
        var final: PipelineDefinition.Publishing
        var component: PipelineDefinition.Publishing
        var usesRoundedComponents: Bool
        var schemes: [SchemeDefinition]
        var unscored: [PipelineDefinition.UnscoredReason]

        var componentIDs: [String] { schemes.flatMap(\.components).map(\.id) }
    }

    let reading: DefinitionReading
    let context: SchemeContext

    func load(_ node: DocumentNode?) -> Result? {
        guard let node, var map = reading.map(node, "'score'") else { return nil }
        var final = PipelineDefinition.Publishing(decimals: 2, rounding: .halfUp)
        var component = PipelineDefinition.Publishing(decimals: 4, rounding: .halfUp)
        if let publish = map.optional("publish"), var inner = reading.map(publish, "'publish'") {
            final = reading.publishing(inner.optional("akhir")) ?? final
            component = reading.publishing(inner.optional("komponen")) ?? component
            reading.finish(inner)
        }
        let rounded = reading.flag(map.optional("rounded_components"), "'rounded_components'")
        let schemes = reading.list(reading.required(&map, "schemes"), "'schemes'").compactMap {
            reading.scheme($0, context)
        }
        let ids = schemes.map(\.id)
        for (index, scheme) in schemes.enumerated() where ids[..<index].contains(scheme.id) {
            reading.report(
                .badValue, scheme.place, "the scheme id '\(scheme.id)' stands twice")
        }
        let known = Set(schemes.flatMap(\.components).map(\.id))
        let unscored = reading.list(map.optional("unscored"), "'unscored'").compactMap {
            unscoredReason($0, known: known)
        }
        reading.finish(map)
        return Result(
            final: final, component: component, usesRoundedComponents: rounded ?? false,
            schemes: schemes, unscored: unscored)
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
