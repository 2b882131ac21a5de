internal import TestSupport
internal import Testing

/// Evidence that a dead attempt kept is taken over by the next run, and by no other.
@Suite("Evidence of an attempt that died")
struct EvidenceReuseTests {
    private static func arguments(_ folder: TemporaryFolder) -> [String] {
        SmallJob.arguments(in: folder) + ["--keep-evidence", folder("bukti")]
    }

    /// A tree whose only attempt died after its evidence was kept.
    private func died() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let first = try Program.run(Self.arguments(folder))
        #expect(first.status == 0, "\(first.errors)")
        for part in ["output", "input", "definition_file", "finding", "run"] {
            _ = try Book.query(folder("hasil"), "DELETE FROM \(part)")
        }
        _ = try Book.query(
            folder("hasil"), "UPDATE attempt SET state = 'running', stage = 'compute'")
        _ = try Subprocess.require(["rm", "-r", folder("hasil/kecil")])
        return folder
    }

    private func reused(_ folder: TemporaryFolder) throws -> String? {
        try Book.query(
            folder("hasil"), "SELECT state, reused FROM attempt ORDER BY sequence DESC LIMIT 1"
        ).first
    }

    @Test("It is taken over where the inputs are the same, to the same bytes")
    func same() throws {
        let folder = try died()
        let fresh = try TemporaryFolder()
        try SmallJob().write(to: fresh)
        #expect(try Program.run(SmallJob.arguments(in: fresh)).status == 0)
        let next = try Program.run(Self.arguments(folder))
        #expect(next.status == 0, "\(next.errors)")
        #expect(try reused(folder) == "published|ingest")
        let name = "hasil/kecil/2025-Q3/terkini"
        #expect(try Disk.contents(folder(name)) == Disk.contents(fresh(name)))
    }

    @Test("It is made anew where an input changed, or a byte of it did")
    func changed() throws {
        let folder = try died()
        var job = SmallJob()
        job.set("capaian/satu.csv", SmallJob.text(Array(SmallJob.rows.dropLast())))
        try job.write(to: folder)
        let next = try Program.run(Self.arguments(folder))
        #expect(next.status == 0, "\(next.errors)")
        #expect(try reused(folder) == "published|-")

        let damaged = try died()
        let path = try #require(
            Disk.names(in: damaged("bukti")).first { $0.hasPrefix("sumber-") })
        var bytes = try Disk.read(damaged("bukti/\(path)"))
        bytes[bytes.count / 2] ^= 1
        try Disk.write(bytes, to: damaged("bukti/\(path)"))
        let again = try Program.run(Self.arguments(damaged))
        #expect(again.status == 0, "\(again.errors)")
        #expect(try reused(damaged) == "published|-")
    }

    @Test("A folder of evidence that a run completed is nobody's to replace")
    func complete() throws {
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        #expect(try Program.run(Self.arguments(folder)).status == 0)
        let before = try Disk.contents(folder("bukti"))
        let second = try Program.run(Self.arguments(folder))
        #expect(second.status == 5)
        #expect(second.errors.contains("the folder exists"))
        #expect(try Disk.contents(folder("bukti")) == before)
    }
}
