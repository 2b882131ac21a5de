internal import Arithmetic
internal import CivilService
internal import Diagnostics
internal import Formulas
internal import Payroll
internal import Testing

/// Cases in which somebody would lose pay, or get it, without anybody's decision.
@Suite("Entitlement at its edges")
struct EntitlementEdgesTests {
    private let scheme = SampleScheme()

    private func state(
        _ person: SamplePerson, _ scheme: SampleScheme
    ) throws -> Entitlement.State {
        try scheme.answer(person.month).entitlement.state
    }

    private func reasons(
        _ person: SamplePerson, _ language: Language, _ scheme: SampleScheme? = nil
    ) throws -> [String] {
        guard case .held(let gaps) = try state(person, scheme ?? self.scheme) else { return [] }
        return gaps.map { $0.wording(language) }
    }

    @Test(
        "A golongan is taken by the kind that has it: CPNS are no PPPK",
        arguments: [
            ("CPNS", "III/a", 100_000), ("Calon PNS", "III/a", 150_000), ("PNS", "III/a", 250_000),
            ("PPPK", "III", 50_000), ("P3K Paruh Waktu", "III", 0), ("CPNS", "III", nil),
            ("PNS", "III", nil), ("PPPK", "III/a", nil), ("P3K Paruh Waktu", "III/a", nil),
        ] as [(String, String, Int64?)])
    func kinds(employment: String, golongan: String, tax: Int64?) throws {
        var scheme = scheme
        scheme.parameters["pajak"] =
            "[ { jenis: CPNS, dari: III, persen: 2 }, { jenis: Calon PNS, dari: III, persen: 3 }, "
            + "{ jenis: PNS, dari: III, persen: 5 }, { jenis: PPPK, dari: III, persen: 1 }, "
            + "{ jenis: P3K Paruh Waktu, dari: III, persen: 0 } ]"
        var person = SamplePerson()
        (person.employment, person.golongan) = (employment, golongan)
        #expect(try scheme.amounts(person.month)?.last == tax)
        if tax == nil {
            #expect(try reasons(person, .english, scheme) == ["pph21 needs golongan"])
        }
    }

    @Test("In two pots a discipline without weight asks for no attendance; off the whole it does")
    func disciplineWithoutWeight() throws {
        var scheme = scheme
        scheme.text = scheme.text.replacing("evidence: any", with: "evidence: none")
            .replacing("productivity: days", with: "productivity: score")
        scheme.parameters["tpp-bobot"] = "{ produktivitas: 100, disiplin: 0 }"
        var person = SamplePerson()
        person.appraisal = .scored(final: Rational(decimal: "93.67"), predikat: "Baik")
        person.postings = [
            (
                1, 31, false,
                {
                    $0 = MonthAttendance(
                        rows: 0, dailyRows: 0, incomplete: 0, workdays: nil, absent: nil,
                        noOutput: nil, late: nil, early: nil, both: nil)
                }
            )
        ]
        #expect(try scheme.amounts(person.month) == nil)
        scheme.parameters["tpp-cara"] = "dua-pot"
        // 5,000,000 × 93.67 %, 5 % of it 234,175
        #expect(try scheme.amounts(person.month) == [4_683_500, 234_175])
        scheme.parameters["tpp-bobot"] = "{ produktivitas: 99, disiplin: 1 }"
        #expect(try scheme.amounts(person.month) == nil)
    }

    /// Somebody who died on the second, after a weekend.
    @Test("No working day is nothing undone where every day is on record, and else unknown")
    func freeDays() throws {
        var person = SamplePerson()
        person.ending = "meninggal 2025-07-02"
        func days(_ recorded: Int, _ without: Int?) -> SamplePerson {
            var person = person
            person.postings = [
                (
                    1, 2, false,
                    {
                        $0.workdays = 0
                        $0.dailyRows = recorded
                        $0.noOutput = without
                    }
                )
            ]
            return person
        }
        // 2/31 of 5,000,000 = 322,580.6…
        #expect(try scheme.amounts(days(2, 0).month)?.first == 322_581)
        #expect(try scheme.amounts(days(1, 0).month) == nil)
        #expect(try scheme.amounts(days(2, nil).month) == nil)
        #expect(try scheme.amounts(days(2, 1).month) == nil)
    }

