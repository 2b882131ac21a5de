internal import Arithmetic
internal import CivilService
internal import Diagnostics
internal import Formulas
internal import Payroll
internal import Testing

@Suite("Entitlement of a month")
struct EntitlementCalculatorTests {
    private let scheme = SampleScheme()

    @Test("The day of the sample is the first of July")
    func day() { #expect("\(SamplePerson.day(1))" == "2025-07-01") }

    @Test("A whole month without anything against it is the amount, with 5 percent tax")
    func whole() throws {
        #expect(try scheme.amounts(SamplePerson().month) == [5_000_000, 250_000])
    }

    /// 2 × 1 + 1.25 + 3 = 6.25 %; 1/22 × 60 % = 2.727272… %: 5,000,000 × 0.9102272… = 4,551,136.36…
    @Test("Deductions and days without output are taken off the whole, rounded once")
    func deductFromWhole() throws {
        var person = SamplePerson()
        person.postings = [
            (
                1, 31, false,
                {
                    $0.late = [0, 2, 0, 0]
                    $0.early = [0, 0, 1, 0]
                    $0.absent = 1
                    $0.noOutput = 1
                }
            )
        ]
        #expect(try scheme.amounts(person.month) == [4_551_136, 227_557])
        var pots = scheme
        pots.parameters["tpp-cara"] = "dua-pot"
        // 0.6 × 21/22 + 0.4 × 0.9375 = 0.94772727…: 4,738,636.36…
        #expect(try pots.amounts(person.month)?.first == 4_738_636)
    }

    /// 5,000,000 × 10/31 = 1,612,903.2; totals are added first: 2 of 22 days in all, and not the mean of 2/8 and 0/14.
    @Test("Postings share the month by days, and their totals are added before the ratio")
    func postings() throws {
        var person = SamplePerson()
        person.postings = [
            (
                1, 10, false,
                {
                    $0.workdays = 8
                    $0.noOutput = 2
                }
            ), (11, 31, false, { $0.workdays = 14 }),
        ]
        // 5,000,000 × (1 − 0.6 × 2/22) = 4,727,272.7…
        #expect(try scheme.amounts(person.month)?.first == 4_727_273)
        person.postings[1].isTrial = true
        // 10/31 of it: 1,524,926.68…
        #expect(try scheme.amounts(person.month)?.first == 1_524_927)
        var paid = scheme
        paid.text = paid.text.replacing("trial: exclude", with: "trial: pay")
        #expect(try paid.amounts(person.month)?.first == 4_727_273)
    }

    @Test("Death shortens the month; who served no day of it has a zero with its reason")
    func ending() throws {
        var person = SamplePerson()
        person.ending = "meninggal 2025-07-12"
        person.postings = [(1, 12, false, { _ in })]
        #expect(try scheme.amounts(person.month)?.first == 1_935_484)
        person.postings = []
        #expect(
            try scheme.answer(person.month).entitlement.state
                == .computed([.zero, .zero], reason: "meninggal 2025-07-12"))
    }

    @Test("Missing is held and not zero")
    func held() throws {
        let cases: [(inout MonthAttendance) -> Void] = [
            { $0.rows = 0 }, { $0.incomplete = 1 }, { $0.late = nil }, { $0.absent = nil },
            { $0.noOutput = nil }, { $0.workdays = 0 }, { $0.noOutput = 23 },
        ]
        for change in cases {
            var person = SamplePerson()
            person.postings = [(1, 31, false, change)]
            #expect(try scheme.amounts(person.month) == nil)
        }
        var person = SamplePerson()
        person.kelas = "10"
        #expect(try scheme.amounts(person.month) == nil)
        person = SamplePerson()
        person.golongan = ""
        #expect(try scheme.amounts(person.month) == nil)
    }

    @Test("A rate that nobody declared is no rate of 0, also not for golongan III of PPPK")
    func undeclared() throws {
        var person = SamplePerson()
        person.golongan = "III"
        person.employment = "PPPK"
        #expect(try scheme.answer(person.month).undeclared == ["pph21: PPPK, golongan III"])
        person.golongan = "II/a"
        person.employment = "PNS"
        #expect(try scheme.answer(person.month).undeclared == ["pph21: PNS, golongan II/a"])
    }

