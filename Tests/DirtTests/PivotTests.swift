internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport
import Testing

/// D11, the 360 form: one row for each rater, one column for each person and aspect, and a staff list.
@Suite("Dirt: pivots")
struct PivotTests {
    private static let nips = DirtyExport.nips
    private static let columns = "responden: Timestamp, peran: { value: rekan }"
    private static let pivot = "pivot: { heading: \"{aspek} [{nama}]\", people: staf }"
    /// The names are spelt otherwise than in the headings; one NIP has blanks.
    private static let staff = """
        No.,NAMA,NIP ,PANGKAT,JABATAN,SUB JABATAN
        1,"Andi Rekaan, S.E.",19800101 200501 1 001,Penata Muda Tingkat I (III/b),Analis ,-
        2,"BUDI CONTOH",\(nips[1]),Golongan (V),Analis,-
        3,"Citra-Misal, S.H., M.Si.",\(nips[2]),Penata (III/c),Analis,-

        """
    private static let source =
        "\n  staf: { kind: table, files: staf.csv, columns: { kode: NIP, nama: NAMA } }"

    private static let aspects = ["Disiplin", "Kerja sama [tim]"]
    private static let names = ["Andi  Rekaan", "budi contoh, A.Md.", "Citra Misal"]
    /// By cell: heading, aspect, NIP.
    private static let questions = aspects.flatMap { aspect in
        names.enumerated().map { place, name in
            (heading: "\(aspect) [\(name)]", aspect: aspect, nip: nips[place])
        }
    }

    /// By rater; each of the six cells is empty once alone, once with its neighbour, and all are at once.
    private static let answers: [[String]] = {
        var rows = [["80", "75.5", "90", "60", "100", "0"]]
        for cell in 0..<6 {
            var one = (0..<6).map { "\(50 + 7 * cell + $0)" }
            one[cell] = ""
            rows.append(one)
            one[(cell + 1) % 6] = ["", "-", " "][cell % 3]
            rows.append(one)
        }
        return rows + [["", "", "", "", "", ""], ["1", "2", "3", "4", "5", "6"]]
    }()

    private static func isBlank(_ cell: String) -> Bool { ["", "-", " "].contains(cell) }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static func form(_ answers: [[String]]) -> String {
        let lines = answers.enumerated().map { number, cells in
            ["r\(number)"] + cells
        }
        return ([["Timestamp"] + questions.map { quoted($0.heading) }] + lines)
            .map { $0.joined(separator: ",") + "\n" }.joined()
    }

    /// The same answers with one row for each.
    private static var long: String {
        var text = "R,NIP,ASPEK,NILAI\n"
        for (number, cells) in answers.enumerated() {
            for (question, cell) in zip(questions, cells) where !isBlank(cell) {
                text += "r\(number),\(question.nip),\(question.aspect),\(cell)\n"
            }
        }
        return text
    }

    private static func export(_ text: String, staff: String = staff) -> DirtyExport {
        var export = DirtyExport("rating", columns, text)
        export.keys = pivot + source
        export.files["staf.csv"] = Array(staff.utf8)
        return export
    }

