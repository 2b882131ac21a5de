internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja pay approve`: the second person's word for exactly these bytes.
struct PayApprove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve a prepared payment, as another person than its preparer.",
        discussion: "Binds the approval to every byte of the folder. Exits with 2 for the preparer."
    )

    @OptionGroup var payment: PaymentArgument

    func run() throws {
        let (id, desk) = try payment.openedForStep()
        try desk.approve(id)
        StandardError.write("\(id): \(desk.language("disetujui", "approved")) (\(desk.person))\n")
    }
}

/// `kinerja pay release`: from now on it is paid.
struct PayRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Release an approved payment, once: it counts as paid.",
        discussion: """
            Verifies the folder again. Exits with 6 and names the file where a byte differs from what was approved; the \
            approval is void then.
            """)

    @OptionGroup var payment: PaymentArgument

    func run() throws {
        let (id, desk) = try payment.openedForStep()
        try desk.release(id)
        StandardError.write("\(id): \(desk.language("dirilis", "released")) (\(desk.person))\n")
    }
}

/// `kinerja pay withdraw`: gives up a file that was not released.
struct PayWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraw a payment before its release; it never pays anything.")

    @OptionGroup var payment: PaymentArgument

    @Option(help: "Why, for the book; no personal data.")
    var reason: String

    func run() throws {
        let (id, desk) = try payment.openedForStep()
        try desk.withdraw(id, reason: reason)
        StandardError.write("\(id): \(desk.language("ditarik", "withdrawn")) (\(desk.person))\n")
    }
}

/// `kinerja pay reconcile`: the answers of bank or treasury.
struct PayReconcile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Enter what bank or treasury answered; what came back is due again.",
        discussion: """
            The return file is CSV with nip (a person's whole transfer) or kunci (one row), status (dibayar or \
            dikembalikan), nominal, and perhaps alasan. An unknown row refuses the whole file with 3; an amount that \
            differs is a finding, and the exit code 1.
            """)

    @OptionGroup var payment: PaymentArgument

    @Option(
        name: .customLong("return"), help: "The return file.",
        completion: .file(extensions: ["csv"]))
    var returnFile: String

    func run() throws {
        let (id, desk) = try payment.openedForStep()
        let outcome = try desk.reconcile(id, with: returnFile)
        for finding in outcome.findings { StandardError.write("\(finding)\n") }
        let language = desk.language
        StandardError.write(
            "\(id): \(language("terbayar", "paid")) \(outcome.paid), "
                + "\(language("dikembalikan", "returned")) \(outcome.returned), "
                + "\(language("belum dijawab", "unanswered")) \(outcome.unanswered), "
                + "\(language("temuan", "findings")) \(outcome.findings.count)\n")
        if !outcome.findings.isEmpty { throw ExitCode(1) }
    }
}
