internal import Archiving
internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Normalization
internal import Pipeline
internal import Plan
internal import Validation

extension EvidenceReader {
    /// Bytes up to which a file is read whole by one worker, so that many are read at once.
    ///
    /// A plain file keeps all workers busy by itself; unpacking and XML are the work of one, and packed files hold
    /// some ten times their size.
    private static func smallFile(_ path: String) -> Int {
        if path.hasSuffix(".xml.gz") { return 512 << 10 }
        if path.hasSuffix(".gz") { return 1 << 20 }
        return path.hasSuffix(".xml") ? 8 << 20 : 2 << 20
    }

    /// A file whose turn has come, with what is done to its records.
    struct Turn: Sendable {
        let number: Int
        let entry: InputEntry
        let stages: FileStages
    }

    /// Reads the files of a source in order; runs of small ones several at a time.
    mutating func read(_ source: SourceDefinition) async throws(RunFailure) -> SourceFold? {
        var fold: SourceFold?
        let files = inventory.entries.enumerated().filter { $0.element.source == source.name }
            .map { (number: $0.offset, entry: $0.element) }
        var rest = files.filter { !isNothing($0.entry, of: source) }[...]
        for file in files where isNothing(file.entry, of: source) { noteNothing(file.number) }
        while let file = rest.first {
            let small = rest.prefix { Self.isSmall($0.entry) }
            if small.count > 1 {
                rest = rest.dropFirst(small.count)
                try await readSmall(small, of: source, into: &fold)
                continue
            }
            rest.removeFirst()
            let turn = try turn(of: file.number, file.entry, source, &fold)
            begin(turn)
            let reader = try RecordReader(
                file.entry, of: source, root: root, chunkBytes: chunkBytes, limits: unpacking,
                staff: turn.stages.staff)
            if file.entry.fate == .read {
                try await read(reader, turn, into: &fold)
            } else {
                try countOnly(reader, number: file.number, fate: file.entry.fate)
            }
            noteEnd(FileStages.End(reader), number: file.number)
            noteEmptiness(number: file.number)
        }
        return try settle(fold, of: source)
    }

    /// A file without a byte is refused, unless the definition says what becomes of a missing delivery.
    private func isNothing(_ entry: InputEntry, of source: SourceDefinition) -> Bool {
        entry.size == 0 && source.expectation != nil
    }

    private mutating func noteNothing(_ number: Int) {
        let checksum = Checksum.Hasher().finish()
        checksums[number] = checksum
        accounts[number].checksum = "\(checksum)"
        noteEmptiness(number: number)
    }

    private static func isSmall(_ entry: InputEntry) -> Bool {
        entry.fate == .read && entry.size <= smallFile(entry.path)
    }

    mutating func turn(
        of number: Int, _ entry: InputEntry, _ source: SourceDefinition,
        _ fold: inout SourceFold?
    ) throws(RunFailure) -> Turn {
        let plan = compile(source, captures: entry.captures)
        faults[number] = Self.notes(of: plan)
        if fold == nil {
            let made = newFold(source, plan)
            if spill != nil, made.canBeDivided {
                spill?.begin(source, plan)
            } else if made.needsSumsOnly {
                try keeper?.begin(source.name, isWhole: false)
            }
            fold = made
        }
        let stages = FileStages(
            plan: plan, validate: ValidateStage(plan: plan, references: references),
            normalize: NormalizeStage(
                plan: plan,
                // Who is excluded may depend on the events themselves: their rows are booked at the end.
                isExcluded: source.kind == .event ? [] : population.exclusions.map { $0 >= 0 },
                setsActingAside: definition.acting == .setAside),
            desk: CorrectionDesk(
                plan: plan, corrections: corrections.corrections(of: source.name)),
            sorting: isSpilled(source) ? BlockSorting(plan, spill) : nil,
            unpacking: unpacking, staff: staff(for: source))
        return Turn(number: number, entry: entry, stages: stages)
    }

