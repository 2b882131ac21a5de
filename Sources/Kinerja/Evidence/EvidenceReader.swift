internal import Archiving
internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Normalization
internal import Pipeline
internal import Plan
internal import Scoring
internal import Validation

/// Reads all sources of a run in order and folds them into the evidence that scoring needs.
///
/// References and the register come first, each complete before the next begins; then the facts. A file's batches are
/// checked in parallel and folded in file order, so duplicates and line numbers do not depend on the workers.
struct EvidenceReader {
    let definition: PipelineDefinition
    let inventory: InputInventory
    let root: String
    let workers: Int
    let chunkBytes: Int
    let progress: RunProgress?
    /// Keep the rows of every source, also of those whose method needs only sums (`explain`).
    let keepsAllRows: Bool
    /// Bytes that the sums and keys of facts may take; beyond it they wait on disk.
    let memory: Int
    /// Folder for what waits on disk.
    let scratch: String

    /// What a packed input may unpack to.
    var unpacking = UnpackingLimits()
    /// Rejected rows above which the run stops, each counted once more for every 256 bytes of its text: they are held
    /// until they are listed.
    var mostRejects = Int.max
    var rejectedBytes = 0
    /// Asked after every batch.
    var stop = StopRequest.none
    /// Listens to the rows of one person (`explain`).
    var tap: EvidenceTap?
    var references = References()
    var accounts: [FileAccount] = []
    /// Of files that were hashed as they were read, by place in the inventory.
    var checksums: [Int: Checksum] = [:]
    var rejects: [RejectedRow] = []
    /// Bytes of the files begun so far.
    var bytesRead = 0
    var faults: [[FaultNote]] = []
    var findings: [Finding] = []
    var persons = PersonLedger()
    var cutNIPs = CutNIPs()
    var fileNumbers: [String: Int32] = [:]
    var referenceStores: [RowStore] = []
    var registers: [RowStore] = []
    /// By source, for the pivots that look names up in it.
    var staffNames: [String: StaffNames] = [:]
    var events: [RowStore] = []
    var population = Population()
    var corrections = CorrectionBook()
    var isPopulationReady = false
    /// Event sources that the population already knows.
    var populationEvents = 0
    var evidence: [String: RowStore] = [:]
    var sums: [ComponentPath: any SumFold] = [:]
    var indicators = IndicatorTable()
    /// Writes the evidence for later runs, when that was asked for.
    var keeper: EvidenceKeeper?
    /// What the keeper's index says of rows: as they were before references set any aside.
    var keptAccounts: [FileAccount] = []
    var keptRejects: [RejectedRow] = []
    var keptFindings: [Finding] = []
    /// Facts that wait on disk; `nil` while memory is enough.
    var spill: EvidenceSpill?
    private var hasDecidedSpill = false

    init(
        definition: PipelineDefinition, inventory: InputInventory, root: String, workers: Int,
        chunkBytes: Int, progress: RunProgress?, memory: Int = .max, scratch: String = "",
        keepsAllRows: Bool = false
    ) {
        self.memory = memory
        self.scratch = scratch
        self.definition = definition
        self.inventory = inventory
        self.root = root
        self.workers = workers
        self.chunkBytes = chunkBytes
        self.progress = progress
        self.keepsAllRows = keepsAllRows
        for (number, entry) in inventory.entries.enumerated() {
            let supplier = definition.source(entry.source)?.supplier ?? entry.source
            let replacedBy: String? =
                switch entry.fate {
                case .read: nil
                case .repeated(let original): original
                case .superseded(let winner): winner
                }
            accounts.append(
                FileAccount(
                    path: entry.path, source: entry.source, supplier: supplier,
                    checksum: entry.checksum.map { "\($0)" } ?? "", size: entry.size,
                    replacedBy: replacedBy))
            faults.append([])
            fileNumbers[entry.path] = Int32(number)
        }
    }

