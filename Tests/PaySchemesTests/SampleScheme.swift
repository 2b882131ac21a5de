internal import CivilService
internal import Diagnostics
internal import Formulas
internal import PaySchemes
internal import Payroll
internal import Regulation

/// A small pay scheme in memory, of which tests change the text or a parameter.
struct SampleScheme {
    var text = """
        kinerja: 1
        pay: uji
        title: Uji
        pipeline: tpp
        regulation: aturan
        evidence: any
        productivity: days
        trial: exclude
        components:
          - { id: dasar, account: 5.1, amounts: besaran }
        deductions:
          - { id: pph21, rates: pajak }

        """
    /// By name: the value, in force from 2025-01-01 unless it is a whole `values:` map.
    var parameters = [
        "besaran": "[ { kelas: 9, jumlah: 5000000 } ]",
        "pajak": "[ { jenis: PNS, dari: III, persen: 5 }, { jenis: PNS, dari: IV, persen: 15 } ]",
        "tpp-cara": "potong", "tpp-bobot": "{ produktivitas: 60, disiplin: 40 }",
        "tpp-potongan-kehadiran":
            "{ tl1: 0.5, tl2: 1, tl3: 1.25, tl4: 1.5, psw1: 0.5, psw2: 1, psw3: 1.25, psw4: 1.5, alpa: 3 }",
        "tpp-batas-harian": "tanpa", "tpp-pembulatan": "{ decimals: 0, rounding: half-up }",
        "tpp-hukuman": "[ { tingkat: sedang, persen: 25, bulan: 6 } ]",
        "tpp-hukuman-mulai": "bulan-berikut", "tpp-hukuman-ganda": "terberat",
        "tpp-predikat": "{ Baik: 100, Kurang: 50 }", "tpp-batas-nilai": "100",
    ]
    var month = Month(iso: "2025-07")

    func load() throws -> PaySchemeLoader.Loaded {
        let loader = PaySchemeLoader(name: "uji.yaml") { [self] path in
            if path == "uji.yaml" { return Array(text.utf8) }
            let name = path.replacing("aturan/", with: "").replacing(".yaml", with: "")
            guard let value = parameters[name] else { return nil }
            return Array(file(name, value).utf8)
        }
        guard let month else { throw Missing() }
        return try loader.load(for: month)
    }

    private struct Missing: Error {}

    private func file(_ name: String, _ value: String) -> String {
        """
        name: \(name)
        gloss: Uji
        unit: uji
        values:
          2025-01-01:
            value: \(value)
            source: { title: Uji }
            status: unconfirmed
        """
    }

    func answer(_ person: MonthOfPerson) throws -> EntitlementCalculator.Answer {
        var trace = Trace(isOn: false)
        return EntitlementCalculator(scheme: try load().scheme).answer(person, &trace)
    }

    /// `nil` where the month is held.
    func amounts(_ person: MonthOfPerson) throws -> [Int64]? {
        guard case .computed(let amounts, _) = try answer(person).entitlement.state else {
            return nil
        }
        return amounts.map(\.amount)
    }

    /// Faults of loading, with their places.
    func faults() -> [Diagnostic] {
        do {
            _ = try load()
            return []
        } catch let failure as RunFailure {
            return failure.diagnostics
        } catch {
            return []
        }
    }
}

/// Somebody of kelas 9 with a whole month of 22 working days and nothing against it.
struct SamplePerson {
    var kelas = "9"
    var golongan = "III/c"
    var employment = "PNS"
    var appraisal = MonthOfPerson.Appraisal.none
    var sanctions: [HukumanTPP.Sanction] = []
    var ending: String?
    /// By place of a posting: the rule that leaves its days out.
    var exclusions: [Int: String] = [:]
    /// First and last day of July, whether it is trial, and what is changed of its attendance.
    var postings:
        [(first: Int, last: Int, isTrial: Bool, change: (inout MonthAttendance) -> Void)] =
            [(1, 31, false, { _ in })]

    static let attendance = MonthAttendance(
        rows: 1, dailyRows: 0, incomplete: 0, workdays: 22, absent: 0, noOutput: 0,
        late: [0, 0, 0, 0], early: [0, 0, 0, 0], both: nil)

    var month: MonthOfPerson {
        let stretches = postings.enumerated().map { place, posting in
            var attendance = Self.attendance
            posting.change(&attendance)
            return self.posting(
                posting.first, posting.last, posting.isTrial, attendance,
                exclusion: exclusions[place] ?? "")
        }
        return MonthOfPerson(
            nip: NIP(unchecked: 199_001_012_015_021_001), name: "", taxNumber: "", taxStatus: "",
            postings: stretches,
            post: stretches.last ?? posting(1, 31, false, Self.attendance),
            appraisal: appraisal, ending: ending, sanctions: sanctions)
    }

    private func posting(
        _ first: Int, _ last: Int, _ isTrial: Bool, _ attendance: MonthAttendance,
        exclusion: String = ""
    ) -> MonthPosting {
        MonthPosting(
            unit: "U", position: "", golongan: golongan, kelas: kelas, employment: employment,
            first: Self.day(first), last: Self.day(last), isTrial: isTrial, exclusion: exclusion,
            attendance: attendance)
    }

    /// 1 July 2025 is day 20,270 from 1970-01-01.
    static func day(_ day: Int) -> CalendarDate {
        CalendarDate(dayNumber: Int32(20_269 + day))
    }
}
