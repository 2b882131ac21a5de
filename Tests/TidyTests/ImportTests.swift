internal import Testing

@Suite("Import table")
struct ImportTests {
    /// Part of every system, so no dependency of the package.
    private static let systemModules: Set<String> = [
        "Glibc", "FoundationEssentials", "Foundation", "Synchronization",
    ]

    @Test("Every source imports only what the table of ARCHITECTURE.md gives its module")
    func sources() throws {
        let table = try Architecture.read().mayImport
        #expect(Repository.sources.count > 100)
        for file in Repository.sources {
            let allowed = try #require(table[file.module], "no row for \(file.module)")
            let strangers = file.imports.subtracting(allowed).sorted()
            #expect(strangers.isEmpty, "\(file.path) imports \(strangers)")
        }
    }

    @Test("The table and Package.swift name the same dependencies")
    func package() throws {
        let manifest = try PackageManifest(Repository.text("Package.swift")).dependencies
        let table = try Architecture.read().mayImport
        #expect(Set(manifest.keys) == Set(table.keys))
        for (module, allowed) in table {
            let stated = allowed.subtracting(Self.systemModules)
            #expect(stated == manifest[module], "\(module)")
        }
    }

    /// Benchmarks/Package.swift compiles the program's sources once more and must state their targets again.
    @Test("The benchmarks build the modules that the program is built of")
    func benchmarks() throws {
        let program = try PackageManifest(Repository.text("Package.swift"))
        let benchmarks = try PackageManifest(Repository.text("Benchmarks/Package.swift"))
        let modules = program.dependencies.filter { $0.key != "KinerjaCommand" }
        #expect(modules.count > 20)
        #expect(benchmarks.dependencies.filter { $0.key != "KinerjaBenchmark" } == modules)
        #expect(!benchmarks.packages.isEmpty)
        #expect(benchmarks.packages.isSubset(of: program.packages))
        #expect(benchmarks.strict == program.strict)
    }

    @Test("Every import that the table allows is used")
    func noneIdle() throws {
        for (module, allowed) in try Architecture.read().mayImport {
            let used = Repository.sources.filter { $0.module == module }
                .reduce(into: Set<String>()) { $0.formUnion($1.imports) }
            #expect(allowed.subtracting(used).isEmpty, "\(module)")
        }
    }

    @Test("Stages never import each other")
    func stages() throws {
        let table = try Architecture.read().mayImport
        let stages: Set = ["Ingestion", "Validation", "Normalization", "Scoring", "Exporting"]
        for stage in stages {
            let allowed = try #require(table[stage])
            #expect(allowed.isDisjoint(with: stages), "\(stage)")
        }
    }
}
