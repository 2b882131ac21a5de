internal import Diagnostics
internal import TestSupport
import Testing

/// NIP as exports and spreadsheets leave them.
@Suite("Dirt: NIP")
struct IdentifierTests {
    private static let nips = DirtyExport.nips
    private static let columns = "nip: NIP, nilai: N"

    private static func export(_ cells: [String]) -> DirtyExport {
        DirtyExport(
            "outcome", "nip: NIP, skp: NO, nilai: N",
            lines: ["NO,NIP,N"] + cells.enumerated().map { "\($0.offset),\($0.element),7" })
    }

    @Test(
        "What stands in and around a NIP is taken off, in every spelling that was seen",
        arguments: [
            "19800101 200501 1 001", "19800101.200501.1.001", "'198001012005011001",
            "`198001012005011001", "\u{2019}198001012005011001", "NIP.198001012005011001",
            "NIP. 19800101 200501 1 001", "nip : 198001012005011001", "198001012005011001\t",
            "  198001012005011001  ", "\u{A0}198001012005011001\u{A0}",
            "19800101\u{A0}200501\u{A0}1\u{A0}001", "1980\u{200B}01012005011001\u{200B}",
            "\u{FEFF}198001012005011001", "\"19800101\n200501 1 001\"",
            "\"198001012005011001\r\n\"", "\"NIP.\n198001012005011001\"",
        ])
    func reads(cell: String) async throws {
        let values = try Self.export([cell, "198001012005011001"]).values()
        #expect(
            values.map { Array($0[1...]) } == [
                [Self.nips[0], "0", "7"], [Self.nips[0], "1", "7"],
            ])
        #expect(try await Self.export([cell]).rejects() == [])
    }

    @Test("A line break within the quotes counts as a line of the file")
    func lineBreak() throws {
        let lines = try Self.export(["\"19800101\n200501 1 001\"", Self.nips[1]]).values()
        #expect(lines.map { $0[0] } == ["2", "4"])
    }

    @Test(
        "A NIP kept as a number has lost its digits: it is refused and never expanded",
        arguments: [
            "1.98001E+17", "\"1,98001E+17\"", "1.23457E+15", "198001012005011001.0", "1.98E17",
            "198001012005011000.00",
        ])
    func refusesNumbers(cell: String) async throws {
        let tables = try await Self.export([cell]).run()
        let found = cell.filter { $0 != "\"" }
        #expect(try tables.rejects == [["2", cell == found ? "3" : "4", "NIP", "V202", found]])
        #expect(try tables.expected[0].contains("a spreadsheet kept it as a number"))
    }

    @Test(
        "What is no NIP is refused with its place and what was found",
        arguments: [
            "19800101200501100", "1980010120050110011", "19800101200501100O",
            "198013012005011001", "198002302005011001", "198001012005131001",
            "198001012005010001", "198001011990011001", "34001234", "Jumlah", "'",
        ])
    func refuses(cell: String) async throws {
        let tables = try await Self.export([cell, Self.nips[1]]).run()
        #expect(try tables.rejects == [["2", "3", "NIP", "V202", cell]])
        #expect(try tables.expected == ["18 digits of a NIP"])
    }

    @Test(
        "An empty NIP is missing and no NIP of somebody else", arguments: ["", "-", "\\N", "#N/A"])
    func missing(cell: String) async throws {
        let tables = try await Self.export([Self.nips[0], cell]).run()
        #expect(try tables.rejects == [["3", "3", "NIP", "V201", cell]])
    }

    @Test("A NIP of PPPK has a code from 21 up where others have the month; 13 to 20 are none")
    func pppk() async throws {
        let register = DirtyExport(
            "register", "nip: nip, nama: nama",
            lines: [
                "nip,nama", "199003032021211003,Eka Umpama", "199003032021221004,Fajar Umpama",
                "199003032021201003,Gita Umpama", "199003032021121005,Hadi Umpama",
            ])
        #expect(
            try register.values().map { $0[1] } == [
                "199003032021211003", "199003032021221004", "199003032021121005",
            ])
        #expect(try await register.rejects() == [["4", "1", "nip", "V202", "199003032021201003"]])
    }

    @Test("An old NIP stands for the person whom the register gives it, and for nobody else")
    func oldNIP() async throws {
        let export = Self.export(["340012340", "340 012 341", "'340012342", "340099999"])
        #expect(try export.values().map { $0[1] } == Self.nips)
        let tables = try await export.run()
        #expect(try tables.rejects == [["5", "3", "NIP", "V401", "340099999"]])
        #expect(try tables.expected[0].contains("nip_lama"))
    }

    @Test("A serial cut to 000 names the likely person in a finding and counts for nobody")
    func cutSerial() async throws {
        let export = Self.export(["198102022006022000", Self.nips[0]])
        let tables = try await export.run()
        #expect(try tables.rejects == [["2", "3", "NIP", "V401", "198102022006022000"]])
        #expect(try tables.findings == [["N404", "2", Self.nips[1]]])
        #expect(try export.values().map { $0[1] } == [Self.nips[0]])
    }

    @Test("A serial cut to 000 whose first 15 digits nobody has names nobody")
    func cutStranger() async throws {
        let tables = try await Self.export(["198102032006022000"]).run()
        #expect(try tables.rejects.map { $0[3] } == ["V401"])
        #expect(try tables.findings == [])
    }

    @Test("In a register a serial cut to 000 makes no person; the serial 001 does")
    func cutRegister() async throws {
        let register = DirtyExport(
            "register", "nip: nip, nama: nama",
            lines: [
                "nip,nama", "198001012005011000,Andi Rekaan", "198001012005011001,Andi Rekaan",
                "198102022006022010,Budi Contoh",
            ])
        #expect(
            try register.values().map { $0[1] } == ["198001012005011001", "198102022006022010"])
        let tables = try await register.run()
        #expect(try tables.rejects == [["2", "1", "nip", "V202", "198001012005011000"]])
        #expect(try tables.expected[0].contains("its last digits are lost"))
    }

    @Test("A cell of a workbook that is a number is refused; the same digits as text are read")
    func workbook() async throws {
        func cell(_ column: String, _ row: Int, _ text: String) -> String {
            "<c r=\"\(column)\(row)\" t=\"str\"><v>\(text)</v></c>"
        }
        let sheet = SmallWorkbook([
            .init(
                "Data",
                "<sheetData><row r=\"1\">\(cell("A", 1, "NIP"))\(cell("B", 1, "N"))</row>"
                    + "<row r=\"2\"><c r=\"A2\"><v>198001012005011000</v></c><c r=\"B2\"><v>7</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\"><v>1.98001012005011E+17</v></c><c r=\"B3\"><v>7</v></c></row>"
                    + "<row r=\"4\">\(cell("A", 4, Self.nips[0]))<c r=\"B4\"><v>7</v></c></row></sheetData>"
            )
        ])
        let export = try DirtyExport("outcome", Self.columns, sheet: sheet)
        #expect(try export.values() == [["4", Self.nips[0], "7"]])
        let tables = try await export.run()
        #expect(
            try tables.rejects.map { Array($0[..<4]) } == [
                ["2", "1", "NIP", "V202"], ["3", "1", "NIP", "V202"],
            ])
        #expect(try tables.expected.allSatisfy { $0.contains("a spreadsheet kept it as a number") })
    }

    @Test("A date of birth that fills a gap with the day of export contradicts the NIP")
    func birthDate() async throws {
        let register = DirtyExport(
            "register", "nip: nip, nama: nama, lahir: tanggal_lahir",
            lines: [
                "nip,nama,tanggal_lahir", "\(Self.nips[0]),Andi Rekaan,15-03-2025",
                "\(Self.nips[1]),Budi Contoh,02-02-1981", "\(Self.nips[2]),Citra Misal,",
            ], rules: "{ column: lahir, matches_nip: lahir }")
        #expect(
            try register.values() == [
                ["3", Self.nips[1], "Budi Contoh", "1981-02-02"],
                ["4", Self.nips[2], "Citra Misal", ""],
            ])
        #expect(
            try await register.rejects() == [["2", "32", "tanggal_lahir", "V302", "15-03-2025"]])
    }
}
