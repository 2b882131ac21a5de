internal import Batches
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Plan
internal import Scoring

extension EvidenceReader {
    /// Keeps what a finished source leaves behind, and makes it known to the sources after it.
    mutating func keep(_ fold: SourceFold?, of source: SourceDefinition) {
        guard let fold else { return }
        switch source.kind {
        case .table, .unit, .indicator, .standard:
            keepReference(inForce(fold.store), of: source)
        case .master, .unor, .jabatan, .filing: referenceStores.append(fold.store)
        case .register: registers.append(fold.store)
        case .event: events.append(fold.store)
        case .correction: corrections.add(fold.store)
        default: keepEvidence(fold, of: source)
        }
    }

    private mutating func keepReference(_ store: RowStore, of source: SourceDefinition) {
        referenceStores.append(store)
        let table = ReferenceBuilder.table(of: store, definition: definition)
        references.tables[source.name] = table
        // Of several sources the first that has delivered says which there are.
        if source.kind == .unit, references.units == nil, isDelivered(source) {
            references.units = table
        }
        if source.kind == .indicator, references.indicators == nil {
            references.indicators = table
            indicators = IndicatorTable(names: table.names, stores: [store])
        }
    }

    private mutating func keepEvidence(_ fold: SourceFold, of source: SourceDefinition) {
        evidence[source.name] = fold.store
        for (path, sum) in sums(of: fold, source) { sums[path] = sum }
    }

    /// The sums of a source by the component that they are for.
    func sums(
        of fold: SourceFold, _ source: SourceDefinition
    ) -> [ComponentPath: any SumFold] {
        var sums: [ComponentPath: any SumFold] = [:]
        var made = fold.sums.makeIterator()
        for path in users(of: source) {
            let component = definition.schemes[path.scheme].components[path.component]
            let needsSums = ScoringSumsFactory.sums(
                for: component, plan: fold.plan, indicators: indicators, definition: definition,
                people: 0..<0)
            if needsSums != nil, let sum = made.next() { sums[path] = sum }
        }
        if let place = definition.payroll?.attendance.firstIndex(of: source.name),
            payrollFold(source, fold.plan, 0..<0) != nil, let sum = made.next()
        {
            sums[.payroll(place)] = sum
        }
        return sums
    }

    /// What payroll keeps of a source of attendance; `nil` where that needs the rows whole.
    func payrollFold(
        _ source: SourceDefinition, _ plan: SourcePlan, _ people: Range<Int>
    ) -> AttendanceFold? {
        guard let payroll = definition.payroll, AttendanceFold.needsSumsOnly(plan) else {
            return nil
        }
        return AttendanceFold(
            plan, rule: payroll, postings: population.postings, people: people)
    }

    /// The people whom headings of a source may name; made once for all its files.
    mutating func staff(for source: SourceDefinition) -> StaffNames {
        guard let people = source.pivot?.people else { return StaffNames([]) }
        if let known = staffNames[people] { return known }
        let stores = (referenceStores + registers).filter { $0.plan.source.name == people }
        let names = StaffNames(
            stores.flatMap { store in
                let (nama, nip) = (store.column("nama"), store.column("nip"))
                let kode = store.column("kode")
                return (0..<store.count).map { row in
                    (
                        name: store.text(nama, row) ?? "",
                        nip: store.value(nip, row).map { "\($0)" } ?? store.text(kode, row) ?? ""
                    )
                }
            })
        staffNames[people] = names
        return names
    }

    /// Of versions by date, the rows in force at the period's end; the others are set aside.
    private mutating func inForce(_ store: RowStore) -> RowStore {
        let (from, until) = (store.column("mulai"), store.column("sampai"))
        guard from != nil || until != nil else { return store }
        let end = Int64(definition.period.last.dayNumber)
        var isKept = [Bool](repeating: true, count: store.count)
        for row in 0..<store.count {
            let starts = store.value(from, row) ?? .min
            let ends = store.value(until, row) ?? .max
            guard starts > end || ends < end else { continue }
            isKept[row] = false
            accounts[Int(store.files[row])].move(from: .used, to: .notInForce)
        }
        return store.keeping(isKept)
    }

