internal import Diagnostics
internal import Evidence
internal import Ingestion

/// What is known of kept evidence besides its rows: which inputs it came from and what became of them.
struct KeptIndex: Codable {
    struct Entry: Codable {
        let path: String
        let source: String
        let captures: [String: String]
        let checksum: String
        let size: Int
        let repeatedOf: String?
        let supersededBy: String?
        /// Rows by outcome, before references set any aside.
        let outcomes: [Int]
        let consequentRejects: Int
        /// Rows that count by agency, before references set any aside.
        let agencies: [String: Int]
        /// Preamble, header, blank, footer, record lines and all; absent for XML.
        let lines: [Int]?
    }

    struct Note: Codable {
        let code: String
        let file: String
        let line: Int
        let column: Int
        let person: Int32
        let message: [String]
        let hint: [String]

        init(_ finding: Finding) {
            code = finding.code.rawValue
            file = finding.location.file
            line = finding.location.line
            column = finding.location.column
            person = finding.person
            message = [finding.message(.indonesian), finding.message(.english)]
            hint = [finding.hint(.indonesian), finding.hint(.english)]
        }

        var finding: Finding? {
            guard let code = DiagnosticCode(rawValue: code), message.count == 2, hint.count == 2
            else { return nil }
            return Finding(
                code: code, location: SourceLocation(file: file, line: line, column: column),
                person: person, message: Wording(message[0], message[1]),
                hint: Wording(hint[0], hint[1]))
        }
    }

    /// Of the parts of the definition that say how inputs are read, and of the program.
    let reading: String
    let period: String
    /// Folder of the inputs, for `explain`.
    let inputs: String
    let entries: [Entry]
    /// Sources by file of blocks, and whether their rows are whole.
    let sources: [String]
    let areWhole: [Bool]
    let inventoryFindings: [Note]
    let findings: [Note]
    let rejectedPeople: [UInt64]
    let peopleSetAside: [UInt64]
    /// By source: how often each of its corrections was applied and contradicted.
    let corrections: [String: [[Int]]]
    /// SHA-256 by name of the other files.
    let checksums: [String: String]
}
