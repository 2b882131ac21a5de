import MiniRun
import Testing

@Suite("ValidateStage: rules")
struct RuleTests {
    /// A rule, a row that passes it, a row that does not, and the fault.
    struct Rule: Sendable, CustomTestStringConvertible {
        let rule: String
        let good: [String]
        let bad: [String]
        let fault: String

        init(_ rule: String, good: [String], bad: [String], _ fault: String) {
            (self.rule, self.good, self.bad, self.fault) = (rule, good, bad, fault)
        }

        var testDescription: String { rule }
    }

    private func check(_ source: String, _ rule: Rule, prefix: String, rest: String = "") throws {
        for (rows, isGood) in [(rule.good, true), (rule.bad, false)] {
            for row in rows {
                let run = try Sample.run(source, rules: rule.rule, rest: rest, prefix + row + "\n")
                let expected = isGood ? [] : ["1 \(rule.fault)"]
                #expect(run.rejects["data"] == expected, "\(row)")
            }
        }
    }

    @Test(
        "Rules of numbers accept and reject at their borders",
        arguments: [
            Rule(
                "{ column: target, min: 0.5 }", good: ["0.5", "9"], bad: ["0.499999"],
                "range target"),
            Rule(
                "{ column: target, max: -1.5 }", good: ["-1.5", "-2"], bad: ["-1.499999", "0"],
                "range target"),
            Rule(
                "{ column: target, range: [1/3, 2] }", good: ["0.333334", "2"],
                bad: ["0.333333", "2.000001"], "range target"),
            Rule(
                "{ column: target, not: [0, 13] }", good: ["1", ""], bad: ["0", "13.0"],
                "forbidden target"),
            Rule(
                "{ column: target, one_of: [1, 2.5] }", good: ["1", "2.50", ""], bad: ["2", "0"],
                "code-list target"),
            Rule(
                "{ column: target, required: true }", good: ["0"],
                bad: ["", "-", "NULL", "#N/A", "  "], "missing target"),
            Rule(
                "{ column: target, decimal: { digits: 2, places: 1 } }", good: ["12.5", "-99", ""],
                bad: ["123", "1.25", "Rp 1", "1 2"], "number target"),
            // Lenient numbers without a rule: Rp, blanks, groups, percent.
            Rule(
                "{ column: target, min: 1250000 }", good: ["Rp1,250,000.50", "1250000"],
                bad: ["12 %", "0"], "range target"),
        ])
    func checksNumbers(_ rule: Rule) throws {
        try check(Sample.attainment, rule, prefix: "@1;KP;2025-01;")
    }

    @Test(
        "Rules of texts accept and reject",
        arguments: [
            Rule(
                "{ column: aspek, one_of: [Sikap Kerja, P1] }", good: ["sikap-kerja", "p1", ""],
                bad: ["P2", "P11"], "code-list aspek"),
            Rule(
                "{ column: aspek, one_of: [P1], exact: true }", good: ["P1", " P1 "],
                bad: ["p1", "P 1"], "code-list aspek"),
            Rule(
                "{ column: aspek, not: [umum] }", good: ["P1"], bad: ["UMUM", "u mum"],
                "forbidden aspek"),
            Rule(
                "{ column: aspek, pattern: \"U99999\" }", good: ["U00123"],
                bad: ["U0012", "U001234", "u00123", "UA0123"], "pattern aspek"),
            Rule(
                "{ column: aspek, pattern: [\"A9\", \"X*\"] }", good: ["B7", "X", "Xyz"],
                bad: ["b7", "B", "BX", "7B"], "pattern aspek"),
        ])
    func checksTexts(_ rule: Rule) throws {
        let source = "kind: rating, columns: { nip: a, peran: b, nilai: c, aspek: d }"
        try check(source, rule, prefix: "@1;rekan;1;")
    }

    @Test(
        "Rules of dates accept and reject",
        arguments: [
            Rule(
                "{ column: tanggal, within: period }",
                good: ["2025-01-01", "2025-12-31", "03-02-2025", "3 Februari 2025"],
                bad: ["2024-12-31", "2026-01-01"], "period tanggal"),
            Rule(
                "{ column: tanggal, date: [dd-mm-yyyy] }", good: ["03-02-2025"],
                bad: ["2025-02-03", "3 Februari 2025", "31-02-2025"], "date tanggal"),
            Rule(
                "{ column: tanggal, months: [2, 12] }", good: ["2025-02-28", "2025-12-01"],
                bad: ["2025-03-01", "2025-11-30"], "period tanggal"),
            Rule(
                "{ column: tanggal, not: [2025-08-17] }", good: ["2025-08-16"],
                bad: ["2025-08-17", "17-08-2025"], "forbidden tanggal"),
        ])
    func checksDates(_ rule: Rule) throws {
        try check(
            "kind: training, columns: { nip: a, pelatihan: b, tanggal: c }", rule, prefix: "@1;X;")
    }

