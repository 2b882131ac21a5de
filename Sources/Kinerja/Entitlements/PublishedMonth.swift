internal import Arithmetic
internal import CivilService
internal import Diagnostics
internal import Exporting
internal import Files
internal import Formulas
internal import Payroll

/// What a published run keeps for payroll, read back after its hashes were checked.
struct PublishedMonth {
    /// Ascending by NIP.
    let people: [MonthOfPerson]
    let run: PaymentFile.RunOfMonth
    /// Whether something was missing that its definition expects.
    let isPartial: Bool
    /// Values of law in the run that nobody has confirmed, as people should read them.
    let unconfirmed: [String]

    /// - Throws: ``RunFailure`` of kind `input` where the run does not verify, is of another definition, month or law,
    ///   or keeps nothing for payroll.
    init(_ folder: String, of scheme: PayScheme) throws(RunFailure) {
        let verified: RunVerifier.Verified
        do throws(RunFailure) {
            verified = try RunVerifier().verifyFolder(folder)
        } catch {
            // An input like any other: what does not verify is refused.
            throw RunFailure(.input, error.diagnostics)
        }
        let manifest = verified.manifest
        try Self.check(manifest, folder, scheme)
        let tables = try Self.tables(folder)
        let rows = PostingRows(table: tables.postings, path: "\(folder)/penempatan.csv")
        let sanctions = try SanctionRows(
            table: tables.sanctions, path: "\(folder)/hukuman.csv"
        ).sanctions()
        people = try rows.people(of: scheme.month, sanctions: sanctions)
        let control = try Self.control(folder)
        try Self.check(control, manifest, people: people.count, folder)
        isPartial = control.isPartial
        unconfirmed = manifest.parameters.filter { $0.status != "confirmed" }
            .map { "\($0.name) (\($0.effective), \($0.citation))" }
        run = PaymentFile.RunOfMonth(
            month: scheme.month, run: manifest.runID, manifest: "\(verified.manifestChecksum)")
    }

    private static func check(
        _ manifest: Manifest, _ folder: String, _ scheme: PayScheme
    ) throws(RunFailure) {
        if manifest.pipeline != scheme.pipeline {
            throw refusal(
                folder, "the run is of '\(manifest.pipeline)', expected '\(scheme.pipeline)'",
                "give a run of the definition that the pay scheme names")
        }
        if manifest.period != "\(scheme.month)" {
            throw refusal(
                folder, "the run is of \(manifest.period), expected \(scheme.month)",
                "give the run of the month that is paid")
        }
        let rules = manifest.options.first { $0.name == RunDirectory.rulesName }?.value ?? "then"
        if !rules.hasPrefix("then") {
            throw refusal(
                folder, "the run applied other rules than those of its time: \(rules)",
                "a what-if is not paid: give the run of the law of its time")
        }
    }

    private static func control(_ folder: String) throws(RunFailure) -> PublishedControl {
        do throws(RunFailure) {
            return try PublishedControl.read(folder)
        } catch {
            throw RunFailure(.input, error.diagnostics)
        }
    }

    /// The control sheet is read, and not believed to say what it must.
    private static func check(
        _ control: PublishedControl, _ manifest: Manifest, people: Int, _ folder: String
    ) throws(RunFailure) {
        let known = control.ranked + control.unscored + control.excluded
        let message: String
        if !control.isBalanced {
            message = "the control sheet of the run does not balance"
        } else if control.run != manifest.runID {
            message = "the control sheet is of \(control.run), the run is \(manifest.runID)"
        } else if control.isPartial == manifest.missing.isEmpty {
            message = "control sheet and manifest differ in what is missing"
        } else if known != people {
            message = "the control sheet has \(known) persons, the postings have \(people)"
        } else {
            return
        }
        throw PaymentRefusal.refuse(
            .input, .paymentRefused, "\(folder)/\(RunDirectory.controlJSONName)", message,
            hint: "nobody is paid from it: restore the folder from a copy, or run again")
    }

