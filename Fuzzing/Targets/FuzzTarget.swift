/// What can be fuzzed: one entry function each, shared by libFuzzer and by the tests that replay the corpus.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case csv
    case guess
    case xml
    case html
    case gzip
    case zip
    case workbook
    case definition
    case rules
    case rows

    /// Gives the bytes to the code under test and checks what must hold for any bytes.
    ///
    /// - Throws: ``Violation`` where something does not hold. A trap or a sanitizer's report is as bad.
    package func run(_ bytes: [UInt8]) throws(Violation) {
        var input = FuzzInput(bytes)
        switch self {
        case .csv: try CSVTarget(&input).run()
        case .guess: try GuessTarget(&input).run()
        case .xml: try XMLTarget(&input).run()
        case .html: try HTMLTarget(&input).run()
        case .gzip: try GzipTarget(&input).run()
        case .zip: try ZipTarget(&input).run()
        case .workbook: try WorkbookTarget(input.rest).run()
        case .definition: try DefinitionTarget(input.rest).run()
        case .rules: try RulesTarget(input.rest).run()
        case .rows: try RowsTarget(input.rest).run()
        }
    }
}
