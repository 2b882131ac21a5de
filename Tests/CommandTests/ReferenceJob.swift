internal import TestSupport

/// The reference job: our files beside those of the slow referee (`Benchmarks/reference/`).
struct ReferenceJob {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func script(_ name: String) -> String {
        Repository.path("Benchmarks/reference/\(name)")
    }

    /// Makes the input from a seed.
    ///
    /// - Throws: When python3 or numpy is missing: the job cannot be skipped.
    func generate(employees: Int, seed: Int) throws {
        let numpy = try Subprocess.run(["python3", "-c", "import numpy"])
        guard numpy.status == 0 else {
            throw ToolFailure(
                "the reference job needs python3 with numpy, which scripts/setup --tests installs:\n"
                    + numpy.errors)
        }
        _ = try Subprocess.require(
            [
                "python3", script("generate.py"), "--employees", "\(employees)", "--seed",
                "\(seed)", "--out", folder("data"), "--jobs", "1",
            ])
    }

    func write(_ name: String, _ lines: [String]) throws {
        try Disk.write(lines.map { $0 + "\n" }.joined(), to: folder("data/\(name)"))
    }

    /// What `compare.py` says of our files and the oracle's, and its exit code.
    func compare() throws -> Subprocess.Outcome {
        let outcome = try Program.run(
            [
                "run", Repository.path("pipelines/acuan.yaml"), "--period", "2025", "--inputs",
                folder("data"), "--out", folder("out"),
            ])
        guard outcome.status == 0 else { throw ToolFailure(outcome.errors) }
        _ = try Subprocess.require(
            ["python3", script("oracle.py"), folder("data"), folder("oracle")])
        let truth = folder("data/expected_rejects.json")
        return try Subprocess.run(
            ["python3", script("compare.py")] + (Disk.exists(truth) ? ["--truth", truth] : [])
                + [folder("out/acuan/2025/terkini"), folder("oracle")])
    }

    /// File, line, column, reason and value of our rejects.
    func rejects() throws -> [[String]] {
        let packed = folder("out/acuan/2025/terkini/rejects.csv.gz")
        return try CSVText(text: Subprocess.require(["gzip", "-dc", packed]).text).rows
    }
}
