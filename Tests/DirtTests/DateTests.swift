internal import TestSupport
import Testing

/// Days and months by declared type and form.
@Suite("Dirt: dates")
struct DateTests {
    private static func export(_ cells: [String], rules: String = "") -> DirtyExport {
        var export = DirtyExport(
            "register", "nip: nip, mulai: mulai, sampai: sampai",
            lines: ["mulai;sampai;nip"]
                + cells.enumerated().map {
                    "\($0.element);;19800101200501\(1_001 + $0.offset)"
                }, rules: rules)
        export.format = "csv: { delimiter: \";\" }"
        return export
    }

    @Test(
        "A day is read in the forms that mean one day only",
        arguments: [
            ("2025-02-03", "2025-02-03"), ("03-02-2025", "2025-02-03"),
            ("03/02/2025", "2025-02-03"), ("3/2/2025", "2025-02-03"),
            ("03.02.2025", "2025-02-03"), ("31.12.9999", "9999-12-31"),
            ("3 Februari 2025", "2025-02-03"), ("03 PEBRUARI 2025", "2025-02-03"),
            ("3 Peb 2025", "2025-02-03"), ("17 Agt 2025", "2025-08-17"),
            ("10 Nop 2025", "2025-11-10"), ("03-Feb-2025", "2025-02-03"),
            ("3 February 2025", "2025-02-03"), ("17-Aug-2025", "2025-08-17"),
            ("5 Oct 2025", "2025-10-05"), ("25 December 2024", "2024-12-25"),
            ("2025-02-03 09:15:00", "2025-02-03"), ("2025-02-03T23:59:59+07:00", "2025-02-03"),
            ("29-02-2024", "2024-02-29"), (" 03-02-2025\u{A0}", "2025-02-03"),
        ])
    func reads(cell: String, day: String) async throws {
        #expect(try Self.export([cell]).values() == [["2", "198001012005011001", day, ""]])
        #expect(try await Self.export([cell]).rejects() == [])
    }

    @Test(
        "A day that never was, or that is not written in a declared form, is refused",
        arguments: [
            "31-02-2025", "29-02-2025", "29 Februari 2025", "2025-02-30", "31/04/2025",
            "00-01-2025", "13-13-2025", "02/13/2025", "03-02-25", "3 Fevrier 2025", "45691",
            "20250203", "2025/02/03", "Februari 2025", "2025-02-03 25:00:00", "hari ini",
            "0000-00-00",
        ])
    func refuses(cell: String) async throws {
        let tables = try await Self.export(["2025-01-01", cell]).run()
        #expect(try tables.rejects == [["3", "1", "mulai", "V205", cell]])
        #expect(try tables.expected == ["iso, dd-mm-yyyy, words, iso-time"])
    }

    @Test(
        "Forms that could be something else are read where they are declared, and only they",
        arguments: [
            ("excel", "45691", "2025-02-03"), ("excel", "45691.375", "2025-02-03"),
            ("excel", "2958465", "9999-12-31"), ("yyyymmdd", "20250203", "2025-02-03"),
            ("yyyy/mm/dd", "2025/02/03", "2025-02-03"),
        ])
    func declared(form: String, cell: String, day: String) async throws {
        let rule = "{ column: mulai, date: [\(form)] }"
        let export = Self.export([cell, "03-02-2025"], rules: rule)
        #expect(try export.values() == [["2", "198001012005011001", day, ""]])
        #expect(try await export.rejects() == [["3", "1", "mulai", "V205", "03-02-2025"]])
    }

    @Test("A year or an amount is no serial", arguments: ["2025", "9999", "2958466", "45.691"])
    func noSerial(cell: String) async throws {
        let export = Self.export([cell], rules: "{ column: mulai, date: [excel] }")
        #expect(try await export.rejects() == [["2", "1", "mulai", "V205", cell]])
    }

    @Test("A post held until 31.12.9999 has no end, like one without")
    func openEnd() async throws {
        var export = DirtyExport(
            "register", "nip: nip, unit: unit, mulai: mulai, sampai: sampai",
            lines: [
                "nip,unit,mulai,sampai", "198001012005011001,Satu,01.01.2020,31.12.9999",
                "198102022006022002,Satu,01.01.2020,",
                "198203032007031003,Satu,01.01.2020,31.12.2024",
                "199003032021211003,Satu,01.01.2026,31.12.9999",
            ])
        #expect(
            try export.values().map { $0[4] } == ["9999-12-31", "", "2024-12-31", "9999-12-31"])
        // Two hold posts in the period; two are excluded, whose posts ended or began outside of it.
        export.components = "{ id: u, method: unit-result, weight: 100, missing: { value: 50 } }"
        let tables = try await export.run()
        #expect(
            try tables.table("pengecualian", ["nip"]) == [
                ["198203032007031003"], ["199003032021211003"],
            ])
    }

    @Test(
        "A month is read in words of either language and in digits",
        arguments: [
            ("Januari 2025", "2025-01"), ("PEBRUARI 2025", "2025-02"), ("Mar-2025", "2025-03"),
            ("Mei 2025", "2025-05"), ("May 2025", "2025-05"), ("Agt 2025", "2025-08"),
            ("August 2025", "2025-08"), ("Nop 2025", "2025-11"), ("Dec 2025", "2025-12"),
            ("2025-07", "2025-07"), ("202507", "2025-07"), ("07/2025", "2025-07"),
        ])
    func months(cell: String, month: String) async throws {
        let export = Self.months([cell])
        #expect(try export.values() == [["2", DirtyExport.nips[0], month, "1"]])
        #expect(try await export.rejects() == [])
    }

    @Test(
        "A month without a year, or that never was, is refused",
        arguments: ["Januari", "13-2025", "2025-13", "Smarch 2025", "2025", "I/2025"])
    func noMonths(cell: String) async throws {
        let tables = try await Self.months([cell]).run()
        #expect(try tables.rejects == [["2", "20", "B", "V205", cell]])
        #expect(try tables.expected == ["iso, yyyymm, mm-yyyy, words"])
    }

    private static func months(_ cells: [String]) -> DirtyExport {
        DirtyExport(
            "attendance", "nip: NIP, bulan: B, alpa: A",
            lines: ["NIP,B,A"] + cells.map { "\(DirtyExport.nips[0]),\($0),1" })
    }

    @Test("A date of a workbook is a day by its format; a bare serial is none")
    func workbook() async throws {
        let nip = DirtyExport.nips[0]
        var sheet = SmallWorkbook([
            .init(
                "Data",
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>nip</v></c><c r=\"B1\" t=\"str\"><v>mulai</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>\(nip)</v></c><c r=\"B2\" s=\"1\"><v>45691</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>198001012005011002</v></c><c r=\"B3\"><v>45691</v></c></row></sheetData>"
            )
        ])
        sheet.styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        let export = try DirtyExport("register", "nip: nip, mulai: mulai", sheet: sheet)
        #expect(try export.values() == [["2", nip, "2025-02-03"]])
        #expect(try await export.rejects() == [["3", "2", "mulai", "V205", "45691"]])
    }
}
