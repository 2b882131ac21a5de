internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Payroll

/// `kinerja pay prepare`: the next payment file of a scheme.
struct PayPrepare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Prepare a payment: entitlement less what was paid.",
        discussion: """
            Publishes OUT/pembayaran/<scheme>/<month>/<number>/ whole or not at all. The same again, while nothing has \
            changed, is the same file. Exits with 3 where no complete run stands, inputs are partial, a value of law is \
            unconfirmed or an account would go beyond its ceiling.
            """)

    @Argument(help: "The pay scheme file.", completion: .file(extensions: ["yaml"]))
    var scheme: String

    @Option(help: "The month to pay, e.g. 2025-07.")
    var month: String

    @Option(
        name: .customLong("run"),
        help: "A run that counts for its month in place of 'terkini': folder or first digits.",
        completion: .directory)
    var runs: [String] = []

    @Option(
        help: "Ceilings by account in place of the scheme's: CSV with tahun, rekening, pagu.",
        completion: .file(extensions: ["csv"]))
    var budget: String?

    @Flag(help: "Pay although values of law are not confirmed; the manifest says so.")
    var allowUnconfirmed = false

    @Flag(help: "Pay from partial runs; the manifest says so.")
    var allowPartial = false

    @OptionGroup var arguments: PaymentArguments

    func validate() throws {
        guard Month(iso: month) != nil else {
            throw ValidationError("--month is '\(month)', expected a month such as 2025-07.")
        }
    }

    func run() throws {
        guard let month = Month(iso: month) else {
            throw ValidationError("the arguments were not validated")
        }
        try CurrentPerson.requireKnown()
        let desk = arguments.desk()
        try desk.recoverRuns()
        var sources = PaymentSources(scheme: scheme, output: arguments.out, month: month)
        sources.runs = runs
        sources.budget = budget
        var order = try sources.order(program: try ProgramStamp.current())
        order.allowsUnconfirmed = allowUnconfirmed
        order.allowsPartial = allowPartial
        let preparation = try desk.prepare(order)
        StandardOutput.write(preparation.text(arguments.language))
        StandardError.write(summary(preparation) + "\n")
    }

    /// One line for the log; no personal data.
    private func summary(_ preparation: PaymentDesk.Preparation) -> String {
        let language = arguments.language
        let file = preparation.file
        let counts =
            "\(language("baris", "rows")) \(file.payments.count), "
            + "\(language("ditahan", "held")) \(file.held.count), "
            + "\(language("utang terbuka", "open debts")) \(file.debts.count), "
            + "\(language("nihil", "nothing due")) \(file.zeros.count)"
        guard let folder = preparation.folder else {
            return counts + language(" (tidak ada yang dibayar)", " (nothing to pay)")
        }
        let stands = language(" (sudah disiapkan, tidak berubah)", " (prepared before, unchanged)")
        return "\(file.id): \(counts) → \(arguments.out)/\(folder)"
            + (preparation.outcome == .standing ? stands : "")
    }
}
