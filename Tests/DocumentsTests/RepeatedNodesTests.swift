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

    /// What `text` is refused with; `nil` where it is read.
    private static func refusal(_ text: String) -> Diagnostic? {
        do throws(RunFailure) {
            _ = try DocumentReader.read(text, file: "d.yaml")
            return nil
        } catch {
            #expect(error.kind == .definition)
            #expect(error.diagnostics.map(\.code) == [.yamlSyntax])
            return error.diagnostics.first
        }
    }

    @Test("What is repeated stands where it is repeated, and the last of a name counts")
    func repeats() throws {
        let root = try DocumentReader.read(
            "- &a { k: 1, '*': \"*a\" }\n- *a\n- &a [p*q, *a]\n- *a\n", file: "d.yaml")
        let items = try #require(root.items)
        #expect(items[1].entries?.map(\.key) == ["k", "*"])
        #expect(items[1].entries?.map(\.value.text) == ["1", "*a"])
        #expect(items[3].items?[0].text == "p*q")
        #expect(items[3].items?[1].entries?[0].value.text == "1")
    }

    @Test("A document may stand for 100,000 values and no more")
    func limits() throws {
        // 1 + 99 × 1,010 + 9 = 100,000
        let root = try DocumentReader.read(
            Self.document(repeats: 1_009, extra: 9), file: "d.yaml")
        #expect(root.items?.count == 1_019)
        #expect(Self.refusal(Self.document(repeats: 1_009, extra: 10)) != nil)
        // Written out as well: a list and 99,999 texts.
        let plain = String(repeating: "- x\n", count: 99_999)
        #expect(Self.refusal(plain) == nil)
        #expect(Self.refusal(plain + "- x\n") != nil)
    }

    @Test("Anchors that repeat anchors are refused with a place, however much they stand for")
    func refusesBombs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        // 10 of a0, then 101, 1,011 and 10,111 nodes (each with the list itself): a4 is 101,111 and the first above the limit.
        let refusal = Self.refusal(text)
        #expect(refusal?.location.line == 5)
        #expect(refusal?.message.contains("100000") == true)
    }

    @Test("Repetitions make a document 200 levels deep and no deeper")
    func limitsDepth() {
        // The outer list and the first [x] with its text are three levels, every further line one more.
        let lines = { (count: Int) in
            "- &a [x]\n" + String(repeating: "- &a [*a]\n", count: count)
        }
        #expect(Self.refusal(lines(197)) == nil)
        #expect(Self.refusal(lines(198))?.location.line == 199)
        #expect(Self.refusal(lines(90_000))?.location.line == 199)
    }

    @Test(
        "A key that is a list, a map or a repetition is refused where it stands",
        arguments: [
            ("a: &a x\n*a : 1\n", 2), ("a: &a x\nb: { *a : 1 }\n", 2),
            ("a: &a x\nb: { *a }\n", 2), ("a: &a x\nb:\n  - ? *a\n", 3),
            ("a: &a x\nb: [*a : 1]\n", 2), ("a: &a x\nb: [*a:1]\n", 2),
            ("a: &a x\nb: {[*a]: 1}\n", 2), ("a: &a x\n? - *a\n: 1\n", 2),
            ("a: 1\n[b]: 1\n", 2), ("a: 1\n{b: c}: 1\n", 2),
        ])
    func refusesKeys(text: String, line: Int) {
        let refusal = Self.refusal(text)
        #expect(refusal?.location.line == line)
    }

    @Test("A bomb of anchors as a key is refused as the bomb that it is, at once")
    func refusesBombsAsKeys() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        for key in ["*a11 : 1", "{*a11}", "? [*a11]\n: 1", "b: [*a11:1]"] {
            #expect(Self.refusal(text + key) != nil)
        }
        // Small enough to be no bomb, and a key all the same.
        #expect(Self.refusal("a: &a [x]\nb: &b [*a, *a]\n? [*b]\n: 1\n")?.location.line == 3)
    }

    @Test("One text is one key, with quotes or without")
    func refusesSpelledTwins() {
        for text in ["a: 0\n1: x\n\"1\": y\n", "a: 0\ntrue: x\n'true': y\n"] {
            let refusal = Self.refusal(text)
            #expect(refusal?.location.line == 3)
            #expect(refusal?.message.contains("stands twice") == true)
        }
    }

    @Test("A document has at most a mebibyte")
    func limitsSize() {
        let text = "a: b\n#" + String(repeating: "x", count: 1 << 20)
        #expect(Self.refusal(String(text.prefix(1 << 20))) == nil)
        #expect(Self.refusal(String(text.prefix((1 << 20) + 1)))?.location.line == 1)
    }

    @Test("What begins with a star and is no name says so")
    func refusesStars() {
        let refusal = Self.refusal("a: &a x\nfiles: *.csv\n")
        #expect(refusal?.location.line == 2)
        #expect(refusal?.message.contains("'*.csv'") == true)
    }
}
