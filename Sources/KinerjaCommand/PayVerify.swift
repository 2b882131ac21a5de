internal import ArgumentParser
internal import Kinerja

/// `kinerja pay verify`: the rows of a payment alone, or its whole folder, without the book.
struct PayVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the rows of a payment or its folder, offline.",
        discussion: """
            A rincian.csv is checked alone: form, order, persons, every row's sum, the trailer, its hash. A folder also by \
            its manifest, and pay list, tax report and control sheet against the rows. Exits with 6 when anything differs.
            """)

    @Argument(help: "rincian.csv, or the folder of a payment.", completion: .file())
    var path: String

    func run() throws {
        let report = try PaymentVerifier().verify(path)
        StandardOutput.write(
            "\(path): \(report.payment), \(report.rows) rows, \(report.persons) persons, "
                + "net Rp\(report.net), \(report.files) files, all as they say\n")
    }
}
