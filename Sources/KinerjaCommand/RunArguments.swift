internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Glibc
internal import Kinerja

/// What every command that reads exports is told.
struct RunArguments: ParsableArguments {
    @Argument(
        help: "The pipeline definition, e.g. pipelines/ambon.yaml.",
        completion: .file(extensions: ["yaml"]))
    var definition: String

    @Option(help: "The appraisal period: 2025, 2025-S1, 2025-Q3 or 2025-07.")
    var period: String

    @Option(
        help: ArgumentHelp(
            """
            Whose law: then (in force on the period's last day), that of another date, or a file with values in the \
            place of some of the law. Another law than then is written on every output and never becomes 'terkini'.
            """, valueName: "then|date|file"))
    var rules: String = "then"

    @Option(
        help: ArgumentHelp(
            "The last day of delivery that counts, for sources that state one; later files are no inputs.",
            valueName: "date"))
    var asOf: String?

    @Option(help: "Threads that check and score; the results do not depend on it.")
    var workers: Int = ProcessorCount.online

    @Option(
        help: ArgumentHelp(
            "Memory for the sums and keys of facts, e.g. 512M or 4G; beyond it they wait on disk.",
            valueName: "size"))
    var memory: MemorySize = .half

    @OptionGroup var unpacking: UnpackingArguments

    @Option(
        help: ArgumentHelp(
            "Rejected rows of up to 256 bytes above which the run stops, whatever their share.",
            valueName: "rows"))
    var maxRejects: Int = 1_000_000

    @Option(help: "Language of headings and texts: id or en.")
    var bahasa: String = "id"

    @Option(help: "A published run whose results are an input of this one.", completion: .directory)
    var previous: String?

    func validate() throws {
        guard workers >= 1, workers <= 256 else {
            throw ValidationError("--workers must be 1…256.")
        }
        guard maxRejects >= 1 else { throw ValidationError("--max-rejects must be 1 or more.") }
        guard AppraisalPeriod(parsing: period) != nil else {
            throw ValidationError(
                "--period is '\(period)', expected 2025, 2025-S1, 2025-Q3 or 2025-07.")
        }
        guard asOf == nil || asOf.flatMap({ CalendarDate(iso: $0) }) != nil else {
            throw ValidationError("--as-of is '\(asOf ?? "")', expected a date yyyy-mm-dd.")
        }
        guard Language(rawValue: bahasa) != nil else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
    }

    /// The language that was asked for.
    ///
    /// - Precondition: The arguments were validated.
    var language: Language { Language(rawValue: bahasa) ?? .indonesian }

    /// - Precondition: The arguments were validated.
    /// - Throws: ``RunFailure`` of kind `definition` where `--rules` names nothing readable.
    func options(inputs: String, output: String) throws(RunFailure) -> RunOptions {
        guard let period = AppraisalPeriod(parsing: period) else {
            preconditionFailure("the arguments were not validated")
        }
        var options = RunOptions(
            definition: definition, period: period, inputs: inputs, output: output,
            workers: workers, language: language, previous: previous,
            program: try ProgramStamp.current())
        options.memory = memory.bytes
        options.unpacking = unpacking.limits
        options.mostRejects = maxRejects
        options.now = { Clock.now }
        options.asOf = asOf.flatMap { CalendarDate(iso: $0) }
        try options.apply(rules: rules)
        return options
    }
}

/// Processors that this process may use.
enum ProcessorCount {
    static var online: Int { max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