    private mutating func begin(_ turn: Turn) {
        progress?.begin(
            turn.entry.path, bytesBefore: bytesRead,
            bytesOfAll: inventory.entries.reduce(0) { $0 + $1.size })
        bytesRead += turn.entry.size
    }

    private mutating func settle(
        _ fold: SourceFold?, of source: SourceDefinition
    ) throws(RunFailure) -> SourceFold? {
        guard var settled = fold else { return nil }
        for conflict in settled.settleConflicts() { rejectConflict(conflict, settled.plan) }
        if !settled.needsSumsOnly, let keeper {
            try keeper.begin(source.name, isWhole: true)
            for block in settled.store.blocks() { try keeper.append(block) }
        }
        return settled
    }

    /// Small files: each is read, checked and normalized by one worker, and folded in its turn.
    private mutating func readSmall(
        _ files: ArraySlice<(number: Int, entry: InputEntry)>, of source: SourceDefinition,
        into fold: inout SourceFold?
    ) async throws(RunFailure) {
        var pending = files
        let (root, chunkBytes) = (root, chunkBytes)
        try await mapInOrder(
            window: workers,
            next: { () throws(RunFailure) -> Turn? in
                guard let file = pending.popFirst() else { return nil }
                return try turn(of: file.number, file.entry, source, &fold)
            },
            transform: { turn in
                (
                    turn: turn,
                    file: turn.stages.readWhole(turn.entry, root: root, chunkBytes: chunkBytes)
                )
            },
            emit: { (result) throws(RunFailure) in
                let turn = result.turn
                begin(turn)
                for (checked, firstLine) in result.file.batches {
                    try take(checked, firstLine: firstLine, turn, into: &fold)
                }
                if let failure = result.file.failure { throw failure }
                if let end = result.file.end { noteEnd(end, number: turn.number) }
                noteEmptiness(number: turn.number)
            })
    }

    /// A file of its own: its batches are checked by all workers.
    private mutating func read(
        _ reader: RecordReader, _ turn: Turn, into fold: inout SourceFold?
    ) async throws(RunFailure) {
        let stages = turn.stages
        var isFirst = true
        try await mapInOrder(
            window: workers == 1 ? 1 : workers * 2,
            next: { () throws(RunFailure) in try reader.next() },
            transform: { piece in stages.process(piece) },
            emit: { (checked) throws(RunFailure) in
                let raw = checked.batch.checked.raw
                if isFirst, raw.textLength > 0 {
                    // As many rows as the first batch lets expect; packed files have more.
                    fold?.expect(
                        rows: turn.entry.size / raw.textLength * checked.batch.checked.rowCount)
                    isFirst = false
                }
                try take(checked, firstLine: reader.book(raw), turn, into: &fold)
            })
    }

    /// Folds a batch, or puts its rows on disk, and books it.
    private mutating func take(
        _ checked: FileStages.Checked, firstLine: UInt32, _ turn: Turn,
        into fold: inout SourceFold?
    ) throws(RunFailure) {
        var batch = checked.batch
        let file = Int32(turn.number)
        if let sorting = turn.stages.sorting {
            for part in checked.rows {
                let bytes = sorting.block.encode(
                    part.rows, of: batch.checked, file: file, firstLine: firstLine)
                try spill?.write(bytes, range: part.range)
            }
        } else {
            fold?.fold(&batch, file: file, firstLine: firstLine)
            if keeper != nil, fold?.needsSumsOnly == true {
                let block = ColumnBlock(turn.stages.plan, keepsRows: false)
                try keep(batch.checked, block, file: file, firstLine: firstLine)
            }
        }
        account(
            batch.checked, number: file, firstLine: firstLine, plan: turn.stages.plan)
        try checkRejectCeiling(of: turn.stages.plan.source)
        try stop.check(at: turn.entry.path)
        progress?.add(rows: batch.checked.rowCount)
    }
}
