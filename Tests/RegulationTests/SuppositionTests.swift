import Diagnostics
import Regulation
import Testing

@Suite("Supposition")
struct SuppositionTests {
    @Test(
        "What is no file of suppositions is refused with what is wrong",
        arguments: [
            ("title: [Andai]\nparameters: { a: 1 }\n", DiagnosticCode.wrongType),
            ("title: { a: Andai }\nparameters: { a: 1 }\n", .wrongType),
            ("title: Andai\nparameters: [a]\n", .wrongType),
            ("parameters: { a: 1 }\n", .missingKey), ("title: Andai\n", .missingKey),
            ("title: Andai\nparameters: { a: 1 }\nperiod: 2024\n", .unknownKey),
        ])
    func faults(text: String, code: DiagnosticCode) {
        let failure = #expect(throws: RunFailure.self) {
            try Supposition.read(text, file: "andai.yaml")
        }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }
}
