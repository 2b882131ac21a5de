import Markup
import Testing

@Suite("XMLRecordPaths")
struct XMLRecordPathsTests {
    @Test(
        "A path that names no element is refused",
        arguments: [
            "", "/", "capaian/baris", "//baris", "/a//b", "/a/", "/a/@b", "/a/.", "/a b",
            "/a[1]", "/1a", "/a/..", "/a:b:c/d", "/:a", "/**",
        ])
    func refusesRecord(_ path: String) {
        #expect(throws: XMLPathFailure.self) { try XMLRecordPaths(record: path, fields: []) }
    }

    @Test(
        "A field path that names no element or attribute is refused by its own text",
        arguments: [
            "", "/kode", "kode/", "a//b", "@", "a/@", "@a/b", "..", "./a", "a/.", "*", "a/*",
            "a b", "kode[1]", "-a", "text()", "a@b",
        ])
    func refusesField(_ path: String) {
        let failure = #expect(throws: XMLPathFailure.self) {
            try XMLRecordPaths(record: "/a/b", fields: ["baik", path])
        }
        #expect(failure?.path == path)
    }

    @Test("Prefixes in paths do not count, nor do those in documents")
    func ignoresPrefixes() throws {
        let document = "<x:a xmlns:x='urn:x'><x:b x:n='1'><x:k>2</x:k></x:b><b n='3'/></x:a>"
        for (record, fields) in [
            ("/a/b", ["@n", "k"]), ("/p:a/q:b", ["@r:n", "s:k"]),
        ] {
            let reading = try Reading(Array(document.utf8), record: record, fields: fields)
            #expect(reading.failure == nil)
            #expect(reading.records.map(\.values) == [["1", "2"], ["3", nil]])
        }
    }

    @Test("A prefix that nobody declared does not stop the reader")
    func toleratesUndeclaredPrefix() throws {
        let reading = try Reading(
            Array("<x:a><x:b y:n='1'/></x:a>".utf8), record: "/a/b", fields: ["@n"])
        #expect(reading.failure == nil)
        #expect(reading.records.map(\.values) == [["1"]])
    }

    @Test("Names beyond ASCII, with dots and hyphens, are names")
    func acceptsNames() throws {
        let reading = try Reading(
            Array("<a-1><b.c><\u{e9}_>1</\u{e9}_></b.c></a-1>".utf8), record: "/a-1/b.c",
            fields: ["\u{e9}_"])
        #expect(reading.records.map(\.values) == [["1"]])
    }

    @Test("Names that begin alike are told apart")
    func distinguishesPrefixesOfNames() throws {
        let reading = try Reading(
            Array("<a><b><kode2>2</kode2><kod>0</kod><kode>1</kode></b><bb/></a>".utf8),
            record: "/a/b", fields: ["kode", "kod", "kode2"])
        #expect(reading.records.map(\.values) == [["1", "0", "2"]])
    }
}
