internal import TestSupport
internal import Testing

@Suite("kinerja verify")
struct VerifyTests {
    /// A run published once; each test spoils a copy.
    private static let original = Result { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        try SmallJob().write(to: folder)
        let outcome = try Program.run(SmallJob.arguments(in: folder))
        guard outcome.status == 0 else { throw ToolFailure(outcome.errors) }
        return folder
    }

    /// A copy of the published run, to be spoilt.
    private struct Copy {
        /// Lives as long as the copy is looked at.
        let folder: TemporaryFolder
        let run: String
    }

    private func copy() throws -> Copy {
        let folder = try TemporaryFolder()
        let original = try Self.original.get()
        _ = try Subprocess.require(["cp", "-a", original("hasil"), folder("hasil")])
        return Copy(folder: folder, run: folder("hasil/kecil/2025-Q3/terkini"))
    }

    private func archive(in run: String) throws -> String {
        "\(run)/" + (try #require(Disk.names(in: run).first { $0.hasSuffix(".tar.gz") }))
    }

    @Test("An untouched run, its pointer and its archive verify")
    func whole() throws {
        let copy = try copy()
        let run = copy.run
        for path in [run, try archive(in: run)] {
            let outcome = try Program.run(["verify", path])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.text.contains("kecil 2025-Q3 run"))
        }
    }

    @Test("A flipped bit in any published file is found, and the file is named")
    func flipped() throws {
        let copy = try copy()
        let run = copy.run
        let names = Disk.names(in: run)
        #expect(names.count >= 13)
        for name in names {
            let path = "\(run)/\(name)"
            let bytes = try Disk.read(path)
            for place in Set([0, bytes.count / 2, bytes.count - 1]) {
                var spoilt = bytes
                spoilt[place] ^= 0x01
                try Disk.write(spoilt, to: path)
                let outcome = try Program.run(["verify", run])
                #expect(outcome.status == 6, "\(name), byte \(place)")
                // A spoilt manifest may accuse the others: it is their only witness.
                let named = outcome.errors.contains(name) || name == "manifest.json"
                #expect(named, "\(name), byte \(place): \(outcome.errors)")
            }
            try Disk.write(bytes, to: path)
        }
        #expect(try Program.run(["verify", run]).status == 0)
    }

    @Test("A flipped bit anywhere in archive or sidecar is found", arguments: [1, 3, 5, 7, 9])
    func flippedArchive(tenths: Int) throws {
        let copy = try copy()
        let run = copy.run
        let archive = try archive(in: run)
        for path in [archive, archive + ".sha256"] {
            let bytes = try Disk.read(path)
            var spoilt = bytes
            spoilt[bytes.count * tenths / 10] ^= 0x02
            try Disk.write(spoilt, to: path)
            #expect(try Program.run(["verify", archive]).status == 6, "\(path)")
            #expect(try Program.run(["verify", run]).status == 6, "\(path)")
            try Disk.write(bytes, to: path)
        }
    }

    @Test("A missing file is found by name")
    func missing() throws {
        let whole = try copy()
        for name in Disk.names(in: whole.run) {
            let copy = try copy()
            _ = try Subprocess.require(["rm", "\(copy.run)/\(name)"])
            let outcome = try Program.run(["verify", copy.run])
            #expect(outcome.status == 6, "\(name)")
            #expect(outcome.errors.contains(name), "\(name): \(outcome.errors)")
        }
    }

    @Test("A stranger among the files is found by name", arguments: ["titipan.csv", ".rahasia"])
    func stranger(name: String) throws {
        let copy = try copy()
        let run = copy.run
        try Disk.write("x", to: "\(run)/\(name)")
        let outcome = try Program.run(["verify", run])
        #expect(outcome.status == 6)
        #expect(outcome.errors.contains(name))
    }

    @Test("What is no run at all is refused with 6", arguments: ["tidak-ada", "definisi.yaml", ""])
    func noRun(name: String) throws {
        let folder = try Self.original.get()
        #expect(try Program.run(["verify", folder(name)]).status == 6)
    }
}
