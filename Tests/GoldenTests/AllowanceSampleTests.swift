internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Payroll
internal import Regulation
internal import TestSupport
internal import Testing

/// The sample month of pay: its figures against a second program, and its bytes against other ways of computing.
@Suite("Allowance of the sample month")
struct AllowanceSampleTests {
    private static let scheme = Repository.path("pipelines/tpp/tpp-contoh.yaml")
    private static let inputs = Repository.path("sample-data/tpp/2025-07")

    private static func options(_ folder: TemporaryFolder) throws -> RunOptions {
        RunOptions(
            definition: Repository.path("pipelines/tpp.yaml"),
            period: try #require(AppraisalPeriod(parsing: "2025-07")), inputs: inputs,
            output: folder("out"), workers: 2, language: .indonesian,
            program: PublishedCases.program)
    }

    private static func publish(
        _ folder: TemporaryFolder, _ change: (inout RunOptions) -> Void = { _ in }
    ) async throws -> String {
        var options = try options(folder)
        change(&options)
        return try #require(
            try await Appraisal.run(options, mode: .publish, progress: nil).folder)
    }

    private static func month() throws -> Month { try #require(Month(iso: "2025-07")) }

    /// As the referee writes it.
    private static func table(_ run: EntitlementRun) -> String {
        var lines = [
            "nip,keadaan,beban_kerja,prestasi_kerja,kondisi_kerja,pph21,bpjs_pekerja,bpjs_pemberi"
        ]
        for entitlement in run.entitlements {
            switch entitlement.state {
            case .computed(let amounts, _):
                let state = amounts.allSatisfy { $0 == .zero } ? "nihil" : "dihitung"
                lines.append(
                    "\(entitlement.nip),\(state),"
                        + amounts.map(\.description).joined(separator: ","))
            case .held: lines.append("\(entitlement.nip),ditahan,,,,,,")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("A second program computes the same rupiah for everybody")
    func referee() async throws {
        let folder = try TemporaryFolder()
        let run = try EntitlementRun.compute(
            scheme: Self.scheme, runFolder: try await Self.publish(folder), month: Self.month())
        _ = try Subprocess.require([
            "python3", Repository.path("Tests/Referee/tpp.py"), folder("referee"), Self.inputs,
        ])
        #expect(Self.table(run) == (try Disk.text(folder("referee/hak.csv"))))
        #expect(
            run.entitlements.count == 40 && run.payees.map(\.nip) == run.entitlements.map(\.nip))
        #expect(run.unconfirmed.contains { $0.name == "tpp-cara" })
    }

    @Test("Whom a month is held for, whose turn it is, and who has no claim")
    func reasons() async throws {
        let folder = try TemporaryFolder()
        let run = try EntitlementRun.compute(
            scheme: Self.scheme, runFolder: try await Self.publish(folder), month: Self.month())
        var held: [String] = []
        var reasons: [String] = []
        for entitlement in run.entitlements {
            switch entitlement.state {
            case .held(let gaps): held += gaps.map { "\($0.reason) | \($0.responsible)" }
            case .computed(_, let reason): if let reason { reasons.append(reason(.indonesian)) }
            }
        }
        for expected in [
            "kehadiran tanpa kelas terlambat, pulang awal atau alpa | Dinas Kominfo",
            "tidak ada besaran 'tpp-beban-kerja' untuk kelas -, unit Satuan Polisi Pamong Praja, PNS "
                + "| Satuan Polisi Pamong Praja",
            "tidak ada besaran 'tpp-beban-kerja' untuk kelas 10, unit Satuan Polisi Pamong Praja, PNS "
                + "| TPP Kota Contoh",
            "1 catatan kehadiran tidak lengkap, 2025-07-01 … 2025-07-31 | Dinas Kominfo",
            "1 catatan kehadiran tidak lengkap, 2025-07-01 … 2025-07-31 | Satuan Polisi Pamong Praja",
            "tanpa hari kerja atau hari tanpa hasil | RSUD Contoh",
        ] {
            #expect(held.contains(expected), "\(held)")
        }
        #expect(reasons.filter { $0 == "unit uji coba" }.count == 5)
        #expect(reasons.contains("meninggal 2025-06-28"))
        #expect(reasons.contains("dikecualikan: CLTN"))
    }

    @Test("Workers, chunks, memory and kept evidence change no byte of what pay reads")
    func sameBytes() async throws {
        let folder = try TemporaryFolder()
        let whole = try Disk.contents(try await Self.publish(folder))
        #expect(whole["penempatan.csv"] != nil && whole["hukuman.csv"] != nil)
        #expect(whole["hasil.csv"] == nil && whole["tanpa-nilai.csv"] == nil)
        let changes: [(inout RunOptions) -> Void] = [
            {
                $0.workers = 7
                $0.chunkBytes = 64
            },
            { $0.memory = 1 },
            { [folder] in $0.keepEvidence = folder("bukti") },
            { [folder] in $0.evidence = folder("bukti") },
        ]
        for change in changes {
            let other = try TemporaryFolder()
            expectSameFiles(try Disk.contents(try await Self.publish(other, change)), whole)
        }
    }

    @Test("A run of another month, definition or changed byte is refused")
    func refusals() async throws {
        let folder = try TemporaryFolder()
        let published = try await Self.publish(folder)
        let june = try #require(Month(iso: "2025-06"))
        #expect(throws: RunFailure.self) {
            try EntitlementRun.compute(scheme: Self.scheme, runFolder: published, month: june)
        }
        let path = "\(published)/penempatan.csv"
        let text = try Disk.text(path)
        try Disk.write(text.replacing(",23,", with: ",22,", maxReplacements: 1), to: path)
        let failure = try #require(throws: RunFailure.self) {
            try EntitlementRun.compute(
                scheme: Self.scheme, runFolder: published, month: try Self.month())
        }
        #expect(failure.kind == .input && failure.diagnostics.map(\.code) == [.verificationFailed])
    }

    @Test("Explaining shows the postings, the steps and what each rests on, and no name")
    func explanation() async throws {
        let folder = try TemporaryFolder()
        let published = try await Self.publish(folder)
        let nip = NIP(unchecked: 197_103_122_008_121_947)
        let text = try PayExplanation(
            scheme: Self.scheme, runFolder: published, month: Self.month(), nip: nip
        ).render(.indonesian)
        for part in [
            "19710312**********  tpp-contoh 2025-07", "Beban kerja: Rp495.968", "12 / 31 × 1875000",
            "1 − 4 / 9", "tl3 = 1.25 %", "tpp-potongan-kehadiran = tl3 1.25",
            "bersih: Rp842.548", "PP 80/2010",
        ] {
            #expect(text.contains(part), "\(part) in\n\(text)")
        }
        #expect(!text.contains("197103122008121947"))
    }
}
