internal import Diagnostics
package import Ledger
package import Payroll

/// A payment file in words: its state, who did what, its totals, and the answers of the bank.
package struct PaymentReport: Sendable {
    package let entry: PaymentEntry
    package let totals: PaymentTotals
    /// For each row, what bank or treasury answered.
    package let results: [PaymentResult?]
    let language: Language

    package var text: String {
        let words = PaymentText(language)
        var lines = [
            "\(entry.id)  \(words.state(entry.state))", entry.folder,
            "\(language("manifes", "manifest")) \(entry.manifest)",
            "\(language("baris", "rows")) \(totals.rows), "
                + "\(language("orang", "persons")) \(totals.persons)",
            "\(language("bruto", "gross")) \(words.money(totals.gross)), "
                + "\(language("potongan", "deductions")) \(words.money(totals.deductions)), "
                + "\(language("neto", "net")) \(words.money(totals.net))",
        ]
        for account in totals.accounts {
            lines.append(
                "  \(language("rekening", "account")) \(account.account): "
                    + words.money(account.amount))
        }
        for step in entry.steps {
            let note = step.note.isEmpty ? "" : " (\(step.note))"
            lines.append(
                "  \(step.time)  \(words.action(step.action))  \(step.person)\(note)")
        }
        if entry.state?.isPaid == true {
            let returned = results.count { $0 == .returned }
            let paid = results.count { $0 == .paid }
            lines.append(
                "\(language("terbayar", "paid")) \(paid), "
                    + "\(language("dikembalikan", "returned")) \(returned), "
                    + "\(language("belum dijawab", "unanswered")) "
                    + "\(results.count - paid - returned)")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
