internal import TestSupport
internal import Testing

@Suite("kinerja convert")
struct ConvertTests {
    private static let table =
        "nip;nama;nilai\n1;Ana, S.E.;80\n2;\"Budi \"\"B\"\"\";81\n3;Cici;82\n"
    private static let clean =
        "nip,nama,nilai\r\n1,\"Ana, S.E.\",80\r\n2,\"Budi \"\"B\"\"\",81\r\n3,Cici,82\r\n"

    private func convert(
        _ text: String, _ arguments: [String] = [], in folder: TemporaryFolder
    ) throws -> Subprocess.Outcome {
        try Disk.write(text, to: folder("in.csv"))
        return try Program.run(["convert", "in.csv"] + arguments, in: folder.path)
    }

    @Test("A clean export is written as RFC 4180, its dialect guessed and said on standard error")
    func guessed() throws {
        let outcome = try convert(Self.table, in: try TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.text == Self.clean)
        #expect(outcome.errors.contains("4 of 4 lines have 3 fields with ';'"))
        #expect(outcome.errors.contains("records: written 3, rejected 0, repaired 0"))
        #expect(!outcome.errors.contains("Ana") && !outcome.errors.contains("nama"))
    }

    @Test("A packed export is unpacked, and its records are those of the plain one")
    func packed() throws {
        let folder = try TemporaryFolder()
        try Disk.write(Self.table, to: folder("in.csv"))
        _ = try Subprocess.require(["gzip", "-n", folder("in.csv")])
        let outcome = try Program.run(["convert", "in.csv.gz"], in: folder.path)
        #expect(outcome.status == 0)
        #expect(outcome.text == Self.clean)
    }

    @Test("A malformed record is named, and its neighbours come out right")
    func strict() throws {
        let folder = try TemporaryFolder()
        let text = "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n10,11\n12,13,14\n"
        let outcome = try convert(text, ["--strict", "--rejects", "tolak.csv"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.text == "a,b,c\r\n1,2,3\r\n7,8,9\r\n12,13,14\r\n")
        #expect(
            try Disk.text(folder("tolak.csv")) == """
                file,line,byte_offset,column,kind,text\r
                in.csv,3,12,2,quoting,"4,""5,6"\r
                in.csv,5,25,3,cell-count,"10,11"\r

                """)
        #expect(Disk.mode(folder("tolak.csv")) == 0o600)
    }

    @Test("Lenient repairs what has one repair, and lists it")
    func lenient() throws {
        let folder = try TemporaryFolder()
        let text = "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n10,11\n12,13,14,,\n15,16,17,18\n"
        let outcome = try convert(text, ["--lenient", "--rejects", "tolak.csv"], in: folder)
        #expect(outcome.status == 1)
        #expect(
            outcome.text
                == "a,b,c\r\n1,2,3\r\n4,\"\"\"5\",6\r\n7,8,9\r\n10,11,\r\n12,13,14\r\n")
        let kinds = try CSVText(folder("tolak.csv")).selecting(["kind"]).flatMap { $0 }
        #expect(
            kinds == [
                "repaired-quoting", "repaired-cell-count", "repaired-cell-count", "cell-count",
            ])
        #expect(outcome.errors.contains("written 5, rejected 1, repaired 3"))
    }

    @Test(
        "Headers are none, the file's, two joined, or the names that are declared",
        arguments: [
            (["--header-lines", "0"], "a,b\r\nc,\r\n1,2\r\n"),
            (["--header-lines", "1"], "a,b\r\nc,\r\n1,2\r\n"),
            (["--header-lines", "2"], "a c,b\r\n1,2\r\n"),
            (["--header-lines", "2", "--columns", "x,y"], "x,y\r\n1,2\r\n"),
            (["--header-lines", "2", "--columns", "[\"x,1\", \"y\"]"], "\"x,1\",y\r\n1,2\r\n"),
            (["--header-lines", "0", "--skip-lines", "2", "--columns", "x,y"], "1,2\r\n"),
        ])
    func headers(_ arguments: [String], _ expected: String) throws {
        let outcome = try convert("a,b\nc,\n1,2\n", arguments, in: try TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text == expected)
    }

    @Test("A malformed header is a reject; declared names stand in for it")
    func header() throws {
        let folder = try TemporaryFolder()
        let bare = try convert("a;b\n1;2;3\n4;5;6\n", ["--header-lines", "1"], in: folder)
        #expect(bare.status == 1)
        #expect(bare.text == "1,2,3\r\n4,5,6\r\n")
        #expect(bare.errors.contains("--columns"))
        let named = try convert(
            "a;b\n1;2;3\n4;5;6\n", ["--header-lines", "1", "--columns", "x,y,z"], in: folder)
        #expect(named.status == 1)
        #expect(named.text == "x,y,z\r\n1,2,3\r\n4,5,6\r\n")
    }

    @Test("A declared dialect is taken to the letter")
    func declared() throws {
        let outcome = try convert(
            "1~|~'a\\'b'~|~3\n",
            ["--delimiter", "~|~", "--quote", "'", "--escape", "\\", "--header-lines", "0"],
            in: try TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text == "1,a'b,3\r\n")
        let plain = try convert(
            "1,\"a\n2,b\"\n", ["--quote", "none", "--header-lines", "0"], in: try TemporaryFolder())
        #expect(plain.text == "1,\"\"\"a\"\r\n2,\"b\"\"\"\r\n")
    }

    @Test(
        "Wrong usage exits with 2, a refused input with 3, and nothing is written",
        arguments: [
            (["in.csv", "--quote", "ab"], 2, "--quote"),
            (["in.csv", "--encoding", "ebcdic"], 2, "ebcdic"),
            (["in.csv", "--delimiter", ""], 2, "--delimiter"),
            (["in.csv", "--skip-lines", "-1"], 2, "--skip"),
            (["in.csv", "--columns", "[1]"], 2, "--columns"),
            (["in.csv", "--columns", "a,b"], 2, "names 2"),
            (["in.csv", "--strict", "--lenient"], 2, "--strict"), (["none.csv"], 3, "none.csv"),
            (["."], 3, "regular file"), (["empty.csv"], 3, "empty"),
            (["zero.csv"], 3, "zero character"),
            (["in.csv", "--rejects", "no/such/folder.csv"], 5, "no/such"),
        ])
    func refuses(_ arguments: [String], _ status: Int32, _ says: String) throws {
        let folder = try TemporaryFolder()
        try Disk.write("a,b,c\n1,2,3\n", to: folder("in.csv"))
        try Disk.write("", to: folder("empty.csv"))
        try Disk.write("a,b\n1,\0\n", to: folder("zero.csv"))
        let outcome = try Program.run(["convert"] + arguments, in: folder.path)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("A full disk exits with 5")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        try Disk.write(Self.table, to: folder("in.csv"))
        let outcome = try Subprocess.run(
            ["sh", "-c", "\"$0\" convert in.csv > /dev/full", try Program.path], in: folder.path)
        #expect(outcome.status == 5, "\(outcome.errors)")
    }

    @Test("Every tenth pollution is named exactly, and no row is silently wrong")
    func pollution() throws {
        let outcome = try Subprocess.run(
            [
                "python3", Repository.path("Tests/Pollution/measure.py"), try Program.path,
                "--every", "10",
            ])
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
        #expect(outcome.text.contains("hard neighbours"))
    }
}
