internal import CivilService
internal import Diagnostics
internal import PaySchemes
internal import Payroll
internal import Testing

@Suite("The payments section of a pay scheme")
struct PaymentTermsTests {
    private func text(
        _ recovery: String, from: String = "2025-01", budget: String = ""
    ) -> String {
        """
        pay: tpp-contoh
        pipeline: absensi
        payments:
          from: \(from)
          recovery: \(recovery)
          \(budget)
        """
    }

    private func terms(_ text: String) throws -> PaymentTerms {
        try PaymentTerms.read(text, file: "tpp.yaml")
    }

    @Test("A section is read with ceiling, rounding, order, set-off and budget")
    func whole() throws {
        let terms = try terms(
            text(
                "{ ceiling: 12.5 %, rounding: half-up, order: newest-first, set-off-rapel: false }",
                budget: "budget: { 2025: { 5.1.1: 1000000 } }"))
        #expect(terms.scheme == "tpp-contoh" && terms.pipeline == "absensi")
        #expect(terms.from == Month(iso: "2025-01"))
        #expect(
            terms.recovery
                == RecoveryRule(
                    ceiling: .share(basisPoints: 1250), rounding: .halfUp, order: .newestFirst,
                    setsOffArrears: false))
        #expect(terms.budget == [2025: BudgetCeilings(["5.1.1": Rupiah(1_000_000)])])
    }

    @Test(
        "Ceilings are a share up to 100 %, an amount, or the whole",
        arguments: [
            ("whole", true), ("0", true), ("500000", true), ("0 %", true), ("100 %", true),
            ("100.01 %", false), ("101 %", false), ("-1", false), ("20.125 %", false),
            ("half", false), ("%", false), ("1e3", false), (". %", false),
        ])
    func ceilings(ceiling: String, isOne: Bool) throws {
        let recovery =
            "{ ceiling: \"\(ceiling)\", rounding: down, order: oldest-first, set-off-rapel: true }"
        if isOne {
            _ = try terms(text(recovery))
        } else {
            #expect(throws: RunFailure.self) { try terms(text(recovery)) }
        }
    }

    @Test("Other schemes that it stands beside are named")
    func beside() throws {
        let recovery = "{ ceiling: whole, order: oldest-first, set-off-rapel: true }"
        let named = text(recovery, budget: "beside: [ thr, tpp-13 ]")
        #expect(try terms(named).beside == ["thr", "tpp-13"])
        #expect(try terms(text(recovery)).beside == [])
        #expect(throws: RunFailure.self) {
            try terms(named.replacing("[ thr, tpp-13 ]", with: "thr"))
        }
    }

    @Test("Every fault is told with its line")
    func faults() throws {
        do {
            _ = try terms(
                text("{ ceiling: 20 %, order: first, set-off-rapel: true }", from: "2025"))
            Issue.record("read")
        } catch let failure as RunFailure {
            #expect(failure.kind == .definition)
            #expect(failure.diagnostics.map(\.location.line) == [4, 5, 5])
        }
    }

    @Test(
        "The tax report's numbers have their digits, its line a name",
        arguments: [
            ("0012345678901000", "0012345678901000000000", "21-100-01", "pph21", true),
            ("012345678901000", "0012345678901000000000", "21-100-01", "pph21", false),
            ("0012345678901000", "00123456789010000000000", "21-100-01", "pph21", false),
            ("0012345678901000", "0012345678901000000000", "21-10035", "pph21", false),
            ("0012345678901000", "0012345678901000000000", "21-100-3x", "pph21", false),
            ("0012345678901000", "0012345678901000000000", "21-100-01", "../x", false),
        ])
    func coretax(tin: String, place: String, object: String, line: String, isOne: Bool) throws {
        let text = text(
            "{ ceiling: whole, order: oldest-first, set-off-rapel: true }",
            budget:
                "coretax: { tin: \"\(tin)\", place: \"\(place)\", object: \(object), line: \(line) }"
        )
        if isOne {
            let expected = CoretaxTerms(tin: tin, place: place, object: object, line: line)
            #expect(try terms(text).coretax == expected)
        } else {
            #expect(throws: RunFailure.self) { try terms(text) }
        }
    }
}
