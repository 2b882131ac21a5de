internal import CivilService
internal import Diagnostics
internal import Payroll

extension ControlPage {
    /// What was allowed by an explicit word; whoever signs must see it first.
    var warnings: String {
        func box(_ title: String, _ texts: [String]) -> String {
            guard !texts.isEmpty else { return "" }
            let lines = texts.map { "<p>\(PlainMarkup.escaped($0))</p>\n" }.joined()
            return
                "<div class=\"awas\"><p><b>\(PlainMarkup.escaped(title))</b></p>\n\(lines)</div>\n"
        }
        return box(
            language(
                "Nilai hukum yang belum dikonfirmasi siapa pun",
                "Values of law that nobody has confirmed"), allowances.unconfirmed)
            + box(
                language("Run dengan masukan yang belum lengkap", "Runs whose inputs are partial"),
                allowances.partialRuns)
            + box(language("Perlu diketahui", "To be known"), allowances.remarks)
    }

    /// Whom the tax report states, and whom somebody must report by hand.
    var taxes: String {
        func document(_ name: String) -> PayDocument? { documents.first { $0.name == name } }
        guard document(PayFiles.taxName) != nil, let rest = document(PayFiles.untaxedName) else {
            return ""
        }
        let (all, left) = (comparison.now, TaxSummary(rest.bytes))
        var table = HTMLTable(
            [
                language("Laporan", "Report"), language("Orang", "Persons"),
                language("Bruto", "Gross"), language("Pajak", "Tax"),
            ], numbers: [1, 2, 3])
        table.append([
            "\(PayFiles.taxName)", "\(all.persons - left.persons)",
            money.text(all.gross - Rupiah(left.gross)), "",
        ])
        table.append(
            [
                language(
                    "\(PayFiles.untaxedName): harus dilaporkan sendiri",
                    "\(PayFiles.untaxedName): to be reported by hand"),
                "\(left.persons)", money.text(Rupiah(left.gross)), money.text(Rupiah(left.tax)),
            ], isTotal: true)
        for entry in left.reasons { table.append([entry.reason, "\(entry.persons)", "", ""]) }
        return section(language("Laporan pajak Coretax", "Tax report for Coretax"), table.text)
    }

    var totals: String {
        section(language("Jumlah", "Totals"), ControlTotals(file).html(language))
    }

    var lines: String {
        var table = HTMLTable(
            [
                language("Baris daftar", "Line"), language("Rekening", "Account"),
                language("Sifat", "Nature"), "Rp",
            ], numbers: [3])
        for (place, line) in file.lines.enumerated() {
            let sum = file.payments.reduce(Rupiah.zero) { $0 + $1.amounts[place] }
            let nature =
                switch line.kind {
                case .gross: language("bruto", "gross")
                case .deduction: language("potongan", "deduction")
                case .employer: language("beban pemberi kerja", "employer's charge")
                }
            table.append([line.title, line.account ?? "", nature, money.text(sum)])
        }
        for account in comparison.now.accounts {
            table.append(
                [
                    language("Jumlah rekening", "Account total"), account.account, "",
                    money.text(account.amount),
                ], isTotal: true)
        }
        return section(language("Per baris dan rekening", "By line and account"), table.text)
    }

    var beside: String {
        let (before, now) = (comparison.before, comparison.now)
        let past = Month(index: file.month.index - 1)
        var table = HTMLTable(
            [
                "", month.text(past), language("Berkas ini", "This file"),
                language("Selisih", "Difference"),
            ], numbers: [1, 2, 3])
        table.append([
            language("Orang", "Persons"), "\(before.persons)", "\(now.persons)",
            "\(now.persons - before.persons)",
        ])
        func append(_ name: String, _ before: Rupiah, _ now: Rupiah) {
            table.append([name, money.text(before), money.text(now), money.text(now - before)])
        }
        append(language("Bruto", "Gross"), before.gross, now.gross)
        append(language("Potongan", "Deductions"), before.deductions, now.deductions)
        append(language("Dibayarkan", "Net"), before.net, now.net)
        func amounts(_ totals: PaymentTotals) -> [String: Rupiah] {
            Dictionary(totals.accounts.map { ($0.account, $0.amount) }, uniquingKeysWith: { $1 })
        }
        let (earlier, later) = (amounts(before), amounts(now))
        for account in Set(earlier.keys).union(later.keys).sorted() {
            append(
                "\(language("Rekening", "Account")) \(account)", earlier[account] ?? .zero,
                later[account] ?? .zero)
        }
        let moves =
            "\(language("Masuk", "Joined")): \(comparison.joined.count). "
            + "\(language("Keluar", "Left")): \(comparison.left.count)."
        return section(
            language("Dibandingkan dengan bulan lalu", "Beside the month before"),
            table.text + "<p>\(PlainMarkup.escaped(moves))</p>\n")
    }