    @Test("Each side of a limit of gross has its own rate")
    func brackets() throws {
        var scheme = scheme
        scheme.parameters["pajak"] =
            "[ { sampai_dengan: 5000000, persen: 1 }, { di_atas: 5000000, persen: 2 } ]"
        #expect(try scheme.amounts(SamplePerson().month) == [5_000_000, 50_000])
        scheme.parameters["besaran"] = "[ { kelas: 9, jumlah: 5000001 } ]"
        #expect(try scheme.amounts(SamplePerson().month) == [5_000_001, 100_000])
    }

    @Test("A contribution stops at its ceiling, and each line is rounded by itself")
    func ceiling() throws {
        var scheme = scheme
        scheme.text = scheme.text.replacing(
            "rates: pajak }", with: "rates: pajak, ceiling: batas, rounding: bulat }")
        scheme.parameters["batas"] = "4000010"
        scheme.parameters["bulat"] = "{ decimals: 0, rounding: down }"
        // 5 % of 4,000,010 = 200,000.5
        #expect(try scheme.amounts(SamplePerson().month) == [5_000_000, 200_000])
        scheme.parameters["bulat"] = "{ decimals: 0, rounding: half-up }"
        #expect(try scheme.amounts(SamplePerson().month) == [5_000_000, 200_001])
    }

    @Test("The limit of a day asks which events met on it")
    func dayLimit() throws {
        var scheme = scheme
        scheme.parameters["tpp-batas-harian"] = "2"
        var person = SamplePerson()
        person.postings = [
            (
                1, 31, false,
                {
                    $0.late = [0, 0, 0, 1]
                    $0.early = [0, 0, 1, 0]
                }
            )
        ]
        #expect(try scheme.amounts(person.month) == nil)
        let none = [0, 0, 0, 0]
        person.postings[0].change = {
            $0.late = [0, 0, 0, 1]
            $0.early = [0, 0, 1, 0]
            $0.both = [none, none, none, [0, 0, 1, 0]]
        }
        // 1.5 + 1.25 = 2.75 %, of which 2 count.
        #expect(try scheme.amounts(person.month)?.first == 4_900_000)
        person.postings[0].change = {
            $0.late = [0, 0, 0, 1]
            $0.early = [0, 0, 1, 0]
            $0.both = [none, none, none, none]
        }
        #expect(try scheme.amounts(person.month)?.first == 4_862_500)
    }

    @Test("Score and predikat measure where the scheme says so, and their lack holds the month")
    func appraisal() throws {
        var scheme = scheme
        scheme.text = scheme.text.replacing("productivity: days", with: "productivity: score")
        var person = SamplePerson()
        #expect(try scheme.amounts(person.month) == nil)
        person.appraisal = .scored(final: Rational(80), predikat: "Baik")
        #expect(try scheme.amounts(person.month)?.first == 4_400_000)
        person.appraisal = .scored(final: Rational(110), predikat: "Baik")
        #expect(try scheme.amounts(person.month)?.first == 5_000_000)
        scheme.text = scheme.text.replacing("productivity: score", with: "productivity: predikat")
        person.appraisal = .scored(final: nil, predikat: "Kurang")
        #expect(try scheme.amounts(person.month)?.first == 3_500_000)
        person.appraisal = .scored(final: nil, predikat: "Cukup")
        #expect(try scheme.amounts(person.month) == nil)
        person.appraisal = .unscored(reason: "TANPA_SKP")
        #expect(try scheme.amounts(person.month) == nil)
    }

    @Test("A sanction takes its percent in its months alone; one without length holds")
    func sanctions() throws {
        func sanction(_ level: String, _ first: CalendarDate) -> HukumanTPP.Sanction {
            HukumanTPP.Sanction(
                level: level, percent: nil, first: first, months: nil, last: nil, document: "SK")
        }
        var person = SamplePerson()
        person.sanctions = [sanction("sedang", SamplePerson.day(0))]
        #expect(try scheme.amounts(person.month)?.first == 3_750_000)
        person.sanctions = [sanction("sedang", SamplePerson.day(1))]
        #expect(try scheme.amounts(person.month)?.first == 5_000_000)
        person.sanctions = [sanction("khusus", SamplePerson.day(-40))]
        #expect(try scheme.amounts(person.month) == nil)
    }

    @Test("Who is excluded by rule has a zero with the rule")
    func excluded() throws {
        var person = SamplePerson()
        person.appraisal = .excluded(reason: "CLTN")
        #expect(
            try scheme.answer(person.month).entitlement.state
                == .computed(
                    [.zero, .zero], reason: Wording("dikecualikan: CLTN", "excluded: CLTN")))
    }
}
