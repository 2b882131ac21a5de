internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja compare`: who rose, fell, came and went between two runs, and why.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two published runs: who rose, fell, entered, left, and why.",
        discussion: "NIPs are masked; --file writes them whole.")

    @Argument(help: "The earlier run: its folder, or the first digits.")
    var before: String

    @Argument(help: "The later run: its folder, or the first digits.")
    var after: String

    @Option(help: "The output tree, where digits are given.", completion: .directory)
    var out: String = "out"

    @Option(
        help:
            "A pay scheme file: say also what the runs cost by it, as entitlements of their month.",
        completion: .file(extensions: ["yaml"]))
    var pay: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Option(
        help: "A JSON file for everybody who changed, with whole NIPs.",
        completion: .file(extensions: ["json"]))
    var file: String?

    @OptionGroup var language: LanguageArgument

    func run() throws {
        let comparison = try RunComparison(before, after, tree: out, scheme: pay)
        StandardOutput.write(
            MaskedText.of(
                json ? comparison.json(masksNIPs: true) : comparison.text(language.language)))
        if let file { try comparison.write(to: file) }
    }
}
