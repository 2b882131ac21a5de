internal import Testing

@Suite("CodeScanner")
struct CodeScannerTests {
    @Test(
        "Comments and literals are blanked, code and interpolations stay",
        arguments: [
            ("let a = 1  // unsafe", "let a = 1"),
            ("let a = \"try!\" + b", "let a =        + b"),
            ("f(\"x\\(g(await h(\")\")))y\")", "f(    g(await h(   ))   )"),
            ("let r = #\"a\\(b)\"# + c", "let r =           + c"),
            ("let q = \"\\\"\" + c", "let q =      + c"),
        ])
    func blanks(text: String, code: String) {
        var scanner = CodeScanner(text)
        var scanned = scanner.scan()
        while scanned.hasSuffix(" ") { scanned.removeLast() }
        #expect(scanned == code)
    }

    @Test("A literal over several lines keeps its lines")
    func lines() {
        var scanner = CodeScanner("let a = \"\"\"\n  }\n  \"\"\"\nlet b = 2")
        #expect(scanner.scan().split(separator: "\n").last == "let b = 2")
    }

    @Test("A function counts from its name to its closing brace")
    func functions() {
        let file = SwiftFile(
            path: "Sources/A/B.swift",
            text: "struct B {\n    func f(\n        _ a: Int\n    ) {\n        g { }\n    }\n}\n")
        #expect(file.functions.map(\.line) == [2])
        #expect(file.functions.map(\.length) == [5])
    }
}
