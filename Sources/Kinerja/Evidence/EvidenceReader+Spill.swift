internal import Batches
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Pipeline
internal import Plan
internal import Scoring

extension EvidenceReader {
    /// Bytes that the sums and keys of facts will take, by the number of people and the size of the files.
    ///
    /// People themselves, rows that a method needs whole and results are not counted: they stay in memory.
    func naturalNeed() -> Int {
        var sums = 0
        var keys = 0
        for source in definition.sourcesInReadingOrder where source.kind.isEvidence {
            let fold = newFold(source, compile(source, captures: [:]), people: 0..<0)
            guard fold.canBeDivided else { continue }
            sums += population.count * fold.sums.reduce(0) { $0 + $1.bytesPerPerson }
            // Records of fewer bytes are rare; packed files hold some ten times their size.
            let bytes = inventory.entries.filter { $0.source == source.name }.reduce(0) {
                $0 + $1.size * ($1.path.hasSuffix(".gz") ? 10 : 1)
            }
            keys = max(keys, fold.keyBytes(rows: bytes / 40, people: population.count))
        }
        return sums + keys
    }

    /// Folds the facts of a range of people that wait on disk.
    ///
    /// - Parameters:
    ///   - part: The range's place.
    ///   - evidence: Everything else that is known.
    /// - Returns: The evidence with the sums of these people.
    /// - Throws: ``RunFailure`` of kind `output` when the facts cannot be read back.
    mutating func fold(
        part: Int, with evidence: EvidenceSet
    ) async throws(RunFailure) -> EvidenceSet {
        guard let spill else { return evidence }
        var sums: [ComponentPath: any SumFold] = [:]
        for stored in spill.sources {
            var fold = newFold(stored.source, stored.plan, people: spill.ranges[part])
            try keeper?.begin(stored.source.name, isWhole: false)
            try await self.fold(stored, part: part, of: spill, into: &fold)
            for (path, sum) in self.sums(of: fold, stored.source) { sums[path] = sum }
        }
        return evidence.adding(sums)
    }

    private mutating func fold(
        _ stored: EvidenceSpill.Source, part: Int, of spill: EvidenceSpill,
        into fold: inout SourceFold
    ) async throws(RunFailure) {
        let block = ColumnBlock(stored.plan, keepsRows: false)
        let people = references.people
        var places = stored.blocks[part].makeIterator()
        try await mapInOrder(
            window: workers == 1 ? 1 : workers * 2,
            next: { () throws(RunFailure) -> [UInt8]? in
                guard let place = places.next() else { return nil }
                return try spill.read(place)
            },
            transform: { bytes in try? block.decode(bytes, people: people) },
            emit: { (result) throws(RunFailure) in
                guard let (rows, file) = result else {
                    throw RunFailure(
                        .output,
                        Diagnostic(
                            .outputFailed, at: SourceLocation(file: scratch),
                            "facts that were put on disk came back otherwise",
                            hint: "check the disk, then run again"))
                }
                var batch = EvidenceBatch(checked: rows)
                fold.fold(&batch, file: file, firstLine: 0)
                if keeper != nil {
                    try keep(batch.checked, block, file: file, firstLine: 0)
                }
                for reject in batch.checked.rejects {
                    listRepeated(reject, of: batch.checked, file: file)
                }
            })
    }

    /// A row that was booked as used before its key was settled.
    private mutating func listRepeated(
        _ reject: RowReject, of batch: CheckedBatch, file: Int32
    ) {
        let row = Int(reject.row)
        let field = batch.raw.fields[row]
        let found: String
        if field.isAbsent {
            found =
                NIP(unchecked: references.people.nips[Int(batch.columns[0].codes[row])])
                .description
        } else {
            found = String(decoding: batch.raw.text(field), as: UTF8.self)
        }
        accounts[Int(file)].move(from: .used, to: .rejected)
        let repeated = RejectedRow(
            file: file, line: batch.raw.rows[row].line, column: 0, fault: reject.fault,
            found: found, isConsequent: false)
        rejects.append(repeated)
        if keeper != nil { keptRejects.append(repeated) }
    }

    /// What is left to do when all ranges are folded.
    mutating func settleSpill() throws(RunFailure) {
        guard let spill else { return }
        for stored in spill.sources { noteKept(stored.source) }
        sortRejects()
        for stored in spill.sources { try checkRejectLimit(of: stored.source, []) }
    }
}
