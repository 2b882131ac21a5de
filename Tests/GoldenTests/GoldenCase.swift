internal import TestSupport
internal import Testing

/// A period of a region's sample data whose results are on record.
struct GoldenCase: Hashable, Sendable, CustomTestStringConvertible {
    let region: String
    let period: String
    /// The period whose published run is an input of this one.
    let previousPeriod: String?

    /// Files of every region.
    private static let commonFiles = [
        "hasil.csv", "tanpa-nilai.csv", "penolakan.csv", "pengecualian.csv", "rekap-unit.csv",
        "temuan.csv", "lembar-kontrol.txt",
    ]
    private static let regionalFiles = [
        "jakarta": ["penghargaan.csv"], "marelan": ["evaluasi.csv"],
        "pariaman": ["pemantauan.csv"], "sabang": ["kesenjangan.csv"],
    ]

    static let all = [
        GoldenCase(region: "ambon", period: "2025-Q3", previousPeriod: nil),
        GoldenCase(region: "jakarta", period: "2025-S1", previousPeriod: nil),
        GoldenCase(region: "pariaman", period: "2025-Q2", previousPeriod: nil),
        GoldenCase(region: "marelan", period: "2025-Q2", previousPeriod: nil),
        GoldenCase(region: "marelan", period: "2025-Q3", previousPeriod: "2025-Q2"),
        GoldenCase(region: "sabang", period: "2025-S1", previousPeriod: nil),
        GoldenCase(region: "sabang", period: "2025-S2", previousPeriod: "2025-S1"),
    ]

    static var ambon: GoldenCase { all[0] }

    var testDescription: String { "\(region) \(period)" }

    var files: [String] { Self.commonFiles + (Self.regionalFiles[region] ?? []) }

    var definition: String { Repository.path("pipelines/\(region).yaml") }
    var inputs: String { Repository.path("sample-data/\(region)/\(period)") }
    var folder: String { Repository.path("Tests/GoldenTests/Golden/\(region)") }
    var expected: String { "\(folder)/expected/\(period)" }

    var previous: GoldenCase? {
        previousPeriod.flatMap { period in
            Self.all.first { $0.region == region && $0.period == period }
        }
    }
}
