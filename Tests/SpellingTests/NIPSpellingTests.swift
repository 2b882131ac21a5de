import CivilService
import Spelling
import Testing

@Suite("NIPSpelling")
struct NIPSpellingTests {
    @Test(
        "What stands around and in a NIP is stripped",
        arguments: [
            "19850312 201101 1 001", "198503122011011001\t", "19850312201101\n1001",
            "19850312\r\n201101 1 001", "NIP.198503122011011001", "NIP. 19850312 201101 1 001",
            "nip 198503122011011001", "NIP: 198503122011011001", "NIP : 198503122011011001",
            "'198503122011011001", "`198503122011011001", "\u{2019}198503122011011001",
            " '198503122011011001", "'NIP. 198503122011011001", "19850312.201101.1.001",
            "\u{A0}198503122011011001\u{A0}", "1985\u{200B}03122011\u{200C}0110\u{200D}01",
            "\u{FEFF}198503122011011001",
        ])
    func strips(_ text: String) throws {
        var buffer: [UInt8] = [1, 2, 3]
        #expect(NIPSpelling.clean(text.utf8.span, into: &buffer))
        #expect(String(decoding: buffer, as: UTF8.self) == "198503122011011001")
        #expect(try NIP(parsing: buffer.span).digits == 198_503_122_011_011_001)
    }

    @Test(
        "What has nothing to strip stays as it is",
        arguments: [
            "198503122011011001", "340012345", "", "1985031220110110O1", "198503122011011001'",
            ":198503122011011001", "-", "\\N",
        ])
    func keeps(_ text: String) {
        var buffer: [UInt8] = [9]
        #expect(!NIPSpelling.clean(text.utf8.span, into: &buffer))
        #expect(String(decoding: buffer, as: UTF8.self) == text)
    }

    @Test(
        "A number that lost its digits is left whole, so that reading it fails",
        arguments: ["1,98503E+17", "1.98503E+17", "1,23457e+15", " 1.98503E+17 "])
    func leavesScientific(_ text: String) {
        var buffer: [UInt8] = []
        #expect(!NIPSpelling.clean(text.utf8.span, into: &buffer))
        #expect(String(decoding: buffer, as: UTF8.self) == text)
        #expect(throws: NIPDefect.length(text.utf8.count)) { try NIP(parsing: buffer.span) }
    }

    @Test("A text cut inside an invisible character is read to its end")
    func survivesCutBytes() {
        let text: [UInt8] = [0x31, 0xC2, 0xE2, 0x80]
        var buffer: [UInt8] = []
        #expect(!NIPSpelling.clean(text.span, into: &buffer))
        #expect(buffer == text)
    }
}
