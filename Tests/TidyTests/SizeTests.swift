internal import Testing

@Suite("Sizes")
struct SizeTests {
    @Test("A source file has at most 400 lines")
    func sourceFiles() {
        for file in Repository.sources {
            #expect(file.lineCount <= 400, "\(file.path)")
        }
    }

    @Test("A test file has at most 600 lines")
    func testFiles() {
        #expect(!Repository.tests.isEmpty)
        for file in Repository.tests {
            #expect(file.lineCount <= 600, "\(file.path)")
        }
    }

    @Test("A function has at most 60 lines")
    func functions() {
        var count = 0
        for file in Repository.sources {
            for function in file.functions {
                count += 1
                #expect(function.length <= 60, "\(file.path):\(function.line)")
            }
        }
        #expect(count > 500)
    }
}
