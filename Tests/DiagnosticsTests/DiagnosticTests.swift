import Diagnostics
import Testing

@Suite("Diagnostic")
struct DiagnosticTests {
    @Test(
        "A place leaves out what is not known of it",
        arguments: [(0, 0, "a.csv"), (12, 0, "a.csv:12"), (12, 7, "a.csv:12:7")])
    func writesPlaces(line: Int, column: Int, text: String) {
        #expect(
            Diagnostics.SourceLocation(file: "a.csv", line: line, column: column).description
                == text)
    }

    @Test("A diagnostic is one line that editors understand, and its hint a second one")
    func writesDiagnostics() {
        let place = Diagnostics.SourceLocation(file: "pegawai.csv", line: 1204, column: 7)
        let bare = Diagnostic(.golongan, severity: .warning, at: place, "'IIId' is no golongan")
        #expect(
            bare.description == "pegawai.csv:1204:7: warning[V203]: 'IIId' is no golongan")
        let hinted = Diagnostic(.golongan, at: place, "'IIId' is no golongan", hint: "write III/d")
        #expect(
            hinted.description
                == "pegawai.csv:1204:7: error[V203]: 'IIId' is no golongan\n  hint: write III/d")
    }

    @Test("Every code is the letter of a stage and three digits, and stands once")
    func codesAreWellFormed() {
        let codes = DiagnosticCode.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect("CIVNSXRP".contains(code.prefix(1)), "\(code)")
            #expect(code.count == 4 && Int(code.dropFirst()) ?? 0 >= 101, "\(code)")
        }
    }

    @Test("A fault is found again by the word that definitions use for it")
    func faultNamesAreUnique() {
        let named = DiagnosticCode.allCases.filter { $0.faultName != nil }
        // The reference page lists 26 built-in faults and `reference`.
        #expect(named.count == 27)
        for code in named { #expect(DiagnosticCode.named(code.faultName ?? "") == code) }
        #expect(DiagnosticCode.named("angka") == nil)
        #expect(DiagnosticCode.named("") == nil)
    }

    @Test("A refusal is told by kind and codes, and its exit code says whose turn it is")
    func comparesFailures() {
        let place = Diagnostics.SourceLocation(file: "a")
        let failure = RunFailure(.input, Diagnostic(.noFileMatches, at: place, "one"))
        #expect(
            failure == RunFailure(.input, Diagnostic(.noFileMatches, at: place, "another text")))
        #expect(
            failure != RunFailure(.definition, Diagnostic(.noFileMatches, at: place, "one")))
        #expect(failure != RunFailure(.input, Diagnostic(.emptyFile, at: place, "one")))
        let kinds: [RunFailure.Kind] = [
            .definition, .input, .locked, .output, .verification, .internal,
        ]
        #expect(kinds.map { RunFailure($0, []).exitCode } == [2, 3, 4, 5, 6, 70])
    }

    @Test("The language chooses between two texts")
    func choosesLanguage() {
        #expect(Language(rawValue: "id")?("nilai", "score") == "nilai")
        #expect(Language(rawValue: "en")?("nilai", "score") == "score")
    }
}
