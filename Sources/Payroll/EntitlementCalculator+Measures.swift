internal import Arithmetic
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
        for posting in person.postings { require(posting, &work) }
        let total = MonthAttendance.sum(person.postings.map(\.attendance))
        let deduction = deduction(total, person, &work, &trace)
        let done =
            scheme.measures.share.asksProductivity
            ? productivity(total, person, &work, &trace) : .one
        guard work.gaps.count == count, let deduction, let done else { return nil }
        return scheme.measures.share.share(productivity: done, deduction: deduction, &trace)
    }

    private func require(_ posting: MonthPosting, _ work: inout Work) {
        let attendance = posting.attendance
        let days = "\(posting.first) … \(posting.last)"
        switch scheme.evidence {
        case .none: return
        case .any:
            if attendance.rows == 0 { work.hold("tanpa kehadiran \(days)", posting.unit) }
        case .everyDay:
            if attendance.dailyRows != posting.days {
                work.hold(
                    "kehadiran \(attendance.dailyRows) dari \(posting.days) hari, \(days)",
                    posting.unit)
            }
        }
        if attendance.incomplete > 0 {
            work.hold(
                "\(attendance.incomplete) catatan kehadiran tidak lengkap, \(days)", posting.unit)
        }
    }

    private func deduction(
        _ total: MonthAttendance, _ person: MonthOfPerson, _ work: inout Work,
        _ trace: inout Trace
    ) -> Rational? {
        guard let late = total.late, let early = total.early, let absent = total.absent else {
            work.hold("kehadiran tanpa kelas terlambat, pulang awal atau alpa", person.post.unit)
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
            work.hold("batas potongan harian memerlukan kehadiran harian", person.post.unit)
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
            var reason = "tanpa penilaian"
            if case .unscored(let why) = person.appraisal { reason = "belum dinilai: \(why)" }
            work.hold(reason, person.post.unit)
            return nil
        }
        if scheme.productivity == .score {
            guard let final, let most = scheme.measures.mostPoints else {
                work.hold("hasil penilaian tanpa angka", scheme.title)
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
            work.hold("tidak ada persen untuk predikat '\(predikat)'", scheme.title)
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
        guard let workdays = total.workdays, workdays > 0, let without = total.noOutput else {
            work.hold("tanpa hari kerja atau hari tanpa hasil", person.post.unit)
            return nil
        }
        guard without <= workdays else {
            work.hold(
                "\(without) hari tanpa hasil dari \(workdays) hari kerja", person.post.unit)
            return nil
        }
        let done = .one - Rational(without) / Rational(workdays)
        trace.add(
            Trace.Node(
                label: "produktivitas", value: done.traceText,
                formula: "1 − \(without) / \(workdays)"))
        return done
    }
}
