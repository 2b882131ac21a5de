internal import Arithmetic
internal import Diagnostics
internal import Formulas
internal import Regulation

/// What productivity and discipline leave of the measured components.
extension EntitlementCalculator {
    /// The totals of all postings are added before a ratio is formed: work and discipline are measured over the whole
    /// month, also where days in a trial unit earn nothing.
    ///
    /// - Returns: Share 0…1; `nil` where evidence is missing, which is said in `work`.
    func share(
        _ person: MonthOfPerson, _ work: inout Work, _ trace: inout Trace
    ) -> Rational? {
        guard scheme.components.contains(where: { $0.isMeasured && $0.isInForce }) else {
            return .one
        }
        let count = work.gaps.count
        for posting in person.served { require(posting, &work) }
        let total = MonthAttendance.sum(person.served.map(\.attendance))
        let deduction =
            scheme.measures.share.asksDiscipline
            ? deduction(total, person, &work, &trace) : .zero
        let done =
            scheme.measures.share.asksProductivity
            ? productivity(total, person, &work, &trace) : .one
        guard work.gaps.count == count, let deduction, let done else { return nil }
        return scheme.measures.share.share(productivity: done, deduction: deduction, &trace)
    }

    private func require(_ posting: MonthPosting, _ work: inout Work) {
        let attendance = posting.attendance
        var days: String { "\(posting.first) … \(posting.last)" }
        switch scheme.evidence {
        case .none: return
        case .any:
            if attendance.rows == 0 {
                work.hold(
                    Wording("tanpa kehadiran", "no attendance") + Wording(" \(days)"), posting.unit)
            }
        case .everyDay:
            if attendance.dailyRows != posting.days {
                work.hold(
                    Wording(
                        "kehadiran \(attendance.dailyRows) dari \(posting.days) hari",
                        "attendance of \(attendance.dailyRows) of \(posting.days) days")
                        + Wording(", \(days)"), posting.unit)
            }
        }
        if attendance.incomplete > 0 {
            work.hold(
                Wording(
                    "\(attendance.incomplete) catatan kehadiran tidak lengkap",
                    "\(attendance.incomplete) incomplete rows of attendance")
                    + Wording(", \(days)"), posting.unit)
        }
    }

    private func deduction(
        _ total: MonthAttendance, _ person: MonthOfPerson, _ work: inout Work,
        _ trace: inout Trace
    ) -> Rational? {
        guard let late = total.late, let early = total.early, let absent = total.absent else {
            work.hold(
                Wording(
                    "kehadiran tanpa kelas terlambat, pulang awal atau alpa",
                    "attendance without classes of lateness, early leave or absence"),
                person.post.unit)
            return nil
        }
        let events = PotonganKehadiran.Events(
            late: late.map { Rational($0) }, early: early.map { Rational($0) },
            absent: Rational(absent), both: total.both?.map { $0.map { Rational($0) } })
        let percent = trace.nested(
            { inner in scheme.measures.attendance.percent(of: events, &inner) },
            node: { percent, steps in
                Trace.Node(
                    label: "potongan kehadiran", value: percent.map { "\($0.traceText) %" },
                    children: steps)
            })
        if percent == nil {
            work.hold(
                Wording(
                    "batas potongan harian memerlukan kehadiran harian",
                    "the limit of a day needs attendance by day"), person.post.unit)
        }
        return percent
    }

    /// Share 0…1 of what was to be done.
    private func productivity(
        _ total: MonthAttendance, _ person: MonthOfPerson, _ work: inout Work,
        _ trace: inout Trace
    ) -> Rational? {
        switch scheme.productivity {
        case .days: return byDays(total, person, &work, &trace)
        case .score, .predikat: break
        }
        guard case .scored(let final, let predikat) = person.appraisal else {
            var reason = Wording("tanpa penilaian", "no appraisal")
            if case .unscored(let why) = person.appraisal {
                reason = Wording("belum dinilai", "not rated yet") + Wording(": \(why)")
            }
            work.hold(reason, person.post.unit)
            return nil
        }
        if scheme.productivity == .score {
            guard let final, let most = scheme.measures.mostPoints else {
                work.hold(
                    Wording("hasil penilaian tanpa angka", "an appraisal without number"),
                    scheme.title)
                return nil
            }
            let done = min(final, most.value) / Rational(100)
            trace.add(
                Trace.Node(
                    label: "produktivitas", value: done.traceText,
                    formula: "min(\(final.exactText), \(most.value.exactText)) / 100",
                    basis: [most.basis]))
            return done
        }
        guard let table = scheme.measures.predikat, let percent = table[predikat] else {
            work.hold(
                Wording("tidak ada persen untuk predikat", "no percent for the predikat")
                    + Wording(" '\(predikat)'"), scheme.title)
            return nil
        }
        trace.add(
            Trace.Node(
                label: "produktivitas", value: (percent / Rational(100)).traceText,
                formula: "predikat \(predikat)", basis: [table.basis(predikat)]))
        return percent / Rational(100)
    }

    private func byDays(
        _ total: MonthAttendance, _ person: MonthOfPerson, _ work: inout Work,
        _ trace: inout Trace
    ) -> Rational? {
        guard let workdays = total.workdays, let without = total.noOutput,
            workdays > 0 || isKnownToBeFree(total, person)
        else {
            work.hold(
                Wording(
                    "tanpa hari kerja atau hari tanpa hasil",
                    "no working days, or no days without output"), person.post.unit)
            return nil
        }
        guard without <= workdays else {
            work.hold(
                Wording(
                    "\(without) hari tanpa hasil dari \(workdays) hari kerja",
                    "\(without) days without output of \(workdays) working days"),
                person.post.unit)
            return nil
        }
        let done = workdays == 0 ? .one : .one - Rational(without) / Rational(workdays)
        trace.add(
            Trace.Node(
                label: "produktivitas", value: done.traceText,
                formula: "1 − \(without) / \(workdays)"))
        return done
    }

    /// Whether every calendar day is on record, so that no working day says just that: somebody who died on the Sunday
    /// that the month began with left nothing undone.
    private func isKnownToBeFree(_ total: MonthAttendance, _ person: MonthOfPerson) -> Bool {
        total.dailyRows == person.served.reduce(0) { $0 + $1.days }
    }
}
