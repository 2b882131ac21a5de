internal import CivilService
internal import Diagnostics

extension QualityCheck {
    func completeness(
        _ indicator: QualityIndicator, _ person: EmployeeRecord
    ) throws(Unjudged) -> QualityVerdict {
        switch indicator {
        case .com1: return try filing(person)
        case .com2:
            guard try postKind(of: person) != .structural else { return .absent }
            return filled(person.post, .post)
        case .com3: return filled(person.education, .education)
        case .com4:
            guard !person.nip.isPPPK, try !isCandidate(person) else { return .absent }
            return filled(person.tmtPNS, .tmtPNS)
        case .com5:
            guard try educationRank(of: person) >= rules.titledEducation else { return .absent }
            // One title is enough: few people bear one before and one after the name.
            return filled(person.titleAfter ?? person.titleBefore, .titleAfter)
        case .com6:
            guard let email = person.email else { return filled(nil as String?, .email) }
            return judged(
                Self.isAddress(email), .email, found: email,
                Wording("nama@domain.tld", "name@domain.tld"))
        default: return filled(person.phone, .phone)
        }
    }

    private func filled(_ value: (some Sendable)?, _ column: MasterColumn) -> QualityVerdict {
        judged(value != nil, column, found: "", Wording("terisi", "a value"))
    }

    private func filing(_ person: EmployeeRecord) throws(Unjudged) -> QualityVerdict {
        var missing: [Int] = []
        for year in rules.years(before: day) {
            guard let isFiled = references.filings.isFiled(person.nip, year: year) else {
                throw unknown(.nip, "", "daftar SKP \(year)", "a list of the SKP of \(year)")
            }
            if !isFiled { missing.append(year) }
        }
        let isSound =
            switch rules.filing {
            case .anyYear: missing.count < rules.filingYears
            case .everyYear: missing.isEmpty
            }
        let years = missing.map { "\($0)" }.joined(separator: ", ")
        return judged(
            isSound, .nip, found: "", Wording("SKP \(years)", "the SKP of \(years)"))
    }

    /// One `@`, something before it, a name with a dot behind it, ASCII without blanks: enough to see what is no
    /// address, and no proof that one works.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.foreign.contains($0) })
        else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            }
    }

    /// What separates addresses or quotes them.
    private static let foreign = Set(#",;:<>()[]\""#.utf8)
}
