internal import RuleTesting
internal import Testing

/// The catalogue of formulas in Documentation/rule-tests.md against what is registered and read.
@Suite("Catalogue of formulas")
struct RuleTestPageTests {
    /// The text of each section `### name` of the page, by name.
    private static func sections() throws -> [String: String] {
        let page = try Repository.text("Documentation/rule-tests.md")
        var sections: [String: String] = [:]
        for part in page.split(separator: "\n### `").dropFirst() {
            let name = String(part.prefix { $0 != "`" })
            sections[name] = String(part.dropFirst(name.count))
        }
        return sections
    }

    /// What a subject's source names: its formulas, and the inputs and outputs that it states as literals.
    private struct Subject {
        let path: String
        let formulas: [String]
        let words: [String]

        init(_ file: SwiftFile) throws {
            let name = try Regex(#"static (?:let|var) name = "([^"]+)""#)
            let reader =
                "number|optionalNumber|numbers|table|whole|text|optionalText|flag|date|list|section"
            let word = try Regex("(?:\\.(?:\(reader))|RuleOutput)\\(\\s*\"([^\"\\\\]+)\"")
            func found(_ pattern: Regex<AnyRegexOutput>) -> [String] {
                file.text.matches(of: pattern).compactMap {
                    $0.output[1].substring.map(String.init)
                }
            }
            path = file.path
            formulas = found(name)
            words = Set(found(word)).sorted()
        }
    }

    private static func subjects() throws -> [Subject] {
        try Repository.sources.filter { $0.path.hasPrefix("Sources/RuleTesting/Subjects/") }
            .map(Subject.init)
    }

    @Test("Every formula has a section, and every section is a formula's")
    func sectionsAndFormulas() throws {
        #expect(!RuleSubjects.names.isEmpty)
        #expect(try Self.sections().keys.sorted() == RuleSubjects.names.sorted())
    }

    @Test("A formula is registered once")
    func registeredOnce() {
        #expect(Set(RuleSubjects.names).count == RuleSubjects.names.count)
    }

    @Test("Every formula that a source states is registered")
    func allRegistered() throws {
        let stated = try Self.subjects().flatMap(\.formulas)
        #expect(Set(stated).subtracting(RuleSubjects.names).isEmpty)
        #expect(stated.contains("angka-kredit"))
    }

    @Test("A section names every input and output that the formula's subject reads and gives")
    func words() throws {
        let sections = try Self.sections()
        for subject in try Self.subjects() where !subject.formulas.isEmpty {
            let text = subject.formulas.compactMap { sections[$0] }.joined()
            let missing = subject.words.filter { !text.contains("`\($0)`") }
            #expect(missing.isEmpty, "\(subject.path): \(subject.formulas) lacks \(missing)")
        }
        let first = try #require(try Self.subjects().first { $0.formulas == ["angka-kredit"] })
        #expect(first.words == ["bulan", "jenjang", "nilai", "periode", "predikat"])
    }
}
