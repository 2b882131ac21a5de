internal import CivilService
internal import Diagnostics
internal import Payroll
internal import Tabular

/// The files of a payment folder as bytes, all but its manifest.
struct PaymentDocuments {
    let file: PaymentFile
    let comparison: PaymentComparison
    let language: Language
    private let payees: [NIP: Payee]

    init(_ file: PaymentFile, _ comparison: PaymentComparison, _ language: Language) {
        self.file = file
        self.comparison = comparison
        self.language = language
        payees = Dictionary(file.payees.map { ($0.nip, $0) }, uniquingKeysWith: { $1 })
    }

    var all: [PaymentFolder.Document] {
        [
            .init(name: "rincian.csv", bytes: rows),
            .init(name: "ditahan.csv", bytes: held),
            .init(name: "utang.csv", bytes: debts),
            .init(name: "nihil.csv", bytes: zeros),
            .init(
                name: "perbandingan.txt",
                bytes: Array(PaymentText(language).comparison(comparison, isMasked: false).utf8)),
        ]
    }

    /// A row of the file, and the key by which a return file may name it.
    private var rows: [UInt8] {
        var table = Table(
            texts: ["kunci", "nip", "nama", "unit", "bulan", "jenis"],
            numbers: file.lines.map(\.id) + ["bruto", "potongan", "neto"],
            moreTexts: ["run", "alasan"])
        for payment in file.payments {
            table.append(
                [Self.key(of: payment)] + person(payment.nip)
                    + ["\(payment.month)", payment.kind.rawValue]
                    + payment.amounts.map(\.description)
                    + [
                        "\(file.gross(of: payment))", "\(file.deductions(of: payment))",
                        "\(file.net(of: payment))", payment.run, payment.reason,
                    ])
        }
        return table.bytes
    }

    private var held: [UInt8] {
        var table = Table(texts: ["nip", "nama", "unit", "bulan", "alasan", "bertindak"])
        for held in file.held {
            for gap in held.gaps {
                table.append(
                    person(held.nip) + ["\(held.month)", gap.reason, gap.responsible])
            }
        }
        return table.bytes
    }

    private var debts: [UInt8] {
        var table = Table(texts: ["nip", "nama", "unit", "bulan"], numbers: ["terbuka"])
        for debt in file.debts {
            table.append(person(debt.nip) + ["\(debt.month)", "\(debt.open)"])
        }
        return table.bytes
    }

    private var zeros: [UInt8] {
        var table = Table(texts: ["nip", "nama", "unit", "bulan", "alasan"])
        for zero in file.zeros {
            table.append(person(zero.nip) + ["\(zero.month)", zero.reason])
        }
        return table.bytes
    }

    /// `NIP-2025-03`: a person has a month at most once in a file.
    static func key(of payment: Payment) -> String { "\(payment.nip)-\(payment.month)" }

    private func person(_ nip: NIP) -> [String] {
        let payee = payees[nip]
        return ["\(nip)", payee?.name ?? "", payee?.unit ?? ""]
    }

    /// A CSV file whose texts no spreadsheet takes for formulas; numbers keep their sign.
    private struct Table {
        private var cells: [[String]]
        private let isText: [Bool]

        init(texts: [String], numbers: [String] = [], moreTexts: [String] = []) {
            cells = [texts + numbers + moreTexts]
            isText =
                texts.map { _ in true } + numbers.map { _ in false } + moreTexts.map { _ in true }
        }

        mutating func append(_ row: [String]) { cells.append(row) }

        var bytes: [UInt8] {
            var bytes: [UInt8] = []
            let writer = CSVWriter(delimiter: UInt8(ascii: ","), spreadsheetSafe: isText)
            var block = CellBlock(cells: cells.count * isText.count)
            for column in isText.indices {
                for row in cells {
                    block.append(row[column])
                    block.endCell()
                }
                block.endColumn()
            }
            writer.append(block, to: &bytes)
            return bytes
        }
    }
}
