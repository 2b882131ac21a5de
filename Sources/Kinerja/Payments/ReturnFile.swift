internal import Archiving
internal import CivilService
internal import Diagnostics
internal import Files
internal import Ledger
internal import Payroll

/// The return file of bank or treasury: what became of each transfer.
struct ReturnFile {
    struct Row {
        /// 1-based line of the file.
        let line: Int
        let nip: NIP
        /// `nil` where the whole transfer to the person is meant.
        let month: Month?
        let result: PaymentResult
        let amount: Rupiah
        let reason: String
        /// The payment that the row says it is of, as `scheme/month/number`; empty where it does not say.
        let payment: String
    }

    let rows: [Row]
    let checksum: String

    /// - Throws: ``RunFailure`` of kind `input` naming every line that cannot be read.
    static func read(_ path: String) throws(RunFailure) -> ReturnFile {
        let table = try PublishedTable(path)
        var rows: [Row] = []
        var problems: [Diagnostic] = []
        for place in table.rows.indices {
            // One record, one line: a cell with a line break has no business in a return file.
            let line = place + 2
            func refuse(_ found: String, _ expected: String) {
                problems.append(
                    Diagnostic(
                        .returnUnreadable, at: SourceLocation(file: path, line: line),
                        "found \(found), expected \(expected)",
                        hint: "ask for the file again, or correct the line by its voucher"))
            }
            let key = table.cell(place, "kunci", "key")
            let person = key.isEmpty ? table.cell(place, "nip", "NIP") : String(key.prefix(18))
            let month = key.isEmpty ? nil : Month(iso: String(key.dropFirst(19)))
            let nip = Self.nip(person)
            let status = table.cell(place, "status")
            let nominal = table.cell(place, "nominal", "amount")
            let isWhole = !nominal.isEmpty && nominal.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if nip == nil || (!key.isEmpty && (month == nil || key.dropFirst(18).first != "-")) {
                refuse(
                    Masking.quoted(key.isEmpty ? person : key), "a NIP of 18 digits or a kunci")
            } else if Self.result(status) == nil {
                refuse(Masking.quoted(status), "dibayar or dikembalikan")
            } else if !isWhole || Int64(nominal) == nil {
                refuse(Masking.quoted(nominal), "whole rupiah without separators")
            }
            guard let nip, let result = Self.result(status), let amount = Int64(nominal) else {
                continue
            }
            rows.append(
                Row(
                    line: line, nip: nip, month: month, result: result, amount: Rupiah(amount),
                    reason: table.cell(place, "alasan", "reason"),
                    payment: table.cell(place, "pembayaran", "payment")))
        }
        guard problems.isEmpty else { throw RunFailure(.input, problems) }
        return ReturnFile(rows: rows, checksum: try checksum(of: path))
    }

    /// 18 digits; whether anybody has that number the payment tells.
    private static func nip(_ text: String) -> NIP? {
        guard text.utf8.count == 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let digits = UInt64(text)
        else { return nil }
        return NIP(unchecked: digits)
    }

    private static func result(_ status: String) -> PaymentResult? {
        switch status.lowercased() {
        case "dibayar", "paid": .paid
        case "dikembalikan", "returned": .returned
        default: nil
        }
    }

    private static func checksum(of path: String) throws(RunFailure) -> String {
        var bytes: [UInt8] = []
        do throws(FileFailure) {
            var file = try InputFile(path: path)
            _ = try file.read(into: &bytes, atMost: file.size)
        } catch {
            throw RunFailure(
                .input,
                Diagnostic(.unreadableFile, at: SourceLocation(file: path), error.description))
        }
        return "\(Checksum.of(bytes.span))"
    }
}
