internal import Definition
internal import Testing

@Suite("Glossary")
struct GlossaryTests {
    /// The terms in the first cell of each row, in the order of the page.
    private static func rows() throws -> [[String]] {
        try Repository.text("Documentation/Glossary.md").split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
            .map { Architecture.names(in: $0.split(separator: "|")[0]) }
    }

    private static func terms() throws -> Set<String> { Set(try rows().flatMap { $0 }) }

    @Test("Every column of a kind is explained")
    func columns() throws {
        let terms = try Self.terms()
        for column in Kind.allCases.flatMap(\.columns) {
            #expect(terms.contains(column.name), "\(column.name)")
        }
    }

    @Test("Every table and field of the outputs is explained")
    func outputs() throws {
        let terms = try Self.terms()
        for table in ExportDefinition.Table.allCases {
            #expect(terms.contains(table.rawValue), "\(table.rawValue)")
        }
        let field = try Regex(#"TableField\(\s*"(\w+)"[,)]"#)
        let files = Repository.sources.filter { $0.module == "Exporting" }
        let names = Set(
            files.flatMap { file in
                file.text.matches(of: field).compactMap { $0.output[1].substring.map(String.init) }
            })
        #expect(names.count > 40)
        for name in names.sorted() {
            #expect(terms.contains(name), "\(name)")
        }
    }

    /// The types that bear the law's own nouns; a type of another institution joins this list.
    @Test("A type's Indonesian noun is explained", arguments: ["Golongan", "NIP", "Predikat"])
    func types(noun: String) throws {
        let declaration = try Regex("(?:struct|enum|class) \(noun)")
        #expect(Repository.sources.contains { $0.code.firstMatch(of: declaration) != nil })
        #expect(try Self.terms().contains(noun))
    }

    @Test("The terms are in alphabetical order, each once")
    func order() throws {
        let first = try Self.rows().compactMap(\.first).map { $0.lowercased() }
        #expect(first == first.sorted())
        let all = try Self.rows().flatMap { $0 }
        #expect(Set(all).count == all.count)
    }
}