    private func sanctioned(_ first: Int, _ last: Int?, months: Int? = nil) -> SamplePerson {
        var person = SamplePerson()
        person.sanctions = [
            HukumanTPP.Sanction(
                level: "sedang", percent: nil, first: SamplePerson.day(first), months: months,
                last: last.map { SamplePerson.day($0) }, document: "SK 1")
        ]
        return person
    }

    /// June's days are below 1, and August begins at 32.
    @Test("A sanction that ends before it begins to count is asked about, in the month it would")
    func sanctionOfNoMonth() throws {
        // 10 to 25 June, counted from the next month on
        #expect(try reasons(sanctioned(-20, -5), .indonesian).count == 1)
        #expect(
            try reasons(sanctioned(-20, -5), .english)
                == ["sanction SK 1 ends before it begins to count"])
        // 10 June to 1 July; within July, of which August would be the first month; an order of no month at all
        #expect(try scheme.amounts(sanctioned(-20, 1).month)?.first == 3_750_000)
        #expect(try scheme.amounts(sanctioned(3, 20).month)?.first == 5_000_000)
        #expect(try scheme.amounts(sanctioned(-20, nil, months: 0).month)?.first == 5_000_000)
        var same = scheme
        same.parameters["tpp-hukuman-mulai"] = "bulan-itu"
        #expect(try same.amounts(sanctioned(3, 20).month)?.first == 3_750_000)
    }

    /// 19/31 of 5,000,000 = 3,064,516.1…; 21/31 = 3,387,096.7…
    @Test("Days that a rule leaves out earn nothing and need no evidence; the others are paid")
    func excludedDays() throws {
        var person = SamplePerson()
        let nothing: (inout MonthAttendance) -> Void = {
            ($0.rows, $0.workdays, $0.noOutput, $0.late) = (0, nil, nil, nil)
        }
        person.postings = [(1, 19, false, { _ in }), (20, 31, false, nothing)]
        person.exclusions = [1: "CLTN"]
        #expect(try scheme.amounts(person.month)?.first == 3_064_516)
        person.postings = [(1, 10, false, nothing), (11, 31, false, { _ in })]
        person.exclusions = [0: "CLTN"]
        #expect(try scheme.amounts(person.month)?.first == 3_387_097)
        person.exclusions = [0: "CLTN", 1: "CLTN"]
        #expect(
            try state(person, scheme)
                == .computed(
                    [.zero, .zero], reason: Wording("dikecualikan: CLTN", "excluded: CLTN")))
        person.exclusions = [0: "CLTN"]
        person.postings[1].isTrial = true
        #expect(
            try state(person, scheme)
                == .computed([.zero, .zero], reason: Wording("unit uji coba", "trial unit")))
    }

    @Test("Every reason of a hold is said in both languages")
    func languages() throws {
        var person = SamplePerson()
        person.kelas = "10"
        person.postings = [(1, 31, false, { ($0.incomplete, $0.late, $0.noOutput) = (2, nil, 30) })]
        #expect(
            try reasons(person, .english) == [
                "no amount 'besaran' for kelas 10, unit U, PNS",
                "2 incomplete rows of attendance, 2025-07-01 … 2025-07-31",
                "attendance without classes of lateness, early leave or absence",
                "30 days without output of 22 working days",
            ])
        #expect(
            try reasons(person, .indonesian) == [
                "tidak ada besaran 'besaran' untuk kelas 10, unit U, PNS",
                "2 catatan kehadiran tidak lengkap, 2025-07-01 … 2025-07-31",
                "kehadiran tanpa kelas terlambat, pulang awal atau alpa",
                "30 hari tanpa hasil dari 22 hari kerja",
            ])
    }
}
