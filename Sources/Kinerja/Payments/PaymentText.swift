internal import CivilService
internal import Diagnostics
internal import Ledger
internal import Payroll

/// Payments in words for people.
struct PaymentText {
    let language: Language

    init(_ language: Language) { self.language = language }

    /// A file beside the month before, and what a person must look at. Terminals see NIPs masked.
    func comparison(
        _ comparison: PaymentComparison, of order: PaymentOrder, isMasked: Bool
    ) -> String {
        func shown(_ nip: NIP) -> String { isMasked ? nip.masked : nip.description }
        let (before, now) = (comparison.before, comparison.now)
        var lines = [
            language("bulan lalu → berkas ini", "month before → this file"),
            line(language("orang", "persons"), "\(before.persons)", "\(now.persons)"),
            line(language("bruto", "gross"), money(before.gross), money(now.gross)),
            line(
                language("potongan", "deductions"), money(before.deductions),
                money(now.deductions)),
            line(language("neto", "net"), money(before.net), money(now.net)),
        ]
        let past = Dictionary(uniqueKeysWithValues: before.accounts.map { ($0.account, $0.amount) })
        let present = Dictionary(uniqueKeysWithValues: now.accounts.map { ($0.account, $0.amount) })
        for account in Set(past.keys).union(present.keys).sorted() {
            lines.append(
                line(
                    language("rekening", "account") + " \(account)",
                    money(past[account] ?? .zero), money(present[account] ?? .zero)))
        }
        lines.append(
            language("masuk", "joined") + " \(comparison.joined.count), "
                + language("keluar", "left") + " \(comparison.left.count)")
        if !isMasked {
            lines += comparison.joined.map { "  + \($0)" } + comparison.left.map { "  - \($0)" }
        }
        if !comparison.movements.isEmpty {
            lines.append(language("perubahan neto terbesar:", "largest changes of net:"))
        }
        for movement in comparison.movements {
            lines.append(
                "  \(shown(movement.nip)): \(money(movement.before)) → \(money(movement.now))")
        }
        lines += notes(order)
        return lines.map { $0 + "\n" }.joined()
    }

    /// Months and units that the figures do not reach.
    func notes(_ order: PaymentOrder) -> [String] {
        let notes = [
            (
                language("tanpa hasil run, tidak dibayar", "without a run, not paid"),
                order.monthsWithoutRun.map(\.description)
            ),
            (
                language(
                    "sudah dibayar, kini tidak dihitung lagi", "paid before, not computed now"),
                order.monthsLeftAsTheyAre.map(\.description)
            ),
            (
                language(
                    "unit pada tabel besaran yang tidak ada pada run",
                    "units of the tables of amounts that the run does not have"), order.unknownUnits
            ),
        ]
        return notes.filter { !$1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))" }
    }

    private func line(_ name: String, _ before: String, _ now: String) -> String {
        "  \(name): \(before) → \(now)"
    }

    /// `Rp1.250.000`, as Indonesian writes it, and `Rp1,250,000`.
    func money(_ amount: Rupiah) -> String {
        let digits = "\(amount.amount.magnitude)"
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += language(".", ",") }
            grouped.append(digit)
        }
        return (amount < .zero ? "-" : "") + "Rp" + grouped
    }

    func state(_ state: PaymentState?) -> String {
        switch state {
        case nil: language("belum tuntas", "unfinished")
        case .prepared: language("disiapkan", "prepared")
        case .approved: language("disetujui", "approved")
        case .released: language("dirilis", "released")
        case .reconciled: language("direkonsiliasi", "reconciled")
        case .withdrawn: language("ditarik", "withdrawn")
        }
    }

    func action(_ action: PaymentEntry.Step.Action) -> String {
        action == .voided
            ? language("persetujuan gugur", "approval void")
            : state(PaymentState(rawValue: action.rawValue))
    }

    /// One line of a list.
    func entry(_ entry: PaymentEntry, _ totals: PaymentTotals) -> String {
        "\(entry.id)  \(state(entry.state))  \(totals.persons) \(language("orang", "persons"))  "
            + "\(money(totals.net))"
    }
}
