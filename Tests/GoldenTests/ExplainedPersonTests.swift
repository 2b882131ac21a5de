internal import Foundation
internal import TestSupport
internal import Testing

/// `kinerja explain` on one employee per region, checked against the files that it points to.
@Suite("Explained people")
struct ExplainedPersonTests {
    private struct Document: Decodable {
        struct Node: Decodable {
            let rows: [String]
            let children: [Node]

            var places: [String] { rows + children.flatMap(\.places) }
        }

        struct Row: Decodable {
            struct Cell: Decodable {
                let text: String
                let line: Int
                let column: Int
            }

            let file: String
            let line: Int
            let outcome: String
            let cells: [Cell]

            var place: String { "\(file):\(line)" }
        }

        let nip: String
        let final: String
        let recomputed: String
        let predikat: String
        let tree: [Node]
        let rows: [Row]
    }

    /// One person with an interesting way to the score per region, from the cases' READMEs.
    static let people = [
        (GoldenCase.all[0], "199103272017112919"), (GoldenCase.all[1], "199610202024122954"),
        (GoldenCase.all[2], "198302242011011905"), (GoldenCase.all[4], "198005212019082910"),
        (GoldenCase.all[5], "198706012019102912"),
    ]

    @Test(
        "Every figure has its file, line and column, and the final is the published one",
        arguments: people)
    func explained(golden: GoldenCase, nip: String) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let results = try CSVText("\(folder)/hasil.csv").selecting(["nip", "akhir", "predikat"])
        let published = try #require(results.first { $0[0] == nip })
        let json = try Program.run(["explain", folder, nip, "--json", "--all"])
        #expect(json.status == 0, "\(json.errors)")
        let document = try JSONDecoder().decode(Document.self, from: Data(json.output))
        #expect([document.nip, document.final, document.predikat] == published)
        #expect(document.recomputed == document.final)

        let places = document.tree.flatMap(\.places)
        #expect(places.count >= 10)
        let rows = Dictionary(document.rows.map { ($0.place, $0) }, uniquingKeysWith: { a, _ in a })
        let text = try Program.run(["explain", folder, nip, "--all"]).text
        #expect(text.contains(" \(document.final)  \(document.predikat)"))
        for place in places {
            let row = try #require(rows[place], "\(place) is not among the rows")
            #expect(row.outcome == "used")
            #expect(text.contains(place))
            try checkCells(of: row, golden)
        }
    }

    /// Goes to the place and looks; encodings and markup other than plain UTF-8 tables by line alone.
    private func checkCells(of row: Document.Row, _ golden: GoldenCase) throws {
        let path = "\(golden.inputs)/\(row.file)"
        let bytes =
            row.file.hasSuffix(".gz")
            ? try Subprocess.require(["gzip", "-dc", path]).output : try Disk.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        // "\r\n" is one character to Swift: lines are cut at scalars.
        let lines = text.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect((1...lines.count).contains(row.line), "\(row.place)")
        for cell in row.cells where cell.column > 0 && !row.file.contains(".xml") {
            let line = lines[cell.line - 1].dropFirst(cell.column - 1)
            let first = cell.text.unicodeScalars.prefix { $0 != "\n" && $0 != "\"" }
            let found = line.first == "\"" ? line.dropFirst() : line
            let message = "\(row.file):\(cell.line):\(cell.column) is not '\(cell.text)'"
            #expect(found.starts(with: first), "\(message)")
        }
    }
}
