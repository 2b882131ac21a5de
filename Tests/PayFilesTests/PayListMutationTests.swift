internal import Diagnostics
internal import PayFiles
internal import TestSupport
internal import Testing

@Suite("A pay list changed inside is found, whatever the hashes say")
struct PayListMutationTests {
    /// Writes a copy of a workbook whose sheet has the first match of a pattern replaced.
    private static let script = #"""
        import re, sys, zipfile
        source, target, pattern, replacement = sys.argv[1:5]
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                text = old.read(name).decode("utf-8")
                if name == "xl/worksheets/sheet1.xml":
                    text, count = re.subn(pattern, replacement, text, count=1)
                    assert count == 1 or pattern == "$^", pattern
                new.writestr(name, text)
        """#

    private func problems(pattern: String, replacement: String) throws -> [String] {
        let folder = try TemporaryFolder()
        var documents = try SampleFile.documents()
        try Disk.write(documents[1].bytes, to: folder("a.xlsx"))
        _ = try Subprocess.require([
            "python3", "-c", Self.script, folder("a.xlsx"), folder("b.xlsx"), pattern, replacement,
        ])
        documents[1] = PayDocument(
            name: documents[1].name, bytes: try Disk.read(folder("b.xlsx")))
        do {
            _ = try PayFilesCheck(documents, path: "p").content()
            return []
        } catch {
            return error.diagnostics.filter { $0.location.file == "p/daftar.xlsx" }.map(\.message)
        }
    }

    @Test("Packed anew without a change, it holds")
    func untouched() throws {
        #expect(try problems(pattern: "$^", replacement: "").isEmpty)
    }

    /// Row 8 is the first person: gross I and J, their sum K, deductions L and M, their sum N, the net O.
    @Test(
        "A value, a formula, a row: each is named",
        arguments: [
            // The texts of formulas, each with the value that it had.
            (#"<f>SUM\(I8:J8\)</f>"#, "<f>SUM(I8:I8)</f>"),
            (#"<f>K8-N8</f>"#, "<f>K8-L8</f>"), (#"<f>K8-N8</f>"#, "<f>K8-N8+1000000</f>"),
            (#"<f>K8-N8</f>"#, ""), (#"<f>SUM\(O8:"#, "<f>SUM(O9:"),
            (#"&gt;0&quot;,\$?O\$7"#, "&gt;0&quot;,O$8"),
            (#"<f>SUMIF\(\$A\$7"#, "<f>SUMIF($A$9"),
            // Their values.
            (#"(<f>K8-N8</f><v>)(\d)"#, #"\g<1>1\g<2>"#), (#"(<f>SUMIF[^<]*</f><v>)"#, #"\g<1>1"#),
            (#"(<f>SUM\(O8:O\d+\)</f><v>)"#, #"\g<1>1"#),
            // Amounts, people and their places.
            (#"(r="I8" s="\d+"><v>)"#, #"\g<1>1"#), (#"(r="I8" s="\d+"><v>)"#, #"\g<1>0.5"#),
            (#"<row r="8".*?</row>"#, ""), (#"<c r="A8".*?</c>"#, #"<c r="A8" s="4"/>"#),
            (#"(198001012005010)0"#, #"\g<1>1"#), (#"2025-03"#, "2025-02"), ("biasa", "rapel"),
            (#"r="I8""#, #"r="AB8""#), (#"<row r="8""#, #"<row r="88""#),
            (#"</sheetData>"#, #"<row r="99"><c r="A99" s="4"><v>5</v></c></row></sheetData>"#),
        ])
    func changed(pattern: String, replacement: String) throws {
        #expect(try problems(pattern: pattern, replacement: replacement) != [])
    }
}