    var movements: String {
        let title = language("Perubahan terbesar per orang", "Largest changes by person")
        guard !comparison.movements.isEmpty else { return section(title, none) }
        var table = HTMLTable(
            personHeadings + [
                language("Bulan lalu", "Before"), language("Kini", "Now"),
                language("Selisih", "Difference"),
            ], numbers: [3, 4, 5], unbroken: [0])
        for movement in comparison.movements {
            table.append(
                person(movement.nip) + [
                    money.text(movement.before), money.text(movement.now),
                    money.text(movement.change),
                ])
        }
        return section(title, table.text)
    }

    var units: String {
        var table = HTMLTable(
            [
                "Unit", language("Baris", "Rows"), language("Bruto", "Gross"),
                language("Potongan", "Deductions"), language("Dibayarkan", "Net"),
            ], numbers: [1, 2, 3, 4])
        let groups = Dictionary(grouping: file.payments) { payees[$0.nip]?.unit ?? "" }
        let ordered = groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (unit, payments) in ordered {
            let totals = PaymentTotals(payments, lines: file.lines)
            table.append([
                unit, "\(totals.rows)", money.text(totals.gross), money.text(totals.deductions),
                money.text(totals.net),
            ])
        }
        let all = comparison.now
        table.append(
            [
                language("Jumlah", "Total"), "\(all.rows)", money.text(all.gross),
                money.text(all.deductions), money.text(all.net),
            ], isTotal: true)
        return section(language("Per unit", "By unit"), table.text)
    }

    var held: String {
        let title = language(
            "Ditahan: tidak dibayar dan tidak ditarik", "Held: nothing paid, nothing taken back")
        guard !file.held.isEmpty else { return section(title, none) }
        var table = HTMLTable(
            personHeadings + [
                language("Bulan", "Month"), language("Kurang", "Missing"),
                language("Harus bertindak", "Must act"),
            ], unbroken: [0, 3])
        for held in file.held {
            for gap in held.gaps {
                table.append(person(held.nip) + ["\(held.month)", gap.reason, gap.responsible])
            }
        }
        return section(title, table.text)
    }

    var debts: String {
        let title = language("Utang yang tetap terbuka", "Debts that stay open")
        guard !file.debts.isEmpty else { return section(title, none) }
        var table = HTMLTable(
            personHeadings + [language("Bulan", "Month"), "Rp"], numbers: [4],
            unbroken: [0, 3])
        for debt in file.debts {
            table.append(person(debt.nip) + ["\(debt.month)", money.text(debt.open)])
        }
        let sum = file.debts.reduce(Rupiah.zero) { $0 + $1.open }
        table.append([language("Jumlah", "Total"), "", "", "", money.text(sum)], isTotal: true)
        return section(title, table.text)
    }

    var zeros: String {
        let title = language("Nihil: tidak berhak bulan ini", "Nil: no entitlement this month")
        guard !file.zeros.isEmpty else { return section(title, none) }
        var table = HTMLTable(
            personHeadings + [language("Bulan", "Month"), language("Alasan", "Reason")],
            unbroken: [0, 3])
        for zero in file.zeros {
            table.append(person(zero.nip) + ["\(zero.month)", zero.reason])
        }
        return section(title, table.text)
    }

    var runs: String {
        var table = HTMLTable(
            [
                language("Bulan", "Month"), "Run",
                language("SHA-256 manifes run", "SHA-256 of manifest"),
            ], unbroken: [0, 1])
        for run in file.runs { table.append(["\(run.month)", run.run, run.manifest]) }
        return section(language("Dihitung dari run", "Computed from runs"), table.text)
    }
}
