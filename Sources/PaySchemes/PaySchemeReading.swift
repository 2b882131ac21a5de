internal import CivilService
internal import Diagnostics
internal import Documents
internal import Formulas
internal import Payroll
internal import Regulation

/// Reads the keys of a pay scheme and collects what is wrong, so that one pass shows all faults.
final class PaySchemeReading {
    private(set) var problems: [Diagnostic] = []
    private let book: RuleBook
    private let month: Month

    init(book: RuleBook, month: Month) {
        self.book = book
        self.month = month
    }

    func scheme(_ root: DocumentNode) -> PayScheme? {
        guard var map = DocumentMap(root, name: "the pay scheme", problems: &problems) else {
            return nil
        }
        let version = map.required("kinerja", problems: &problems)
        if let version, version.text != "1" {
            report(.badValue, version, "'kinerja' is '\(version.text ?? "?")', expected 1")
        }
        let name = identifier(map.required("pay", problems: &problems), "'pay'")
        let title = text(map.required("title", problems: &problems), "'title'")
        let pipeline = identifier(map.required("pipeline", problems: &problems), "'pipeline'")
        _ = map.required("regulation", problems: &problems)
        let evidence: PayScheme.Evidence? = choice(
            map.required("evidence", problems: &problems), "'evidence'")
        let productivity: PayScheme.Productivity? = choice(
            map.required("productivity", problems: &problems), "'productivity'")
        let trial: PayScheme.Trial? = choice(
            map.required("trial", problems: &problems), "'trial'")
        let rounding = RuleReader(book, for: root.place).rounding("tpp-pembulatan")
        if let rounding { checkWhole(rounding, "tpp-pembulatan", root) }
        let components = list(map.required("components", problems: &problems), "'components'")
            .compactMap(component)
        // How it is paid says nothing about what is due: ``PaymentTerms`` reads it.
        _ = map.optional("payments")
        let deductions = list(map.optional("deductions"), "'deductions'").compactMap {
            deduction($0, among: components, rounding: rounding)
        }
        map.finish(problems: &problems)
        if components.isEmpty { report(.missingKey, root, "'components' has no component") }
        checkIDs(components.map(\.line) + deductions.map(\.line), root)
        guard let name, let title, let pipeline, let evidence, let productivity, let trial,
            let rounding
        else { return nil }
        return PayScheme(
            name: name, title: title, pipeline: pipeline, month: month, evidence: evidence,
            productivity: productivity, trial: trial,
            measures: measures(productivity, at: root.place),
            sanctions: HukumanTPP(RuleReader(book, for: root.place)), components: components,
            deductions: deductions, rounding: rounding)
    }

    /// The formulas by which attendance and work reduce the allowance.
    private func measures(
        _ productivity: PayScheme.Productivity, at place: SourceLocation
    ) -> PayScheme.Measures {
        let rules = RuleReader(book, for: place)
        return PayScheme.Measures(
            attendance: PotonganKehadiran(rules), share: BagianTPP(rules),
            predikat: productivity == .predikat ? rules.table("tpp-predikat") : nil,
            mostPoints: productivity == .score ? rules.number("tpp-batas-nilai") : nil)
    }

    // MARK: Lines

    private func component(_ node: DocumentNode) -> PayScheme.Component? {
        guard var map = DocumentMap(node, name: "a component", problems: &problems) else {
            return nil
        }
        let (id, title) = head(&map)
        let account = text(map.required("account", problems: &problems), "'account'")
        let amountsNode = map.required("amounts", problems: &problems)
        let amounts = text(amountsNode, "'amounts'")
        let isMeasured = flag(map.optional("measured"), "'measured'") ?? true
        let isInForce = isInForce(&map)
        map.finish(problems: &problems)
        guard let id, let account, let amounts, let amountsNode else { return nil }
        return PayScheme.Component(
            line: PayLine(id: id, title: title ?? id, account: account, kind: .gross),
            amounts: BesaranTPP(RuleReader(book, for: amountsNode.place), amounts),
            isMeasured: isMeasured, isInForce: isInForce)
    }

