internal import CivilService
internal import Diagnostics
internal import Documents
internal import PaySchemes
internal import Payroll
internal import Testing

/// `pipelines/tpp/schema.json` against the loaders of pay schemes: an editor and the program must agree.
@Suite("Schema of pay schemes")
struct PaySchemaTests {
    private static let folder = "pipelines/tpp"
    private static let sample = "tpp-contoh.yaml"

    private static func schema() throws -> JSONValue {
        try JSONValue.read(Repository.text("\(folder)/schema.json"))
    }

    private static func faults(_ text: String) throws -> [String] {
        let root = try DocumentReader.read(text, file: sample)
        return try SchemaCheck(schema: schema()).faults(in: root)
    }

    /// Whether the two readers of the program take the scheme.
    private static func isLoaded(_ text: String) throws -> Bool {
        let month = try #require(Month(iso: "2025-07"))
        let loader = PaySchemeLoader(name: sample) { path in
            if path == sample { return Array(text.utf8) }
            let inner = path.replacing("../", with: "")
            return (try? Repository.text("pipelines/\(inner)")).map { Array($0.utf8) }
        }
        do throws(RunFailure) {
            _ = try loader.load(for: month)
            _ = try PaymentTerms.read(text, file: sample)
            return true
        } catch {
            return false
        }
    }

    @Test("Every pay scheme is valid, and loaded")
    func schemes() throws {
        let paths = try Repository.files(below: Self.folder, suffix: ".yaml")
        #expect(!paths.isEmpty)
        for path in paths {
            let text = try Repository.text(path)
            #expect(try Self.faults(text) == [], "\(path)")
            #expect(try Self.isLoaded(text), "\(path)")
        }
    }

    @Test(
        "What is another right form is valid, and loaded",
        arguments: [
            ("ceiling: 25 %, rounding: down", "ceiling: 150000"),
            ("ceiling: 25 %, rounding: down", "ceiling: whole"), ("25 %", "12.5 %"),
            ("set-off-rapel: true }", "set-off-rapel: false }\n  beside: [ tpp-ketigabelas ]"),
            ("from: 2025-01", "from: 2025-01\n  budget: { 2025: { 5.1.01: 1200000000 } }"),
            ("regulation: ../regulation/tpp", "regulation: [ ../regulation/tpp ]"),
            ("measured: false }", "from: 2025-01-01, until: 2025-12-31 }"),
            ("paid_by: employer", "paid_by: person"),
        ])
    func rightForms(old: String, new: String) throws {
        let text = try Repository.text("\(Self.folder)/\(Self.sample)").replacing(old, with: new)
        #expect(try text != Repository.text("\(Self.folder)/\(Self.sample)"))
        #expect(try Self.faults(text) == [])
        #expect(try Self.isLoaded(text))
    }

    @Test(
        "A scheme with one fault is neither valid nor loaded",
        arguments: [
            ("kinerja: 1", "kinerja: 2"), ("pay: tpp-contoh", "pay: TPP"),
            ("title: TPP Kota", "judul: TPP Kota"), ("pipeline: tpp\n", ""),
            ("evidence: any", "evidence: some"), ("productivity: days", "productivity: hours"),
            ("trial: exclude", "trial: no"), ("id: beban-kerja,", "id: beban kerja,"),
            ("amounts: tpp-beban-kerja", "amount: tpp-beban-kerja"),
            ("measured: false", "measured: no"), (", rates: tpp-pph21", ""),
            ("paid_by: employer", "paid_by: office"),
            ("    account: 5.1.01.02.06.0001\n", ""), ("from: 2025-01", "from: January"),
            ("25 %", "some"), (", rounding: down", ""), ("oldest-first", "oldest"),
            ("set-off-rapel: true", "set-off-rapel: yes"), ("\"0012345678901000\"", "\"12\""),
            ("21-100-01", "2110001"),
            ("set-off-rapel: true }", "set-off-rapel: true }\n  beside: TPP"),
            ("set-off-rapel: true }", "set-off-rapel: true }\n  beside: [ TPP lain ]"),
        ])
    func wrongForms(right: String, wrong: String) throws {
        let whole = try Repository.text("\(Self.folder)/\(Self.sample)")
        let text = whole.replacing(right, with: wrong, maxReplacements: 1)
        try #require(text != whole)
        #expect(try Self.faults(text) != [])
        #expect(try !Self.isLoaded(text))
    }

    @Test("The loaders, the schema and the pages have the same keys")
    func keys() throws {
        let keys = try LoaderKeys.all(of: "PaySchemes")
        let everything = try Self.schema().everything
        let names = Set(everything.flatMap { $0["properties"]?.object?.keys.map { $0 } ?? [] })
        #expect(keys.count > 25)
        #expect(keys.symmetricDifference(names).sorted() == [])
        let pages = try ["pay-scheme", "payments", "payment-files"].map {
            try Repository.text("Documentation/\($0).md")
        }.joined()
        let words = Set(
            pages.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }.map(String.init))
        #expect(keys.subtracting(words).sorted() == [])
    }

    @Test("The words of every choice are those of the program")
    func choices() throws {
        let choices = Set(
            try Self.schema().everything.compactMap { $0["enum"]?.array }
                .map { Set($0.compactMap(\.text)) })
        func expect<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type)
        where Choice.RawValue == String {
            #expect(choices.contains(Set(type.allCases.map(\.rawValue))), "\(type)")
        }
        expect(PayScheme.Evidence.self)
        expect(PayScheme.Productivity.self)
        expect(PayScheme.Trial.self)
        expect(RecoveryRule.Rounding.self)
        expect(RecoveryRule.MonthOrder.self)
    }
}
