import Arithmetic
import Evidence
import MiniRun
import Scoring
import TestSupport
import Testing

@Suite("ScoreStage")
struct ScoreStageTests {
    private static let count = 1_300

    /// Two schemes, missing evidence of each kind, sanctions and people left out.
    private static func run() throws -> MiniRun {
        var random = SplitMix64(seed: 5)
        var tables = ["pegawai": "", "nilai": "", "diklat": "", "hukdis": ""]
        for person in 0..<count {
            // Births on 28 days of 2 months, the serial number below 1000.
            let nip =
                "198501\(person % 20 + 10)2011011\(100 + person / 20)"
            let post = ["Perawat", "Guru", "Bidan", "Sopir"][person % 4]
            tables["pegawai", default: ""] += "\(nip);N\(person);U\(person % 5);\(post)\n"
            let value = Int.random(in: 0...100, using: &random)
            if value % 6 > 0 { tables["nilai", default: ""] += "\(nip);@9;atasan;;\(value)\n" }
            if value % 5 > 0 {
                tables["diklat", default: ""] += "\(nip);X;2025-01-01;\(value + 3).125\n"
            }
            if value % 7 == 0 { tables["hukdis", default: ""] += "\(nip);;7;2025-02-01;1;\n" }
        }
        let second = """
            for: { jabatan: [guru, sopir] }
                  cap: 80
                  factors: [ { method: sanction, from: [hukdis], counts: any-day } ]
                - id: kedua
                  for: { jabatan: perawat }
                  predikat: [ { predikat: Baik, from: 70 }, { predikat: Kurang } ]
                  components: [ \(component("b", 70, "exclude")), \(training(30, "reweight")) ]
            """
        return try Sample.run(
            component("a", 60, "unscored") + ", " + training(40, "{ value: 12.345 }"),
            scheme: second, score: "publish: { komponen: { decimals: 2 } }", tables)
    }

    private static func component(_ id: String, _ weight: Int, _ missing: String) -> String {
        "{ id: \(id), method: rating, from: [nilai], roles: { atasan: 1 }, "
            + "weight: \(weight), missing: \(missing) }"
    }

    private static func training(_ weight: Int, _ missing: String) -> String {
        "{ id: diklat, method: training, from: [diklat], hours: 97, weight: \(weight), "
            + "missing: \(missing) }"
    }

    @Test("Ranges of any length, put together, are the results of all at once")
    func splits() throws {
        let run = try Self.run()
        let whole = run.results()
        let stage = ScoreStage(
            PersonScorer(evidence: run.evidence, statistics: UnitStatistics(run.evidence)))
        for length in [1, 511, 700] {
            var builder = ResultsBuilder(run.evidence)
            for start in stride(from: 0, to: Self.count, by: length) {
                builder.append(stage.process(start..<min(Self.count, start + length)))
            }
            let parts = builder.finish()
            #expect(parts.statuses == whole.statuses && parts.schemes == whole.schemes)
            #expect(parts.components == whole.components && parts.isStated == whole.isStated)
            #expect(parts.finals == whole.finals && parts.factors == whole.factors)
            #expect(parts.predikat == whole.predikat && parts.reasons == whole.reasons)
            #expect(parts.reasonNames == whole.reasonNames)
            #expect(parts.reasonComponents == whole.reasonComponents)
        }
    }

    @Test("Everyone's results are what the person's own score says, explained or not")
    func agrees() throws {
        let run = try Self.run()
        let results = run.results()
        #expect(results.count == Self.count)
        #expect(Set(results.statuses).count == 3 && Set(results.schemes) == [-1, 0, 1])
        #expect(
            Set(results.reasonNames) == ["TANPA_A", "TANPA_SKEMA", "komponen tidak tersedia"])
        #expect(results.factors.contains(930_000))
        for person in stride(from: 0, to: Self.count, by: 3) {
            for isExplained in [false, true] {
                let score = run.score(Int32(person), explained: isExplained)
                let isRanked = score.outcome == .ranked
                #expect((results.statuses[person] == .ranked) == isRanked)
                #expect(Int(results.schemes[person]) == score.scheme)
                #expect(results.finals[person] == (isRanked ? score.published : Results.absent))
                let predikat = Int(results.predikat[person])
                #expect((predikat < 0 ? nil : results.predikatNames[predikat]) == score.predikat)
                if let rating = score.components.first {
                    let column = score.scheme == 0 ? 0 : 2
                    let figure = rating?.figure(decimals: 2, .halfUp) ?? Results.absent
                    #expect(results.components[column][person] == figure)
                }
            }
        }
    }
}
