import Definition
import Diagnostics
import Evidence
import Formulas
import MiniRun
import Regulation
import Scoring
import Testing

@Suite("SurveyScorer")
struct SurveyTests {
    private func component(_ keys: String) -> String {
        "{ id: ikm, method: ikm, from: [survei], weight: 100, missing: reweight, \(keys) }"
    }

    /// 29 forms; by element how many answers are 4, 3, 2 (totals 105, 101, 100, 116, 102, …).
    private static var published: String {
        let answers = [
            (18, 11), (14, 15), (15, 12), (29, 0), (15, 14), (18, 11), (19, 10), (18, 11), (28, 1),
        ]
        return (0..<29).map { form in
            let values = answers.map { fours, threes in
                form < fours ? "4" : form < fours + threes ? "3" : "2"
            }
            return "PKM A;\(form);" + values.joined(separator: ";") + "\n"
        }.joined()
    }

    @Test(
        "The index of the published survey is the published one, by either element weight",
        arguments: [
            // 955 / 29 × 0.11 × 25 = 90.5603…; 955 / 29 / 9 × 25 = 91.4750…
            ("element_weight: 0.11", "10505/116", 905_603),
            ("element_weight: 1/9", "23875/261", 914_751),
            ("element_weight: equal", "23875/261", 914_751),
        ])
    func agreesWithPublished(keys: String, exact: String, published: Int64) throws {
        let run = try Sample.run(component(keys), ["survei": Self.published])
        #expect(run.points() == [exact])
        #expect(run.results().components == [[published]])
    }

    @Test(
        "Equal answers give the ends of the scale, or 99 and 24.75 by the rounded weight",
        arguments: [
            ("4", "element_weight: 0.11", "99"), ("4", "element_weight: 1/9", "100"),
            ("1", "element_weight: 0.11", "24.75"), ("1", "element_weight: 1/9", "25"),
            ("1", "element_weight: 1/9, factor: 20", "20"),
            ("1", "element_weight: 0.11, floor: 25", "25"),
            ("4", "element_weight: equal, cap: 95", "95"),
        ])
    func reachesEnds(answer: String, keys: String, points: String) throws {
        let form = "PKM A;1" + String(repeating: ";\(answer)", count: 9) + "\n"
        #expect(try Sample.run(component(keys), ["survei": form]).points() == [points])
    }

    @Test(
        "A blank answer is missing, not zero; an element without answers drops out",
        arguments: [
            // U1 (4 + 2) / 2 = 3, U2 nothing, the others 3.
            ("element_weight: 1/9", "75"), ("element_weight: 0.11", "74.25"),
            // 8 of 9 elements are 88.9 %.
            ("minimum_present: 88", "75"), ("minimum_present: 89", "-"),
            ("minimum_forms: 3", "75"), ("minimum_forms: 4", "-"),
        ])
    func treatsBlanks(keys: String, points: String) throws {
        let rest = String(repeating: ";3", count: 7)
        let forms = "PKM A;1;4;\(rest)\nPKM A;2;;-\(rest)\nPKM A;3;2;\(rest)\n"
        #expect(try Sample.run(component(keys), ["survei": forms]).points() == [points])
    }

    @Test("A unit without forms has no index")
    func missesForms() throws {
        let form = "PKM B;1" + String(repeating: ";4", count: 9) + "\n"
        let people = "@1;A;PKM A\n@2;B;PKM B\n"
        let run = try Sample.run(
            component("minimum_forms: 1"), ["pegawai": people, "survei": form])
        #expect(run.points(0) == ["-"])
        #expect(run.points(1) == ["100"])
    }
}

@Suite("SurveyScorer and the law")
struct SurveyLawTests {
    private static let law = "regulation: nasional"

    private func component(_ keys: String) -> String {
        "{ id: ikm, method: ikm, from: [survei], weight: 100, missing: reweight, \(keys) }"
    }

    private static func forms(_ count: Int, unit: String = "PKM A") -> String {
        (0..<count).map { "\(unit);\($0)" + String(repeating: ";4", count: 9) + "\n" }.joined()
    }

    @Test("The law's weight 0.11 and its words 1/n and equal are one key")
    func weights() throws {
        // 4 × 0.11 × 9 × 25 = 99; 4 × 25 = 100.
        let printed = try Sample.run(
            component("element_weight: { parameter: skm-bobot-unsur }"), rest: Self.law,
            ["survei": Self.forms(1)])
        #expect(printed.points() == ["99"])
        let divided = try Sample.run(
            component("element_weight: 1/n"), ["survei": Self.forms(1)])
        #expect(divided.points() == ["100"])
    }

    @Test("An explained index names the quality of the service")
    func quality() throws {
        let run = try Sample.run(
            component("element_weight: 0.11, quality: true"), rest: Self.law,
            ["survei": Self.forms(1)])
        #expect(run.points(explained: true) == ["99"])
        let step = try #require(run.steps().first { $0.label == "mutu pelayanan" })
        #expect(step.value == "A, sangat baik")
        #expect(step.basis.map(\.use.name) == ["skm-mutu", "skm-mutu-desimal"])
        #expect(run.definition.parameters.map(\.name).contains("skm-mutu"))
    }

    @Test(
        "Fewer forms than the population needs are found, and the index stays",
        arguments: [
            // The table has 10 → 10 and 15 → 14; 11 to 15 need 14, but never more than there are.
            ("10", 10, false), ("10", 9, true), ("15", 14, false), ("15", 13, true),
            ("12", 12, false), ("12", 11, true), ("0", 0, false), ("", 0, false),
        ])
    func samples(population: String, forms: Int, isFound: Bool) throws {
        let run = try Sample.run(
            component("sample: true"), rest: Self.law,
            ["unor": "PKM A;;;;\(population)\n", "survei": Self.forms(forms)])
        let found = SmallSamples.find(run.evidence)
        #expect(found.count == (isFound ? 1 : 0))
        #expect(found.allSatisfy { $0.forms == forms && $0.unit == "PKM A" })
        #expect(run.points() == [forms == 0 ? "-" : "100"])
    }

    @Test("A sample needs units with a population")
    func needsPopulation() {
        #expect(throws: RunFailure.self) {
            try Sample.run(
                component("sample: true, subject: person"), rest: Self.law, [:])
        }
    }
}
