internal import Arithmetic
internal import CivilService
internal import DataQuality
internal import Diagnostics
internal import Documents
internal import Regulation

/// Reads the top level of a definition and puts the parts together.
struct PipelineLoader {
    let reading: DefinitionReading
    let files: DefinitionFiles
    let rules: RulesApplied

    func load(_ root: DocumentNode) -> PipelineDefinition? {
        guard var map = reading.map(resolved(root), "the definition") else { return nil }
        let head = head(&map)
        _ = map.optional("regulation")
        let nip: PipelineDefinition.NIPCheck? = reading.choice(map.optional("nip"), "'nip'")
        var sources = sources(reading.required(&map, "ingest"))
        validate(map.optional("validate"), into: &sources)
        let normalize = NormalizeLoader(reading: reading, files: files)
            .load(map.optional("normalize"), sources: &sources)
        let context = SchemeContext(
            sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.name, $0) }))
        let exclusions = reading.list(map.optional("exclude"), "'exclude'").compactMap {
            exclusion($0, context)
        }
        let trial = reading.condition(
            map.optional("trial"), "'trial'", isKnown: context.personColumns)
        let payrollNode = map.optional("payroll")
        let payroll = PayrollLoader(reading: reading, sources: context.sources)
            .load(payrollNode)
        // Who is paid by attendance alone is not appraised.
        let scoreNode = map.optional("score")
        let score =
            payrollNode != nil && scoreNode == nil
            ? .nothing
            : ScoreLoader(reading: reading, context: context)
                .load(scoreNode ?? reading.required(&map, "score"))
        let output = OutputLoader(
            reading: reading, schemes: score?.known ?? [], inForce: score?.schemes ?? [],
            sources: context.sources, personColumns: context.personColumns)
        let rank = output.rank(map.optional("rank"))
        let regional = output.regional(&map)
        let warnings = output.warnings(map.optional("warn"))
        let export = output.export(map.optional("export"), hasPayroll: payroll != nil)
        let keepsInputs = reading.flag(map.optional("keep_inputs"), "'keep_inputs'")
        reading.finish(map)
        let audit = AuditRules(sources, reading.rules(at: root.place))
        let quality = quality(of: sources)
        guard let head, let score else { return nil }
        return PipelineDefinition(
            name: head.name, title: head.title, instansi: head.instansi, period: reading.period,
            nipCheck: nip ?? .anatomy, sources: sources, aliases: normalize.aliases,
            transfers: normalize.transfers, acting: normalize.acting, exclusions: exclusions,
            trial: trial, finalPublishing: score.final, componentPublishing: score.component,
            usesRoundedComponents: score.usesRoundedComponents, schemes: score.schemes,
            absentComponentIDs: score.absentComponentIDs,
            unscoredReasons: score.unscored, rank: rank, feedback: regional.feedback,
            awards: regional.awards, satisfactionComponent: regional.satisfaction,
            monitored: regional.monitored, gaps: regional.gaps, payroll: payroll,
            warnings: warnings, export: export, keepsInputs: keepsInputs ?? true, rules: rules,
            audit: audit, quality: quality,
            parameters: reading.book.uses,
            files: files.inOrder)
    }

    /// The definition with its parameters in place, but for the score, whose schemes are each read with their own law.
    private func resolved(_ root: DocumentNode) -> DocumentNode {
        guard let entries = root.entries else { return root }
        let resolved = entries.map { entry in
            DocumentNode.Entry(
                key: entry.key, keyPlace: entry.keyPlace,
                value: entry.key == "score" ? entry.value : reading.resolve(entry.value))
        }
        return DocumentNode(content: .mapping(resolved), place: root.place)
    }

    private func head(
        _ map: inout DocumentMap
    ) -> (name: String, title: String, instansi: String)? {
        let version = reading.required(&map, "kinerja")
        if let version, version.text != "1" {
            reading.report(
                .badValue, version.place, "'kinerja' is '\(version.text ?? "?")', expected 1")
        }
        let nameNode = reading.required(&map, "pipeline")
        let name = reading.text(nameNode, "'pipeline'")
        if let name, let nameNode,
            !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        {
            reading.report(
                .badValue, nameNode.place, "'pipeline' is '\(name)', expected only a-z, 0-9 and -")
        }
        let title = reading.text(reading.required(&map, "title"), "'title'")
        let instansi = reading.text(map.optional("instansi"), "'instansi'")
        let lengthNode = reading.required(&map, "period")
        let lengths = reading.lengths(lengthNode)
        if !lengths.isEmpty, let lengthNode, !lengths.contains(reading.period.length) {
            reading.report(
                .wrongPeriod, lengthNode.place,
                "the run is for '\(reading.period)', but this definition appraises by "
                    + lengths.map(\.rawValue).joined(separator: ", "),
                hint: "give --period as "
                    + lengths.map(Self.example).joined(separator: ", "))
        }
        guard let name, let title else { return nil }
        return (name, title, instansi ?? title)
    }

    private static func example(of length: AppraisalPeriod.Length) -> String {
        switch length {
        case .year: "2025"
        case .semester: "2025-S1"
        case .quarter: "2025-Q3"
        case .month: "2025-07"
        }
    }

    private func sources(_ node: DocumentNode?) -> [SourceDefinition] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            reading.report(.wrongType, node.place, "'ingest' is \(node.kindName), expected a map")
            return []
        }
        let sources = entries.compactMap { reading.source($0, files) }
        reading.checkPivots(of: sources)
        let registers = sources.filter { $0.kind == .register }
        if registers.isEmpty {
            reading.report(
                .missingKey, node.place, "'ingest' has no source of kind register: nobody to score")
        }
        return sources
    }

    private func quality(of sources: [SourceDefinition]) -> QualityRules? {
        let masters = sources.filter { $0.kind == .master }
        for other in masters.dropFirst() {
            reading.report(
                .badValue, other.place,
                "'\(other.name)' is a second source of kind master, expected one: its people are "
                    + "compared with each other",
                hint: "give one source several 'files'")
        }
        return masters.first.map { QualityRules(reading.rules(at: $0.place)) }
    }

    private func validate(_ node: DocumentNode?, into sources: inout [SourceDefinition]) {
        guard let node else { return }
        guard let entries = node.entries else {
            reading.report(.wrongType, node.place, "'validate' is \(node.kindName), expected a map")
            return
        }
        let kinds = Dictionary(uniqueKeysWithValues: sources.map { ($0.name, $0.kind) })
        for entry in entries {
            guard let index = sources.firstIndex(where: { $0.name == entry.key }) else {
                reading.report(
                    .unknownName, entry.keyPlace, "there is no source '\(entry.key)'",
                    hint: Similarity.nearest(to: entry.key, among: kinds.keys.sorted())
                        .map { "did you mean '\($0)'?" })
                continue
            }
            reading.rules(entry.value, of: &sources[index], sources: kinds)
        }
    }

    private func exclusion(
        _ node: DocumentNode, _ context: SchemeContext
    ) -> PipelineDefinition.Exclusion? {
        guard var map = reading.map(node, "an exclusion") else { return nil }
        let ground: PipelineDefinition.Exclusion.Ground =
            reading.choice(map.optional("kind"), "'kind'") ?? .register
        let condition = reading.condition(reading.required(&map, "when"), "'when'") { column in
            ground == .event ? column == "peristiwa" : context.personColumns(column)
        }
        let reason = reading.text(reading.required(&map, "reason"), "'reason'")
        let document = reading.text(map.optional("document"), "'document'")
        reading.finish(map)
        guard let condition, let reason else { return nil }
        return .init(ground: ground, condition: condition, reason: reason, document: document)
    }
}
