internal import Diagnostics
internal import Testing

@Suite("Diagnostics catalogue")
struct CatalogTests {
    @Test("Every code is explained in both languages", arguments: DiagnosticCode.allCases)
    func explained(code: DiagnosticCode) {
        for language in Language.allCases {
            #expect(code.title(language) != code.rawValue)
            #expect(!code.meaning(language).isEmpty)
            #expect(code.remedy(language).hasSuffix("."))
            #expect(code.page(language).hasPrefix("\(code.rawValue): \(code.title(language))\n"))
        }
        #expect(code.title(.indonesian) != code.title(.english))
    }

    @Test("No two codes have one title", arguments: Language.allCases)
    func titles(language: Language) {
        let titles = DiagnosticCode.allCases.map { $0.title(language) }
        #expect(Set(titles).count == titles.count)
    }

    @Test("Every page of the documentation belongs to a code, and every code has one")
    func pages() throws {
        let pages = try Repository.files(below: "Documentation/diagnostics", suffix: ".md")
        let codes = DiagnosticCode.allCases.map { "Documentation/diagnostics/\($0.rawValue).md" }
        #expect(pages == codes.sorted())
    }

    @Test("A page says what the program says", arguments: DiagnosticCode.allCases)
    func pageText(code: DiagnosticCode) throws {
        let page = try Repository.text("Documentation/diagnostics/\(code.rawValue).md")
        #expect(page.hasPrefix("# \(code.rawValue): \(code.title(.english))\n"))
        for language in Language.allCases {
            let said = [code.title(language), code.meaning(language), code.remedy(language)]
            #expect(said.filter { !page.contains($0) } == [])
        }
        #expect(page.contains("[\(code.rawValue)]: "), "the page shows an example")
    }

    @Test("A code's letter and hundreds are those of the scheme")
    func scheme() throws {
        let form = try Regex("[CIVNSXRP][12349][0-9]{2}")
        for code in DiagnosticCode.allCases {
            #expect(code.rawValue.wholeMatch(of: form) != nil, "\(code.rawValue)")
        }
    }

    @Test("The name of a fault for codes: is on its page")
    func faultNames() {
        #expect(DiagnosticCode.golongan.page(.english).hasSuffix("Name under codes: golongan\n"))
        #expect(!DiagnosticCode.weightSum.page(.indonesian).contains("codes:"))
    }
}
