internal import ArgumentParser
internal import Diagnostics

/// The language of what a command prints.
struct LanguageArgument: ParsableArguments {
    @Option(help: "Language of texts: id or en.")
    var bahasa: String = "id"

    var language: Language { Language(rawValue: bahasa) ?? .indonesian }

    func validate() throws {
        guard Language(rawValue: bahasa) != nil else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
    }
}
