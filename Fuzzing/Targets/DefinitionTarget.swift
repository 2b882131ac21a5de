internal import CivilService
internal import Definition
internal import Diagnostics
internal import Plan

/// A definition and the files it names: every fault has a place in one of them, and two readings find the same.
struct DefinitionTarget {
    private let definition: String
    private let files: [String: String]
    private static let name = "uji.yaml"

    init(_ bytes: [UInt8]) { (definition, files) = FuzzInput.files(bytes) }

    func run() throws(Violation) {
        let first = try load()
        let second = try load()
        try require(first == second, "two readings find different faults: \(first) and \(second)")
        try ProblemCheck.check(first, [Self.name: definition].merging(files) { $1 })
    }

    /// Its faults; none where it loads, and then every source compiles too.
    private func load() throws(Violation) -> [Diagnostic] {
        guard let period = AppraisalPeriod(parsing: "2025-Q3") else {
            throw Violation("no period")
        }
        let loader = DefinitionLoader(name: Self.name) { [definition, files] name in
            (name == Self.name ? definition : files[name]).map { Array($0.utf8) }
        }
        let loaded: PipelineDefinition
        do throws(RunFailure) {
            loaded = try loader.load(for: period)
        } catch {
            try require(!error.diagnostics.isEmpty, "refused without a reason")
            return error.diagnostics
        }
        for source in loaded.sourcesInReadingOrder {
            var compiler = PlanCompiler(source, of: loaded, references: References())
            let plan = compiler.compile()
            try require(
                plan.key.allSatisfy { plan.columns.indices.contains($0) },
                "a key of columns that are not there")
        }
        return []
    }
}