    /// Whether a unit source has delivered, and so says which units there are.
    var hasUnitSource: Bool {
        definition.sources.contains { $0.kind == .unit && isDelivered($0) }
    }

    private func isDelivered(_ source: SourceDefinition) -> Bool {
        inventory.entries.contains { $0.source == source.name }
    }

    /// Builds the population from register and events read so far; once more when events have come.
    mutating func preparePopulation() {
        guard !isPopulationReady || populationEvents < events.count else { return }
        if !hasUnitSource {
            references.units = ReferenceBuilder.units(
                of: registers + events, definition: definition)
        }
        var builder = PopulationBuilder(
            definition: definition, references: references, registers: registers, events: events)
        (population, references.people) = builder.build()
        references.oldNIPs = ReferenceBuilder.oldNIPs(of: registers)
        isPopulationReady = true
        if let nip = tap?.nip {
            let person = references.people.index(of: nip)
            let postings = person < 0 ? [] : Array(population.postings[Int(person)])
            tap?.units = Set(postings.map(\.unit))
        }
        populationEvents = events.count
        findings.removeAll { $0.code == .overlappingPostings }
        for overlap in builder.overlaps {
            findings.append(
                Finding(
                    code: .overlappingPostings,
                    location: SourceLocation(
                        file: accounts[Int(overlap.file)].path, line: Int(overlap.line)),
                    person: overlap.person,
                    message: Wording(
                        "jabatan sebelumnya berakhir sesudah jabatan ini mulai: hari yang "
                            + "bertumpuk dihitung untuk jabatan ini",
                        "the post before ends after this one begins: the days they share count "
                            + "for this one"),
                    hint: Wording(
                        "perbaiki tanggal akhir jabatan sebelumnya di data pegawai",
                        "correct the end of the post before in the register")))
        }
    }

    /// Corrections that contradict the export are rejects after all; those that met nothing are findings.
    mutating func settleCorrections() {
        for entry in corrections.unsettled {
            let file = Int(entry.file)
            guard entry.isMismatch else {
                findings.append(
                    Finding(
                        code: .correctionUnused,
                        location: SourceLocation(
                            file: accounts[file].path, line: Int(entry.line)),
                        person: references.people.index(of: entry.nip),
                        message: Wording(
                            "koreksi ini tidak menemukan fakta yang disebutnya",
                            "this correction met no fact that it names"),
                        hint: Wording(
                            "periksa sumber, kunci dan kolom koreksi",
                            "check its source, key and column")))
                continue
            }
            accounts[file].move(from: .used, to: .rejected)
            let fault = faults[file].firstIndex {
                $0.code == DiagnosticCode.correctionMismatch.rawValue
            }
            rejects.append(
                RejectedRow(
                    file: entry.file, line: entry.line, column: 0, fault: Int32(fault ?? 0),
                    found: entry.old ?? "", isConsequent: false))
        }
    }

    /// Rows of excluded persons count as excluded, those of the register and of its events too.
    mutating func bookExcludedRows() {
        guard population.exclusions.contains(where: { $0 >= 0 }) else { return }
        for store in registers + events {
            let nip = store.column("nip")
            for row in 0..<store.count {
                guard let digits = store.value(nip, row) else { continue }
                let person = references.people.index(of: UInt64(digits))
                if person >= 0, population.exclusions[Int(person)] >= 0 {
                    accounts[Int(store.files[row])].move(from: .used, to: .excluded)
                }
            }
        }
    }

    /// Valid NIPs of the register and what became of them.
    func personBalance(_ results: Results) -> PersonBalance {
        var balance = PersonBalance()
        balance.ranked = results.count(of: .ranked)
        balance.unscored = results.count(of: .unscored)
        balance.excluded = results.count(of: .excluded)
        var absent = persons.rejected.union(persons.setAside)
        absent = absent.filter { references.people.index(of: $0) < 0 }
        balance.everyRowRejected = absent.filter { persons.rejected.contains($0) }.count
        balance.everyRowSetAside = absent.count - balance.everyRowRejected
        balance.registered = population.count + absent.count
        return balance
    }
}
