internal import Arithmetic
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Pipeline
internal import Scoring

/// A whole run in memory: from prepared inputs to everything that the outputs say.
struct AppraisalRun {
    /// People scored by one task at a time.
    private static let peoplePerTask = 4_096

    let previous: PreviousRun?
    let kept: KeptEvidence?
    let progress: RunProgress?

    /// - Parameter prepared: Gets the checksums of inputs that were not hashed before.
    /// - Returns: Everything that the outputs say.
    /// - Throws: ``RunFailure`` of kind `input`.
    func compute(_ prepared: inout PreparedRun) async throws(RunFailure) -> RunRecord {
        let options = prepared.options
        var reader = EvidenceReader(
            definition: prepared.definition, inventory: prepared.inventory, root: options.inputs,
            workers: options.workers, chunkBytes: options.chunkBytes, progress: progress,
            memory: options.memory, scratch: options.scratchFolder)
        reader.unpacking = options.unpacking
        reader.mostRejects = options.mostRejects
        reader.stop = options.stop
        if let folder = options.keepEvidence, kept == nil {
            reader.keeper = try EvidenceKeeper(folder: folder)
        }
        let evidence: EvidenceSet
        if let kept {
            evidence = try await reader.restore(kept)
        } else {
            evidence = try await reader.read()
            prepared.complete(with: reader.checksums)
        }
        let inventory = prepared.inventory
        let shortfalls = try Completeness(
            prepared.definition, inventory, reader.accounts, asOf: options.asOf
        ).shortfalls()
        progress?.stage("score")
        let statistics = UnitStatistics(evidence)
        var builder = ResultsBuilder(evidence)
        var attendance = PayrollAttendance(evidence)
        let parts = reader.spill?.ranges ?? [0..<evidence.population.count]
        for (part, people) in parts.enumerated() {
            let known = try await reader.fold(part: part, with: evidence)
            try options.stop.check(at: options.output)
            let onDisk = reader.spill?.sources.map(\.source.name) ?? []
            attendance?.add(known.sums, of: Set(onDisk))
            await score(people, known, statistics, into: &builder, workers: options.workers)
        }
        let results = builder.finish()
        try reader.settleSpill()
        try reader.publishKept(prepared)
        progress?.stage("rank")
        let ranking = Ranking.rank(results, evidence)
        let satisfaction = prepared.definition.satisfactionComponent.map {
            statistics.published($0, evidence)
        }
        return RunRecord(
            definition: prepared.definition, evidence: evidence, results: results,
            ranking: ranking, files: reader.accounts, rejects: reader.rejects,
            faults: reader.faults,
            findings: findings(of: inventory)
                + Completeness.findings(shortfalls, prepared.definition) + reader.findings
                + targetFindings(evidence, inventory) + standardFindings(evidence, results)
                + noticeFindings(evidence, inventory)
                + AuditFindings.of(evidence, results, inventory)
                + SkpFindings.find(evidence, inventory),
            persons: reader.personBalance(results),
            monitoring: MonitoringStatistics.rows(evidence), gaps: GapStatistics.rows(evidence),
            satisfaction: satisfaction ?? [], previous: previous,
            attendance: attendance?.totals, quality: MasterReader.assess(evidence),
            shortfalls: shortfalls, asOf: options.asOf,
            runID: prepared.runID)
    }

    private func score(
        _ people: Range<Int>, _ evidence: EvidenceSet, _ statistics: UnitStatistics,
        into builder: inout ResultsBuilder, workers: Int
    ) async {
        let stage = ScoreStage(PersonScorer(evidence: evidence, statistics: statistics))
        var next = people.lowerBound
        await mapInOrder(
            window: max(1, workers),
            next: { () -> Range<Int>? in
                guard next < people.upperBound else { return nil }
                let range = next..<min(people.upperBound, next + Self.peoplePerTask)
                next = range.upperBound
                return range
            },
            transform: { stage.process($0) },
            emit: { builder.append($0) })
    }