    /// - Throws: ``RunFailure`` of kind `input` for an unreadable file or too many rejects.
    mutating func read() async throws(RunFailure) -> EvidenceSet {
        for source in definition.sourcesInReadingOrder {
            if source.kind.isEvidence || source.kind == .correction || source.kind == .event {
                preparePopulation()
            }
            if source.kind.isEvidence { try decideSpill() }
            let fold = try await read(source)
            noteKept(source)
            // Duplicates among facts on disk are known when they are folded.
            let redelivered = redeliveries(of: source)
            findings += redelivered
            if !isSpilled(source) { try checkRejectLimit(of: source, redelivered) }
            keep(fold, of: source)
        }
        preparePopulation()
        (keptRejects, keptFindings) = (rejects, findings)
        return finish()
    }

    /// What is left to do when all sources are known.
    mutating func finish() -> EvidenceSet {
        settleCorrections()
        bookExcludedRows()
        sortRejects()
        return EvidenceSet(
            definition: definition, references: references, population: population,
            referenceStores: referenceStores, evidence: evidence, sums: sums)
    }

    // MARK: One source

    func compile(_ source: SourceDefinition, captures: [String: String]) -> SourcePlan {
        var compiler = PlanCompiler(
            source, of: definition, references: references(for: source), captures: captures)
        return compiler.compile()
    }

    /// An event may name a unit that nobody was in before, where no unit source says which there are.
    private func references(for source: SourceDefinition) -> References {
        var known = references
        if source.kind == .event, !hasUnitSource {
            known.units = nil
        }
        return known
    }

    /// The state that a source's rows are folded into.
    ///
    /// `people`: Those whose rows it takes; all of them by default.
    func newFold(
        _ source: SourceDefinition, _ plan: SourcePlan, people: Range<Int>? = nil
    ) -> SourceFold {
        guard source.kind.isEvidence else {
            return SourceFold(plan: plan, keepsRows: true, sums: [], people: 0..<0)
        }
        let people = people ?? 0..<population.count
        var sums: [any SumFold] = []
        var keepsRows = keepsAllRows || definition.hasFacts(in: source)
        for path in users(of: source) {
            let component = definition.schemes[path.scheme].components[path.component]
            let made = ScoringSumsFactory.sums(
                for: component, plan: plan, indicators: indicators, definition: definition,
                people: people)
            if let made { sums.append(made) } else { keepsRows = true }
            if definition.monitored.contains(component.id) { keepsRows = true }
        }
        if definition.payroll?.attendance.contains(source.name) == true {
            if let fold = payrollFold(source, plan, people) {
                sums.append(fold)
            } else {
                keepsRows = true
            }
        }
        let isSanction = source.kind == .sanction
        let isTraining = source.kind == .training && definition.gaps != nil
        let isAudited = definition.audit.conformance != nil && source.statesOutcomes
        return SourceFold(
            plan: plan, keepsRows: keepsRows || isSanction || isTraining || isAudited, sums: sums,
            people: people)
    }

    /// Components that read a source, in the order of the definition.
    func users(of source: SourceDefinition) -> [ComponentPath] {
        var paths: [ComponentPath] = []
        for (scheme, definition) in definition.schemes.enumerated() {
            for (index, component) in definition.components.enumerated()
            where component.sources.contains(source.name) {
                paths.append(ComponentPath(scheme: scheme, component: index))
            }
        }
        return paths
    }

    func isSpilled(_ source: SourceDefinition) -> Bool {
        spill?.sources.contains { $0.source.name == source.name } ?? false
    }

    mutating func sortRejects() {
        rejects.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// Asks once, when the people are known and before the first fact is read.
    private mutating func decideSpill() throws(RunFailure) {
        guard !hasDecidedSpill, !keepsAllRows else { return }
        hasDecidedSpill = true
        spill = try EvidenceSpill.make(
            people: population.count, need: naturalNeed(), memory: memory, folder: scratch)
    }
}
