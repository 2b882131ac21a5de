internal import Arithmetic
internal import CivilService
internal import Diagnostics
package import Formulas
internal import Regulation

/// What a scheme gives a person for a month: exact up to each payable line, which is rounded once.
package struct EntitlementCalculator: Sendable {
    /// The entitlement, and what the scheme's tables of rates lack.
    package struct Answer: Sendable {
        package let entitlement: Entitlement
        /// `pph21: PPPK, golongan IX`: nobody declared a rate, which is not a rate of 0.
        package let undeclared: [String]
    }

    /// By the spelling of published runs.
    private static let golongan = Dictionary(
        uniqueKeysWithValues: (Golongan.allPNS + Golongan.allPPPK).map { ($0.description, $0) })

    package let scheme: PayScheme

    package init(scheme: PayScheme) { self.scheme = scheme }

    /// Amounts so far, and what stands in their way.
    struct Work {
        var gaps: [Entitlement.Gap] = []
        var undeclared: [String] = []

        mutating func hold(_ reason: Wording, _ responsible: String) {
            let gap = Entitlement.Gap(reason: reason, responsible: responsible)
            if !gaps.contains(gap) { gaps.append(gap) }
        }
    }

    /// `trace`: Filled with the steps when it is on, each with what it rests on.
    package func answer(_ person: MonthOfPerson, _ trace: inout Trace) -> Answer {
        if let reason = whollyExcluded(person) { return nothing(person, reason) }
        let paid = person.served.filter { !($0.isTrial && scheme.trial == .exclude) }
        guard !paid.isEmpty else { return nothing(person, Wording("unit uji coba", "trial unit")) }
        var work = Work()
        let bases = bases(person, paid, &work, &trace)
        let share = share(person, &work, &trace)
        let kept = kept(person, &work, &trace)
        guard work.gaps.isEmpty, let share, let kept else { return held(person, work) }
        var amounts: [Rupiah] = []
        for (component, base) in zip(scheme.components, bases) {
            let exact = base * (component.isMeasured ? share : .one) * kept
            let amount = rupiah(exact, scheme.rounding, &work)
            amounts.append(amount)
            trace.add(
                Trace.Node(
                    label: component.line.title, value: "\(amount)",
                    formula: component.isMeasured
                        ? "\(base.traceText) × \(share.traceText) × \(kept.traceText)"
                        : "\(base.traceText) × \(kept.traceText)",
                    basis: [scheme.rounding.basis]))
        }
        let gross = amounts
        for deduction in scheme.deductions {
            amounts.append(amount(of: deduction, person, paid, gross, &work, &trace))
        }
        guard work.gaps.isEmpty, work.undeclared.isEmpty else { return held(person, work) }
        let isNothing = gross.allSatisfy { $0 == .zero }
        return Answer(
            entitlement: Entitlement(
                nip: person.nip, month: scheme.month,
                state: .computed(
                    amounts,
                    reason: isNothing
                        ? Wording(
                            "tidak ada yang tersisa sesudah potongan",
                            "nothing is left after deductions") : nil)),
            undeclared: [])
    }

    /// Why somebody has no day of the month that could earn anything; `nil` for who served.
    private func whollyExcluded(_ person: MonthOfPerson) -> Wording? {
        if person.postings.isEmpty, let ending = person.ending { return Wording(ending) }
        if case .excluded(let reason) = person.appraisal { return Self.excluded(reason) }
        guard person.served.isEmpty else { return nil }
        return person.postings.last.map { Self.excluded($0.exclusion) }
            ?? Wording("tidak bertugas dalam bulan ini", "served on no day of the month")
    }

    private static func excluded(_ reason: String) -> Wording {
        Wording("dikecualikan", "excluded") + Wording(": \(reason)")
    }

    private func nothing(_ person: MonthOfPerson, _ reason: Wording) -> Answer {
        Answer(
            entitlement: Entitlement(
                nip: person.nip, month: scheme.month,
                state: .computed(scheme.lines.map { _ in .zero }, reason: reason)),
            undeclared: [])
    }

    private func held(_ person: MonthOfPerson, _ work: Work) -> Answer {
        Answer(
            entitlement: Entitlement(
                nip: person.nip, month: scheme.month, state: .held(work.gaps)),
            undeclared: work.undeclared)
    }

    // MARK: Base

    /// Rupiah of each component: over the postings, days of the month times amount.
    private func bases(
        _ person: MonthOfPerson, _ paid: [MonthPosting], _ work: inout Work, _ trace: inout Trace
    ) -> [Rational] {
        let monthDays = Rational(scheme.month.days)
        return scheme.components.map { component in
            guard component.isInForce else { return .zero }
            var base = Rational.zero
            var steps: [Trace.Node] = []
            for posting in paid {
                guard
                    let amount = component.amounts.amount(
                        kelas: posting.kelas, unit: posting.unit, employment: posting.employment)
                else {
                    work.hold(
                        Wording("tidak ada besaran", "no amount")
                            + Wording(" '\(component.amounts.name)' ")
                            + Wording("untuk kelas ", "for kelas ")
                            + Wording(
                                "\(posting.kelas.isEmpty ? "-" : posting.kelas), unit "
                                    + "\(posting.unit.isEmpty ? "-" : posting.unit), "
                                    + (posting.employment.isEmpty ? "-" : posting.employment)),
                        posting.kelas.isEmpty ? posting.unit : scheme.title)
                    continue
                }
                let part = amount.value * Rational(posting.days) / monthDays
                base += part
                guard trace.isOn else { continue }
                steps.append(
                    Trace.Node(
                        label: "\(posting.first) … \(posting.last) \(posting.unit)",
                        value: part.traceText,
                        formula: "\(posting.days) / \(scheme.month.days) × "
                            + amount.value.exactText,
                        basis: [amount.basis]))
            }
            trace.add(
                Trace.Node(
                    label: "besaran \(component.line.title)", value: base.traceText,
                    children: steps))
            return base
        }
    }

    /// What sanctions leave of the month, 0…1.
    private func kept(
        _ person: MonthOfPerson, _ work: inout Work, _ trace: inout Trace
    ) -> Rational? {
        switch scheme.sanctions.percent(of: person.sanctions, in: scheme.month, &trace) {
        case .success(let percent): return .one - percent / Rational(100)
        case .failure(let unknown):
            let lack =
                switch unknown.lack {
                case .length: Wording("tanpa lama", "without length")
                case .percent: Wording("tanpa persen", "without percent")
                case .month:
                    Wording(
                        "berakhir sebelum mulai diperhitungkan", "ends before it begins to count")
                }
            work.hold(
                Wording("hukuman disiplin", "sanction")
                    + Wording(" \(unknown.sanction.document) ") + lack, person.post.unit)
            return nil
        }
    }

    // MARK: Deductions

    private func amount(
        of deduction: PayScheme.Deduction, _ person: MonthOfPerson, _ paid: [MonthPosting],
        _ gross: [Rupiah], _ work: inout Work, _ trace: inout Trace
    ) -> Rupiah {
        let sum = deduction.base.reduce(Rupiah.zero) { $0 + gross[$1] }
        guard deduction.isInForce, sum != .zero, let post = paid.last else { return .zero }
        let whole = Rational(Int(sum.amount))
        let base = deduction.ceiling.map { min(whole, $0.value) } ?? whole
        let payee = TarifPotongan.Payee(
            employment: post.employment, golongan: Self.golongan[post.golongan],
            taxStatus: person.taxStatus, gross: whole)
        switch deduction.rates.rate(of: payee) {
        case .rate(let rate):
            let amount = rupiah(base * rate.value / Rational(100), deduction.rounding, &work)
            trace.add(
                Trace.Node(
                    label: deduction.line.title, value: "\(amount)",
                    formula: "\(base.exactText) × \(rate.value.exactText) %",
                    basis: [rate.basis, deduction.ceiling?.basis, deduction.rounding.basis]
                        .compactMap { $0 }))
            return amount
        case .unknown(let column):
            work.hold(
                Wording(deduction.line.title) + Wording(" memerlukan ", " needs ")
                    + Wording(column), post.unit)
        case .undeclared:
            work.undeclared.append(
                "\(deduction.line.id): \(post.employment.isEmpty ? "-" : post.employment), "
                    + "golongan \(post.golongan.isEmpty ? "-" : post.golongan)")
        }
        return .zero
    }

    /// The one rounding of a payable line.
    private func rupiah(
        _ exact: Rational, _ rounding: RuleRounding, _ work: inout Work
    ) -> Rupiah {
        if let figure = exact.figure(decimals: 0, rounding.rounding) { return Rupiah(figure) }
        work.hold(Wording("jumlah di luar batas", "an amount out of range"), scheme.title)
        return .zero
    }
}
