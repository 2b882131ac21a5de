internal import Batches
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Plan
internal import Tabular

extension EvidenceReader {
    static func notes(of plan: SourcePlan) -> [FaultNote] {
        plan.faults.map { fault in
            FaultNote(
                code: fault.code, label: fault.label,
                heading: fault.column.map { plan.columns[$0].heading } ?? "",
                expected: fault.expected)
        }
    }

    /// Books every row of a batch and lists its rejects.
    mutating func account(
        _ batch: CheckedBatch, number: Int32, firstLine: UInt32, plan: SourcePlan
    ) {
        let file = Int(number)
        accounts[file].add(batch)
        if case .column(let name) = plan.source.expectation?.agencies?.origin,
            let column = plan.column(name)
        {
            accounts[file].addAgencies(batch, column: column)
        }
        for reject in batch.rejects {
            list(reject, of: batch, number: number, firstLine: firstLine, plan: plan)
        }
        if tap != nil {
            let places = batch.corrections.filter(\.isApplied).compactMap { use in
                corrections.place(use.correction, source: plan.source.name).map { place in
                    (row: use.row, place: "\(accounts[Int(place.file)].path):\(place.line)")
                }
            }
            tap?.listen(
                to: batch, account: accounts[file], firstLine: firstLine, plan: plan,
                corrections: places)
        }
        if plan.source.kind == .register, let nip = plan.column("nip") {
            for row in 0..<batch.rowCount where batch.outcomes[row] != .used {
                let digits = batch.columns[nip].values[row]
                guard digits != TypedColumn.null else { continue }
                if batch.outcomes[row] == .rejected {
                    persons.rejected.insert(UInt64(digits))
                    references.rejectedPeople.insert(UInt64(digits))
                } else {
                    persons.setAside.insert(UInt64(digits))
                }
            }
        }
        // A rejected row is no statement of the fact: neither a hit nor a contradiction.
        for use in batch.corrections where batch.outcomes[Int(use.row)] != .rejected {
            corrections.note(use.correction, source: plan.source.name, isApplied: use.isApplied)
        }
    }

    private mutating func list(
        _ reject: RowReject, of batch: CheckedBatch, number: Int32, firstLine: UInt32,
        plan: SourcePlan
    ) {
        let fault = plan.faults[Int(reject.fault)]
        let row = Int(reject.row)
        let place = CellPlace(batch: batch.raw, row: row, column: fault.column)
        let found: String
        if let column = fault.column {
            // A heading that names nobody is told by its column and not by a name.
            let isNameless = fault.code == DiagnosticCode.headingPerson.rawValue
            found = place.text(ofColumn: isNameless ? plan.answerColumn ?? column : column)
        } else if reject.fault == plan.recordFaults.duplicate {
            found = place.text(ofColumn: 0)
        } else {
            found = place.line
        }
        noteCutNIP(of: reject, fault, batch, number: number, firstLine: firstLine)
        if reject.isConsequent { accounts[Int(number)].consequentRejects += 1 }
        let excerpt = CellPlace.excerpt(of: found)
        rejectedBytes += excerpt.utf8.count
        rejects.append(
            RejectedRow(
                file: number, line: firstLine + batch.raw.rows[row].line,
                column: UInt32(place.character), fault: reject.fault,
                found: excerpt, isConsequent: reject.isConsequent))
    }

    /// An unknown NIP that ends in 000 may be one of which a spreadsheet kept fifteen digits.
    private mutating func noteCutNIP(
        of reject: RowReject, _ fault: FaultDescriptor, _ batch: CheckedBatch, number: Int32,
        firstLine: UInt32
    ) {
        guard fault.code == DiagnosticCode.unknownPerson.rawValue, let column = fault.column,
            case let nip = batch.columns[column].values[Int(reject.row)], nip > 0,
            let person = cutNIPs.likelyPerson(of: UInt64(nip), file: number, in: population)
        else { return }
        let line = Int(firstLine + batch.raw.rows[Int(reject.row)].line)
        findings.append(
            CutNIPs.finding(
                of: person,
                at: SourceLocation(file: accounts[Int(number)].path, line: line)))
    }

    /// A row whose key other rows state differently: none of them counts, and somebody must look.
    mutating func rejectConflict(
        _ conflict: (file: Int32, line: UInt32, found: String), _ plan: SourcePlan
    ) {
        let file = Int(conflict.file)
        accounts[file].move(from: .used, to: .rejected)
        rejects.append(
            RejectedRow(
                file: conflict.file, line: conflict.line, column: 0,
                fault: plan.recordFaults.conflictingDuplicates, found: conflict.found,
                isConsequent: false))
        let digits = UInt64(conflict.found) ?? 0
        findings.append(
            Finding(
                code: .conflictingDuplicates,
                location: SourceLocation(
                    file: accounts[file].path, line: Int(conflict.line)),
                person: digits == 0 ? -1 : references.people.index(of: digits),
                message: Wording(
                    "baris dengan kunci yang sama berbeda isinya: semuanya ditolak",
                    "rows with the same key differ: all of them are rejected"),
                hint: Wording(
                    "minta pemasok menyatakan baris yang benar",
                    "ask the supplier which row is right")))
    }

