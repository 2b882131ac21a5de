internal import Testing

@Suite("House rules of code")
struct LanguageTests {
    @Test("Only the files that ARCHITECTURE.md lists contain unsafe code")
    func unsafeCode() throws {
        let allowed = try Architecture.read().mayBeUnsafe
        #expect(!allowed.isEmpty)
        for file in Repository.sources where file.contains(word: "unsafe") {
            #expect(
                allowed.contains { file.path.hasPrefix("Sources/\($0)") },
                "\(file.path) is not listed under 'Unsafe code'")
        }
    }

    @Test("Every entry of the list of unsafe code is still needed")
    func unsafeList() throws {
        let found = Repository.sources.filter { $0.contains(word: "unsafe") }.map(\.path)
        for entry in try Architecture.read().mayBeUnsafe {
            #expect(found.contains { $0.hasPrefix("Sources/\(entry)") }, "\(entry)")
        }
    }

    @Test("Only Pipeline, Kinerja and KinerjaCommand wait for anything")
    func waiting() {
        let allowed: Set = ["Pipeline", "Kinerja", "KinerjaCommand"]
        for file in Repository.sources where !allowed.contains(file.module) {
            #expect(!file.contains(word: "await"), "\(file.path)")
        }
    }

    @Test(
        "Nothing traps, prints or tries by force outside its place",
        arguments: [
            (call: "fatalError(", exempt: ""), ("try!", ""), ("as!", ""),
            ("print(", "KinerjaCommand"),
        ])
    func bannedCalls(call: String, exempt: String) {
        for file in Repository.sources where file.module != exempt {
            for (index, line) in file.codeLines.enumerated() where Self.calls(call, in: line) {
                Issue.record("\(file.path):\(index + 1) says \(call)")
            }
        }
    }

    /// Whether `call` stands in `line` and is not the end of a longer name.
    private static func calls(_ call: String, in line: Substring) -> Bool {
        line.ranges(of: call).contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || before == "_" || before == ".")
        }
    }

    @Test("Floating point stays out of scores", arguments: ["Double", "Float", "Float80"])
    func floatingPoint(type: String) {
        let exact: Set = ["Arithmetic", "Evidence", "Scoring"]
        for file in Repository.sources where exact.contains(file.module) {
            #expect(!file.contains(word: type), "\(file.path)")
        }
    }

    @Test("Nothing is public: the package has no foreign callers")
    func accessLevel() {
        for file in Repository.sources {
            #expect(!file.contains(word: "public"), "\(file.path)")
        }
    }

    // Written in two pieces, so that this file does not find itself.
    @Test("No unfinished business is left in the text", arguments: ["TO" + "DO", "FIX" + "ME"])
    func unfinished(mark: String) {
        for file in Repository.sources + Repository.tests {
            let isFinished = !file.text.contains(mark)
            #expect(isFinished, "\(file.path)")
        }
    }

    @Test("No module is called after a drawer for odds and ends")
    func drawers() throws {
        let drawers = ["Core", "Common", "Util", "Utils", "Utilities", "Helpers", "Manager"]
        for module in try Architecture.read().mayImport.keys {
            #expect(!drawers.contains(module))
        }
    }
}
