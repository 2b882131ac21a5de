internal import CivilService
internal import Diagnostics

extension QualityCheck {
    func accuracy(
        _ indicator: QualityIndicator, _ person: EmployeeRecord
    ) throws(Unjudged) -> QualityVerdict {
        switch indicator {
        case .acc1: return try order(person)
        case .acc2: return try secondment(person)
        case .acc3:
            guard !person.nip.isPPPK, try postKind(of: person) == .structural else {
                return .absent
            }
            let start = try needed(person.tmtCPNS, .tmtCPNS)
            return judged(
                day >= start.adding(months: 12 * rules.structuralYears), .tmtCPNS,
                found: start.description,
                Wording(
                    "masa kerja paling sedikit \(rules.structuralYears) tahun",
                    "at least \(rules.structuralYears) years of service"))
        case .acc4:
            guard person.nip.isPPPK else { return .absent }
            let standing = try needed(person.standing, .standing)
            return judged(
                rules.words.has(standing, in: .rightForPPPK), .standing, found: standing,
                Wording("kedudukan hukum PPPK", "a kedudukan hukum of PPPK"))
        case .acc5:
            // The number itself is nobody's business here.
            let isValid = person.nik != nil && person.isNIKValid == true
            return judged(
                isValid, person.nik == nil ? .nik : .nikValid, found: "",
                Wording("NIK yang tervalidasi", "a validated NIK"))
        case .acc6:
            guard try postKind(of: person) == .structural else { return .absent }
            if let needs = post(of: person)?.education {
                return try schooling(person, atLeast: needs)
            }
            return try schooling(person, atLeast: try eselon(of: person).education)
        case .acc7: return pppkYear(person)
        case .acc8:
            guard try postKind(of: person) == .functional else { return .absent }
            guard let needs = post(of: person)?.education else {
                throw unknown(
                    .post, person.post ?? "", "jabatan dengan pendidikan di daftar jabatan",
                    "a post whose education the list of posts states")
            }
            return try schooling(person, atLeast: needs)
        case .acc9:
            guard try postKind(of: person) == .executing else { return .absent }
            let name = try needed(person.postName, .postName)
            let part = rules.words.phrase(of: .functionalName, in: name)
            return judged(
                part == nil, .postName, found: name,
                Wording("tanpa '\(part ?? "")'", "without '\(part ?? "")'"))
        default: return try grade(person)
        }
    }

    private func order(_ person: EmployeeRecord) throws(Unjudged) -> QualityVerdict {
        guard !person.nip.isPPPK, try !isCandidate(person) else { return .absent }
        let candidate = try needed(person.tmtCPNS, .tmtCPNS)
        let permanent = try needed(person.tmtPNS, .tmtPNS)
        return judged(
            candidate <= permanent, .tmtCPNS, found: candidate.description,
            Wording("paling lambat \(permanent)", "not after \(permanent)"))
    }

    private func secondment(_ person: EmployeeRecord) throws(Unjudged) -> QualityVerdict {
        guard !person.nip.isPPPK else { return .absent }
        let employment = try needed(person.employment, .employment)
        let home = try needed(person.homeAgency, .homeAgency)
        let work = try needed(person.workAgency, .workAgency)
        let isSeconded = rules.words.phrase(of: .seconded, in: employment) != nil
        return judged(
            isSeconded == (home != work), .employment, found: "\(employment); \(home) / \(work)",
            isSeconded
                ? Wording("instansi kerja lain", "another agency of work")
                : Wording("instansi kerja = instansi induk", "the home agency as agency of work"))
    }

    /// The minimum is a word of a parameter or of the list of posts.
    private func schooling(
        _ person: EmployeeRecord, atLeast minimum: String
    ) throws(Unjudged) -> QualityVerdict {
        let least = try rank(minimum, .post)
        return judged(
            try educationRank(of: person) >= least, .education, found: person.education ?? "",
            Wording("paling rendah \(minimum)", "at least \(minimum)"))
    }

    private func pppkYear(_ person: EmployeeRecord) -> QualityVerdict {
        guard person.nip.isPPPK else { return .absent }
        let year = person.nip.appointmentYear
        let (first, last) = (rules.firstPPPKYear, day.year)
        return judged(
            first <= year && year <= last, .nip, found: "\(year)",
            Wording("tahun \(first) … \(last)", "a year \(first) … \(last)"))
    }

    private func grade(_ person: EmployeeRecord) throws(Unjudged) -> QualityVerdict {
        guard !person.nip.isPPPK, try postKind(of: person) == .structural else {
            return .absent
        }
        let ofPost = post(of: person)?.golongan
        let needs = if let ofPost { ofPost } else { try eselon(of: person).golongan }
        let golongan = try needed(person.golongan, .golongan)
        guard !golongan.isPPPK, !needs.isPPPK else {
            throw unknown(
                .golongan, golongan.description, "golongan PNS", "a golongan of PNS")
        }
        return judged(
            golongan >= needs, .golongan, found: golongan.description,
            Wording("paling rendah \(needs)", "at least \(needs)"))
    }
}
