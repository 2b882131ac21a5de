internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport

/// The runs of all golden cases, each computed once for all the tests that look at it.
actor PublishedCases {
    static let shared = PublishedCases()

    /// A run must not change its identity with every build of the program.
    static let program = ProgramVersion(version: "0", stamp: "golden")

    private var folder: TemporaryFolder?
    private var runs: [GoldenCase: Task<String, any Error>] = [:]
    private var referees: [GoldenCase: Task<Referee, any Error>] = [:]

    /// - Returns: The folder of the published run.
    func folder(of golden: GoldenCase) async throws -> String {
        try await task(for: golden).value
    }

    /// - Returns: What the second implementation finds, computed once.
    func referee(of golden: GoldenCase) async throws -> Referee {
        let task = referees[golden] ?? Task.detached { try Referee(golden) }
        referees[golden] = task
        return try await task.value
    }

    private func task(for golden: GoldenCase) throws -> Task<String, any Error> {
        if let known = runs[golden] { return known }
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        var previous: Task<String, any Error>?
        if let before = golden.previous { previous = try self.task(for: before) }
        let task = Task { [previous] in
            let before = try await previous?.value
            // Two runs of one region at once would wait for each other's lock.
            return try await Self.publish(
                golden, previous: before, output: folder("\(golden.region)-\(golden.period)"))
        }
        runs[golden] = task
        return task
    }

    private static func publish(
        _ golden: GoldenCase, previous: String?, output: String
    ) async throws -> String {
        var options = try options(for: golden, output: output)
        options.previous = previous
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        guard let published = outcome.folder else {
            throw ToolFailure("\(golden) was not published")
        }
        return published
    }

    static func options(
        for golden: GoldenCase, output: String, workers: Int = 2
    ) throws -> RunOptions {
        guard let period = AppraisalPeriod(parsing: golden.period) else {
            throw ToolFailure("\(golden.period) is no period")
        }
        return RunOptions(
            definition: golden.definition, period: period, inputs: golden.inputs, output: output,
            workers: workers, language: .indonesian, program: program)
    }
}
