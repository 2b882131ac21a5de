internal import TestSupport
internal import Testing

/// What the READMEs of the cases work out by hand is what the program published.
@Suite("Handwork")
struct HandworkTests {
    /// The period that each README is about.
    private static let cases = GoldenCase.all.filter { golden in
        let periods = [
            "ambon": "2025-Q3", "jakarta": "2025-S1", "pariaman": "2025-Q2", "marelan": "2025-Q3",
            "sabang": "2025-S1",
        ]
        return periods[golden.region] == golden.period
    }

    @Test(
        "Inputs, components and finals worked out by hand are the published ones",
        arguments: cases)
    func figures(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let results = try CSVText("\(folder)/hasil.csv")
        let handwork = try Handwork(of: golden)
        #expect(handwork.people.count >= 3)
        let nip = try results.places(["nip"])[0]
        for person in handwork.people {
            let row = try #require(results.rows.first { $0[nip] == person.nip }, "\(person.nip)")
            #expect(person.figures.count >= 3, "\(person.nip): \(person.figures)")
            for (column, text) in person.figures {
                let cell = row[try results.places([column])[0]]
                #expect(cell == text, "\(person.nip) \(column)")
            }
            let columns = person.figures.map(\.column)
            #expect(columns.contains("akhir"), "\(person.nip)")
            #expect(row[try results.places(["predikat"])[0]] == person.predikat, "\(person.nip)")
        }
    }

    @Test(
        "At least one rejected, one excluded and one unscored are named rightly", arguments: cases)
    func others(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let handwork = try Handwork(of: golden)
        let rejects = try CSVText("\(folder)/penolakan.csv")
            .selecting(["berkas", "baris", "alasan"])
        #expect(!handwork.rejects.isEmpty)
        for (place, words) in handwork.rejects {
            let found = rejects.first { "\($0[0]):\($0[1])" == place }
            let reason = try #require(found?[2], "\(place) was not rejected")
            #expect(words.contains(reason), "\(place): \(reason)")
        }
        let excluded = try CSVText("\(folder)/pengecualian.csv").selecting(["nip"]).joined()
        #expect(!handwork.excluded.isEmpty)
        for nip in handwork.excluded { #expect(excluded.contains(nip), "\(nip)") }
        let unscored = try CSVText("\(folder)/tanpa-nilai.csv").selecting(["nip", "alasan"])
        #expect(!handwork.unscored.isEmpty)
        for row in handwork.unscored { #expect(unscored.contains(row), "\(row)") }
    }
}
