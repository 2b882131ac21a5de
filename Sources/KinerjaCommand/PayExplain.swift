internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja

/// `kinerja pay explain`: how a person's allowance of a month comes about.
struct PayExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain what a person is entitled to for a month, down to the article.")

    @Argument(help: "The pay scheme file.", completion: .file(extensions: ["yaml"]))
    var scheme: String

    @Argument(help: "The person's NIP, 18 digits.")
    var nip: String

    @Option(
        name: .customLong("run"),
        help: "The folder of the month's published run (or its pointer 'terkini').",
        completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("The month that is paid, yyyy-mm.", valueName: "month"))
    var month: String

    @Option(help: "Language of texts: id or en.")
    var bahasa: String = "id"

    func run() throws {
        guard let language = Language(rawValue: bahasa) else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
        guard let month = Month(iso: month) else {
            throw ValidationError("--month is '\(month)', expected yyyy-mm.")
        }
        guard nip.utf8.count == 18, let digits = UInt64(nip) else {
            throw ValidationError("a NIP has 18 digits.")
        }
        let explanation = try PayExplanation(
            scheme: scheme, runFolder: folder, month: month, nip: NIP(unchecked: digits))
        StandardOutput.write(explanation.render(language))
    }
}
