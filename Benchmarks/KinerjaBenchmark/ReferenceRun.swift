internal import Batches
internal import CivilService
internal import Definition
internal import Evidence
internal import Files
internal import Ingestion
internal import Kinerja
internal import Normalization
internal import Plan
internal import Scoring
internal import Validation

/// The reference job read source by source on one thread, wired as a run wires it, so that one step can be measured alone.
///
/// It knows what the job has: one register, one table of indicators, evidence about people, no events and no corrections.
struct ReferenceRun {
    /// A step on the way of a batch.
    enum Step {
        case tokenize
        case validate
        case fold
    }

    /// What the inputs lack.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static let period = "2025"

    let definition: PipelineDefinition
    private let inputs: String
    private let entries: [InputEntry]
    private var references = References()
    private var population = Population()
    private var indicators = IndicatorTable()
    private var registers: [RowStore] = []
    private var referenceStores: [RowStore] = []
    private var sums: [ComponentPath: any SumFold] = [:]

    init(definition path: String, inputs: String) throws {
        guard let period = AppraisalPeriod(parsing: Self.period) else {
            throw Missing(description: "no such period: \(Self.period)")
        }
        definition = try DefinitionSource.load(path, for: period)
        self.inputs = inputs
        // With its hash known, no reader hashes a file again while a step is measured.
        entries = try InputListing(of: inputs, for: definition).claims.map {
            try InputInventory.hashedEntry(of: $0, in: inputs)
        }
    }

    /// Measures a step over all batches of one source, as often as asked; register and indicators are read first.
    consuming func measure(
        _ step: Step, of name: String, times: Int
    ) throws -> Measurement {
        var watch = Stopwatch()
        try readReferences()
        guard let source = definition.source(name) else {
            throw Missing(description: "the definition has no source '\(name)'")
        }
        for _ in 0..<times { _ = try read(source, measuring: step, by: &watch) }
        return watch.finish()
    }

    /// Reads everything.
    consuming func evidence() throws -> EvidenceSet {
        var watch = Stopwatch()
        try readReferences()
        var stores: [String: RowStore] = [:]
        for source in definition.sources where source.kind.isEvidence {
            let fold = try read(source, measuring: nil, by: &watch)
            stores[source.name] = fold.store
            var made = fold.sums.makeIterator()
            for path in users(of: source) where newSums(path, fold.plan) != nil {
                sums[path] = made.next()
            }
        }
        return EvidenceSet(
            definition: definition, references: references, population: population,
            referenceStores: referenceStores, evidence: stores, sums: sums)
    }

    // MARK: What evidence refers to

    private mutating func readReferences() throws {
        var watch = Stopwatch()
        for source in definition.sourcesInReadingOrder where !source.kind.isEvidence {
            let store = try read(source, measuring: nil, by: &watch).store
            switch source.kind {
            case .indicator: keepIndicators(store, of: source)
            case .register: registers.append(store)
            default:
                throw Missing(description: "'\(source.name)' is of a kind that is not read here")
            }
        }
        references.units = ReferenceBuilder.units(of: registers, definition: definition)
        var builder = PopulationBuilder(
            definition: definition, references: references, registers: registers, events: [])
        (population, references.people) = builder.build()
        guard population.count > 0 else { throw Missing(description: "the register is empty") }
    }

    private mutating func keepIndicators(_ store: RowStore, of source: SourceDefinition) {
        let table = ReferenceBuilder.table(of: store, definition: definition)
        referenceStores.append(store)
        references.tables[source.name] = table
        references.indicators = table
        indicators = IndicatorTable(names: table.names, stores: [store])
    }

    // MARK: One source

    private func read(
        _ source: SourceDefinition, measuring step: Step?, by watch: inout Stopwatch
    ) throws -> SourceFold {
        guard let entry = entries.first(where: { $0.source == source.name }) else {
            throw Missing(description: "no file for '\(source.name)'")
        }
        var compiler = PlanCompiler(source, of: definition, references: references)
        let plan = compiler.compile()
        let validate = ValidateStage(plan: plan, references: references)
        let normalize = NormalizeStage(
            plan: plan, isExcluded: population.exclusions.map { $0 >= 0 },
            setsActingAside: definition.acting == .setAside)
        var fold = newFold(source, plan)
        var isFirst = true
        let reader = try RecordReader(entry, of: source, root: inputs)
        while let raw = try watch.measure(step == .tokenize, { try reader.next()?.cut() }) {
            let (rowCount, textLength) = (raw.rows.count, raw.textLength)
            watch.add(rows: rowCount, bytes: textLength)
            let firstLine = reader.book(raw)
            if step == .tokenize { continue }
            let checked = watch.measure(step == .validate) { validate.process(raw) }
            if step == .validate { continue }
            var batch = normalize.process(checked)
            let rowsExpected = isFirst ? entry.size / max(1, textLength) * rowCount : 0
            isFirst = false
            watch.measure(step == .fold) {
                // As a run does it with the first batch of a file.
                if rowsExpected > 0 { fold.expect(rows: rowsExpected) }
                fold.fold(&batch, file: 0, firstLine: firstLine)
            }
        }
        return fold
    }

    private func newFold(_ source: SourceDefinition, _ plan: SourcePlan) -> SourceFold {
        guard source.kind.isEvidence else {
            return SourceFold(plan: plan, keepsRows: true, sums: [], people: 0..<0)
        }
        let made = users(of: source).map { newSums($0, plan) }
        return SourceFold(
            plan: plan, keepsRows: made.contains { $0 == nil }, sums: made.compactMap { $0 },
            people: 0..<population.count)
    }

    private func newSums(_ path: ComponentPath, _ plan: SourcePlan) -> (any ScoringSums)? {
        ScoringSumsFactory.sums(
            for: definition.schemes[path.scheme].components[path.component], plan: plan,
            indicators: indicators, definition: definition, people: 0..<population.count)
    }

    /// Components that read a source, in the order of the definition.
    private func users(of source: SourceDefinition) -> [ComponentPath] {
        definition.schemes.enumerated().flatMap { scheme, definition in
            definition.components.enumerated()
                .filter { $0.element.sources.contains(source.name) }
                .map { ComponentPath(scheme: scheme, component: $0.offset) }
        }
    }
}
