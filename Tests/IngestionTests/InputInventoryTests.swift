import Definition
import Diagnostics
import Ingestion
import Testing

@Suite("InputInventory")
struct InputInventoryTests {
    private static let columns = "columns: { nip: NIP, alpa: ALPA }"
    /// `gzip.compress(b"NIP,ALPA\n198503122011011001,2\n", mtime=0)` of Python.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xF3, 0xF3, 0x0C, 0xD0,
        0x71, 0xF4, 0x09, 0x70, 0xE4, 0x32, 0xB4, 0xB4, 0x30, 0x35, 0x30, 0x36, 0x34, 0x32,
        0x32, 0x30, 0x34, 0x04, 0x21, 0x03, 0x43, 0x1D, 0x23, 0x2E, 0x00, 0x7F, 0x02, 0xBB,
        0xF5, 0x1E, 0x00, 0x00, 0x00,
    ]
    private static let plain = "NIP,ALPA\n198503122011011001,2\n"

    /// Each file with what became of it.
    private func fates(_ inventory: InputInventory) -> [String] {
        inventory.entries.map { entry in
            switch entry.fate {
            case .read: entry.path
            case .repeated(let original): "\(entry.path) = \(original)"
            case .superseded(let winner): "\(entry.path) < \(winner)"
            }
        }
    }

    @Test("The same content counts once, packed or plain")
    func countsRepeatsOnce() throws {
        let folder = InputFolder(["b.csv": Self.plain, "c.csv": Self.plain + "x,1\n"])
        folder.write(Self.packed, to: "a.csv.gz")
        let definition = try InputFolder.definition("files: ['*.csv', '*.csv.gz'], \(Self.columns)")
        let inventory = try folder.inventory(definition)
        #expect(fates(inventory) == ["a.csv.gz", "b.csv = a.csv.gz", "c.csv"])
        #expect(inventory.findings.map(\.code) == [.repeatedFile])
        #expect(inventory.findings.first?.path == "b.csv")
        #expect(inventory.entries[0].checksum != inventory.entries[1].checksum)
        #expect(inventory.entries[0].contentChecksum == inventory.entries[1].contentChecksum)
        #expect(inventory.entries.map(\.size) == [Self.packed.count, 30, 34])
    }

    @Test("The same bytes under another capture are another fact")
    func keepsOtherCaptures() throws {
        let folder = InputFolder(["h-01.csv": Self.plain, "h-02.csv": Self.plain])
        let definition = try InputFolder.definition(
            "files: 'h-{b}.csv', columns: { nip: NIP, bulan: { capture: b } }")
        #expect(fates(try folder.inventory(definition)) == ["h-01.csv", "h-02.csv"])
    }

    @Test(
        "Of versions the highest replaces the others, numbers by their value",
        arguments: [
            (["a-v1", "a-v2"], ["a-v1.csv < a-v2.csv", "a-v2.csv"]),
            (["a-v9", "a-v10"], ["a-v10.csv", "a-v9.csv < a-v10.csv"]),
            (
                ["a-v1", "a-v2", "a-v11"],
                ["a-v1.csv < a-v11.csv", "a-v11.csv", "a-v2.csv < a-v11.csv"]
            ),
            (["a-v09", "a-v8"], ["a-v09.csv", "a-v8.csv < a-v09.csv"]),
            // Other units have versions of their own.
            (["a-v1", "b-v2"], ["a-v1.csv", "b-v2.csv"]),
            // Texts by their bytes.
            (["a-vb", "a-va"], ["a-va.csv < a-vb.csv", "a-vb.csv"]),
        ])
    func choosesVersions(names: [String], expected: [String]) throws {
        let folder = InputFolder()
        for name in names { folder.write(Array("NIP,ALPA\n\(name),1\n".utf8), to: name + ".csv") }
        let definition = try InputFolder.definition(
            "files: '{u}-v{v}.csv', version: v, replaces: [u], \(Self.columns)")
        #expect(fates(try folder.inventory(definition)) == expected)
    }

    @Test("One version stated by two different files is refused")
    func refusesConflicts() throws {
        let folder = InputFolder(["a-v1.csv": "NIP,ALPA\n1,1\n", "a-v01.csv": "NIP,ALPA\n2,2\n"])
        let definition = try InputFolder.definition(
            "files: '{u}-v{v}.csv', version: v, replaces: [u], \(Self.columns)")
        do throws(RunFailure) {
            _ = try folder.inventory(definition)
            Issue.record("it was accepted")
        } catch {
            #expect(error.kind == .input)
            #expect(error.diagnostics.map(\.code) == [.conflictingVersions])
            #expect(error.diagnostics.first?.location.file == "a-v1.csv")
        }
    }

    @Test("Files that nobody claims, and links, are findings")
    func findsOthers() throws {
        let folder = InputFolder(["h.csv": Self.plain, "x/catatan.txt": "x"])
        folder.link("link.csv", to: "h.csv")
        let definition = try InputFolder.definition("files: '*.csv', \(Self.columns)")
        let inventory = try folder.inventory(definition)
        #expect(fates(inventory) == ["h.csv"])
        #expect(
            inventory.findings.map { "\($0.code.rawValue) \($0.path)" }
                == ["I403 link.csv", "I402 x/catatan.txt"])
    }

    @Test("A pattern without file refuses the inputs, unless it is optional")
    func needsFiles() throws {
        let folder = InputFolder(["lain.txt": "x"])
        let needed = try InputFolder.definition("files: ['*.csv', 'a/*'], \(Self.columns)")
        do throws(RunFailure) {
            _ = try folder.inventory(needed)
            Issue.record("it was accepted")
        } catch {
            #expect(error.exitCode == 3)
            #expect(error.diagnostics.map(\.code) == [.noFileMatches])
            #expect(error.diagnostics.first?.message.contains("'*.csv', 'a/*'") == true)
        }
        let optional = try InputFolder.definition("files: '*.csv', optional: true, \(Self.columns)")
        // Without any file of any source there is no run.
        #expect(throws: RunFailure(.input, [.init(.noFileMatches, at: place, "")])) {
            try folder.inventory(optional)
        }
        folder.write(Array("NIP\n1\n".utf8), to: "pegawai.csv")
        #expect(fates(try folder.inventory(optional)) == ["pegawai.csv"])
    }

    @Test("The first source of the definition claims a file, in the order of the paths")
    func claimsOnce() throws {
        let folder = InputFolder([
            "pegawai.csv": "NIP\n1\n", "b.csv": Self.plain, "a.csv": "NIP,ALPA\n",
            "a/a.csv": "NIP\n",
        ])
        let definition = try InputFolder.definition("files: ['*.csv', '*/*.csv'], \(Self.columns)")
        let claims = try InputListing(of: folder.path, for: definition).claims
        #expect(
            claims.map { "\($0.source) \($0.path)" } == [
                "pegawai pegawai.csv", "hadir a.csv", "hadir a/a.csv", "hadir b.csv",
            ])
    }

    @Test("A folder that is not there, and a broken archive, are refused")
    func refusesUnreadable() throws {
        let definition = try InputFolder.definition("files: '*.gz', \(Self.columns)")
        #expect(throws: RunFailure(.input, [.init(.unreadableFile, at: place, "")])) {
            try InputListing(of: "/nonexistent-kinerja", for: definition)
        }
        let folder = InputFolder()
        folder.write(Array(Self.packed.dropLast(4)), to: "a.gz")
        do throws(RunFailure) {
            _ = try folder.inventory(definition)
            Issue.record("it was accepted")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.brokenArchive])
        }
    }

    private var place: Diagnostics.SourceLocation { .init(file: "a") }
}
