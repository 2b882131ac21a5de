internal import Definition
internal import Diagnostics
internal import Documents
internal import Formulas
internal import Testing

@Suite("Schema of definitions")
struct SchemaTests {
    private static func schema() throws -> JSONValue {
        try JSONValue.read(Repository.text("pipelines/schema.json"))
    }

    private static func keyNames() throws -> Set<String> {
        Set(try schema().everything.flatMap { $0["properties"]?.object?.keys.map { $0 } ?? [] })
    }

    /// The words of the reference page.
    private static func pageWords() throws -> Set<String> {
        let page = try Repository.text("Documentation/definition.md")
        return Set(page.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    }

    @Test("Every definition of a region is valid")
    func definitions() throws {
        let check = SchemaCheck(schema: try Self.schema())
        let paths = try Repository.files(below: "pipelines", suffix: ".yaml")
            .filter { path in
                ["/regulation/", "/rule-tests/", "/tpp/"].allSatisfy { !path.contains($0) }
            }
        #expect(paths.count >= 6)
        for path in paths {
            let root = try DocumentReader.read(Repository.text(path), file: path)
            let faults = try check.faults(in: root)
            #expect(faults.isEmpty, "\(path)")
        }
    }

    private static let small = """
        kinerja: 1
        pipeline: contoh
        title: Contoh
        period: quarter
        ingest:
          pegawai: { kind: register, files: p.csv, columns: { nip: NIP, unit: UNOR } }
          nilai: { kind: rating, files: n.csv, columns: { nip: NIP, peran: PERAN, nilai: N } }
        validate:
          nilai: { rules: [ { column: nilai, range: [1, 4] } ], codes: { number: ANGKA } }
        score:
          schemes:
            - id: semua
              components:
                - { id: a, method: rating, from: nilai, roles: { atasan: 1 }, weight: 100 }
              predikat: { parameter: skala }
        rank: { by: [akhir desc], ties: share, order: [nip asc] }
        """

    @Test("A small definition is valid")
    func smallDefinition() throws {
        let root = try DocumentReader.read(Self.small, file: "contoh.yaml")
        #expect(try SchemaCheck(schema: Self.schema()).faults(in: root) == [])
    }

    @Test(
        "A definition with one fault is not valid",
        arguments: [
            ("kinerja: 1", "kinerja: 2"), ("period: quarter", "period: week"),
            ("title: Contoh", "judul: Contoh"), ("kind: register", "kind: pegawai"),
            ("files: p.csv", "file: p.csv"), ("unit: UNOR", "realisasi: UNOR"),
            ("columns: { nip: NIP, peran", "columns: { unit: U, nip: NIP, peran"),
            ("nilai: N }", "tanggal: N }"), ("range: [1, 4]", "range: [1]"),
            ("range: [1, 4]", "range: [1, 4], not: [2]"), ("number: ANGKA", "nomor: ANGKA"),
            ("weight: 100", "weight: seratus"), ("weight: 100", "weight: 100, hours: 10"),
            ("parameter: skala", "parameter: skala, from: 1"), ("ties: share", "ties: shared"),
            ("akhir desc", "akhir turun"),
        ])
    func fault(right: String, wrong: String) throws {
        let text = Self.small.replacing(right, with: wrong)
        try #require(text != Self.small)
        let root = try DocumentReader.read(text, file: "contoh.yaml")
        #expect(try SchemaCheck(schema: Self.schema()).faults(in: root) != [])
    }

    @Test("Every key that a loader reads is in the schema and on the reference page")
    func keys() throws {
        let words = try Self.pageWords()
        let names = try Self.keyNames()
        let keys = try LoaderKeys.all()
        #expect(keys.count > 80)
        #expect(keys.subtracting(names).sorted() == [], "missing in schema.json")
        #expect(keys.subtracting(words).sorted() == [], "missing in definition.md")
    }

    @Test("Every key of the schema is read by a loader or is a column or fault")
    func noStrangers() throws {
        let columns = Kind.allCases.flatMap(\.columns).map(\.name)
        let faults = DiagnosticCode.allCases.compactMap(\.faultName)
        let known = try LoaderKeys.all().union(columns).union(faults)
        #expect(try Self.keyNames().subtracting(known).sorted() == [])
    }

    @Test("A kind has the same columns in the program, the schema and the reference page")
    func columns() throws {
        let definitions = try #require(try Self.schema()["$defs"])
        let words = try Self.pageWords()
        for kind in Kind.allCases {
            let name = "columns-\(kind.rawValue)"
            let columns = try #require(definitions[name]?["properties"]?.object)
            #expect(Set(columns.keys) == Set(kind.columns.map(\.name)), "\(name)")
            for column in kind.columns {
                // The page writes a numbered series by its ends: tl1 … tl4.
                let stem = String(column.name.prefix { !$0.isNumber })
                let isNamed = words.contains(column.name) || words.contains(stem + "1")
                #expect(isNamed, "\(name): \(column.name)")
            }
        }
    }

    @Test("A fault can be renamed under the same name in the program and the schema")
    func faults() throws {
        let codes = try Self.schema()["$defs"]?["rules"]?["properties"]?["codes"]?["properties"]
        let names = Set(DiagnosticCode.allCases.compactMap(\.faultName))
        #expect(Set(try #require(codes?.object).keys) == names)
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
        expect(Kind.self)
        expect(CSVFormat.Encoding.self)
        expect(CSVFormat.BlankLines.self)
        expect(SourceDefinition.Duplicates.self)
        expect(SourceDefinition.OutsidePeriod.self)
        expect(RuleDefinition.Comparison.self)
        expect(RuleDefinition.NIPPart.self)
        expect(PipelineDefinition.NIPCheck.self)
        expect(PipelineDefinition.Transfers.self)
        expect(PipelineDefinition.Acting.self)
        expect(PipelineDefinition.Exclusion.Ground.self)
        expect(Subject.self)
        expect(AttainmentMethod.Level.self)
        expect(AttainmentMethod.Lower.self)
        expect(RatingMethod.Pool.self)
        expect(AttendanceMethod.Mean.self)
        expect(CompetencyMethod.Over.self)
        expect(SanctionFactor.Counts.self)
        expect(SanctionFactor.Several.self)
        expect(BandGap.self)
        expect(RankDefinition.Ties.self)
        expect(ExportDefinition.Table.self)
    }
}
