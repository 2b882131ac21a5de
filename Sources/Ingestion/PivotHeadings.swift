internal import Definition
internal import Diagnostics
internal import Spelling
internal import Workbooks

/// The columns of a file whose headings name a person, each with what its heading says.
struct PivotHeadings {
    struct Heading {
        /// Place of the cell in a record, from 0.
        let cell: Int
        let aspek: String
        /// `nil` where the heading names nobody, or several people.
        let nip: String?
    }

    private let path: String
    private let line: Int
    private let people: String
    private(set) var all: [Heading] = []
    private(set) var findings: [InputFinding] = []

    /// - Parameters:
    ///   - pivot: Of the source.
    ///   - header: Headings of the file, from its first column on.
    ///   - claimed: Cells that ordinary columns take.
    ///   - staff: The people of the pivot's staff list.
    ///   - path: Of the file.
    ///   - line: Of the header, from 1.
    /// - Throws: ``RunFailure`` where no heading has the form, or two state one aspect of one person.
    init(
        _ pivot: PivotDefinition, header: [String], claimed: [Int], staff: StaffNames,
        path: String, line: Int
    ) throws(RunFailure) {
        self.path = path
        self.line = line
        people = pivot.people
        var places: [[String]: Int] = [:]
        var problems: [Diagnostic] = []
        let claimed = Set(claimed)
        for (cell, heading) in header.enumerated() where !claimed.contains(cell) {
            guard let said = pivot.heading.match(heading) else { continue }
            let isWhole = !said.nama.isEmpty && (!said.aspek.isEmpty || !pivot.heading.hasAspek)
            var nip: String?
            switch isWhole ? staff.find(said.nama) : .nobody {
            case .person(let found): nip = found
            case .nobody: note(cell, isSeveral: false)
            case .several: note(cell, isSeveral: true)
            }
            let key = [FoldedSpelling.fold(said.aspek), nip ?? "", nip == nil ? said.nama : ""]
            if let earlier = places.updateValue(cell, forKey: key) {
                problems.append(repeated(cell, earlier))
            }
            all.append(Heading(cell: cell, aspek: said.aspek, nip: nip))
        }
        if all.isEmpty {
            throw InputFailures.refuse(
                .missingColumn, file: path, line: line,
                "no heading has the form '\(pivot.heading.text)'",
                hint: "write the pivot's heading as this file does, or ask for the export again")
        }
        if !problems.isEmpty { throw RunFailure(.input, problems) }
    }

    private func repeated(_ cell: Int, _ earlier: Int) -> Diagnostic {
        Diagnostic(
            .repeatedAnswer, at: SourceLocation(file: path, line: line),
            "columns \(Self.name(earlier)) and \(Self.name(cell)) state the same aspect of the "
                + "same person",
            hint: "delete the column that does not count, or ask which one does")
    }

    private mutating func note(_ cell: Int, isSeveral: Bool) {
        let column = Self.name(cell)
        findings.append(
            InputFinding(
                code: .headingPerson, path: path, line: line,
                message: isSeveral
                    ? Wording(
                        "judul kolom \(column) bernama seperti beberapa orang di '\(people)': jawabannya ditolak",
                        "the heading of column \(column) has the name of several people of '\(people)': its answers are rejected"
                    )
                    : Wording(
                        "judul kolom \(column) tidak menyebut orang dari '\(people)': jawabannya ditolak",
                        "the heading of column \(column) names nobody of '\(people)': its answers are rejected"
                    ),
                hint: isSeveral
                    ? Wording(
                        "bedakan namanya dengan gelar, sama di formulir dan di daftar",
                        "tell the names apart by degrees, alike in form and list")
                    : Wording(
                        "samakan nama di formulir dengan nama di daftar",
                        "spell the name in the form as in the list")))
    }

    /// Number and letters of a column, as a spreadsheet shows it.
    private static func name(_ cell: Int) -> String {
        "\(cell + 1) (\(Sheet.columnName(cell + 1)))"
    }
}
