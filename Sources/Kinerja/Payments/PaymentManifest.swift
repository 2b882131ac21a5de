internal import Exporting
internal import PayFiles
internal import Payroll

/// `manifest.json` of a payment folder: what it pays from, what was allowed, its control figures, and every file.
///
/// There is no clock and no login in it: the same payment is the same bytes, whoever prepares it.
struct PaymentManifest {
    static let format = "kinerja-payment/1"

    let file: PaymentFile
    let order: PaymentOrder

    func json(_ documents: [PayDocument]) -> [UInt8] {
        let totals = PaymentTotals(file)
        return JSONValue.object([
            ("format", .text(Self.format)),
            (
                "program",
                .object([
                    ("name", .text("kinerja")), ("version", .text(order.program.version)),
                    ("stamp", .text(order.program.stamp)),
                ])
            ),
            ("scheme", .text(file.scheme)), ("title", .text(file.title)),
            ("month", .text("\(file.month)")), ("number", .integer(file.number)),
            (
                "runs",
                .array(
                    file.runs.map { run in
                        .object([
                            ("month", .text("\(run.month)")), ("run", .text(run.run)),
                            ("manifest", .text(run.manifest)),
                        ])
                    })
            ),
            ("unconfirmed", .array(order.unconfirmed.map { .text($0) })),
            ("partial", .array(order.partialRuns.map { .text($0) })),
            ("without_run", .array(order.monthsWithoutRun.map { .text("\($0)") })),
            ("totals", Self.json(totals)),
            ("held", .integer(file.held.count)),
            ("debts", .integer(file.debts.count)),
            (
                "outputs",
                .array(
                    documents.map { document in
                        .object([
                            ("name", .text(document.name)),
                            ("sha256", .text("\(document.checksum)")),
                            ("bytes", .integer(document.bytes.count)),
                        ])
                    })
            ),
        ]).bytes
    }

    private static func json(_ totals: PaymentTotals) -> JSONValue {
        .object([
            ("rows", .integer(totals.rows)), ("persons", .integer(totals.persons)),
            ("gross", .decimal("\(totals.gross)")),
            ("deductions", .decimal("\(totals.deductions)")),
            ("net", .decimal("\(totals.net)")),
            ("nip_hash", .text("\(totals.hash)")),
            (
                "accounts",
                .array(
                    totals.accounts.map { entry in
                        .object([
                            ("account", .text(entry.account)),
                            ("amount", .decimal("\(entry.amount)")),
                        ])
                    })
            ),
        ])
    }
}
