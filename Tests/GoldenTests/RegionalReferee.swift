internal import TestSupport

/// What the referees derive from their own figures: groups, recaps, awards, the regional tables.
struct RegionalReferee {
    private let folder: TemporaryFolder

    init(_ golden: GoldenCase) throws {
        folder = try TemporaryFolder()
        _ = try Subprocess.require(
            [
                "python3", Repository.path("Tests/Referee/regional.py"), folder("out"),
                golden.region, golden.period,
            ] + (golden.previousPeriod.map { [$0] } ?? []))
    }

    var names: [String] { Disk.names(in: folder("out")) }

    func table(_ name: String) throws -> CSVText { try CSVText(folder("out/\(name)")) }
}
