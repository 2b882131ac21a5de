internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Files
internal import Ingestion
internal import Pipeline
internal import Plan

extension EvidenceReader {
    /// Keeps the rows of a batch that count.
    func keep(
        _ batch: CheckedBatch, _ block: ColumnBlock, file: Int32, firstLine: UInt32
    ) throws(RunFailure) {
        let rows = batch.usedRows
        if rows.isEmpty { return }
        try keeper?.append(block.encode(rows, of: batch, file: file, firstLine: firstLine))
    }

    /// Notes what became of a source's rows so far; what follows from them is found again when they are restored.
    mutating func noteKept(_ source: SourceDefinition) {
        guard keeper != nil else { return }
        if keptAccounts.isEmpty { keptAccounts = accounts }
        for number in accounts.indices where accounts[number].source == source.name {
            keptAccounts[number] = accounts[number]
        }
    }

    /// Publishes what was kept.
    func publishKept(_ prepared: PreparedRun) throws(RunFailure) {
        guard let keeper else { return }
        let options = prepared.options
        try keeper.publish(rejects: keptRejects) { checksums in
            KeptIndex(
                reading: "\(ReadingDigest.of(definition, program: options.program))",
                period: "\(definition.period)", inputs: FileTree.absolute(options.inputs),
                entries: zip(prepared.inventory.entries, keptAccounts).map(Self.entry),
                sources: keeper.sources, areWhole: keeper.areWhole,
                inventoryFindings: prepared.inventory.findings.map { finding in
                    KeptIndex.Note(
                        Finding(
                            code: finding.code, location: SourceLocation(file: finding.path),
                            person: -1, message: finding.message, hint: finding.hint))
                },
                findings: keptFindings.map { KeptIndex.Note($0) },
                rejectedPeople: persons.rejected.sorted(),
                peopleSetAside: persons.setAside.sorted(), corrections: corrections.uses,
                checksums: checksums)
        }
    }

    private static func entry(_ entry: InputEntry, _ account: FileAccount) -> KeptIndex.Entry {
        var (repeatedOf, supersededBy): (String?, String?)
        switch entry.fate {
        case .read: break
        case .repeated(let original): repeatedOf = original
        case .superseded(let winner): supersededBy = winner
        }
        return KeptIndex.Entry(
            path: entry.path, source: entry.source, captures: entry.captures,
            checksum: account.checksum, size: entry.size, repeatedOf: repeatedOf,
            supersededBy: supersededBy,
            outcomes: RowOutcome.allCases.map { account.count($0) },
            consequentRejects: account.consequentRejects, agencies: account.agencies,
            lines: account.lines.map {
                [$0.preamble, $0.header, $0.blank, $0.footer, $0.records, $0.total]
            })
    }

    // MARK: Restoring

    /// Takes the evidence that an earlier run kept, in place of reading the inputs.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when it is damaged, of kind `definition` when a method needs rows of
    ///   which only the sums' columns were kept.
    mutating func restore(_ kept: KeptEvidence) async throws(RunFailure) -> EvidenceSet {
        for (number, entry) in kept.index.entries.enumerated() { restore(entry, number) }
        rejects = kept.rejects
        persons.rejected = Set(kept.index.rejectedPeople)
        persons.setAside = Set(kept.index.peopleSetAside)
        references.rejectedPeople = persons.rejected
        for source in definition.sourcesInReadingOrder {
            if source.kind.isEvidence || source.kind == .correction || source.kind == .event {
                preparePopulation()
            }
            keep(try await restore(source, kept), of: source)
        }
        findings = kept.index.findings.compactMap(\.finding)
        preparePopulation()
        corrections.restore(kept.index.corrections)
        return finish()
    }

    private mutating func restore(_ entry: KeptIndex.Entry, _ number: Int) {
        accounts[number].restore(outcomes: entry.outcomes)
        accounts[number].consequentRejects = entry.consequentRejects
        accounts[number].restore(agencies: entry.agencies)
        guard let counts = entry.lines, counts.count == 6 else {
            accounts[number].lines = nil
            return
        }
        var lines = FileAccount.Lines()
        (lines.preamble, lines.header, lines.blank) = (counts[0], counts[1], counts[2])
        (lines.footer, lines.records, lines.total) = (counts[3], counts[4], counts[5])
        accounts[number].lines = lines
    }

    private mutating func restore(
        _ source: SourceDefinition, _ kept: KeptEvidence
    ) async throws(RunFailure) -> SourceFold? {
        var fold: SourceFold?
        var plan: SourcePlan?
        for (number, entry) in inventory.entries.enumerated() where entry.source == source.name {
            let compiled = compile(source, captures: entry.captures)
            faults[number] = Self.notes(of: compiled)
            if plan == nil { (plan, fold) = (compiled, newFold(source, compiled)) }
        }
        guard let plan, let made = fold else { return nil }
        let isWhole = kept.isWhole(source.name)
        guard isWhole || made.needsSumsOnly else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: source.place,
                    "a component needs whole rows of '\(source.name)', of which only figures were kept",
                    hint: "run again from the inputs"))
        }
        var readers = try kept.readers(of: source.name)[...]
        let block = ColumnBlock(plan, keepsRows: isWhole)
        let people = references.people
        let progress = progress
        try await mapInOrder(
            window: workers == 1 ? 1 : workers * 2,
            next: { () throws(RunFailure) -> [UInt8]? in
                while let reader = readers.first {
                    if let bytes = try reader.next() { return bytes }
                    readers.removeFirst()
                }
                return nil
            },
            transform: { bytes in try? block.decode(bytes, people: people) },
            emit: { (result) throws(RunFailure) in
                guard let (batch, file) = result else {
                    throw KeptEvidence.refusal(source.name, "", "a block is damaged")
                }
                fold?.restore(batch, file: file)
                progress?.add(rows: batch.rowCount)
            })
        return fold
    }
}
