internal import CivilService
internal import Diagnostics
internal import Exporting
internal import Payroll

/// What two runs entitle to by one pay scheme: what a correction, another law or another month costs.
///
/// Entitlements, not payments: what was paid already makes no difference to what a run costs.
struct CostComparison: Sendable {
    /// Sums over everybody whose month can be computed.
    struct Side: Sendable {
        let run: String
        let month: Month
        fileprivate(set) var computed = 0
        /// Whose evidence is incomplete: nothing of them is in the sums.
        fileprivate(set) var held = 0
        fileprivate(set) var gross = Rupiah.zero
        fileprivate(set) var deductions = Rupiah.zero
        /// Charged to each account: gross lines, and what the employer pays on top.
        fileprivate(set) var accounts: [String: Rupiah] = [:]
        fileprivate var nets: [NIP: Rupiah] = [:]

        var net: Rupiah { gross - deductions }
        var cost: Rupiah { accounts.values.reduce(.zero, +) }
    }

    /// A person whose net is another.
    struct Change: Sendable {
        let nip: NIP
        /// `nil` where the person is held, or not in the run.
        let before: Rupiah?
        let after: Rupiah?
    }

    let scheme: String
    let before: Side
    let after: Side
    /// Ascending by NIP.
    let changes: [Change]

    var more: Int { changes.count { pair($0).map { $0 < $1 } ?? false } }
    var less: Int { changes.count { pair($0).map { $0 > $1 } ?? false } }
    /// Only one of the runs says what the person gets.
    var incomparable: Int { changes.count { pair($0) == nil } }

    /// - Parameters:
    ///   - scheme: Path of the pay scheme file.
    ///   - before: A run that was verified, with its folder.
    ///   - after: The same.
    /// - Throws: ``RunFailure`` of kind `input` where a run is not one of a month of the scheme.
    init(
        scheme: String, _ before: (folder: String, manifest: Manifest),
        _ after: (folder: String, manifest: Manifest)
    ) throws(RunFailure) {
        self.scheme = scheme
        self.before = try Self.side(scheme, before.folder, before.manifest)
        self.after = try Self.side(scheme, after.folder, after.manifest)
        let (old, new) = (self.before.nets, self.after.nets)
        changes = Set(old.keys).union(new.keys).sorted().compactMap { nip in
            old[nip] == new[nip] ? nil : Change(nip: nip, before: old[nip], after: new[nip])
        }
    }

    private static func side(
        _ scheme: String, _ folder: String, _ manifest: Manifest
    ) throws(RunFailure) -> Side {
        guard let month = Month(iso: manifest.period) else {
            throw PaymentRefusal.refuse(
                .input, .paymentRefused, folder,
                "the run is of \(manifest.period), and a pay scheme is paid by the month",
                hint: "compare two runs of months, or leave out --pay")
        }
        let due = try EntitlementRun.compute(scheme: scheme, runFolder: folder, month: month)
        var side = Side(run: manifest.runID, month: month)
        for entitlement in due.entitlements {
            guard case .computed(let amounts, _) = entitlement.state else {
                side.held += 1
                continue
            }
            side.add(entitlement.nip, amounts, due.lines)
        }
        return side
    }

    private func pair(_ change: Change) -> (Rupiah, Rupiah)? {
        guard let before = change.before, let after = change.after else { return nil }
        return (before, after)
    }
}

extension CostComparison.Side {
    fileprivate mutating func add(_ nip: NIP, _ amounts: [Rupiah], _ lines: [PayLine]) {
        computed += 1
        var net = Rupiah.zero
        for (line, amount) in zip(lines, amounts) {
            switch line.kind {
            case .gross:
                gross += amount
                net += amount
            case .deduction:
                deductions += amount
                net += -amount
            case .employer: break
            }
            if line.kind != .deduction { accounts[line.account ?? "", default: .zero] += amount }
        }
        nets[nip] = net
    }
}

// MARK: Words

extension CostComparison {
    /// Lines of people that a terminal is shown.
    private static let mostShown = 20

    /// For people at a terminal: NIPs masked.
    func text(_ language: Language) -> String {
        let words = PaymentText(language)
        func line(_ name: String, _ old: Rupiah, _ new: Rupiah) -> String {
            let difference = new - old
            let sign = difference > .zero ? "+" : ""
            return "  \(name): \(words.money(old)) → \(words.money(new)) "
                + "(\(sign)\(words.money(difference)))\n"
        }
        var text =
            language("biaya", "cost") + ": \(language("orang", "people")) \(before.computed) → "
            + "\(after.computed), \(language("ditahan", "held")) \(before.held) → \(after.held); "
            + "\(language("lebih", "more")) \(more), \(language("kurang", "less")) \(less), "
            + "\(language("tidak sebanding", "incomparable")) \(incomparable)\n"
        text += line(language("bruto", "gross"), before.gross, after.gross)
        text += line(language("potongan", "deductions"), before.deductions, after.deductions)
        text += line(language("neto", "net"), before.net, after.net)
        for account in accountNames {
            text += line(
                language("rekening", "account") + " \(account)",
                before.accounts[account] ?? .zero, after.accounts[account] ?? .zero)
        }
        for change in changes.prefix(Self.mostShown) {
            let amounts = [change.before, change.after].map { $0.map(words.money) ?? "-" }
            text += "  \(change.nip.masked) \(amounts[0]) → \(amounts[1])\n"
        }
        let rest = changes.count - Self.mostShown
        if rest > 0 {
            text += "  " + language("dan \(rest) lagi: --file", "and \(rest) more: --file") + "\n"
        }
        return text
    }

    private var accountNames: [String] {
        Set(before.accounts.keys).union(after.accounts.keys).sorted()
    }

    /// `nip`: As terminals and logs must have it, or whole.
    func json(nip: (NIP) -> String) -> JSONValue {
        .object([
            ("scheme", .text(scheme)), ("before", json(before)), ("after", json(after)),
            ("more", .integer(more)), ("less", .integer(less)),
            ("incomparable", .integer(incomparable)),
            (
                "changes",
                .array(
                    changes.map { change in
                        .object([
                            ("nip", .text(nip(change.nip))), ("before", json(change.before)),
                            ("after", json(change.after)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ amount: Rupiah?) -> JSONValue {
        amount.map { .integer(Int($0.amount)) } ?? .null
    }

    private func json(_ side: Side) -> JSONValue {
        .object([
            ("run", .text(side.run)), ("month", .text("\(side.month)")),
            ("computed", .integer(side.computed)), ("held", .integer(side.held)),
            ("gross", json(side.gross)), ("deductions", json(side.deductions)),
            ("net", json(side.net)), ("cost", json(side.cost)),
            (
                "accounts",
                .object(
                    accountNames.map { ($0, json(side.accounts[$0] ?? .zero)) })
            ),
        ])
    }
}
