import Arithmetic
import CivilService
import DataQuality
import Diagnostics
import Testing

@Suite("Index of data quality")
struct ScoreTests {
    private static let day = Person.day("2025-06-30")
    private static let all = Set(MasterColumn.allCases)

    private static func assess(
        _ people: [EmployeeRecord], columns: Set<MasterColumn> = all,
        _ references: QualityReferences? = nil,
        changes: [String: (String, String)] = [:]
    ) throws -> QualityAssessment {
        QualityAssessment(
            of: people, columns: columns, try references ?? Person.references(),
            try Book.rules(changes), on: day)
    }

    @Test("The weights are those of the list, with the sums that its print gives")
    func weights() throws {
        let rules = try Book.rules()
        let sums = QualityDimension.allCases.map { dimension in
            dimension.indicators.reduce(Rational.zero) { $0 + rules.weight(of: $1) }
        }
        #expect(sums.map(\.exactText) == ["100", "100.01", "99.98", "100"])
        let shares = QualityDimension.allCases.map { rules.weight(of: $0) }
        #expect(shares.map(\.exactText) == ["0.28", "0.31", "0.3", "0.11"])
        #expect(shares.reduce(.zero, +) == .one)
        #expect(QualityIndicator.allCases.count == 27)
        #expect(QualityDimension.allCases.map(\.indicators.count) == [7, 6, 10, 4])
    }

    @Test("Sound people give exactly 100 of everything measured")
    func sound() throws {
        let quality = try Self.assess([
            Person.pns(), Person.pppk(), Person.structural(), Person.functional(),
        ])
        #expect(quality.findings.isEmpty)
        #expect(quality.scores[0].index == Rational(100))
        #expect(quality.scores[0].measured == Rational(100))
    }

    @Test("A share is of all who could be judged, or of those whom the indicator is about")
    func denominators() throws {
        // Two PNS and a PPPK; one PNS has no TMT PNS: 1 of 3, or 1 of 2.
        var late = try Person.pns()
        late.tmtPNS = nil
        let people = [try Person.pns(), try Person.pppk(), late]
        let everyone = try Self.assess(people)
        #expect(everyone.scores[0].value(of: .com4) == Rational(200, over: 3))
        let applicable = try Self.assess(
            people, changes: ["kualitas-data-penyebut": ("value: semua", "value: berlaku")])
        #expect(applicable.scores[0].value(of: .com4) == Rational(50))
        // Nobody is on leave: nothing to take a share of.
        #expect(everyone.scores[0].value(of: .tim6) == Rational(100))
        #expect(applicable.scores[0].value(of: .tim6) == nil)
        // ACC_1 cannot judge the one without the day: 2 of 3 are left.
        #expect(everyone.scores[0].value(of: .acc1) == Rational(100))
        #expect(everyone.scopes[0].tallies[QualityIndicator.acc1.place].unjudged == 1)
    }

    @Test("The index weighs the dimensions, and each dimension its indicators")
    func index() throws {
        // One of two people has no phone: COM_7 is 50, weight 2.5 of 100 in 0.28.
        // completeness = 100 − 50 × 2.5 / 100 = 98.75; index = 100 − 1.25 × 0.28 = 99.65.
        var person = try Person.pns()
        person.phone = nil
        let quality = try Self.assess([Person.pns(), person])
        #expect(quality.scores[0].value(of: .completeness) == Rational(decimal: "98.75"))
        #expect(quality.scores[0].index == Rational(decimal: "99.65"))
    }

    @Test("What has no column is not computed, is named, and its weight goes to the others")
    func missingColumns() throws {
        // One person without an email: COM_6 is 0. Without COM_7 completeness is
        // 100 − 100 × 2.5 / 97.5; TIM_6 of 13.64 in 100.01 is not measured either.
        var person = try Person.pns()
        person.email = nil
        let quality = try Self.assess(
            [person], columns: Self.all.subtracting([.phone, .leaveEnd]))
        let score = quality.scores[0]
        #expect(score.value(of: .com7) == nil && score.value(of: .tim6) == nil)
        #expect(
            score.value(of: .completeness)
                == Rational(100) - Rational(250) / Rational(975, over: 10))
        let measured =
            Rational(100) - Rational(7, over: 10)
            - Rational(31) * Rational(1364, over: 10001)
        #expect(score.measured == measured)
        let absence = try #require(quality.absence(of: .com7))
        #expect(absence(.indonesian) == "tidak dihitung, tidak ada: kolom nomor_hp")
        #expect(absence(.english) == "not computed, absent: the column nomor_hp")
        #expect(quality.absence(of: .com6) == nil)
        #expect(!quality.findings.contains { $0.indicator == .com7 })
    }

    @Test(
        "Each column that an indicator needs keeps it from being computed",
        arguments: QualityIndicator.allCases)
    func needs(indicator: QualityIndicator) throws {
        for column in indicator.facts.columns {
            let quality = try Self.assess(
                [Person.pns()], columns: Self.all.subtracting([column]))
            #expect(quality.absence(of: indicator) != nil, "\(column)")
            #expect(quality.scores[0].value(of: indicator) == nil)
        }
        let whole = try Self.assess([Person.pns()])
        #expect(whole.absence(of: indicator) == nil)
    }

    @Test("Without the lists COM_1, TIM_1 and ACC_8 are not computed, and no other")
    func missingLists() throws {
        let quality = try Self.assess([Person.pns()], QualityReferences())
        let absent = QualityIndicator.allCases.filter { quality.absence(of: $0) != nil }
        #expect(absent == [.com1, .tim1, .acc8])
        #expect(
            quality.absence(of: .com1)?(.indonesian)
                == "tidak dihitung, tidak ada: daftar SKP 2023; daftar SKP 2024")
    }

    @Test("A list of active unor only makes another unor a problem")
    func activeOnly() throws {
        var references = try Person.references()
        references.listsActiveUnorsOnly = true
        var person = try Person.pns()
        person.unor = "U8"
        let quality = try Self.assess([person], references)
        #expect(quality.findings.map(\.indicator) == [.tim1])
        #expect(quality.findings.map(\.isProblem) == [true])
    }

    @Test("Units stand by bytes behind the agency, people without one last; all add up")
    func scopes() throws {
        let units: [String?] = ["b", nil, "a", "b", "Z"]
        let people = try units.map { unit in
            var person = try Person.pns()
            person.unit = unit
            return person
        }
        let quality = try Self.assess(people)
        #expect(
            quality.scopes.map(\.extent) == [
                .agency, .unit("Z"), .unit("a"), .unit("b"), .withoutUnit,
            ])
        #expect(quality.scopes.map(\.people) == [5, 1, 1, 2, 1])
    }

    @Test("A master without rows has no figure, and a unit of one person has one")
    func small() throws {
        let none = try Self.assess([])
        #expect(none.scopes.count == 1)
        #expect(none.scores[0].index == nil && none.scores[0].measured == .zero)
        var person = try Person.pns()
        person.nik = nil
        let one = try Self.assess([person])
        #expect(one.scores[1].value(of: .acc5) == .zero)
        // accuracy loses 4.76 of 99.98, of which the index takes 0.30.
        #expect(
            one.scores[1].index
                == Rational(100) - Rational(30) * Rational(476, over: 9998))
    }
}
