package import CivilService
package import Diagnostics
internal import Formulas
internal import PaySchemes
internal import Payroll
internal import Regulation

/// Why a person is entitled to what a scheme gives, as a tree for people.
package struct PayExplanation {
    private let person: MonthOfPerson
    private let answer: EntitlementCalculator.Answer
    private let nodes: [Trace.Node]
    private let scheme: PayScheme
    private let run: PaymentFile.RunOfMonth

    /// - Throws: ``RunFailure`` of kind `definition` for a wrong scheme, of kind `input` for a run that cannot be used
    ///   or does not have the person.
    package init(
        scheme path: String, runFolder: String, month: Month, nip: NIP
    ) throws(RunFailure) {
        let loaded = try PaySchemeSource.load(path, for: month)
        let published = try PublishedMonth(runFolder, of: loaded.scheme)
        guard let person = published.people.first(where: { $0.nip == nip }) else {
            throw PublishedMonth.refusal(
                runFolder, "the run has nobody with the NIP \(Masking.quoted(nip.description))",
                "check the number")
        }
        var trace = Trace(isOn: true)
        answer = EntitlementCalculator(scheme: loaded.scheme).answer(person, &trace)
        nodes = trace.nodes
        self.person = person
        scheme = loaded.scheme
        run = published.run
    }

    package func render(_ language: Language) -> String {
        var lines = [
            "\(Masking.quoted(person.nip.description).filter { $0 != "'" })  \(scheme.name) "
                + "\(scheme.month)  " + language("run", "run") + " \(run.run)"
        ]
        switch answer.entitlement.state {
        case .computed(let amounts, let reason):
            let text = PaymentText(language)
            for (line, amount) in zip(scheme.lines, amounts) {
                let kind = Self.suffix(of: line.kind, language)
                lines.append("\(line.title): \(text.money(amount))\(kind)")
            }
            lines.append(language("bersih", "net") + ": \(text.money(net(amounts)))")
            if let reason { lines.append(language("alasan", "reason") + ": \(reason(language))") }
        case .held(let gaps):
            lines.append(language("ditahan", "held") + ":")
            lines += gaps.map { gap in
                "  \(gap.wording(language)) (" + language("bertindak", "must act")
                    + ": \(gap.responsible))"
            }
            lines += answer.undeclared.map {
                "  " + language("tarif belum ditetapkan", "no rate is declared") + ": \($0)"
            }
        }
        for (index, node) in nodes.enumerated() {
            append(
                node, prefix: "", isLast: index == nodes.count - 1, language: language, to: &lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func suffix(of kind: PayLine.Kind, _ language: Language) -> String {
        switch kind {
        case .gross: ""
        case .deduction: language(" (potongan)", " (deduction)")
        case .employer: language(" (dibayar pemberi kerja)", " (paid by the employer)")
        }
    }

    private func net(_ amounts: [Rupiah]) -> Rupiah {
        zip(scheme.lines, amounts).reduce(Rupiah.zero) { sum, pair in
            switch pair.0.kind {
            case .gross: sum + pair.1
            case .deduction: sum - pair.1
            case .employer: sum
            }
        }
    }

    private func append(
        _ node: Trace.Node, prefix: String, isLast: Bool, language: Language,
        to lines: inout [String]
    ) {
        var head = prefix + (isLast ? "└─ " : "├─ ") + node.label
        if let value = node.value { head += " = \(value)" }
        if let formula = node.formula { head += "   [\(formula)]" }
        lines.append(head)
        let inner = prefix + (isLast ? "   " : "│  ")
        lines += node.basis.flatMap { basis in
            WrappedText.lines(
                basis.text(language), first: inner + "   ← ", next: inner + "       ")
        }
        for (index, child) in node.children.enumerated() {
            append(
                child, prefix: inner, isLast: index == node.children.count - 1,
                language: language, to: &lines)
        }
    }
}
