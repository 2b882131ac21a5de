internal import ArgumentParser
internal import Diagnostics
internal import Kinerja
internal import Payroll

/// What every command about payments is told.
struct PaymentArguments: ParsableArguments {
    @Option(help: "The folder below which runs and payments are published.", completion: .directory)
    var out: String = "out"

    @OptionGroup var languages: LanguageArgument

    var language: Language { languages.language }

    func desk(out: String? = nil) -> PaymentDesk {
        PaymentDesk(
            output: out ?? self.out, person: CurrentPerson.login, time: Clock.now,
            language: language)
    }
}

/// A payment file that exists: by its folder, or by `scheme/month/number` below --out.
struct PaymentArgument: ParsableArguments {
    @Argument(
        help: "The payment: its folder, or scheme/month/number below --out.",
        completion: .directory)
    var payment: String

    @OptionGroup var arguments: PaymentArguments

    func validate() throws {
        guard place != nil else {
            throw ValidationError(
                "'\(payment)' is no payment, expected its folder or scheme/month/number.")
        }
    }

    /// The payment, and the output tree that a folder's path names.
    private var place: (id: PaymentID, out: String?)? {
        let parts = payment.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.count >= 3, let id = PaymentID(parts.suffix(3).joined(separator: "/")) else {
            return nil
        }
        if parts.count == 3 { return (id, nil) }
        guard parts[parts.count - 4] == "pembayaran" else { return nil }
        let above = parts.dropLast(4).joined(separator: "/")
        let root = payment.hasPrefix("/") ? "/" + above : above
        return (id, root.isEmpty ? "." : root)
    }

    /// For a step that somebody answers for.
    func openedForStep() throws -> (id: PaymentID, desk: PaymentDesk) {
        try CurrentPerson.requireKnown()
        return try opened()
    }

    /// - Precondition: The arguments were validated.
    func opened() throws -> (id: PaymentID, desk: PaymentDesk) {
        guard let place else { throw ValidationError("'\(payment)' is no payment.") }
        return (place.id, arguments.desk(out: place.out))
    }
}
