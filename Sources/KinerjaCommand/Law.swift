internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja

/// `kinerja law`: the values of law in force on a day, or the whole history of a parameter.
struct Law: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        abstract: "List the law in force on a date, or the history of a parameter.",
        discussion: """
            There is no current value: --on says which day is meant. Without it, name the parameters whose \
            history is wanted. Exits with 2 when a parameter file is malformed.
            """)

    @Argument(help: "Names of parameters; all of the folder where none is named.")
    var names: [String] = []

    @Option(help: ArgumentHelp("The day, yyyy-mm-dd.", valueName: "date"))
    var on: String?

    @Option(help: "The folder of parameter files.", completion: .directory)
    var regulation: String = "pipelines/regulation/nasional"

    @Flag(help: "Only values in force that are not confirmed.")
    var unconfirmed = false

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: "Language of texts: id or en.")
    var bahasa: String = "id"

    func validate() throws {
        guard on != nil || !names.isEmpty else {
            throw ValidationError(
                "There is no current value: give --on with a date, or name a parameter for its history."
            )
        }
        guard on != nil || !unconfirmed else {
            throw ValidationError("--unconfirmed goes with --on.")
        }
        if let on, CalendarDate(iso: on) == nil {
            throw ValidationError("--on is '\(on)', expected a date yyyy-mm-dd.")
        }
    }

    func run() throws {
        guard let language = Language(rawValue: bahasa) else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
        let question = LawQuestion(
            names: names, date: on.flatMap { CalendarDate(iso: $0) }, folder: regulation,
            unconfirmedOnly: unconfirmed)
        StandardOutput.write(
            format == .json ? try question.json() : try question.text(language))
    }
}