    @Test("D11 whole: every answer is a row of its person and aspect, wherever cells are empty")
    func whole() throws {
        var expected: [[String]] = []
        for (number, cells) in Self.answers.enumerated() {
            for (question, cell) in zip(Self.questions, cells) {
                let isBlank = Self.isBlank(cell)
                let rater = ["r\(number)", "rekan"]
                expected.append(
                    ["\(number + 2)", question.nip, question.aspect, isBlank ? "" : cell] + rater
                        + (isBlank ? ["unanswered"] : []))
            }
        }
        let read = try Self.export(Self.form(Self.answers)).values()
        // Of what nobody answered nothing but the cell is looked at.
        #expect(
            read.map { $0.last == "unanswered" ? [$0[0], "", "unanswered"] : $0 }
                == expected.map { $0.last == "unanswered" ? [$0[0], "", "unanswered"] : $0 })
    }

    @Test("A run with the pivot gives what a run with one row for each answer gives")
    func sameAsLong() async throws {
        var pivot = Self.export(Self.form(Self.answers))
        pivot.components =
            "{ id: p, method: rating, from: data, roles: { rekan: 1 }, weight: 100 }"
        var long = DirtyExport(
            "rating",
            "nip: NIP, aspek: ASPEK, nilai: NILAI, responden: R, peran: { value: rekan }",
            Self.long)
        long.components = pivot.components
        let (folded, flat) = (try await pivot.run(), try await long.run())
        let scores = try folded.scores
        #expect(scores == (try flat.scores))
        #expect(scores.count == 3 && Set(scores.map { $0[1] }).count == 3)
        let cells = Self.answers.flatMap { $0 }
        let blank = cells.count(where: Self.isBlank)
        let control = String(decoding: folded.text["lembar-kontrol.json"] ?? [], as: UTF8.self)
        // Once for the file, once for its source; the sum over all files has the register's rows too.
        let rows = "\"read\": \(cells.count),\n"
        #expect(control.split(separator: rows, omittingEmptySubsequences: false).count == 3)
        #expect(control.contains("\"used\": \(cells.count - blank),\n"))
        #expect(control.contains("\"set_aside_unanswered\": \(blank)\n"))
        #expect(control.contains("\"balanced\": true"))
    }

    @Test("From HTML the same answers come")
    func html() throws {
        let cells =
            [["Timestamp"] + Self.questions.map(\.heading)]
            + Self.answers.enumerated().map { ["r\($0.offset)"] + $0.element }
        let html =
            "<table>"
            + cells.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
            + "</table>"
        var export = DirtyExport("rating", Self.columns, html: html)
        export.keys = Self.pivot + Self.source
        export.files["staf.csv"] = Array(Self.staff.utf8)
        #expect(try export.values() == (try Self.export(Self.form(Self.answers)).values()))
    }

    @Test(
        "A name that the list lacks, or has twice, rejects its answers; the finding names the column"
    )
    func strangers() async throws {
        let staff =
            Self.staff + "4,\"Dewi Ganda, S.E.\",198304042008041004,-,-,-\n"
            + "5,\"Dewi Ganda, S.H.\",19810202.200602.2.002,-,-,-\n"
        let text = """
            Timestamp,Disiplin [Andi Rekaan],Disiplin [Tamu Asing],Disiplin [Dewi Ganda],"Disiplin [Dewi Ganda, S.H.]",Disiplin []
            r1,80,70,60,50,40
            r2,,,-,,

            """
        let tables = try await Self.export(text, staff: staff).run()
        let form = "{aspek} [{nama}]"
        #expect(
            try tables.rejects == [
                ["2", "7", form, "V407", "70"], ["2", "10", form, "V407", "60"],
                ["2", "16", form, "V407", "40"],
            ])
        let found = try tables.table("temuan", ["code", "line", "message"])
        #expect(found.map { Array($0[..<2]) } == [["V407", "1"], ["V407", "1"], ["V407", "1"]])
        for column in ["3 (C) names nobody", "4 (D) has the name of several", "6 (F) names nobody"]
        {
            #expect(found.contains { $0[2].contains(column) })
        }
        #expect(!found.joined().joined().contains("Asing"))
    }

    @Test("Two columns for one aspect of one person, in any spelling, refuse the file")
    func twice() async throws {
        let text =
            "Timestamp,Disiplin [Andi Rekaan],\"DISIPLIN [andi  rekaan, S.E.]\"\nr1,80,70\n"
        let refusal = try await Self.export(text).refusal()
        #expect(refusal?.code == .repeatedAnswer)
        #expect(refusal?.message.contains("2 (B) and 3 (C)") == true)
        let none = try await Self.export("Timestamp,Disiplin\nr1,80\n").refusal()
        #expect(none?.code == .missingColumn)
    }

    @Test("A broken record is one reject; a wrong answer is a reject of its cell")
    func faults() async throws {
        let text = """
            Timestamp,Disiplin [Andi Rekaan],Disiplin [Budi Contoh]
            r1,80
            r2,delapan,81
            r2,82,83

            """
        let rejects = try await Self.export(text).rejects()
        let form = "{aspek} [{nama}]"
        #expect(rejects.map { $0[0] } == ["2", "3", "4"])
        #expect(rejects.map { $0[3] } == ["I101", "V204", "V405"])
        #expect(Array(rejects[1][1...2]) == ["4", form])
        // The second answer of one rater about Budi; the first about Andi was no answer.
        #expect(rejects[2][1] == "7")
    }

    @Test("A preview shows the form and the aspects, and no name")
    func preview() async throws {
        let folder = try TemporaryFolder()
        try Self.export(Self.form(Self.answers)).write(to: folder)
        let period = try #require(AppraisalPeriod(parsing: "2025"))
        let options = RunOptions(
            definition: folder("definisi.yaml"), period: period, inputs: folder("masukan"),
            output: folder("hasil"), workers: 1, language: .english,
            program: ProgramVersion(version: "0", stamp: "dirt"))
        var text = ""
        let outcome = try await Preview.show(options, source: "data", rows: 3) { text += $0 }
        #expect(outcome.isReadable && outcome.rejected == 0)
        #expect(text.contains("{aspek} [{nama}]: 6 columns"))
        #expect(text.contains("Disiplin [***]"))
        for name in ["Rekaan", "contoh", "Misal"] { #expect(!text.contains(name)) }
    }
}
