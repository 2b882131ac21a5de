internal import CivilService
internal import Diagnostics
internal import PayFiles
internal import Payroll
internal import Tabular

/// The files of a payment folder as bytes, all but its manifest.
struct PaymentDocuments {
    /// Of the treasury and of those who sign, whatever the terminal speaks: the same payment is the same bytes.
    private static let language = Language.indonesian

    let file: PaymentFile
    let comparison: PaymentComparison
    let order: PaymentOrder
    private let payees: [NIP: Payee]

    init(_ file: PaymentFile, _ comparison: PaymentComparison, _ order: PaymentOrder) {
        self.file = file
        self.comparison = comparison
        self.order = order
        payees = Dictionary(file.payees.map { ($0.nip, $0) }, uniquingKeysWith: { $1 })
    }

    /// The control sheet last: it names the hashes of the others.
    var all: [PayDocument] {
        get throws(PayFileFault) {
            let files = PayFiles(
                file, comparison: comparison, coretax: order.coretax,
                allowances: PayAllowances(
                    unconfirmed: order.unconfirmed, partialRuns: order.partialRuns,
                    remarks: PaymentText(Self.language).notes(order)),
                language: Self.language)
            let text = PaymentText(Self.language).comparison(
                comparison, of: order, isMasked: false)
            let documents =
                try files.render() + [
                    PayDocument(name: "ditahan.csv", bytes: held),
                    PayDocument(name: "utang.csv", bytes: debts),
                    PayDocument(name: "nihil.csv", bytes: zeros),
                    PayDocument(name: "perbandingan.txt", bytes: Array(text.utf8)),
                ]
            return documents + [files.controlSheet(of: documents)]
        }
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
