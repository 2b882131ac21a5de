internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja pay list`: all payments of a tree.
struct PayList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List payments with their state and totals.")

    @Option(help: "Name of a pay scheme; all where none is named.")
    var scheme: String?

    @OptionGroup var arguments: PaymentArguments

    func run() throws {
        let words = try arguments.desk().listing(scheme: scheme)
        StandardOutput.write(words)
    }
}

/// `kinerja pay show`: one payment with who did what.
struct PayShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a payment: state, steps, totals, answers.")

    @OptionGroup var payment: PaymentArgument

    func run() throws {
        let (id, desk) = try payment.opened()
        StandardOutput.write(try desk.show(id).text)
    }
}
