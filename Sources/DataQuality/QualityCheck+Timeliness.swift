internal import CivilService
internal import Diagnostics

extension QualityCheck {
    func timeliness(
        _ indicator: QualityIndicator, _ person: EmployeeRecord
    ) throws(Unjudged) -> QualityVerdict {
        switch indicator {
        case .tim1: return try unor(person)
        case .tim2:
            guard !person.nip.isPPPK else { return .absent }
            let name = try needed(person.postName, .postName)
            guard rules.words.begins(name, with: .functionalCandidate) else { return .absent }
            return try within(rules.functionalYears, person)
        case .tim3:
            guard !person.nip.isPPPK, try isCandidate(person) else { return .absent }
            return try within(rules.candidateYears, person)
        case .tim4:
            guard try postKind(of: person) == .structural else { return .absent }
            let unor = try needed(person.unor, .unor)
            return judged(
                !isDoubled(unor), .unor, found: unor,
                Wording("satu pejabat struktural", "one structural official"))
        case .tim5: return try retirement(person)
        default:
            guard !person.nip.isPPPK else { return .absent }
            let standing = try needed(person.standing, .standing)
            guard rules.words.has(standing, in: .onUnpaidLeave) else { return .absent }
            let end = try needed(person.leaveEnd, .leaveEnd)
            return judged(
                end >= day, .leaveEnd, found: end.description,
                Wording("tidak sebelum \(day)", "not before \(day)"))
        }
    }

    private func unor(_ person: EmployeeRecord) throws(Unjudged) -> QualityVerdict {
        let code = try needed(person.unor, .unor)
        let isKnownActive = references.unors?[code]
        if isKnownActive == nil, !references.listsActiveUnorsOnly {
            throw unknown(.unor, code, "unor yang ada di daftar", "a unor of the list")
        }
        return judged(
            isKnownActive ?? false, .unor, found: code, Wording("unor aktif", "an active unor"))
    }

    /// Not more than so many years since the appointment as CPNS.
    private func within(
        _ years: Int, _ person: EmployeeRecord
    ) throws(Unjudged) -> QualityVerdict {
        let start = try needed(person.tmtCPNS, .tmtCPNS)
        return judged(
            !hasPassed(years: years, since: start), .tmtCPNS, found: start.description,
            Wording("paling lama \(years) tahun", "at most \(years) years"))
    }

    private func retirement(_ person: EmployeeRecord) throws(Unjudged) -> QualityVerdict {
        let standing = try needed(person.standing, .standing)
        guard isActive(standing, person) else { return .absent }
        let birth = try needed(person.birth, .birth)
        let birthday = birth.adding(months: 12 * (try retirementAge(of: person)))
        let end =
            switch rules.retirementStart {
            case .birthday: birthday
            case .nextMonth: birthday.monthIndex.first.adding(months: 1)
            }
        return judged(
            day < end, .birth, found: birth.description,
            Wording("BUP sejak \(end)", "retirement from \(end)"))
    }

    private func isActive(_ standing: String, _ person: EmployeeRecord) -> Bool {
        rules.words.has(standing, in: .active)
            || (person.nip.isPPPK && rules.words.has(standing, in: .rightForPPPK))
    }

    /// The post's own age, else that of the eselon or of executing posts.
    private func retirementAge(of person: EmployeeRecord) throws(Unjudged) -> Int {
        if let age = post(of: person)?.retirementAge { return age }
        switch try postKind(of: person) {
        case .structural: return try eselon(of: person).retirementAge
        case .executing: return rules.executingRetirementAge
        case .functional:
            throw unknown(
                .post, person.post ?? "", "jabatan dengan BUP di daftar jabatan",
                "a post whose age of retirement the list of posts states")
        }
    }
}
