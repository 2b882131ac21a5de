internal import Arithmetic
package import Batches
internal import CivilService
package import Definition
package import Diagnostics
package import Evidence
package import Formulas
internal import Normalization
internal import Plan
package import Regulation
package import Scoring
internal import Validation

/// A whole run over tables written in a test: every stage from checking to scoring, without files and workers.
///
/// A table is one line a row, cells divided by `;` in the order of the source's columns; cells left out at a line's end are
/// absent. `@7` stands for the NIP 198503122011011007.
package struct MiniRun {
    package let definition: PipelineDefinition
    package private(set) var evidence: EvidenceSet
    /// By source: `line label column` of every reject, in the order of the lines.
    package private(set) var rejects: [String: [String]] = [:]
    /// By source: what became of every row.
    package private(set) var outcomes: [String: [RowOutcome]] = [:]
    /// By source: lines of rows that `duplicates: refuse` rejects at the end.
    package private(set) var conflicts: [String: [Int]] = [:]
    package private(set) var overlaps: [PostingOverlap] = []
    private var references = References()
    private var population = Population()
    private var registers: [RowStore] = []
    private var events: [RowStore] = []
    private var indicators = IndicatorTable()
    private var sums: [ComponentPath: any SumFold] = [:]

    /// - Parameters:
    ///   - text: The definition.
    ///   - period: As `--period` states it.
    ///   - tables: By source; a source without table has no rows.
    ///   - keepsAllRows: Keep rows beside sums, as `explain` does.
    ///   - rules: Whose law applies.
    ///   - files: Texts of the files that the definition names, such as values of law, by path.
    /// - Throws: ``RunFailure`` with the definition's faults.
    package init(
        _ text: String, period: String, _ tables: [String: String], keepsAllRows: Bool = false,
        rules: RulesChoice = .then, files: @escaping (String) -> String? = { _ in nil }
    ) throws(RunFailure) {
        guard let period = AppraisalPeriod(parsing: period) else {
            throw RunFailure(.internal, [])
        }
        definition = try DefinitionLoader(name: "uji.yaml") { path in
            path == "uji.yaml" ? Array(text.utf8) : files(path).map { Array($0.utf8) }
        }.load(for: period, rules: rules)
        // Everything is stored before the methods that read are called.
        evidence = EvidenceSet(
            definition: definition, references: References(), population: Population(),
            referenceStores: [], evidence: [:], sums: [:])
        var referenceStores: [RowStore] = []
        var stores: [String: RowStore] = [:]
        for (number, source) in definition.sourcesInReadingOrder.enumerated() {
            if source.kind.isEvidence || source.kind == .event { preparePopulation() }
            let fold = read(
                source, tables[source.name] ?? "", number: Int32(number),
                keepsAllRows: keepsAllRows)
            switch source.kind {
            case .table, .unit, .indicator, .standard:
                referenceStores.append(fold.store)
                keepReference(fold.store, of: source)
            case .register: registers.append(fold.store)
            case .event: events.append(fold.store)
            default: stores[source.name] = fold.store
            }
        }
        preparePopulation()
        evidence = EvidenceSet(
            definition: definition, references: references, population: population,
            referenceStores: referenceStores, evidence: stores, sums: sums)
    }

    // MARK: Results

    /// One person's score; an explained one is made from rows and never from sums.
    package func score(_ person: Int32 = 0, explained: Bool = false) -> PersonScore {
        var trace = Trace(isOn: explained)
        return PersonScorer(evidence: evidence, statistics: UnitStatistics(evidence))
            .score(person, &trace)
    }

    /// How a person's score came about, all steps in order.
    package func steps(_ person: Int32 = 0) -> [Trace.Node] {
        func all(_ nodes: [Trace.Node]) -> [Trace.Node] {
            nodes.flatMap { [$0] + all($0.children) }
        }
        var trace = Trace(isOn: true)
        _ = PersonScorer(evidence: evidence, statistics: UnitStatistics(evidence))
            .score(person, &trace)
        return all(trace.nodes)
    }

    /// Exact points of the first scheme's components, `-` where missing.
    package func points(_ person: Int32 = 0, explained: Bool = false) -> [String] {
        score(person, explained: explained).components.map { $0?.exactText ?? "-" }
    }

    package func results() -> Results {
        let scorer = PersonScorer(evidence: evidence, statistics: UnitStatistics(evidence))
        var builder = ResultsBuilder(evidence)
        builder.append(ScoreStage(scorer).process(0..<evidence.population.count))
        return builder.finish()
    }

    /// `@7` as a NIP; no regular expression, since tests read thousands of tables.
    private static func expanded(_ table: String) -> String {
        let parts = table.split(separator: "@", omittingEmptySubsequences: false)
        var text = String(parts[0])
        for part in parts.dropFirst() {
            let digits = part.prefix { $0.isNumber }
            text += "198503122011011" + ("00" + digits).suffix(3) + part.dropFirst(digits.count)
        }
        return text
    }

    /// A table's rows as the readers would give them.
    package static func batch(_ table: String, columnCount: Int) -> RawBatch {
        let text = expanded(table)
        var batch = RawBatch(text: text.utf8, columnCount: columnCount)
        var offset = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty || number < lines.count - 1 {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            let isSound = cells.count <= columnCount
            batch.rows.append(
                RowOrigin(
                    line: UInt32(number), start: UInt32(offset),
                    end: UInt32(offset + line.utf8.count), cells: UInt32(cells.count),
                    fault: isSound ? .none : .cellCount))
            var start = offset
            for column in 0..<columnCount {
                guard isSound, column < cells.count else {
                    batch.fields.append(.absent)
                    continue
                }
                let count = cells[column].utf8.count
                batch.fields.append(FieldSlice(offset: start, count: count))
                start += count + 1
            }
            offset += line.utf8.count + 1
        }
        batch.lineCount = lines.count
        return batch
    }

    // MARK: Reading

    private mutating func read(
        _ source: SourceDefinition, _ table: String, number: Int32, keepsAllRows: Bool
    ) -> SourceFold {
        var compiler = PlanCompiler(source, of: definition, references: references)
        let plan = compiler.compile()
        var fold = newFold(source, plan, keepsAllRows: keepsAllRows)
        let raw = Self.batch(table, columnCount: plan.columns.count)
        let checked = ValidateStage(plan: plan, references: references).process(raw)
        let isExcluded = source.kind == .event ? [] : population.exclusions.map { $0 >= 0 }
        var batch = NormalizeStage(
            plan: plan, isExcluded: isExcluded,
            setsActingAside: definition.acting == .setAside
        ).process(checked)
        fold.fold(&batch, file: number, firstLine: 1)
        rejects[source.name] = batch.checked.rejects.map { reject in
            let fault = plan.faults[Int(reject.fault)]
            let column = fault.column.map { plan.columns[$0].name } ?? "-"
            return "\(reject.row + 1) \(fault.label) \(column)"
                + (reject.isConsequent ? " consequent" : "")
        }
        outcomes[source.name] = batch.checked.outcomes
        conflicts[source.name] = fold.settleConflicts().map { Int($0.line) }
        keepSums(of: fold, source, plan)
        return fold
    }

    private func users(of source: SourceDefinition) -> [ComponentPath] {
        definition.schemes.enumerated().flatMap { scheme, definition in
            definition.components.enumerated()
                .filter { $0.element.sources.contains(source.name) }
                .map { ComponentPath(scheme: scheme, component: $0.offset) }
        }
    }

    private func makeSums(_ path: ComponentPath, _ plan: SourcePlan) -> (any ScoringSums)? {
        ScoringSumsFactory.sums(
            for: definition.schemes[path.scheme].components[path.component], plan: plan,
            indicators: indicators, definition: definition, people: 0..<population.count)
    }

    private func newFold(
        _ source: SourceDefinition, _ plan: SourcePlan, keepsAllRows: Bool
    ) -> SourceFold {
        guard source.kind.isEvidence else {
            return SourceFold(plan: plan, keepsRows: true, sums: [], people: 0..<0)
        }
        let made = users(of: source).map { makeSums($0, plan) }
        let needsRows =
            made.contains { $0 == nil } || source.kind == .sanction
            || definition.hasFacts(in: source)
        return SourceFold(
            plan: plan, keepsRows: keepsAllRows || needsRows, sums: made.compactMap { $0 },
            people: 0..<population.count)
    }

    private mutating func keepSums(
        of fold: SourceFold, _ source: SourceDefinition, _ plan: SourcePlan
    ) {
        guard source.kind.isEvidence else { return }
        var made = fold.sums.makeIterator()
        for path in users(of: source) where makeSums(path, plan) != nil {
            sums[path] = made.next()
        }
    }

    private mutating func keepReference(_ store: RowStore, of source: SourceDefinition) {
        let table = ReferenceBuilder.table(of: store, definition: definition)
        references.tables[source.name] = table
        if source.kind == .unit, store.count > 0 { references.units = table }
        if source.kind == .indicator, store.count > 0 {
            references.indicators = table
            indicators = IndicatorTable(names: table.names, stores: [store])
        }
    }

    private mutating func preparePopulation() {
        if references.units == nil {
            references.units = ReferenceBuilder.units(of: registers, definition: definition)
        }
        var builder = PopulationBuilder(
            definition: definition, references: references, registers: registers, events: events)
        (population, references.people) = builder.build()
        references.oldNIPs = ReferenceBuilder.oldNIPs(of: registers)
        overlaps = builder.overlaps
    }
}
