internal import Arithmetic
internal import CivilService
internal import Evidence
internal import Formulas
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Kinerja

/// The explanation computes with an ear on; it must arrive where the run arrived.
@Suite("Explained scores")
struct ExplainedScoresTests {
    @Test("For every ranked person of Ambon the traced final is the published one")
    func everyone() async throws {
        let golden = GoldenCase.ambon
        let folder = try await PublishedCases.shared.folder(of: golden)
        let published = try CSVText("\(folder)/hasil.csv").selecting(["nip", "akhir"])
        let options = try PublishedCases.options(for: golden, output: "")
        let prepared = try await PreparedRun.prepare(
            options, try PreparedRun.definition(options), previous: nil, progress: nil,
            hashesFirst: true)
        var reader = EvidenceReader(
            definition: prepared.definition, inventory: prepared.inventory, root: options.inputs,
            workers: 2, chunkBytes: 1 << 20, progress: nil, keepsAllRows: true)
        let evidence = try await reader.read()
        let scorer = PersonScorer(evidence: evidence, statistics: UnitStatistics(evidence))
        var finals: [String: String] = [:]
        for person in 0..<evidence.population.count {
            var trace = Trace(isOn: true)
            let score = scorer.score(Int32(person), &trace)
            guard score.outcome == .ranked else { continue }
            let nip = "\(NIP(unchecked: evidence.population.nips[person]))"
            finals[nip] = FixedPoint.text(score.published, decimals: 2)
            #expect(!trace.nodes.isEmpty)
        }
        #expect(published.count == 421)
        #expect(finals.count == published.count)
        for row in published { #expect(finals[row[0]] == row[1], "\(row[0])") }
    }
}