    @Test(
        "A comparison belongs to its first column and skips what is absent or unreadable",
        arguments: [
            // Left column first in the row, then last: target is d, realisasi is e.
            Rule(
                "{ compare: [target, \"<=\", realisasi] }",
                good: ["5;5", "5;6", ";5", "5;", "5;-"], bad: ["5;4.999999"], "compare target"),
            Rule(
                "{ compare: [realisasi, \"<=\", target] }", good: ["5;5", "6;5", "5;", ";5"],
                bad: ["4.999999;5"], "compare realisasi"),
            Rule(
                "{ compare: [target, \"<\", realisasi] }", good: ["5;5.1"], bad: ["5;5"],
                "compare target"),
            Rule(
                "{ compare: [target, \">\", realisasi] }", good: ["5;4"], bad: ["5;5"],
                "compare target"),
            Rule(
                "{ compare: [target, \">=\", realisasi] }", good: ["5;5"], bad: ["4;5"],
                "compare target"),
            Rule(
                "{ compare: [target, \"=\", realisasi] }", good: ["5;5.0"], bad: ["5;5.1"],
                "compare target"),
            Rule(
                "{ compare: [target, \"!=\", realisasi] }", good: ["5;5.1"], bad: ["5;5.0"],
                "compare target"),
            // The unreadable right column has its own fault, after the comparison let it pass.
            Rule(
                "{ compare: [target, \"<=\", realisasi] }", good: [], bad: ["5;x"],
                "number realisasi"),
            // Different decimals are compared as numbers.
            Rule(
                "{ compare: [target, \"=\", realisasi] }, { column: target, decimal: { digits: 3, places: 1 } }",
                good: ["5.5;5.50"], bad: ["5.5;5.05"], "compare target"),
        ])
    func compares(_ rule: Rule) throws {
        try check(Sample.attainment, rule, prefix: "@1;KP;2025-01;")
    }

    @Test(
        "A condition decides where a rule applies, also by the row referred to",
        arguments: [
            Rule(
                "{ column: target, required: true, when: { indikator.arah: turun } }",
                good: ["KP;2025-01;", "WT;2025-01;3"], bad: ["WT;2025-01;"], "missing target"),
            Rule(
                "{ column: target, max: 5, when: { indikator.bobot: { min: 5 } } }",
                good: ["KP;2025-01;5", "WT;2025-01;6"], bad: ["KP;2025-01;6"], "range target"),
            Rule(
                "{ column: target, max: 5, when: { indikator: [kp] } }", good: ["WT;2025-01;6"],
                bad: ["KP;2025-01;6"], "range target"),
            Rule(
                "{ column: target, max: 5, when: { realisasi: { min: 10 } } }",
                good: ["KP;2025-01;6;9", "KP;2025-01;6;"], bad: ["KP;2025-01;6;10"], "range target"),
            Rule(
                "{ column: target, required: true, when: { realisasi: { present: true } } }",
                good: ["KP;2025-01;;", "KP;2025-01;1;1"], bad: ["KP;2025-01;;1"], "missing target"),
        ])
    func appliesConditions(_ rule: Rule) throws {
        try check(Sample.attainment, rule, prefix: "@1;")
    }

    @Test("References may be narrowed by a condition on the row referred to")
    func narrowsReferences() throws {
        let run = try Sample.run(
            Sample.attainment,
            rules: "{ column: indikator, refers: indikator, where: { arah: naik } }",
            "@1;KP;2025-01;1;1\n@1;WT;2025-01;1;1\n@1;XX;2025-01;1;1\n")
        #expect(run.rejects["data"] == ["2 reference indikator", "3 unknown-indicator indikator"])
    }

    @Test("A unit must be known where units are, and be spelled as it may be")
    func refersToUnits() throws {
        let source = "kind: survey, columns: { unit: a, u1: b, responden: c }"
        let rows = "PKM A;4;1\npkm a;4;2\nPKM X;4;3\n;4;4\n"
        let known = try Sample.run(source, rows, units: "PKM A;puskesmas\nPKM B;puskesmas\n")
        #expect(known.rejects["data"] == ["3 unknown-unit unit", "4 missing unit"])
        // Without a unit source the units are those that the register names.
        let named = try Sample.run(source, "PKM B;4\nPKM X;4\n")
        #expect(named.rejects["data"] == ["2 unknown-unit unit"])
    }

    @Test(
        "Birth date, sex and appointment agree with the NIP",
        arguments: [
            // 19850312 201101 1 001: born 12 March 1985, appointed January 2011, male.
            Rule(
                "{ column: lahir, matches_nip: lahir }", good: ["1985-03-12;L;2011-01-01", ";;"],
                bad: ["1985-03-13;L;"], "nip-mismatch lahir"),
            Rule(
                "{ column: kelamin, matches_nip: kelamin }",
                good: [";L;", ";laki-laki;", ";Pria;", ";M;", ";1;", ";;"],
                bad: [";P;", ";Perempuan;", ";Wanita;", ";F;", ";2;"], "nip-mismatch kelamin"),
            Rule(
                "{ column: tmt, matches_nip: tmt }", good: [";;2011-01-01", ";;2011-01-31"],
                bad: [";;2011-02-01", ";;2010-01-01"], "nip-mismatch tmt"),
        ])
    func matchesNIP(_ rule: Rule) throws {
        let source = "kind: register, columns: { nip: a, lahir: b, kelamin: c, tmt: d }"
        try check(source, rule, prefix: "@3;")
    }

    @Test("A rule in the register of women reads the sex digit 2")
    func matchesWomen() throws {
        let source = "kind: register, columns: { nip: a, kelamin: b }"
        let run = try Sample.run(
            source, rules: "{ column: kelamin, matches_nip: kelamin }",
            "199107202025242014;P\n199107202025242015;L\n")
        #expect(run.rejects["data"] == ["2 nip-mismatch kelamin"])
    }
}
