import CivilService
import DataQuality
import Testing

/// Each indicator on both sides of its border; the answers are those of the description, by hand.
@Suite("Indicators of data quality")
struct IndicatorTests {
    private static let completeness: [Probe] = [
        Probe(.com1, "on no list of the missing", .sound),
        Probe(.com2, "a post", .sound),
        Probe(.com2, "no post", .problem) { $0.post = nil },
        Probe(.com2, "no functional post", .problem, from: .functional) {
            $0.post = nil
        },
        Probe(.com2, "structural", .absent, from: .structural),
        Probe(.com2, "an unknown kind", .unjudged) { $0.postKind = "Lainnya" },
        Probe(.com2, "no kind", .unjudged) { $0.postKind = nil },
        Probe(.com3, "an education", .sound),
        Probe(.com3, "no education", .problem) { $0.education = nil },
        Probe(.com4, "a day", .sound),
        Probe(.com4, "no day", .problem) { $0.tmtPNS = nil },
        Probe(.com4, "a candidate has none", .absent) { ($0.status, $0.tmtPNS) = ("C", nil) },
        Probe(.com4, "a PPPK has none", .absent, from: .pppk),
        Probe(.com4, "no status", .unjudged) { $0.status = nil },
        Probe(.com5, "behind the name", .sound),
        Probe(.com5, "before the name", .sound) {
            ($0.titleBefore, $0.titleAfter) = ("Dr.", nil)
        },
        Probe(.com5, "neither, with a diploma", .problem) {
            ($0.education, $0.titleAfter) = ("D-I", nil)
        },
        Probe(.com5, "below a diploma", .absent) {
            ($0.education, $0.titleAfter) = ("SLTA Kejuruan", nil)
        },
        Probe(.com5, "no education", .unjudged) { $0.education = nil },
        Probe(.com5, "an unknown education", .unjudged) { $0.education = "Pesantren" },
        Probe(.com6, "an address", .sound),
        Probe(.com6, "no address", .problem) { $0.email = nil },
        Probe(.com7, "a number", .sound),
        Probe(.com7, "no number", .problem) { $0.phone = nil },
    ]

    private static let timeliness: [Probe] = [
        Probe(.tim1, "active", .sound),
        Probe(.tim1, "not active", .problem) { $0.unor = "U4" },
        Probe(.tim1, "not listed", .unjudged) { $0.unor = "U8" },
        Probe(.tim1, "no unor", .unjudged) { $0.unor = nil },
        Probe(.tim2, "no candidate", .absent),
        Probe(.tim2, "exactly two years", .sound, on: "2012-04-01") {
            $0.postName = "Calon Perawat"
        },
        Probe(.tim2, "two years and a day", .problem, on: "2012-04-02") {
            $0.postName = "Calon Perawat"
        },
        Probe(.tim2, "the word inside the name", .absent) { $0.postName = "Penguji Calon" },
        Probe(.tim2, "no day", .unjudged) {
            ($0.postName, $0.tmtCPNS) = ("CALON PERAWAT", nil)
        },
        Probe(.tim3, "no candidate", .absent),
        Probe(.tim3, "exactly one year", .sound, on: "2011-04-01") { $0.status = "CPNS" },
        Probe(.tim3, "one year and a day", .problem, on: "2011-04-02") { $0.status = "CPNS" },
        Probe(.tim3, "a leap day ends on 28 February", .sound, on: "2025-02-28") {
            ($0.status, $0.tmtCPNS) = ("C", Person.day("2024-02-29"))
        },
        Probe(.tim3, "a leap day and a day", .problem, on: "2025-03-01") {
            ($0.status, $0.tmtCPNS) = ("C", Person.day("2024-02-29"))
        },
        Probe(.tim3, "a PPPK", .absent, from: .pppk),
        Probe(.tim4, "executing", .absent),
        Probe(.tim4, "alone", .sound, from: .structural),
        Probe(.tim4, "no unor", .unjudged, from: .structural) { $0.unor = nil },
        Probe(.tim5, "young", .sound),
        Probe(.tim5, "58 in this month", .sound, on: "2043-03-31"),
        Probe(.tim5, "58 in the month before", .problem, on: "2043-04-01"),
        Probe(.tim5, "60 by the list of posts", .sound, on: "2045-03-31", from: .functional),
        Probe(.tim5, "over 60 by the list", .problem, on: "2045-04-01", from: .functional),
        Probe(.tim5, "an eselon of 58", .problem, on: "2043-04-01", from: .structural),
        Probe(.tim5, "an eselon of 60", .sound, on: "2043-04-01", from: .structural) {
            $0.eselon = "II.b"
        },
        Probe(.tim5, "no longer active", .absent, on: "2050-01-01") { $0.standing = "Pensiun" },
        Probe(.tim5, "a PPPK is active too", .problem, on: "2050-01-01", from: .pppk),
        Probe(.tim5, "a post without an age", .unjudged, from: .functional) { $0.post = "F9" },
        Probe(.tim5, "no birthday", .unjudged) { $0.birth = nil },
        Probe(.tim6, "not on leave", .absent),
        Probe(.tim6, "until this day", .sound) {
            ($0.standing, $0.leaveEnd) = ("CLTN", Person.day("2025-06-30"))
        },
        Probe(.tim6, "until yesterday", .problem) {
            ($0.standing, $0.leaveEnd) = ("CLTN", Person.day("2025-06-29"))
        },
        Probe(.tim6, "no end", .unjudged) { $0.standing = "CLTN" },
    ]

