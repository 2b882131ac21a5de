internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja guess`: a definition for exports that nobody has described.
struct Guess: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a definition that reads unknown exports, with the evidence for each line.",
        discussion: """
            Looks into CSV, XML, workbooks and HTML tables; writes no file and prints no NIP and no name of a person. \
            Comments give each line's confidence; what a human must decide stands there as '# TANYA:' and on standard error. \
            Exits with 0 when nothing has to be asked, 1 with open questions, 3 when nothing was recognized or a file \
            cannot be read.
            """)

    @Argument(
        help: "Exports, or folders of them; unpacked when a name ends in .gz.", completion: .file())
    var paths: [String]

    @Option(help: "Language of the comments: id or en.")
    var bahasa: String = "id"

    @OptionGroup var unpacking: UnpackingArguments

    func validate() throws {
        guard Language(rawValue: bahasa) != nil else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
    }

    func run() throws {
        let language = Language(rawValue: bahasa) ?? .indonesian
        let outcome = try GuessRun.run(paths, language: language, limits: unpacking.limits)
        StandardOutput.write(outcome.definition)
        for question in outcome.questions {
            StandardError.write(VisibleText.of("TANYA: \(question)", lines: false) + "\n")
        }
        if outcome.isEmpty {
            StandardError.write(
                language("tidak ada berkas yang dikenali", "no file was recognized") + "\n")
            throw ExitCode(3)
        }
        if !outcome.questions.isEmpty { throw ExitCode(1) }
    }
}
