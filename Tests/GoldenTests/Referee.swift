internal import TestSupport

/// The second implementation: what `Tests/Referee/` finds in the same exports, by another road.
struct Referee: Sendable {
    let golden: GoldenCase
    private let folder: TemporaryFolder

    /// Runs both scripts of the region.
    ///
    /// - Throws: When python3 is missing or a referee fails; there is no going on without them.
    init(_ golden: GoldenCase) throws {
        self.golden = golden
        folder = try TemporaryFolder()
        let inputs = golden.region == "marelan" || golden.region == "sabang"
        _ = try Subprocess.require(
            ["python3", Repository.path("Tests/Referee/\(golden.region).py"), folder("out")]
                + (inputs ? [golden.inputs] : []))
    }

    func table(_ name: String) throws -> CSVText { try CSVText(folder("out/\(name)")) }
}
