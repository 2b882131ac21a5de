internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja

/// `kinerja preview`: what would be read, of all inputs of a definition or of one file; writes nothing.
struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract:
            "Show what would be read of a definition's inputs, or of one file; writes nothing.",
        discussion: """
            With a definition (.yaml), --period and --inputs: each file with its format, header, columns, first rows and \
            first problems, as 'run' would read it. Else: one file with its guessed dialect and types. Exits with 0, with \
            2 for a fault of the definition, 3 if an input is refused.
            """)

    @Argument(help: "A pipeline definition (.yaml), or an export.", completion: .file())
    var target: String

    @Option(help: "With a definition: the appraisal period, 2025, 2025-S1, 2025-Q3 or 2025-07.")
    var period: String?

    @Option(help: "With a definition: the folder that holds the exports.", completion: .directory)
    var inputs: String?

    @Option(help: "With a definition: the only source to show.")
    var source: String?

    @Option(help: "Rows of each file to show.")
    var rows: Int = 5

    @Option(help: "Language of the texts: id or en.")
    var bahasa: String = "id"

    @OptionGroup(title: "Of a file without definition") var dialect: DialectArguments

    @OptionGroup var unpacking: UnpackingArguments

    private var isDefinition: Bool { target.hasSuffix(".yaml") || target.hasSuffix(".yml") }

    func validate() throws {
        guard Language(rawValue: bahasa) != nil else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
        guard (0...1_000).contains(rows) else { throw ValidationError("--rows must be 0…1000.") }
        guard isDefinition else {
            guard period == nil, inputs == nil, source == nil else {
                throw ValidationError(
                    "--period, --inputs and --source go with a definition (.yaml).")
            }
            _ = try dialect.declared()
            return
        }
        guard inputs != nil else { throw ValidationError("A definition needs --inputs.") }
        guard let period, AppraisalPeriod(parsing: period) != nil else {
            throw ValidationError(
                "--period is '\(period ?? "")', expected 2025, 2025-S1, 2025-Q3 or 2025-07.")
        }
    }

    func run() async throws {
        let language = Language(rawValue: bahasa) ?? .indonesian
        guard isDefinition else {
            let options = ConversionOptions(path: target, declared: try dialect.declared())
            StandardOutput.write(try TablePreview.text(options, rows: rows, language))
            return
        }
        guard let period = period.flatMap(AppraisalPeriod.init(parsing:)), let inputs else {
            throw ValidationError("the arguments were not validated")
        }
        var options = RunOptions(
            definition: target, period: period, inputs: inputs, output: "",
            workers: ProcessorCount.online, language: language,
            program: try ProgramStamp.current())
        options.unpacking = unpacking.limits
        let outcome = try await Preview.show(options, source: source, rows: rows) {
            StandardOutput.write($0)
        }
        if !outcome.isReadable { throw ExitCode(RunFailure.Kind.input.rawValue) }
    }
}
