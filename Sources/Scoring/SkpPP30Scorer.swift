internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Plan

/// SKP under PP 30/2019: each row is an indicator of the person's kinerja utama or a kinerja tambahan.
///
/// What a row states wins over what the indicator source has for the same name, where there is one.
struct SkpPP30Scorer {
    let component: ComponentDefinition
    let formula: SkpPP30
    let evidence: EvidenceSet

    /// A person's rows as the formula takes them.
    struct Plan {
        var main: [SkpPP30.Measure] = []
        var additional: [SkpPP30.Measure] = []
        var faults: [SkpFault] = []
    }

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        let plan = plan(of: person)
        let hiding = plan.faults.filter(\.kind.hidesComponent)
        guard hiding.isEmpty else {
            for fault in hiding { trace.add(fault.node) }
            return nil
        }
        return formula.value(
            main: plan.main, additional: plan.additional,
            minimumPresent: component.minimumPresent, &trace)
    }

    func plan(of person: Int32) -> Plan {
        var plan = Plan()
        var firstMain: SkpRow?
        for row in SkpRow.rows(of: component, person, in: evidence) {
            guard let isMain = isMain(row), let measure = measure(row) else {
                plan.faults.append(SkpFault(.row, row, person: person))
                continue
            }
            if !(measure.target?.isUsable ?? false) {
                plan.faults.append(SkpFault(.target, row, person: person))
            } else if measure.realised == nil {
                plan.faults.append(SkpFault(.realisation, row, person: person))
            }
            if isMain {
                plan.main.append(measure)
                firstMain = firstMain ?? row
            } else {
                plan.additional.append(measure)
            }
        }
        if let firstMain, !SkpPP30.isWhole(plan.main.map(\.weight)) {
            plan.faults.append(SkpFault(.weights, firstMain, person: person))
        }
        return plan
    }

    /// `utama` where none is stated, `nil` for another word.
    private func isMain(_ row: SkpRow) -> Bool? {
        switch row.word("jenis") {
        case nil, "utama": true
        case "tambahan": false
        default: nil
        }
    }

    /// The row as the formula takes it; `nil` where direction or bobot cannot be known.
    private func measure(_ row: SkpRow) -> SkpPP30.Measure? {
        let name = row.text("indikator") ?? "-"
        let code = evidence.references.indicators?.index(of: name)
        let known = code.map { evidence.indicators.indicators[Int($0)] }
        // The table of indicators has a weight of 1 where none is stated, which is no bobot.
        let isWeighted =
            code.flatMap { evidence.references.indicators?.attribute("bobot", of: $0) } != nil
        let weight = row.number("bobot") ?? (isWeighted ? known?.weight : nil)
        guard let weight, let direction = direction(row, known) else { return nil }
        return SkpPP30.Measure(
            name: known?.name ?? name, target: target(row, known),
            realised: row.number("realisasi"), direction: direction,
            isMaximum: row.flag("maksimum") ?? known?.isMaximum ?? false, weight: weight,
            rows: [row.place])
    }

    /// A range outside of which more is better (`rentang`) is measured as `naik`.
    private func direction(
        _ row: SkpRow, _ known: IndicatorTable.Indicator?
    ) -> CapaianIKI.Direction? {
        switch row.word("arah") {
        case nil: known?.direction == .lower ? .turun : .naik
        case "naik", "rentang": .naik
        case "turun": .turun
        default: nil
        }
    }

    /// A row that names any target is measured against it, else against the indicator's.
    private func target(
        _ row: SkpRow, _ known: IndicatorTable.Indicator?
    ) -> CapaianIKI.Target? {
        func target(_ single: Rational?, _ low: Rational?, _ high: Rational?) -> CapaianIKI.Target?
        {
            if let single { return .single(single) }
            guard let low, let high else { return nil }
            return .range(low, high)
        }
        return target(row.number("target"), row.number("target_min"), row.number("target_maks"))
            ?? target(known?.target, known?.low, known?.high)
    }
}