    private static func tables(
        _ folder: String
    ) throws(RunFailure) -> (postings: PublishedTable, sanctions: PublishedTable) {
        for name in ["penempatan.csv", "hukuman.csv"] where !FileTree.exists("\(folder)/\(name)") {
            throw refusal(
                folder, "the run has no \(name)",
                "add 'payroll:' to its definition and run again")
        }
        return (
            try PublishedTable("\(folder)/penempatan.csv"),
            try PublishedTable("\(folder)/hukuman.csv")
        )
    }

    static func refusal(_ path: String, _ message: String, _ hint: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(.unreadableFile, at: SourceLocation(file: path), message, hint: hint))
    }
}

/// Cells of a table that payroll reads back; what is not as the program prints it is refused with its line.
struct PayrollCells {
    let table: PublishedTable
    let path: String
    let row: Int

    func text(_ heading: String) -> String { table.cell(row, heading) }

    func failure(_ heading: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(
                .unreadableFile, at: SourceLocation(file: path, line: row + 2),
                table.has(heading)
                    ? "'\(heading)' is \(Masking.quoted(text(heading))), which no run prints"
                    : "the table has no column '\(heading)'",
                hint: "run again with this version of the program"))
    }

    /// A text that may be empty, of a column that must be there.
    func optionalText(_ heading: String) throws(RunFailure) -> String {
        guard table.has(heading) else { throw failure(heading) }
        return text(heading)
    }

    func nip() throws(RunFailure) -> NIP {
        let text = text("nip")
        guard text.utf8.count == 18, let digits = UInt64(text) else { throw failure("nip") }
        return NIP(unchecked: digits)
    }

    /// A count; `nil` where the cell is empty.
    func optionalCount(_ heading: String) throws(RunFailure) -> Int? {
        let text = text(heading)
        guard table.has(heading) else { throw failure(heading) }
        if text.isEmpty { return nil }
        // More than all days of a life: sums of such counts stay far from overflow.
        guard let count = Int(text), (0...1_000_000_000_000_000).contains(count) else {
            throw failure(heading)
        }
        return count
    }

    func count(_ heading: String) throws(RunFailure) -> Int {
        guard let count = try optionalCount(heading) else { throw failure(heading) }
        return count
    }

    func optionalDate(_ heading: String) throws(RunFailure) -> CalendarDate? {
        guard table.has(heading) else { throw failure(heading) }
        let text = text(heading)
        if text.isEmpty { return nil }
        guard let date = CalendarDate(iso: text) else { throw failure(heading) }
        return date
    }

    func date(_ heading: String) throws(RunFailure) -> CalendarDate {
        guard let date = try optionalDate(heading) else { throw failure(heading) }
        return date
    }

    func optionalNumber(_ heading: String) throws(RunFailure) -> Rational? {
        guard table.has(heading) else { throw failure(heading) }
        let text = text(heading)
        if text.isEmpty { return nil }
        guard let number = Rational(decimal: text) else { throw failure(heading) }
        return number
    }
}

/// `hukuman.csv` as values.
struct SanctionRows {
    let table: PublishedTable
    let path: String

    func sanctions() throws(RunFailure) -> [NIP: [HukumanTPP.Sanction]] {
        var sanctions: [NIP: [HukumanTPP.Sanction]] = [:]
        for row in table.rows.indices {
            let cells = PayrollCells(table: table, path: path, row: row)
            let sanction = HukumanTPP.Sanction(
                level: cells.text("tingkat"), percent: try cells.optionalNumber("persen"),
                first: try cells.date("mulai"), months: try cells.optionalCount("lama"),
                last: try cells.optionalDate("sampai"), document: cells.text("dokumen"))
            sanctions[try cells.nip(), default: []].append(sanction)
        }
        return sanctions
    }
}
