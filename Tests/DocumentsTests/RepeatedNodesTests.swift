import Diagnostics
import Documents
import Testing

@Suite("DocumentReader: anchors")
struct RepeatedNodesTests {
    /// A list of 99 nodes, repeated: with the outer list and `extra` there are 1 + 99 × (repeats + 1) + extra of them.
    private static func document(repeats: Int, extra: Int) -> String {
        let first = "&a [" + Array(repeating: "x", count: 98).joined(separator: ",") + "]"
        let items =
            [first] + Array(repeating: "*a", count: repeats) + Array(repeating: "y", count: extra)
        return "[" + items.joined(separator: ",") + "]"
    }

    @Test("A document may stand for a million values and no more")
    func limits() throws {
        let root = try DocumentReader.read(
            Self.document(repeats: 10_100, extra: 0), file: "d.yaml")
        #expect(root.items?.count == 10_101)
        #expect(throws: RunFailure.self) {
            try DocumentReader.read(Self.document(repeats: 10_100, extra: 1), file: "d.yaml")
        }
    }

    @Test("Anchors that repeat anchors are refused with a place, however much they stand for")
    func refusesBombs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        do throws(RunFailure) {
            _ = try DocumentReader.read(text, file: "d.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.yamlSyntax])
            #expect(error.diagnostics.first?.location.line == 1)
        }
    }
}