    private static let accuracy: [Probe] = [
        Probe(.acc1, "before", .sound),
        Probe(.acc1, "the same day", .sound) { $0.tmtCPNS = $0.tmtPNS },
        Probe(.acc1, "a day after", .problem) { $0.tmtCPNS = $0.tmtPNS?.adding(days: 1) },
        Probe(.acc1, "a candidate", .absent) { $0.status = "C" },
        Probe(.acc1, "no day", .unjudged) { $0.tmtPNS = nil },
        Probe(.acc2, "at home", .sound),
        Probe(.acc2, "elsewhere", .problem) { $0.workAgency = "Kementerian" },
        Probe(.acc2, "seconded at home", .problem) { $0.employment = "PNS Daerah DPK" },
        Probe(.acc2, "seconded elsewhere", .sound) {
            ($0.employment, $0.workAgency) = ("PNS Pusat DPB pada Daerah", "Kementerian")
        },
        Probe(.acc2, "DPKP is no DPK", .sound) { $0.employment = "PNS DPKP" },
        Probe(.acc2, "a PPPK", .absent, from: .pppk) { $0.workAgency = "Kementerian" },
        Probe(.acc2, "no agency of work", .unjudged) { $0.workAgency = nil },
        Probe(.acc3, "executing", .absent),
        Probe(.acc3, "exactly two years", .sound, on: "2012-04-01", from: .structural),
        Probe(.acc3, "a day less", .problem, on: "2012-03-31", from: .structural),
        Probe(.acc3, "no day", .unjudged, from: .structural) { $0.tmtCPNS = nil },
        Probe(.acc4, "right", .sound, from: .pppk),
        Probe(.acc4, "that of PNS", .problem, from: .pppk) { $0.standing = "Aktif" },
        Probe(.acc4, "a PNS", .absent),
        Probe(.acc4, "none", .unjudged, from: .pppk) { $0.standing = nil },
        Probe(.acc5, "valid", .sound),
        Probe(.acc5, "not valid", .problem) { $0.isNIKValid = false },
        Probe(.acc5, "not said to be valid", .problem) { $0.isNIKValid = nil },
        Probe(.acc5, "none", .problem) { $0.nik = nil },
        Probe(.acc6, "executing", .absent),
        Probe(.acc6, "exactly enough", .sound, from: .structural),
        Probe(.acc6, "one level below", .problem, from: .structural) { $0.education = "D-IV" },
        Probe(.acc6, "enough for eselon IV", .sound, from: .structural) {
            ($0.eselon, $0.education) = ("IV/a", "D-III")
        },
        Probe(.acc6, "too little for eselon IV", .problem, from: .structural) {
            ($0.eselon, $0.education) = ("IV/a", "D-II")
        },
        Probe(.acc6, "an unknown eselon", .unjudged, from: .structural) { $0.eselon = "VI" },
        Probe(.acc7, "a PNS", .absent),
        Probe(.acc7, "a year of appointment", .sound, from: .pppk),
        Probe(.acc7, "the first year", .sound, on: "2025-06-30", from: .numbered(2019)),
        Probe(.acc7, "the year before", .problem, from: .numbered(2018)),
        Probe(.acc7, "this year", .sound, from: .numbered(2025)),
        Probe(.acc7, "next year", .problem, from: .numbered(2026)),
        Probe(.acc8, "executing", .absent),
        Probe(.acc8, "exactly enough", .sound, from: .functional),
        Probe(.acc8, "one level below", .problem, from: .functional) { $0.education = "D-IV" },
        Probe(.acc8, "a post not listed", .unjudged, from: .functional) { $0.post = "F7" },
        Probe(.acc9, "no name of a JF", .sound),
        Probe(.acc9, "the name of a JF", .problem) { $0.postName = "Analis AHLI PERTAMA" },
        Probe(.acc9, "keterampilan is not terampil", .sound) {
            $0.postName = "Pengelola Keterampilan"
        },
        Probe(.acc9, "functional", .absent, from: .functional),
        Probe(.acc10, "executing", .absent),
        Probe(.acc10, "exactly enough", .sound, from: .structural),
        Probe(.acc10, "one below", .problem, from: .structural) {
            $0.golongan = Golongan(level: 3, ruang: 4)
        },
        Probe(.acc10, "none", .unjudged, from: .structural) { $0.golongan = nil },
        Probe(.acc10, "that of a PPPK", .unjudged, from: .structural) {
            $0.golongan = Golongan(pppk: 9)
        },
    ]

