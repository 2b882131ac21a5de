internal import CivilService
internal import Diagnostics
internal import PaySchemes
internal import Payroll
internal import Regulation
internal import Testing

@Suite("PaySchemeLoader")
struct PaySchemeLoaderTests {
    @Test("The sample has no fault, and says which values nobody confirmed")
    func sound() throws {
        let loaded = try SampleScheme().load()
        #expect(loaded.scheme.lines.map(\.id) == ["dasar", "pph21"])
        #expect(loaded.parameters.contains { $0.name == "besaran" && $0.status == .unconfirmed })
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let code: DiagnosticCode
        let line: Int

        var testDescription: String { new }
    }

    @Test(
        "A fault is reported with its line",
        arguments: [
            Fault(old: "kinerja: 1", new: "kinerja: 2", code: .badValue, line: 1),
            Fault(old: "pay: uji", new: "pay: Uji Coba", code: .badValue, line: 2),
            Fault(old: "title: Uji", new: "judul: Uji", code: .unknownKey, line: 3),
            Fault(old: "evidence: any", new: "evidence: some", code: .badValue, line: 6),
            Fault(old: "productivity: days", new: "productivity: day", code: .badValue, line: 7),
            Fault(old: "id: dasar", new: "id: dasar, kelas: 9", code: .unknownKey, line: 10),
            Fault(old: "amounts: besaran", new: "amounts: tidakada", code: .unknownName, line: 10),
            Fault(
                old: "account: 5.1", new: "account: 5.1, from: kemarin", code: .badValue, line: 10),
            Fault(
                old: "rates: pajak", new: "rates: pajak, base: [lain]", code: .unknownName, line: 12
            ),
            Fault(
                old: "rates: pajak", new: "rates: pajak, paid_by: employer", code: .missingKey,
                line: 12),
        ])
    func faults(_ fault: Fault) {
        var scheme = SampleScheme()
        scheme.text = scheme.text.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let found = scheme.faults()
        #expect(
            found.contains { $0.code == fault.code && $0.location.line == fault.line }, "\(found)")
    }

    @Test(
        "A parameter that says what cannot be is refused",
        arguments: [
            ("tpp-bobot", "{ produktivitas: 60, disiplin: 30 }"), ("tpp-cara", "keduanya"),
            ("tpp-potongan-kehadiran", "{ tl1: 0.5 }"), ("besaran", "[ { kelas: 9, jumlah: -1 } ]"),
            ("besaran", "[ { kelas: 9, jumlah: 1 }, { kelas: '9', jumlah: 2 } ]"),
            ("pajak", "[ { dari: III, persen: 5 } ]"),
            ("pajak", "[ { jenis: PNS, dari: XX, persen: 5 } ]"),
            ("pajak", "[ { jenis: PNS, dari: IV, sampai: III, persen: 5 } ]"),
            ("pajak", "[ { persen: 101 } ]"),
            ("tpp-pembulatan", "{ decimals: 2, rounding: half-up }"),
            ("tpp-hukuman", "[ { tingkat: sedang, persen: 25, bulan: 0 } ]"),
        ])
    func parameters(name: String, value: String) {
        var scheme = SampleScheme()
        scheme.parameters[name] = value
        #expect(!scheme.faults().isEmpty)
    }

    @Test("A line out of force stays a line, with nothing in it")
    func outOfForce() throws {
        var scheme = SampleScheme()
        scheme.text = scheme.text.replacing(
            "account: 5.1", with: "account: 5.1, from: 2025-08-01")
        #expect(try scheme.amounts(SamplePerson().month) == [0, 0])
        scheme.text = scheme.text.replacing("from: 2025-08-01", with: "from: 2025-07-31")
        #expect(try scheme.amounts(SamplePerson().month) == [5_000_000, 250_000])
        scheme.text = scheme.text.replacing("from: 2025-07-31", with: "until: 2025-07-30")
        #expect(try scheme.amounts(SamplePerson().month) == [0, 0])
    }

    @Test("Before a value is in force the month is refused")
    func notInForce() {
        var scheme = SampleScheme()
        scheme.month = Month(iso: "2024-12")
        #expect(scheme.faults().contains { $0.code == .parameterNotInForce })
    }
}