    /// Rows of a file that does not count: read for the balance, and no more.
    mutating func countOnly(
        _ reader: RecordReader, number: Int, fate: InputEntry.Fate
    ) throws(RunFailure) {
        var outcome = RowOutcome.superseded
        if case .repeated = fate { outcome = .repeated }
        while let piece = try reader.next() {
            let batch = piece.cut()
            _ = reader.book(batch)
            accounts[number].add(outcome, count: batch.rows.count)
            accounts[number].addRecordLines(batch.recordLineCount)
        }
    }

    /// What only the file's end tells: its checksum, and the lines that belong to no record.
    mutating func noteEnd(_ end: FileStages.End, number: Int) {
        if let checksum = end.checksum {
            checksums[number] = checksum
            accounts[number].checksum = "\(checksum)"
        }
        if inventory.entries[number].fate == .read {
            findings += end.findings.map { finding in
                Finding(
                    code: finding.code,
                    location: SourceLocation(file: finding.path, line: finding.line), person: -1,
                    message: finding.message, hint: finding.hint)
            }
        }
        guard let counts = end.counts else {
            accounts[number].lines = nil
            return
        }
        var lines = accounts[number].lines ?? .init()
        lines.preamble = counts.preamble
        lines.header = counts.header
        lines.blank = counts.blank
        lines.footer = counts.footer
        lines.total = Int(end.lastLine) + counts.footer
        accounts[number].lines = lines
    }

    /// A file without records may be what was meant, or the sign of a wrong path: somebody must look.
    mutating func noteEmptiness(number: Int) {
        guard accounts[number].read == 0 else { return }
        findings.append(
            Finding(
                code: .noRecords, location: SourceLocation(file: accounts[number].path),
                person: -1,
                message: Wording(
                    "berkas ini tidak berisi satu rekaman pun", "the file holds no record"),
                hint: Wording(
                    "periksa jalur record dalam definisi, atau minta ekspornya lagi",
                    "check the record path of the definition, or ask for the export again")))
    }

    /// The run stops when a source's own rejects exceed its limit and 10 rows.
    func checkRejectLimit(
        of source: SourceDefinition, _ redelivered: [Finding]
    ) throws(RunFailure) {
        guard let basisPoints = source.rejectLimit.basisPoints else { return }
        let own = accounts.filter { $0.source == source.name }
        let rows = own.reduce(0) { $0 + $1.read }
        let rejected = own.reduce(0) { $0 + $1.count(.rejected) - $1.consequentRejects }
        guard rejected > 10, rejected * 10_000 > rows * basisPoints else { return }
        var problems = [
            Diagnostic(
                .rejectLimit, at: source.place,
                "\(rejected) of \(rows) rows of '\(source.name)' are rejected, allowed are "
                    + "\(basisPoints / 100).\(basisPoints % 100 / 10)\(basisPoints % 10) %",
                hint: "correct the export or its mapping; 'reject_limit' of the source allows more")
        ]
        problems += redelivered.prefix(3).map { finding in
            Diagnostic(
                finding.code, at: finding.location, finding.message(.english),
                hint: finding.hint(.english))
        }
        for reject in rejects
        where accounts[Int(reject.file)].source == source.name && !reject.isConsequent
            && problems.count < 6 + min(3, redelivered.count)
        {
            problems.append(diagnostic(of: reject))
        }
        throw RunFailure(.input, problems)
    }

    /// The run stops at once when it would hold more rejects than it may: a file of nothing but faults would else fill
    /// the memory before its share of them is known.
    func checkRejectCeiling(of source: SourceDefinition) throws(RunFailure) {
        let held = rejects.count + rejectedBytes / 256
        guard held > mostRejects, let last = rejects.last else { return }
        throw RunFailure(
            .input,
            [
                Diagnostic(
                    .rejectLimit,
                    at: SourceLocation(
                        file: accounts[Int(last.file)].path, line: Int(last.line)),
                    "\(rejects.count) rows are rejected so far, more than the \(mostRejects) of 256 bytes "
                        + "that are held: the run stops here",
                    hint: "correct the export or its mapping, or raise --max-rejects"),
                diagnostic(of: last),
            ])
    }

    func diagnostic(of reject: RejectedRow) -> Diagnostic {
        let note = faults[Int(reject.file)][Int(reject.fault)]
        let code = DiagnosticCode(rawValue: note.code) ?? .cellCount
        let column = note.heading.isEmpty ? "" : "\(note.heading) "
        return Diagnostic(
            code,
            at: SourceLocation(
                file: accounts[Int(reject.file)].path, line: Int(reject.line),
                column: Int(reject.column)),
            "\(column)\(Masking.quoted(reject.found)), expected \(note.expected(.english))")
    }
}
