internal import Archiving
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Exporting
internal import Scoring

/// The stages behind the barrier, whose rows are people; all evidence is read before any is measured.
struct PeopleStages {
    /// As many as a run gives to one task.
    private static let peoplePerTask = 4_096
    /// As a run packs its tables.
    private static let compressionLevel: Int32 = 5

    private let evidence: EvidenceSet

    init(_ job: consuming ReferenceRun) throws {
        evidence = try job.evidence()
    }

    func score(times: Int) -> Measurement {
        var watch = Stopwatch()
        for _ in 0..<times {
            let results = watch.measure { scored() }
            watch.add(rows: results.count)
        }
        return watch.finish()
    }

    func rank(times: Int) -> Measurement {
        var watch = Stopwatch()
        let results = scored()
        for _ in 0..<times {
            _ = watch.measure { Ranking.rank(results, evidence) }
            watch.add(rows: results.count)
        }
        return watch.finish()
    }

    func render(times: Int) throws -> Measurement {
        var watch = Stopwatch()
        let record = record()
        for _ in 0..<times {
            let table = try watch.measure { try rendering(of: record) }
            watch.add(rows: table.rowCount)
            for index in 0..<table.pieceCount {
                watch.add(rows: 0, bytes: watch.measure { table.piece(index) }.count)
            }
        }
        return watch.finish()
    }

    func pack(times: Int) throws -> Measurement {
        var watch = Stopwatch()
        let table = try rendering(of: record())
        for _ in 0..<times {
            watch.add(rows: table.rowCount)
            for index in 0..<table.pieceCount {
                let text = table.piece(index)
                watch.add(rows: 0, bytes: text.count)
                _ = try watch.measure {
                    try GzipBlocks.compress(text.span, level: Self.compressionLevel)
                }
            }
        }
        return watch.finish()
    }

    private func scored() -> Results {
        let stage = ScoreStage(
            PersonScorer(evidence: evidence, statistics: UnitStatistics(evidence)))
        var builder = ResultsBuilder(evidence)
        let count = evidence.population.count
        for start in stride(from: 0, to: count, by: Self.peoplePerTask) {
            builder.append(stage.process(start..<min(count, start + Self.peoplePerTask)))
        }
        return builder.finish()
    }

    private func rendering(of record: RunRecord) throws -> TableRendering {
        guard
            let output = try OutputCatalog.outputs(of: record.definition)
                .first(where: { $0.table == .results })
        else { throw ReferenceRun.Missing(description: "the definition lists no results") }
        return TableRendering(output, record: record, language: .indonesian)
    }

    /// What the table of results needs; the balances that only other tables print are left out.
    private func record() -> RunRecord {
        let results = scored()
        return RunRecord(
            definition: evidence.definition, evidence: evidence, results: results,
            ranking: Ranking.rank(results, evidence), files: [], rejects: [], faults: [],
            findings: [], persons: PersonBalance(), monitoring: [], gaps: [], satisfaction: [],
            previous: nil, runID: "benchmark")
    }
}
