internal import CivilService
internal import Diagnostics
internal import Documents
internal import Payroll

/// The section `payments:` from its nodes, with every fault at its place.
struct PaymentTermsReader {
    private(set) var problems: [Diagnostic] = []

    mutating func terms(from root: DocumentNode) -> PaymentTerms? {
        guard var file = DocumentMap(root, name: "the pay scheme", problems: &problems) else {
            return nil
        }
        let name = file.required("pay", problems: &problems)
        let pipeline = file.required("pipeline", problems: &problems)
        guard let section = file.required("payments", problems: &problems),
            var map = DocumentMap(section, name: "payments", problems: &problems)
        else { return nil }
        let from = map.required("from", problems: &problems)
        let recovery = map.required("recovery", problems: &problems)
        let budget = map.optional("budget")
        let tax = map.optional("coretax")
        let beside = map.optional("beside").map { others($0) } ?? []
        map.finish(problems: &problems)
        let scheme = name.flatMap { folderName($0) }
        let source = pipeline.flatMap { folderName($0) }
        let first = from.flatMap { self.month($0) }
        let rule = recovery.flatMap { self.recovery($0) }
        let ceilings = budget.map { self.budget($0) } ?? [:]
        let coretax = tax.flatMap { self.coretax($0) }
        guard let scheme, let source, let first, let rule else { return nil }
        return PaymentTerms(
            scheme: scheme, pipeline: source, from: first, recovery: rule, budget: ceilings,
            coretax: coretax, beside: Set(beside))
    }

    /// Names of other schemes.
    private mutating func others(_ node: DocumentNode) -> [String] {
        guard let items = node.items else {
            report(node, "'beside' lists other schemes", "write beside: [ name ]")
            return []
        }
        return items.compactMap { folderName($0) }
    }

