internal import ArgumentParser

/// `kinerja pay`: what people are entitled to, by a pay scheme.
struct Pay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pay what published runs entitle to.",
        subcommands: [PayExplain.self])
}
