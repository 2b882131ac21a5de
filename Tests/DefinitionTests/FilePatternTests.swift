import Definition
import Testing

@Suite("FilePattern")
struct FilePatternTests {
    @Test(
        "A pattern matches whole paths, a star and a capture within one component",
        arguments: [
            ("a.csv", "a.csv", [:]),
            ("a.csv", "a.csv.gz", nil),
            ("a.csv", "x/a.csv", nil),
            ("*.csv", "a.csv", [:]),
            ("*.csv", ".csv", [:]),
            ("*.csv", "x/a.csv", nil),
            ("x/*.csv", "x/y/a.csv", nil),
            ("*/*.csv", "x/a.csv", [:]),
            ("a*b*c", "aXbbYc", [:]),
            ("{u}.csv", "dinkes.csv", ["u": "dinkes"]),
            ("{u}.csv", ".csv", nil),
            ("{u}.csv", "a/b.csv", nil),
            // The shortest piece for each capture, left to right.
            ("{u}-{b}.csv", "a-b-c.csv", ["u": "a", "b": "b-c"]),
            ("{u}-{b}-v{v}.csv", "pkm-2025-07-v12.csv", ["u": "pkm", "b": "2025-07", "v": "12"]),
            ("{b}/x-{b}.csv", "07/x-07.csv", ["b": "07"]),
            ("{b}/x-{b}.csv", "07/x-08.csv", nil),
            ("{a}{b}", "xyz", ["a": "x", "b": "yz"]),
            ("{a}*", "x", ["a": "x"]),
            ("{a}", "", nil),
            ("*", "", [:]),
        ] as [(String, String, [String: String]?)])
    func matches(pattern: String, path: String, captures: [String: String]?) throws {
        let pattern = try #require(FilePattern(pattern))
        #expect(pattern.match(path) == captures)
    }

    @Test("Braces that do not pair are no pattern", arguments: ["{a", "a}", "{}", "{a}}", "x{"])
    func refusesBraces(text: String) {
        #expect(FilePattern(text) == nil)
    }

    @Test("The captures of a pattern are known in order")
    func listsCaptures() {
        #expect(FilePattern("{b}/*-{a}-{b}.csv")?.captures == ["b", "a", "b"])
    }
}
