import Evidence
import MiniRun
import Testing

@Suite("A target of 0")
struct TargetZeroTests {
    @Test("A target of 0 measures nothing, even where nothing was realised")
    func targetZero() throws {
        let run = try Sample.run(
            "{ id: h, method: attainment, from: [capaian], weight: 100, cap: 120, missing: reweight }",
            ["indikator": "KP;turun;1\n", "capaian": "@1;KP;2025-01;0;0\n"])
        #expect(run.points() == ["-"])
    }
}
