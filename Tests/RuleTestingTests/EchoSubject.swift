import Arithmetic
import CivilService
import Diagnostics
import Formulas
import Regulation
import RuleTesting
import Testing

/// A formula of no law: answers `angka` times the parameter `faktor`, and the word `kata` as it is.
struct EchoSubject: RuleSubject {
    static let name = "gema"
    private let factor: RuleNumber

    init(_ rules: RuleReader) { factor = rules.number("faktor") }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let figure = inputs.optionalNumber("angka").map { $0 * factor.value }
        trace.add(
            Trace.Node(
                label: "angka × faktor", value: figure?.exactText, basis: [factor.basis]))
        return [
            RuleOutput("angka", figure), RuleOutput("kata", word: inputs.optionalText("kata")),
        ]
    }
}

/// A file of one test of ``EchoSubject``, and the two parameter files beside it.
enum EchoFile {
    /// `factor` 1 is in force from 2020 on; `lain` is read by nobody.
    private static let parameters = [
        "faktor": """
        name: faktor
        gloss: Factor of the echo
        unit: factor
        values:
          2020-01-01:
            value: 1
            source: { title: Perda 1/2020, article: pasal 3 }
            status: unconfirmed
            note: made up
        """,
        "lain": """
        name: lain
        gloss: Read by nobody
        unit: factor
        values:
          2020-01-01: { value: 1, source: { title: Perda 2/2020 }, status: confirmed }
        """,
    ]

    static let head = """
        regulation: hukum
        formula: gema
        period: 2023
        source: made up
        origin: constructed
        tests:

        """

    /// What becomes of the one test whose keys behind its id are the lines of `body`.
    static func result(_ body: String) throws -> RuleTestResult {
        let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
        let file = try RuleTestFile.read(head + "  - id: G-1\n" + lines, file: "gema.yaml")
        let test = try #require(file.tests.first)
        return RuleTestRunner.run(test, among: [EchoSubject.self]) { name in
            parameters[name].map { ($0, "hukum/\(name).yaml") }
        }
    }
}