    /// A name that is a folder's: nothing in it leads elsewhere.
    private mutating func folderName(_ node: DocumentNode) -> String? {
        let text = node.text ?? ""
        let isPlain =
            text.utf8.count <= 64 && ("a"..."z").contains(text.first ?? " ")
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            }
        if isPlain { return text }
        report(
            node, "'\(text)' is no name",
            "a name has small letters, digits and hyphens, and begins with a letter")
        return nil
    }

    private mutating func coretax(_ node: DocumentNode) -> CoretaxTerms? {
        guard var map = DocumentMap(node, name: "coretax", problems: &problems) else { return nil }
        let tinNode = map.required("tin", problems: &problems)
        let placeNode = map.required("place", problems: &problems)
        let objectNode = map.required("object", problems: &problems)
        let lineNode = map.required("line", problems: &problems)
        map.finish(problems: &problems)
        let tin = tinNode.flatMap { number($0, digits: 16) }
        let place = placeNode.flatMap { number($0, digits: 22) }
        let object = objectNode.flatMap { objectCode($0) }
        let line = lineNode.flatMap { folderName($0) }
        guard let tin, let place, let object, let line else { return nil }
        return CoretaxTerms(tin: tin, place: place, object: object, line: line)
    }

    private mutating func number(_ node: DocumentNode, digits: Int) -> String? {
        let text = node.text ?? ""
        if text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return text
        }
        report(
            node, "'\(text)' is no number of \(digits) digits", "write it in quotes, digits alone")
        return nil
    }

    /// `21-100-01`.
    private mutating func objectCode(_ node: DocumentNode) -> String? {
        let text = node.text ?? ""
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.map(\.utf8.count) == [2, 3, 2],
            parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
        {
            return text
        }
        report(node, "'\(text)' is no code of a kind of income", "write it as 21-100-01")
        return nil
    }

    private mutating func month(_ node: DocumentNode) -> Month? {
        if let month = Month(iso: node.text ?? "") { return month }
        report(node, "'\(node.text ?? "")' is no month", "write it as 2025-03")
        return nil
    }

    private mutating func recovery(_ node: DocumentNode) -> RecoveryRule? {
        guard var map = DocumentMap(node, name: "recovery", problems: &problems) else { return nil }
        let ceilingNode = map.required("ceiling", problems: &problems)
        let roundingNode = map.optional("rounding")
        let orderNode = map.required("order", problems: &problems)
        let setOffNode = map.required("set-off-rapel", problems: &problems)
        map.finish(problems: &problems)
        let ceiling = ceilingNode.flatMap { self.ceiling($0) }
        let order = orderNode.flatMap { node in
            word(node, RecoveryRule.MonthOrder.init(rawValue:), "oldest-first or newest-first")
        }
        let setsOff = setOffNode.flatMap { node in
            word(node, { ["true": true, "false": false][$0] }, "true or false")
        }
        var rounding: RecoveryRule.Rounding?
        if let roundingNode {
            rounding = word(
                roundingNode, RecoveryRule.Rounding.init(rawValue:), "down, half-up or up")
        } else if case .share = ceiling {
            report(node, "a share has no 'rounding'", "add rounding: down, half-up or up")
        } else {
            rounding = .down
        }
        guard let ceiling, let order, let setsOff, let rounding else { return nil }
        return RecoveryRule(
            ceiling: ceiling, rounding: rounding, order: order, setsOffArrears: setsOff)
    }

    /// `whole`, `20 %`, `12.5 %`, or whole rupiah.
    private mutating func ceiling(_ node: DocumentNode) -> RecoveryRule.Ceiling? {
        let text = node.text ?? ""
        if text == "whole" { return .whole }
        if let amount = Int64(text), amount >= 0 { return .amount(Rupiah(amount)) }
        if text.hasSuffix("%"), let points = Self.basisPoints(text.dropLast()) {
            return .share(basisPoints: points)
        }
        report(
            node, "'\(text)' is no ceiling",
            "write whole, a share of the current net such as 20 %, or whole rupiah")
        return nil
    }

    /// `20 ` and `12.5`: at most two decimals, 0...100.
    private static func basisPoints(_ text: Substring) -> Int64? {
        let number = text.hasSuffix(" ") ? text.dropLast() : text
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count <= 3,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = Int64(parts[0])
        else { return nil }
        var decimals = parts.count == 2 ? String(parts[1]) : "0"
        guard decimals.count <= 2 else { return nil }
        if decimals.count == 1 { decimals += "0" }
        let points = whole * 100 + (Int64(decimals) ?? 0)
        return points <= 10_000 ? points : nil
    }

    private mutating func budget(_ node: DocumentNode) -> [Int: BudgetCeilings] {
        guard let years = node.entries else {
            report(node, "'budget' maps years to ceilings", "write budget: { 2025: { … } }")
            return [:]
        }
        var budget: [Int: BudgetCeilings] = [:]
        for year in years {
            guard let number = Int(year.key), (1...9999).contains(number),
                let accounts = year.value.entries
            else {
                problems.append(
                    Diagnostic(
                        .badValue, at: year.keyPlace, "'\(year.key)' is no year with ceilings",
                        hint: "write the year, and below it account: whole rupiah"))
                continue
            }
            var ceilings: [String: Rupiah] = [:]
            for account in accounts {
                guard let amount = Int64(account.value.text ?? ""), amount >= 0 else {
                    report(
                        account.value, "'\(account.value.text ?? "")' is no ceiling",
                        "write whole rupiah, 0 or more")
                    continue
                }
                ceilings[account.key] = Rupiah(amount)
            }
            budget[number] = BudgetCeilings(ceilings)
        }
        return budget
    }

    private mutating func word<Value>(
        _ node: DocumentNode, _ read: (String) -> Value?, _ expected: String
    ) -> Value? {
        if let value = read(node.text ?? "") { return value }
        report(node, "'\(node.text ?? "")' is none of the words", "expected \(expected)")
        return nil
    }

    private mutating func report(_ node: DocumentNode, _ message: String, _ hint: String) {
        problems.append(Diagnostic(.badValue, at: node.place, message, hint: hint))
    }
}
