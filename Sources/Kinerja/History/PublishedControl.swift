internal import Diagnostics
internal import FoundationEssentials

/// The totals of a published control sheet, read back.
struct PublishedControl {
    let text: String
    /// Twelve digits of the run whose sheet it is.
    let run: String
    /// Whether every row and every person is accounted for.
    let isBalanced: Bool
    let isPartial: Bool
    let ranked: Int
    let unscored: Int
    let excluded: Int
    let rowsRead: Int
    let rowsRejected: Int
    let findings: Int
    /// What is missing by name; empty for a complete run.
    let missing: [String]

    private struct Sheet: Decodable {
        struct Rows: Decodable {
            let read: Int
            let rejected: Int
        }

        struct Persons: Decodable {
            let ranked: Int
            let unscored: Int
            let excluded: Int
            let balanced: Bool
        }

        struct Missing: Decodable {
            let source: String
            let agency: String?
        }

        let run: String
        let balanced: Bool
        let partial: Bool?
        let rows: Rows
        let persons: Persons
        let findings: Int
        let missing: [Missing]?
    }

    /// - Throws: ``RunFailure`` of kind `verification`.
    static func read(_ folder: String) throws(RunFailure) -> PublishedControl {
        var text: [UInt8] = []
        try PackedFile.read("\(folder)/\(RunDirectory.controlTextName)") { text += $0 }
        let path = "\(folder)/\(RunDirectory.controlJSONName)"
        var bytes: [UInt8] = []
        try PackedFile.read(path) { bytes += $0 }
        do {
            let sheet = try JSONDecoder().decode(Sheet.self, from: Data(bytes))
            return PublishedControl(
                text: String(decoding: text, as: UTF8.self), run: sheet.run,
                isBalanced: sheet.balanced && sheet.persons.balanced,
                isPartial: sheet.partial ?? false, ranked: sheet.persons.ranked,
                unscored: sheet.persons.unscored, excluded: sheet.persons.excluded,
                rowsRead: sheet.rows.read, rowsRejected: sheet.rows.rejected,
                findings: sheet.findings,
                missing: (sheet.missing ?? []).map { missing in
                    missing.agency.map { "\(missing.source)/\($0)" } ?? missing.source
                })
        } catch {
            throw RunFailure(
                .verification,
                Diagnostic(
                    .verificationFailed, at: SourceLocation(file: path),
                    "it is no control sheet: \(error)"))
        }
    }
}