    private static let consistency: [Probe] = [
        Probe(.con1, "the month", .sound),
        Probe(.con1, "another day of the month", .sound) {
            $0.tmtCPNS = Person.day("2010-04-30")
        },
        Probe(.con1, "the month after", .problem) { $0.tmtCPNS = Person.day("2010-05-01") },
        Probe(.con1, "the year before", .problem) { $0.tmtCPNS = Person.day("2009-04-01") },
        Probe(.con1, "a PPPK has no month", .absent, from: .pppk),
        Probe(.con1, "no day", .unjudged) { $0.tmtCPNS = nil },
        Probe(.con2, "the day", .sound),
        Probe(.con2, "the day after", .problem) { $0.birth = Person.day("1985-03-11") },
        Probe(.con2, "a PPPK too", .problem, from: .pppk) { $0.birth = Person.day("1991-06-06") },
        Probe(.con2, "no day", .unjudged) { $0.birth = nil },
        Probe(.con3, "a man", .sound) { $0.sex = "Laki-laki" },
        Probe(.con3, "a man called a woman", .problem) { $0.sex = "Wanita" },
        Probe(.con3, "a woman", .sound, from: .pppk) { $0.sex = "P" },
        Probe(.con3, "a woman called a man", .problem, from: .pppk) { $0.sex = "L" },
        Probe(.con3, "an unknown word", .unjudged) { $0.sex = "X" },
        Probe(.con4, "a PNS", .absent),
        Probe(.con4, "the year", .sound, from: .pppk) { $0.tmtPPPK = Person.day("2022-12-31") },
        Probe(.con4, "the year after", .problem, from: .pppk) {
            $0.tmtPPPK = Person.day("2023-01-01")
        },
        Probe(.con4, "no day", .unjudged, from: .pppk) { $0.tmtPPPK = nil },
    ]

    static let probes = completeness + timeliness + accuracy + consistency

    @Test("An indicator says what its description says", arguments: probes)
    func indicator(probe: Probe) throws {
        #expect(try probe.found() == probe.answer)
    }

    @Test("Every indicator has a person with the problem and one without")
    func bothSides() {
        for indicator in QualityIndicator.allCases where ![.com1, .tim4].contains(indicator) {
            let answers = Self.probes.filter { $0.indicator == indicator }.map(\.answer)
            #expect(answers.contains(.problem) && answers.contains(.sound), "\(indicator)")
        }
    }

    @Test("A sound person has no problem by any indicator")
    func sound() throws {
        for person in [
            try Person.pns(), try Person.pppk(), try Person.structural(), try Person.functional(),
        ] {
            let check = QualityCheck(
                try Book.rules(), try Person.references(), on: Person.day("2025-06-30"),
                of: [person])
            for indicator in QualityIndicator.allCases {
                let answer = Probe.answer(check.verdict(of: indicator, for: person))
                #expect(answer == .sound || answer == .absent, "\(indicator)")
            }
        }
    }

    @Test(
        "An address has one @, a name before it and a domain with a dot behind it",
        arguments: [
            ("a@b.c", true), ("nama.depan+x@sub-1.contoh.example", true), ("contoh.example", false),
            ("a@contoh", false), ("@contoh.example", false), ("a@b@c.d", false), ("a@.c", false),
            ("a@b..c", false), ("a@b.", false), ("a b@c.d", false), ("a@-b.c", false),
            ("a@b.c,d@e.f", false), ("a@b.c\t", false), ("é@b.c", false), ("a@b_c.d", false),
        ])
    func addresses(text: String, isSound: Bool) throws {
        let probe = Probe(.com6, text, isSound ? .sound : .problem) { $0.email = text }
        #expect(try probe.found() == probe.answer)
    }

    @Test("Two structural officials of one unor are both a problem, those of two are none")
    func doubled() throws {
        var other = try Person.structural()
        let first = try Person.structural()
        func answers(_ people: [EmployeeRecord]) throws -> [Probe.Answer] {
            let check = QualityCheck(
                try Book.rules(), QualityReferences(), on: Person.day("2025-06-30"), of: people)
            return people.map { Probe.answer(check.verdict(of: .tim4, for: $0)) }
        }
        #expect(try answers([first, other, Person.pns()]) == [.problem, .problem, .absent])
        other.unor = "U4"
        #expect(try answers([first, other, Person.pns()]) == [.sound, .sound, .absent])
    }

    @Test("The age of retirement may count from the birthday itself")
    func birthday() throws {
        let person = try Person.pns()
        let rules = try Book.rules([
            "kualitas-data-bup-sejak": ("value: bulan-berikutnya", "value: hari-lahir")
        ])
        for (day, answer) in [("2043-03-09", Probe.Answer.sound), ("2043-03-10", .problem)] {
            let check = QualityCheck(rules, QualityReferences(), on: Person.day(day), of: [])
            #expect(Probe.answer(check.verdict(of: .tim5, for: person)) == answer)
        }
    }
}
