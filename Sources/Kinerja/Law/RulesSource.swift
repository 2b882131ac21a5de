internal import CivilService
internal import Diagnostics
internal import Regulation

/// What `--rules` says: `then`, a day, or a file of values that stand in the place of some of the law.
enum RulesSource {
    /// - Throws: ``RunFailure`` of kind `definition` where it is none of these.
    static func choice(_ argument: String) throws(RunFailure) -> RulesChoice {
        if argument == "then" { return .then }
        if let date = CalendarDate(iso: argument) { return .date(date) }
        guard let bytes = SmallFile.bytes(of: argument) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: SourceLocation(file: argument),
                    "--rules is '\(argument)', expected then, a date yyyy-mm-dd or a readable file",
                    hint: "a file has 'title:' and 'parameters:', a map of names to values"))
        }
        let name = argument.split(separator: "/").last.map(String.init) ?? argument
        return .supposed(file: name, text: String(decoding: bytes, as: UTF8.self))
    }
}
