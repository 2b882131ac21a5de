internal import Foundation
internal import TestSupport
internal import Testing

/// The files on record; `RefereeTests` says why they may be believed.
@Suite("Golden files")
struct GoldenFilesTests {
    private static let isRecording =
        ProcessInfo.processInfo.environment["KINERJA_RECORD"] == "1"

    @Test("A region's results are byte for byte those on record", arguments: GoldenCase.all)
    func sameBytes(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        for name in golden.files {
            let found = try Disk.read("\(folder)/\(name)")
            let record = "\(golden.expected)/\(name)"
            if Self.isRecording { try Disk.write(found, to: record) }
            let expected = try Disk.read(record)
            guard found != expected else { continue }
            let difference = Self.firstDifference(found, expected)
            Issue.record("\(golden.testDescription) \(name), \(difference)")
        }
        #expect(Disk.names(in: golden.expected) == golden.files.sorted())
    }

    private static func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> String {
        let lines = [found, expected].map { bytes in
            bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        let same = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
        let texts = lines.map { $0.indices.contains(same) ? $0[same] : "(end)" }
        return "line \(same + 1)\n  found    \(texts[0])\n  on record \(texts[1])"
    }
}
