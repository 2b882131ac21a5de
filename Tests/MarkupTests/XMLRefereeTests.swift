import Foundation
import Markup
import Testing

/// Random documents, read by us and by expat, a parser that shares no code with libxml2.
@Suite("XMLRecordReader against expat")
struct XMLRefereeTests {
    /// Prints, per document (they are separated by NUL), `-` or one line per record `/a/b`: its
    /// place, the place and text of its first `k`, and its `n`.
    private static let referee = """
        import sys, xml.parsers.expat
        def read(document):
            stack, records = [], []
            parser = xml.parsers.expat.ParserCreate()
            place = lambda: f"{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1}"
            def start(name, attributes):
                stack.append(name)
                if stack == ["a", "b"]:
                    records.append({"at": place(), "n": attributes.get("n"), "k": None})
                elif stack == ["a", "b", "k"] and records[-1]["k"] is None:
                    records[-1].update(k="", kat=place(), open=True)
            def end(name):
                if stack == ["a", "b", "k"]: records[-1]["open"] = False
                stack.pop()
            def text(data):
                if stack == ["a", "b", "k"] and records[-1]["open"]: records[-1]["k"] += data
            parser.StartElementHandler, parser.EndElementHandler = start, end
            parser.CharacterDataHandler = text
            try: parser.Parse(document, True)
            except xml.parsers.expat.ExpatError: return "-"
            return "".join(repr([r["at"], r.get("kat", r["at"]), r["k"], r["n"]]) + "\\n"
                           for r in records)
        documents = open(sys.argv[1], "rb").read().split(b"\\0")
        answer = "\\0".join(read(document) for document in documents)
        sys.stdout.buffer.write(answer.encode())
        """

    /// A generator of documents, the same for the same seed.
    private struct Author {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

        mutating func several(_ most: Int, _ part: (inout Author) -> String) -> String {
            (0..<below(most)).map { _ in part(&self) }.joined()
        }

        mutating func text() -> String {
            pick([
                "a", "\n", "\r", "\r\n", " ", "\u{e9}", "\u{4e2d}", "\u{1f600}", "&amp;", "&#65;",
                "]", ">", "&lt;", "<![CDATA[<b>& \r\n]]>", "<![CDATA[x>]]]]>", "<!-- <b>\n& > -->",
                "<?p <b>\r?>",
            ])
        }

        mutating func element(_ depth: Int) -> String {
            let name = pick(["b", "k", "k", "u"])
            var tag = "<\(name)"
            for attribute in ["n", "m"] where below(2) == 0 {
                tag += pick([" ", "\n", "\r\n "]) + attribute + pick(["=", " = "])
                tag += pick(["'1'", "'a > b'", "\"&lt;&amp;\u{e9}\"", "''", "\"'\""])
            }
            if depth == 0 || below(3) == 0 { return tag + pick(["/>", " />", "\n/>"]) }
            let inner = several(6) { $0.below(2) == 0 ? $0.text() : $0.element(depth - 1) }
            // Now and then a document that is not well-formed.
            return tag + ">" + inner + "</" + (below(200) == 0 ? "x" : name) + pick([">", "\r>"])
        }

        mutating func document() -> String {
            "<a>" + several(8) { $0.below(3) == 0 ? $0.text() : $0.element(3) } + "</a>"
        }
    }

    @Test(
        "Records, texts and places are those that expat finds", .enabled(if: hasPython),
        arguments: [1, 3, 65_536])
    func agrees(pieceSize: Int) throws {
        var author = Author(state: 20_250_701)
        let documents = (0..<400).map { _ in author.document() }
        let answers = try Self.ask(documents)
        try #require(answers.count == documents.count)
        #expect(answers.contains("-"), "no document of the sample is wrong")
        for (document, answer) in zip(documents, answers) {
            let reading = try Reading(
                Array(document.utf8), record: "/a/b", fields: ["k", "@n"], pieceSize: pieceSize)
            #expect((reading.failure != nil) == (answer == "-"), "\(document)")
            guard answer != "-" else { continue }
            let own = reading.records.map { record in
                let parts = [record.place, record.places[0], record.values[0], record.values[1]]
                return "[" + parts.map(Self.quoted).joined(separator: ", ") + "]\n"
            }
            #expect(own.joined() == answer, "\(document)")
        }
    }

    /// As Python's `repr` writes a text of the author's characters.
    private static func quoted(_ text: String?) -> String {
        guard let text else { return "None" }
        let escaped = text.replacing("\n", with: "\\n").replacing("\r", with: "\\r")
        return text.contains("'") ? "\"\(escaped)\"" : "'\(escaped)'"
    }

    private static let hasPython = (try? ask([""])) == ["-"]

    private static func ask(_ documents: [String]) throws -> [String] {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("kinerja-referee-\(UUID().uuidString)")
        try Data(documents.joined(separator: "\0").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", referee, file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
            .split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
    }
}
