import Batches
import MiniRun
import Testing

@Suite("ColumnParser")
struct ColumnParserTests {
    @Test(
        "A NIP is cleaned of what exports put around it, with anatomy",
        arguments: [
            ("198503122011011001", true, true), ("'198503122011011001", true, false),
            ("19850312 201101 1 001", true, false), ("NIP. 198503122011011001", true, false),
            (" 198503122011011001 ", true, true), ("198513122011011001", false, false),
            ("1.98503E+17", false, false), ("340012345", false, false),
            // Syntax alone takes a thirtieth of February.
            ("198502302011011001", false, true),
            // A PPPK code is no month.
            ("199107202025242014", true, false),
        ])
    func readsNIP(text: String, byAnatomy: Bool, bySyntax: Bool) throws {
        for (check, isGood) in [("anatomy", byAnatomy), ("syntax", bySyntax)] {
            let run = try Sample.run(
                "kind: register, columns: { nip: a }", rest: "nip: \(check)", "\(text)\n",
                register: "")
            #expect(run.rejects["data"] == (isGood ? [] : ["1 nip nip"]), "\(check)")
        }
    }

    @Test("Without people every fact is of somebody unknown, or follows from the register's reject")
    func marksConsequents() throws {
        let run = try Sample.run(Sample.attendance, "@5;2025-01;1;1;1;1\n")
        #expect(run.rejects["data"] == ["1 unknown-person nip"])
    }

    @Test(
        "What spells nothing is nothing, as the source says",
        arguments: [
            ("", ["", "-", "\\N", "NULL", "#N/A", " - ", "  "], ["null", "0"]),
            ("nulls: [kosong],", ["kosong"], ["", "-", "NULL"]),
        ])
    func knowsNulls(keys: String, nulls: [String], others: [String]) throws {
        let source = "kind: rating, \(keys) columns: { nip: a, peran: b, nilai: c, aspek: d }"
        for (texts, isNull) in [(nulls, true), (others, false)] {
            for text in texts {
                let run = try Sample.run(
                    source, rules: "{ column: aspek, required: true }", "@1;rekan;1;\(text)\n")
                #expect(
                    run.rejects["data"] == (isNull ? ["1 missing aspek"] : []), "'\(text)'")
            }
        }
    }

    @Test(
        "Flags, golongan and dates are read in all their spellings or rejected",
        arguments: [
            (
                "plt: b", ["1", "ya", "YA", "Plt.", "0", "tidak", "definitif", ""], ["x", "2"],
                "flag plt"
            ),
            (
                "golongan: b", ["III/d", "IX", "iii.d", ""], ["IIId2", "V/a", "XVIII"],
                "golongan golongan"
            ),
            (
                "mulai: b", ["2025-03-01", "01-03-2025", "1 Maret 2025", ""],
                ["2025-02-29", "Maret"], "date mulai"
            ),
            ("kelas: b", ["9", "-1", ""], ["9.5", "sembilan"], "number kelas"),
        ])
    func readsTypes(column: String, good: [String], bad: [String], fault: String) throws {
        for (texts, isGood) in [(good, true), (bad, false)] {
            for text in texts {
                let run = try Sample.run(
                    "kind: register, columns: { nip: a, \(column) }", "@7;\(text)\n")
                #expect(run.rejects["data"] == (isGood ? [] : ["1 \(fault)"]), "'\(text)'")
            }
        }
    }

    @Test(
        "Ratings are numbers of the scale or words",
        arguments: [
            ("", "", "120", nil),
            ("", "", "baik", "number"),
            ("scales: { data: { column: nilai, from: 1..4, to: 0..100 } }", "", "4", nil),
            ("scales: { data: { column: nilai, from: 1..4, to: 0..100 } }", "", "1", nil),
            ("scales: { data: { column: nilai, from: 1..4, to: 0..100 } }", "", "4.0001", "range"),
            ("scales: { data: { column: nilai, from: 1..4, to: 0..100 } }", "", "0.9999", "range"),
            ("scales: { data: { column: nilai, from: 1..4, to: 0..100 } }", "", "empat", "number"),
            (
                "words: { data: { column: nilai, values: { Sangat Baik: 100 } } }", "",
                "sangat-baik", nil
            ),
            (
                "words: { data: { column: nilai, values: { Sangat Baik: 100 } } }", "", "Baik",
                "word"
            ),
            ("words: { data: { column: nilai, values: { Sangat Baik: 100 } } }", "", "88", nil),
        ] as [(String, String, String, String?)])
    func readsRatings(normalize: String, rules: String, text: String, fault: String?) throws {
        let run = try Sample.run(
            "kind: rating, columns: { nip: a, peran: b, nilai: c }", rules: rules,
            rest: normalize.isEmpty ? "" : "normalize: { \(normalize) }", "@1;rekan;\(text)\n")
        #expect(run.rejects["data"] == (fault.map { ["1 \($0) nilai"] } ?? []))
    }

    @Test("A comma is the decimal mark where the format says so")
    func readsCommas() throws {
        let source = Sample.attainment + ", format: { csv: { decimal: \",\" } }"
        let run = try Sample.run(
            source, rules: "{ column: target, range: [92.5, 92.5] }",
            "@1;KP;2025-01;92,5;1\n@1;KP;2025-02;1.250.000,50;1\n")
        #expect(run.rejects["data"] == ["2 range target"])
    }

    @Test("Blanks count where the format does not trim")
    func keepsBlanks() throws {
        let source =
            "kind: rating, columns: { nip: a, peran: b, nilai: c }, "
            + "format: { csv: { trim: false, numbers: strict } }"
        let run = try Sample.run(source, rest: "nip: syntax", "@1;rekan; 80\n@1;diri;80\n @1;x;1\n")
        #expect(run.rejects["data"] == ["1 number nilai", "3 nip nip"])
    }

    @Test("A row outside the period is a fault where the source rejects it")
    func rejectsOtherPeriods() throws {
        let rows = "@1;2024-12;1;1;1;1\n@1;2025-01;1;1;1;1\n@1;2026-01;1;1;1;1\n"
        let rejecting = try Sample.run(Sample.attendance + ", outside_period: reject", rows)
        #expect(rejecting.rejects["data"] == ["1 period bulan", "3 period bulan"])
        let setting = try Sample.run(Sample.attendance, rows)
        #expect(setting.rejects["data"] == [])
        #expect(setting.outcomes["data"] == [.otherPeriod, .used, .otherPeriod])
    }
}
