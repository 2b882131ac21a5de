internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja

/// `kinerja explain`: why a figure is what it is, or what a code means.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain one person's score down to the input lines, or one diagnostic code.",
        usage: "kinerja explain <run> <nip> [--json] [--all]\n       kinerja explain <code>")

    @Argument(
        help: "The folder of a published run (or its pointer 'terkini'), or a code such as V203.")
    var subject: String

    @Argument(help: "The person's NIP, 18 digits.")
    var nip: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "List also the rows behind figures that units share.")
    var all = false

    @Option(
        help: "The folder of the exports, where it is not the one of the run.",
        completion: .directory)
    var inputs: String?

    @Option(
        help: "The definition file, where it is not the one of the run.",
        completion: .file(extensions: ["yaml"]))
    var definition: String?

    @Option(
        help: "The file of --rules of that run, where it is not at its place.",
        completion: .file(extensions: ["yaml"]))
    var rules: String?

    @OptionGroup var unpacking: UnpackingArguments

    @Option(help: "Language of texts: id or en.")
    var bahasa: String = "id"

    func run() async throws {
        guard let language = Language(rawValue: bahasa) else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
        guard let nip else {
            guard let code = DiagnosticCode(rawValue: subject.uppercased()) else {
                throw ValidationError(
                    "'\(subject)' is no diagnostic code; to explain a person give a run and a NIP.")
            }
            StandardOutput.write(code.page(language))
            return
        }
        guard nip.utf8.count == 18, let digits = UInt64(nip) else {
            throw ValidationError("a NIP has 18 digits.")
        }
        let explanation = try await Explainer().explain(
            run: subject, nip: digits, inputs: inputs, definition: definition, rules: rules,
            workers: ProcessorCount.online, unpacking: unpacking.limits)
        if json {
            StandardOutput.write(try ExplanationJSON(explanation).render())
        } else {
            StandardOutput.write(
                ExplanationText(explanation, language: language, showsAll: all).render())
        }
    }
}
