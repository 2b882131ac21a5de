internal import TestSupport
import Testing

/// Several rows of one person, and rows of posts that are not the person's own.
@Suite("Dirt: people")
struct PersonTests {
    private static let nips = DirtyExport.nips

    private static func register(_ lines: [String]) -> DirtyExport {
        DirtyExport(
            "register", "nip: nip, unit: unit, mulai: mulai, sampai: sampai, plt: is_plt_plh",
            lines: ["nip,unit,mulai,sampai,is_plt_plh"] + lines)
    }

    @Test("A person who was transferred has two rows and is one person, in the later unit")
    func transfer() async throws {
        let register = Self.register([
            "\(Self.nips[0]),Satu,2025-01-01,2025-06-30,0", "\(Self.nips[0]),Dua,2025-07-01,,0",
        ])
        let tables = try await register.run()
        #expect(try tables.rejects == [])
        #expect(try tables.findings == [])
        #expect(
            try tables.table("tanpa-nilai", ["nip", "unit"]) == [[Self.nips[0], "Dua"]])
    }

    @Test("Two rows that hold on one day are a finding")
    func overlap() async throws {
        let register = Self.register([
            "\(Self.nips[0]),Satu,2025-01-01,2025-07-31,0", "\(Self.nips[0]),Dua,2025-07-01,,0",
        ])
        #expect(try await register.run().findings.map { $0[0] } == ["N401"])
    }

    @Test("Two rows with the same key are one fact: the first stands, the other is rejected")
    func repeated() async throws {
        let row = "\(Self.nips[0]),Satu,2025-01-01,,0"
        let tables = try await Self.register([row, row]).run()
        #expect(try tables.rejects.map { [$0[0], $0[3]] } == [["3", "V405"]])
    }

    @Test(
        "A second row as Plt or Plh is set aside and moves nobody",
        arguments: ["1", "Plt", "PLH", "ya", "Pj."])
    func acting(flag: String) async throws {
        let register = Self.register([
            "\(Self.nips[0]),Satu,2025-01-01,,0", "\(Self.nips[0]),Dua,2025-07-01,,\(flag)",
        ])
        #expect(
            try register.values() == [
                ["2", Self.nips[0], "Satu", "2025-01-01", "", "tidak"],
                ["3", Self.nips[0], "Dua", "2025-07-01", "", "ya", "acting"],
            ])
        #expect(
            try await register.run().table("tanpa-nilai", ["nip", "unit"]) == [
                [Self.nips[0], "Satu"]
            ])
    }

    @Test("A flag that is neither yes nor no is refused")
    func oddFlag() async throws {
        let register = Self.register(["\(Self.nips[0]),Satu,2025-01-01,,2"])
        #expect(
            try await register.rejects() == [["2", "37", "is_plt_plh", "V206", "2"]])
    }

    @Test("A status of '-' or none is no status; a listed one must be on the list")
    func status() async throws {
        let export = DirtyExport(
            "outcome", "nip: nip, skp: skp_id, status: skp_status",
            lines: [
                "skp_id,skp_status,nip", "s1,persetujuan,\(Self.nips[0])", "s2,-,\(Self.nips[0])",
                "s3,,\(Self.nips[0])", "s4,selesai,\(Self.nips[0])",
            ], rules: "{ column: status, one_of: [draft, pengajuan, persetujuan] }")
        #expect(
            try export.values().map { $0[2...] } == [
                ["s1", "persetujuan"], ["s2", ""], ["s3", ""],
            ])
        #expect(try await export.rejects() == [["5", "4", "skp_status", "V208", "selesai"]])
    }

    @Test("People of one name are two people: a name is never a key")
    func sameName() throws {
        let register = DirtyExport(
            "register", "nip: nip, nama: NAMA",
            lines: ["NAMA,NIP ", "Andi Rekaan,\(Self.nips[0])", "Andi Rekaan,\(Self.nips[1])"])
        #expect(try register.values().map { $0[1] } == [Self.nips[0], Self.nips[1]])
    }

    @Test("PPPK with part-time work is a kind of its own, by the words that the export has")
    func partTime() async throws {
        var register = DirtyExport(
            "register", "nip: nip, jenis: jenis_pegawai",
            lines: [
                "nip,jenis_pegawai", "\(Self.nips[0]),pns", "199003032021211003,pppk_paruh_waktu",
                "199003032021211004,PPPK Paruh Waktu", "\(Self.nips[1]),honorer",
            ], rules: "{ column: jenis, one_of: [pns, pppk, pppk_paruh_waktu] }")
        #expect(try await register.rejects() == [["5", "20", "jenis_pegawai", "V208", "honorer"]])
        register.rest = "exclude: [ { when: { jenis: pppk_paruh_waktu }, reason: paruh waktu } ]"
        #expect(
            try await register.run().table("pengecualian", ["nip"]) == [
                ["199003032021211003"], ["199003032021211004"],
            ])
    }
}
