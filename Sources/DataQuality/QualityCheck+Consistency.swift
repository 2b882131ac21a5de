internal import CivilService
internal import Diagnostics

extension QualityCheck {
    func consistency(
        _ indicator: QualityIndicator, _ person: EmployeeRecord
    ) throws(Unjudged) -> QualityVerdict {
        let nip = person.nip
        switch indicator {
        case .con1:
            guard let month = nip.appointmentMonth else { return .absent }
            let start = try needed(person.tmtCPNS, .tmtCPNS)
            let stated = Self.month(nip.appointmentYear, month)
            return judged(
                start.year == nip.appointmentYear && start.month == month, .tmtCPNS,
                found: start.description,
                Wording("\(stated) seperti pada NIP", "\(stated) as in the NIP"))
        case .con2:
            let birth = try needed(person.birth, .birth)
            let stated = nip.birthDate.map { "\($0)" } ?? "-"
            return judged(
                birth == nip.birthDate, .birth, found: birth.description,
                Wording("\(stated) seperti pada NIP", "\(stated) as in the NIP"))
        case .con3:
            let sex = try needed(person.sex, .sex)
            let isFemale = rules.words.has(sex, in: .female)
            guard isFemale || rules.words.has(sex, in: .male) else {
                throw unknown(.sex, sex, "pria atau wanita", "male or female")
            }
            return judged(
                isFemale == nip.isFemale, .sex, found: sex,
                nip.isFemale
                    ? Wording("wanita seperti pada NIP", "female as in the NIP")
                    : Wording("pria seperti pada NIP", "male as in the NIP"))
        default:
            guard nip.isPPPK else { return .absent }
            let start = try needed(person.tmtPPPK, .tmtPPPK)
            return judged(
                start.year == nip.appointmentYear, .tmtPPPK, found: start.description,
                Wording(
                    "tahun \(nip.appointmentYear) seperti pada NIP",
                    "the year \(nip.appointmentYear) as in the NIP"))
        }
    }

    private static func month(_ year: Int, _ month: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
}
