import Diagnostics
import Testing

@Suite("DefinitionLoader: nothing is ignored")
struct DefinitionLoaderStrictTests {
    @Test(
        "What would be passed over in silence is a fault",
        arguments: [
            (
                "- { column: realisasi, min: 0 }",
                "- { column: realisasi, min: 0, exact: true }", DiagnosticCode.badValue
            ),
            (
                "- { column: realisasi, min: 0 }",
                "- { column: realisasi, min: 0, where: { arah: naik } }", .badValue
            ),
            (
                "- { column: realisasi, min: 0 }",
                "- { column: realisasi, required: false, when: { bulan: { present: true } } }",
                .badValue
            ),
            ("codes: { number: ANGKA }", "codes: [ANGKA]", .wrongType),
            ("{ jabatan: CPNS }", "{ jabatan: { not: CPNS, min: 3 } }", .badValue),
            ("{ jabatan: CPNS }", "{ jabatan: {} }", .badValue),
            ("{ capture: bulan }", "{ capture: bulan, value: x }", .badValue),
            ("  scales:", "  aliases: { jabtan: t.csv }\n  scales:", .unknownName),
            ("  scales:", "  aliases: [t.csv]\n  scales:", .wrongType),
            (
                "rank:", "awards: [ { id: a, when: { predikat: Istimewa } } ]\nrank:",
                .unknownName
            ),
            ("rank:", "awards: [ { id: a, when: { scheme: lain } } ]\nrank:", .unknownName),
            ("rank:", "awards: [ { id: a, within: jabtan } ]\nrank:", .unknownName),
            (
                "- { when: { jabatan: CPNS }, reason: belum diangkat }",
                "- { kind: event, when: { dokumen: X }, reason: belum diangkat }", .unknownName
            ),
        ])
    func refuses(_ sound: String, _ broken: String, code: DiagnosticCode) {
        let text = Sample.text.replacing(sound, with: broken)
        #expect(text != Sample.text)
        #expect(Sample.faults(text).map(\.code).contains(code))
    }

    @Test("Attainment without a table of indicators is refused, and told what to add")
    func needsIndicators() {
        let text = Sample.text.replacing("kind: indicator", with: "kind: table")
            .replacing(
                "{ indikator: KODE, arah: ARAH, bobot: BOBOT }", with: "{ kode: KODE }")
        let faults = Sample.faults(text)
        #expect(faults.map(\.code) == [.missingKey])
        #expect(faults.first?.message.contains("kind indicator") == true)
    }

    @Test("A weight that could not be read is no wrong sum")
    func blamesNoSum() {
        let text = Sample.text.replacing("weight: 60", with: "weight: enam puluh")
        let codes = Sample.faults(text).map(\.code)
        #expect(codes.contains(.wrongType))
        #expect(!codes.contains(.weightSum))
    }
}
