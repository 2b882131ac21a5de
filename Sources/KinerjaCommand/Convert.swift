internal import ArgumentParser
internal import Diagnostics
internal import Kinerja
internal import Tabular

/// `kinerja convert`: any export as clean CSV on standard output.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write an export as clean CSV (RFC 4180, UTF-8) on standard output.",
        discussion: """
            What is not declared is guessed from the file's beginning; the guess and its evidence go to standard error. \
            Exits with 0 when every record is in the output, 1 when some were rejected, 2 for wrong usage, 3 if the input \
            is refused, 5 when the output cannot be written.
            """)

    @Argument(
        help: "The export: delimited text, .xlsx, HTML or XML; unpacked when its name ends in .gz.",
        completion: .file())
    var input: String

    @OptionGroup var dialect: DialectArguments

    @Option(
        help: ArgumentHelp(
            "Sheet of a workbook or table of an HTML document, where several have data.",
            valueName: "name|number"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "Path of an XML document's records, such as /laporan/baris, where several elements repeat.",
            valueName: "path"))
    var record: String?

    @Option(
        help: ArgumentHelp(
            "Names of the table's columns, from left to right: a,b,c or a JSON array of strings.",
            valueName: "names"))
    var columns: String?

    @Flag(help: "Reject malformed records (the default).")
    var strict = false

    @Flag(
        help: "Repair malformed records: pad, drop empty surplus cells, keep stray quotes as text.")
    var lenient = false

    @Option(
        help: "A CSV file for the records that were rejected or repaired, with their places.",
        completion: .file(extensions: ["csv"]))
    var rejects: String?

    func validate() throws {
        guard !(strict && lenient) else {
            throw ValidationError("Give either --strict or --lenient.")
        }
        _ = try options()
    }

    private func options() throws -> ConversionOptions {
        var options = ConversionOptions(
            path: input, declared: try dialect.declared(),
            columns: try columns.map(ColumnNames.parse), isLenient: lenient, rejects: rejects)
        options.sheet = sheet
        options.record = record
        return options
    }

    func run() throws {
        let outcome = try Conversion.run(try options()) { (bytes) throws(RunFailure) in
            try StandardOutput.write(bytes)
        }
        for line in outcome.description { StandardError.write(line + "\n") }
        StandardError.write(
            "records: written \(outcome.written), rejected \(outcome.rejected), "
                + "repaired \(outcome.repaired)\n")
        if outcome.lacksHeader {
            StandardError.write(
                "the header was rejected and the output has none: name the columns with --columns\n"
            )
        }
        if outcome.rejected > 0 { throw ExitCode(1) }
    }
}
