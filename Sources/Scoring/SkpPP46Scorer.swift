internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// SKP under PP 46/2011 from rows of activity (`indikator`) and aspect (`ukuran`).
///
/// Several rows of one activity and aspect are one fact of the period: targets and realisations are summed, of kualitas
/// averaged. No source says how; this is ours.
struct SkpPP46Scorer {
    let component: ComponentDefinition
    let formula: SkpPP46
    let evidence: EvidenceSet

    /// A person's rows as the formula takes them.
    struct Plan {
        var activities: [SkpPP46.Activity] = []
        var additions = SkpPP46.Additions()
        var faults: [SkpFault] = []
    }

    /// What a row is about.
    private enum Entry {
        case aspect(SkpPP46.Aspect)
        case tasks
        case work
    }

    private static let entries: [String: Entry] = {
        var entries: [String: Entry] = [
            FoldedSpelling.fold("tugas tambahan"): .tasks,
            FoldedSpelling.fold("kreativitas"): .work,
        ]
        for aspect in SkpPP46.Aspect.allCases { entries[aspect.rawValue] = .aspect(aspect) }
        return entries
    }()

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        let plan = plan(of: person)
        let hiding = plan.faults.filter(\.kind.hidesComponent)
        guard hiding.isEmpty else {
            for fault in hiding { trace.add(fault.node) }
            return nil
        }
        return formula.value(
            of: plan.activities, plan.additions, minimumPresent: component.minimumPresent, &trace)
    }

    func plan(of person: Int32) -> Plan {
        var plan = Plan()
        var names: [String] = []
        var activities: [String: [SkpPP46.Aspect: [SkpRow]]] = [:]
        var tasks: [SkpRow] = []
        for row in SkpRow.rows(of: component, person, in: evidence) {
            let name = row.text("indikator") ?? ""
            switch row.word("ukuran").flatMap({ Self.entries[$0] }) {
            case .aspect(let aspect):
                if activities[name] == nil { names.append(name) }
                activities[name, default: [:]][aspect, default: []].append(row)
            case .tasks: tasks.append(row)
            case .work: addWork(row, benefit: name, to: &plan, of: person)
            case nil: plan.faults.append(SkpFault(.row, row, person: person))
            }
        }
        addTasks(tasks, to: &plan, of: person)
        for name in names {
            let rows = activities[name] ?? [:]
            let activity = SkpPP46.Activity(
                name: name,
                aspects: Dictionary(
                    uniqueKeysWithValues: rows.map { ($0, Self.measure($1, of: $0)) }))
            plan.activities.append(activity)
            addFaults(of: activity, rows, to: &plan, of: person)
        }
        return plan
    }

    /// Rows of one activity and aspect as one target and one realisation, absent where one row's is.
    private static func measure(
        _ rows: [SkpRow], of aspect: SkpPP46.Aspect
    ) -> SkpPP46.Measure {
        func joined(_ values: [Rational?]) -> Rational? {
            let known = values.compactMap { $0 }
            guard known.count == values.count else { return nil }
            let sum = known.reduce(.zero, +)
            return aspect == .kualitas ? sum / Rational(known.count) : sum
        }
        let targets = rows.map(target)
        return SkpPP46.Measure(
            target: joined(targets), realised: joined(rows.map { $0.number("realisasi") }),
            rows: rows.map(\.place))
    }

    /// A row's target, if something can be measured against it.
    private static func target(_ row: SkpRow) -> Rational? {
        row.number("target").flatMap { $0.signum > 0 ? $0 : nil }
    }

    private func addTasks(_ rows: [SkpRow], to plan: inout Plan, of person: Int32) {
        let unknown = rows.filter { $0.number("realisasi") == nil }
        let number = rows.compactMap { $0.number("realisasi") }.reduce(Rational.zero, +)
        plan.additions.tasks = number
        plan.additions.taskRows = rows.map(\.place)
        let faulty = unknown.isEmpty && !formula.knows(tasks: number) ? rows : unknown
        plan.faults += faulty.map { SkpFault(.row, $0, person: person) }
    }

    private func addWork(
        _ row: SkpRow, benefit: String, to plan: inout Plan, of person: Int32
    ) {
        let works = row.number("realisasi").map {
            SkpPP46.Additions.Works(benefit: benefit, count: $0, rows: [row.place])
        }
        if let works, formula.knows(works) {
            plan.additions.works.append(works)
        } else {
            plan.faults.append(SkpFault(.row, row, person: person))
        }
    }

    private func addFaults(
        of activity: SkpPP46.Activity, _ rows: [SkpPP46.Aspect: [SkpRow]], to plan: inout Plan,
        of person: Int32
    ) {
        for aspect in SkpPP46.Aspect.allCases {
            let needsRealised =
                activity.isCarriedOut || aspect == .kuantitas || aspect == .kualitas
            for row in rows[aspect] ?? [] {
                if Self.target(row) == nil {
                    plan.faults.append(SkpFault(.target, row, person: person))
                } else if needsRealised, row.number("realisasi") == nil {
                    plan.faults.append(SkpFault(.realisation, row, person: person))
                }
            }
        }
    }
}