    /// People whose post requires nothing that the standard names, though their scheme asks for competency.
    private func standardFindings(_ evidence: EvidenceSet, _ results: Results) -> [Finding] {
        PeopleWithoutStandard.find(evidence, results).map { person in
            Finding(
                code: .noStandard, location: SourceLocation(file: evidence.definition.name),
                person: person,
                message: Wording(
                    "tidak ada standar kompetensi untuk jabatan atau jenjang orang ini",
                    "the standard requires nothing of this person's post or grade"),
                hint: Wording(
                    "tambahkan jabatannya ke tabel standar, atau periksa ejaannya",
                    "add the post to the standard, or check its spelling"))
        }
    }

    private func noticeFindings(
        _ evidence: EvidenceSet, _ inventory: InputInventory
    ) -> [Finding] {
        let sanctions = ScoringNotices.sanctionsWithoutPercent(evidence).map { place in
            Finding(
                code: .sanctionWithoutPercent,
                location: SourceLocation(
                    file: inventory.entries[Int(place.file)].path, line: Int(place.line)),
                person: place.person,
                message: Wording(
                    "hukuman tanpa persen: tidak mengurangi nilai",
                    "a sanction without a percentage: it lowers no score"),
                hint: Wording(
                    "isi persennya, atau tambahkan tingkatnya ke 'levels'",
                    "state the percentage, or add its level to 'levels'"))
        }
        let indicators = ScoringNotices.indicatorsNotInForce(evidence).map { entry in
            Finding(
                code: .indicatorNotInForce,
                location: SourceLocation(file: evidence.definition.files[0].name), person: -1,
                message: Wording(
                    "komponen '\(entry.component)' menyebut indikator '\(entry.code)', yang tidak ada "
                        + "di tabel indikator untuk periode ini",
                    "the component '\(entry.component)' lists the indicator '\(entry.code)', which the "
                        + "indicator source does not have in this period"),
                hint: Wording(
                    "periksa ejaan kodenya atau masa berlakunya",
                    "check the spelling of the code, or its dates"))
        }
        return sanctions + indicators + sampleFindings(evidence, inventory)
    }

    /// Units whose survey has fewer forms than the regulation asks for their population.
    private func sampleFindings(
        _ evidence: EvidenceSet, _ inventory: InputInventory
    ) -> [Finding] {
        SmallSamples.find(evidence).map { sample in
            Finding(
                code: .smallSample,
                location: SourceLocation(
                    file: inventory.entries[Int(sample.file)].path, line: Int(sample.line)),
                person: -1,
                message: Wording(
                    "unit '\(sample.unit)' memiliki \(sample.forms) formulir; populasi "
                        + "\(sample.population) memerlukan sedikitnya \(sample.needed)",
                    "the unit '\(sample.unit)' has \(sample.forms) forms; a population of "
                        + "\(sample.population) needs at least \(sample.needed)"),
                hint: Wording(
                    "kumpulkan formulir yang kurang, atau periksa populasinya",
                    "collect the missing forms, or check the population"))
        }
    }

    private func findings(of inventory: InputInventory) -> [Finding] {
        inventory.findings.map { finding in
            Finding(
                code: finding.code, location: SourceLocation(file: finding.path), person: -1,
                message: finding.message, hint: finding.hint)
        }
    }

    /// Attainment rows that could not be measured: without a target, or against a target of 0.
    private func targetFindings(
        _ evidence: EvidenceSet, _ inventory: InputInventory
    ) -> [Finding] {
        UnmeasuredRows.find(evidence).map { place in
            Finding(
                code: .noTarget,
                location: SourceLocation(
                    file: inventory.entries[Int(place.file)].path, line: Int(place.line)),
                person: place.person,
                message: Wording(
                    "capaian tanpa target yang dapat dipakai: baris dianggap tidak ada",
                    "attainment without a usable target: the row counts as missing"),
                hint: Wording(
                    "isi target pada ekspor atau pada tabel indikator",
                    "state the target in the export or in the indicator table"))
        }
    }
}
