internal import Arithmetic
internal import Diagnostics
internal import Evidence
internal import Formulas
internal import Scoring

/// The audits in words, for findings and for `kinerja audit`.
enum AuditText {
    /// Stated and given, without the person.
    static func message(_ row: ConformanceAudit.Row) -> Wording {
        let akhir = Masking.quoted(row.akhir ?? "")
        let ratings =
            "hasil kerja \(Masking.quoted(row.hasil ?? "")) × "
            + "perilaku kerja \(Masking.quoted(row.perilaku ?? ""))"
        switch row.conformance {
        case .agrees:
            return Wording("hasil akhir \(akhir) sesuai", "the predikat \(akhir) conforms")
        case .differs(let given):
            return Wording(
                "hasil akhir \(akhir), menurut aturan '\(given)' (\(ratings))",
                "the predikat is \(akhir), the rule gives '\(given)' (\(ratings))")
        case .missing(let part):
            return Wording(
                "hasil akhir \(akhir) tidak dapat diperiksa: \(part.rawValue) tidak ada",
                "the predikat \(akhir) cannot be judged: no \(part.rawValue) is stated")
        case .unknown(let part, let text):
            let found = Masking.quoted(text)
            return Wording(
                "hasil akhir \(akhir) tidak dapat diperiksa: \(part.rawValue) \(found) tidak dikenal",
                "the predikat \(akhir) cannot be judged: \(part.rawValue) \(found) is no known word"
            )
        }
    }

    /// What a person must look at; `nil` where the unit conforms, is too small, or states no capaian.
    static func finding(_ unit: DistributionAudit.Unit, _ evidence: EvidenceSet) -> Wording? {
        let name = evidence.population.unitNames[unit.unit]
        switch unit.judgement {
        case .judged(.breach):
            return Wording(
                "pola distribusi unit '\(name)' tidak terpenuhi: ",
                "the distribution of the unit '\(name)' is not as asked: ") + verdict(unit)
        case .unknownAchievement, .foreignPredikat:
            return Wording(
                "pola distribusi unit '\(name)' tidak dapat diperiksa: ",
                "the distribution of the unit '\(name)' cannot be judged: ") + verdict(unit)
        case .judged(.conform), .judged(.notApplicable), .noAchievement: return nil
        }
    }

    static func verdict(_ unit: DistributionAudit.Unit) -> Wording {
        let achievement = Masking.quoted(unit.achievement ?? "")
        switch unit.judgement {
        case .judged(.conform): return Wording("sesuai", "conforms")
        case .judged(.breach(let breaches)):
            return Wording("capaian \(achievement), ", "capaian \(achievement), ")
                + joined(breaches.map(text))
        case .judged(.notApplicable(let minimum)):
            let least = minimum.exactText
            return Wording(
                "tidak berlaku: kurang dari \(least) orang dinilai",
                "not applicable: fewer than \(least) people are evaluated")
        case .noAchievement:
            return Wording(
                "tidak diperiksa: capaian tidak dinyatakan",
                "not judged: no capaian is stated")
        case .unknownAchievement:
            return Wording(
                "capaian \(achievement) tidak dikenal", "the capaian \(achievement) is unknown")
        case .foreignPredikat(let name):
            return Wording(
                "predikat '\(name)' bukan predikat peraturan",
                "the predikat '\(name)' is none of the regulation")
        }
    }

    private static func text(_ breach: PolaDistribusi.Breach) -> Wording {
        let share =
            breach.condition.predikat.joined(separator: " + ")
            + " \(breach.count)/\(breach.evaluated)"
        switch breach.condition.bound {
        case .atMost(let percent):
            return Wording(share + " > \(percent.exactText) %")
        case .atLeast(let percent):
            return Wording(share + " < \(percent.exactText) %")
        case .present: return Wording(share + ", harus ada", share + ", must not be empty")
        case .largest:
            return Wording(share + ", harus terbanyak", share + ", must be the most")
        case .overHalf:
            return Wording(share + ", harus lebih dari separuh", share + ", must be over half")
        }
    }

    private static func joined(_ parts: [Wording]) -> Wording {
        parts.dropFirst().reduce(parts.first ?? "") { $0 + Wording("; ") + $1 }
    }
}
