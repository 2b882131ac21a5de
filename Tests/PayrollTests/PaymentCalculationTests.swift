internal import CivilService
internal import Payroll
internal import Testing

@Suite("What a file pays")
struct PaymentCalculationTests {
    private let march = Sample.month(3)
    private let april = Sample.month(4)

    @Test("A month is paid once: the same again pays nothing")
    func once() throws {
        let due = Sample.month(march, [Sample.due(1, march, [1000, 500, 75, 60])])
        let first = try Sample.calculate(march, [due])
        #expect(Sample.text(first) == ["1 3 biasa 1000 500 75 60"])
        #expect(first.payments.first?.reason == "")
        let again = try Sample.calculate(march, [due], paid: [Sample.released(first, march)])
        #expect(again.payments.isEmpty && again.debts.isEmpty && again.held.isEmpty)
    }

    @Test("More for an earlier month is rapel, less is potongan, each with reason and run")
    func corrections() throws {
        let paid = Sample.released(
            try Sample.calculate(
                march,
                [
                    Sample.month(
                        march,
                        [
                            Sample.due(1, march, [1000, 500, 75, 60]),
                            Sample.due(2, march, [1000, 500, 75, 60]),
                        ])
                ]), march)
        let corrected = Sample.month(
            march, run: "bbbbbbbbbbbb",
            [
                Sample.due(1, march, [1200, 500, 85, 60]),
                Sample.due(2, march, [1000, 300, 65, 60], reason: "hukuman disiplin"),
            ])
        let current = Sample.month(
            april,
            [
                Sample.due(1, april, [1000, 500, 75, 60]),
                Sample.due(2, april, [1000, 500, 75, 60]),
            ])
        let result = try Sample.calculate(april, [current, corrected], paid: [paid])
        #expect(
            Sample.text(result) == [
                "1 3 rapel 200 0 10 0", "1 4 biasa 1000 500 75 60",
                "2 3 potongan 0 -200 -10 0", "2 4 biasa 1000 500 75 60",
            ])
        #expect(result.payments[0].run == "bbbbbbbbbbbb")
        #expect(
            result.payments[0].reason
                == "hak 1615, sudah dibayar 1425 menurut run \(Sample.run)")
        #expect(
            result.payments[2].reason
                == "hak 1235, sudah dibayar 1425 menurut run \(Sample.run); hukuman disiplin")
    }

    @Test("A held month pays nothing and takes nothing back; once computed it is rapel")
    func held() throws {
        let february = Sample.month(2)
        let paid = Sample.released(
            try Sample.calculate(
                february, [Sample.month(february, [Sample.due(1, february, [900, 0, 0, 0])])]),
            february)
        let months = [
            Sample.month(february, [Sample.held(1, february)]),
            Sample.month(march, [Sample.held(1, march)]),
        ]
        let first = try Sample.calculate(march, months, paid: [paid])
        #expect(first.payments.isEmpty && first.debts.isEmpty)
        #expect(first.held.map(\.month) == [february, march])
        #expect(first.held.first?.gaps.first?.responsible == "Dinas Kesehatan")
        let later = [
            Sample.month(february, [Sample.due(1, february, [900, 0, 0, 0])]),
            Sample.month(march, [Sample.due(1, march, [800, 0, 0, 0])]),
            Sample.month(april, [Sample.due(1, april, [700, 0, 0, 0])]),
        ]
        let second = try Sample.calculate(april, later, paid: [paid])
        #expect(Sample.text(second) == ["1 3 rapel 800 0 0 0", "1 4 biasa 700 0 0 0"])
        #expect(second.payments[0].reason == "hak 800, belum pernah dibayar")
    }

    @Test("Nothing due is a zero with its reason, no row and no gap")
    func zero() throws {
        let due = Sample.month(march, [Sample.due(1, march, [0, 0, 0, 0], reason: "meninggal")])
        let result = try Sample.calculate(march, [due])
        #expect(result.payments.isEmpty && result.held.isEmpty)
        #expect(result.zeros.map(\.reason) == ["meninggal"])
    }

    @Test("Whom the newest run of a paid month has lost is held, not charged")
    func lost() throws {
        let paid = Sample.released(
            try Sample.calculate(
                march, [Sample.month(march, [Sample.due(1, march, [900, 0, 0, 0])])]), march)
        let months = [
            Sample.month(march, run: "cccccccccccc", [Sample.due(2, march, [1, 0, 0, 0])]),
            Sample.month(april, [Sample.due(1, april, [900, 0, 0, 0])]),
        ]
        let result = try Sample.calculate(april, months, paid: [paid])
        #expect(Sample.text(result) == ["1 4 biasa 900 0 0 0", "2 3 rapel 1 0 0 0"])
        #expect(result.held.map(\.month) == [march])
        #expect(result.held.first?.gaps.first?.reason.contains("cccccccccccc") == true)
    }

    @Test("A paid month of which no run is known is left as it is")
    func unknownMonth() throws {
        let paid = Sample.released(
            try Sample.calculate(
                march, [Sample.month(march, [Sample.due(1, march, [900, 0, 0, 0])])]), march)
        let months = [Sample.month(april, [Sample.due(1, april, [900, 0, 0, 0])])]
        let result = try Sample.calculate(april, months, paid: [paid])
        #expect(Sample.text(result) == ["1 4 biasa 900 0 0 0"])
        #expect(result.held.isEmpty)
    }

    @Test("What came back is due again, the set-off that was in the same transfer too")
    func returned() throws {
        let february = Sample.month(2)
        let one = Sample.released(
            try Sample.calculate(
                february, [Sample.month(february, [Sample.due(1, february, [900, 0, 0, 0])])]),
            february)
        let months = [
            Sample.month(february, [Sample.due(1, february, [700, 0, 0, 0])]),
            Sample.month(march, [Sample.due(1, march, [900, 0, 0, 0])]),
        ]
        let result = try Sample.calculate(march, months, paid: [one])
        #expect(Sample.text(result) == ["1 2 potongan -200 0 0 0", "1 3 biasa 900 0 0 0"])
        let two = Sample.released(result, march, returned: [Sample.nip(1)])
        let third = try Sample.calculate(march, months, paid: [one, two])
        // Paid in March for the second time, so it is no longer the month's first payment.
        #expect(Sample.text(third) == ["1 2 potongan -200 0 0 0", "1 3 rapel 900 0 0 0"])
        #expect(third.payments[1].reason.contains("dikembalikan dari tpp/2025-03/1"))
    }

    @Test("A line that the scheme no longer has is still settled; a changed kind is refused")
    func lines() throws {
        let paid = Sample.released(
            try Sample.calculate(
                march, [Sample.month(march, [Sample.due(1, march, [900, 50, 0, 0])])]), march)
        let fewer = [Sample.lines[0], Sample.lines[2]]
        let months = [
            Sample.month(march, lines: fewer, [Sample.due(1, march, [900, 0])]),
            Sample.month(april, lines: fewer, [Sample.due(1, april, [900, 10])]),
        ]
        let result = try Sample.calculate(april, months, paid: [paid])
        #expect(result.lines.map(\.id) == ["beban", "pph21", "prestasi", "bpjs4"])
        #expect(Sample.text(result) == ["1 3 potongan 0 0 -50 0", "1 4 biasa 900 10 0 0"])
        let other = [PayLine(id: "beban", title: "", account: nil, kind: .deduction)]
        #expect(throws: PaymentFault.lineChangedKind("beban")) {
            try Sample.calculate(
                april, [Sample.month(april, lines: other, [Sample.due(1, april, [1])])],
                paid: [paid])
        }
    }

    @Test("A person twice in a run and a run of a later month are refused")
    func contradictions() throws {
        let twice = Sample.month(
            march, [Sample.due(1, march, [1, 0, 0, 0]), Sample.due(1, march, [1, 0, 0, 0])])
        #expect(throws: PaymentFault.repeatedPerson(Sample.nip(1), march)) {
            try Sample.calculate(march, [twice])
        }
        let later = Sample.month(april, [])
        #expect(throws: PaymentFault.unexpectedMonth(april)) {
            try Sample.calculate(march, [Sample.month(march, []), later])
        }
    }
}