    private func deduction(
        _ node: DocumentNode, among components: [PayScheme.Component], rounding: RuleRounding?
    ) -> PayScheme.Deduction? {
        guard var map = DocumentMap(node, name: "a deduction", problems: &problems) else {
            return nil
        }
        let (id, title) = head(&map)
        let payer: Payer = choice(map.optional("paid_by"), "'paid_by'") ?? .person
        let account = text(map.optional("account"), "'account'")
        if payer == .employer, account == nil {
            report(.missingKey, node, "what the employer pays needs an 'account'")
        }
        let ratesNode = map.required("rates", problems: &problems)
        let rates = text(ratesNode, "'rates'")
        let base = base(map.optional("base"), among: components)
        let ceilingNode = map.optional("ceiling")
        let ceiling = text(ceilingNode, "'ceiling'").map {
            RuleReader(book, for: ceilingNode?.place ?? node.place).number($0)
        }
        let roundingNode = map.optional("rounding")
        let own = text(roundingNode, "'rounding'").flatMap { name in
            let rounding = RuleReader(book, for: node.place).rounding(name)
            if let rounding { checkWhole(rounding, name, node) }
            return rounding
        }
        let isInForce = isInForce(&map)
        map.finish(problems: &problems)
        guard let id, let rates, let ratesNode, let rounding = own ?? rounding else { return nil }
        return PayScheme.Deduction(
            line: PayLine(
                id: id, title: title ?? id, account: account,
                kind: payer == .employer ? .employer : .deduction),
            rates: TarifPotongan(RuleReader(book, for: ratesNode.place), rates), base: base,
            ceiling: ceiling, rounding: rounding, isInForce: isInForce)
    }

    private enum Payer: String, CaseIterable {
        case person
        case employer
    }

    /// Components by id; all of them where none is named.
    private func base(
        _ node: DocumentNode?, among components: [PayScheme.Component]
    ) -> [Int] {
        guard let node else { return Array(components.indices) }
        let ids = components.map(\.line.id)
        return list(node, "'base'").compactMap { item in
            if let place = ids.firstIndex(of: item.text ?? "") { return place }
            report(
                .unknownName, item, "there is no component '\(item.text ?? item.kindName)'",
                hint: Similarity.nearest(to: item.text ?? "", among: ids)
                    .map { "did you mean '\($0)'?" })
            return nil
        }
    }

    private func head(_ map: inout DocumentMap) -> (id: String?, title: String?) {
        let id = identifier(map.required("id", problems: &problems), "'id'")
        return (id, text(map.optional("title"), "'title'"))
    }

    /// A line out of force stays a line of every file, with nothing in it.
    private func isInForce(_ map: inout DocumentMap) -> Bool {
        let first = date(map.optional("from"), "'from'")
        let last = date(map.optional("until"), "'until'")
        return (first.map { $0 <= month.last } ?? true) && (last.map { month.last <= $0 } ?? true)
    }

    private func checkIDs(_ lines: [PayLine], _ node: DocumentNode) {
        var ids: Set<String> = []
        for line in lines where !ids.insert(line.id).inserted {
            report(.badValue, node, "the line '\(line.id)' stands twice")
        }
    }

    private func checkWhole(_ rounding: RuleRounding, _ name: String, _ node: DocumentNode) {
        guard rounding.decimals != 0 else { return }
        report(.badValue, node, "'\(name)' has decimals, expected 0: pay is whole rupiah")
    }

    // MARK: Values

    private func report(
        _ code: DiagnosticCode, _ node: DocumentNode, _ message: String, hint: String? = nil
    ) {
        problems.append(Diagnostic(code, at: node.place, message, hint: hint))
    }

    private func text(_ node: DocumentNode?, _ name: String) -> String? {
        guard let node else { return nil }
        if let text = node.text, !text.isEmpty { return text }
        report(.wrongType, node, "\(name) is \(node.kindName), expected a text")
        return nil
    }

    /// A name of lower-case letters, digits and hyphens: it becomes part of paths and headings.
    private func identifier(_ node: DocumentNode?, _ what: String) -> String? {
        guard let node, let text = text(node, what) else { return nil }
        if text.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
            return text
        }
        report(.badValue, node, "\(what) is '\(text)', expected only a-z, 0-9 and -")
        return nil
    }

    private func list(_ node: DocumentNode?, _ name: String) -> [DocumentNode] {
        guard let node else { return [] }
        if let items = node.items { return items }
        report(.wrongType, node, "\(name) is \(node.kindName), expected a list")
        return []
    }

    private func flag(_ node: DocumentNode?, _ name: String) -> Bool? {
        guard let node else { return nil }
        if let text = node.text, ["true", "false"].contains(text) { return text == "true" }
        report(
            .wrongType, node, "\(name) is '\(node.text ?? node.kindName)', expected true or false")
        return nil
    }

    private func date(_ node: DocumentNode?, _ name: String) -> CalendarDate? {
        guard let node else { return nil }
        if let date = node.text.flatMap({ CalendarDate(iso: $0) }) { return date }
        report(
            .badValue, node,
            "\(name) is '\(node.text ?? node.kindName)', expected a date yyyy-mm-dd")
        return nil
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: DocumentNode?, _ name: String
    ) -> Choice? where Choice.RawValue == String {
        guard let node else { return nil }
        if let choice = node.text.flatMap(Choice.init(rawValue:)) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            .badValue, node,
            "\(name) is '\(node.text ?? node.kindName)', expected one of: "
                + known.joined(separator: ", "),
            hint: Similarity.nearest(to: node.text ?? "", among: known)
                .map { "did you mean '\($0)'?" })
        return nil
    }
}
