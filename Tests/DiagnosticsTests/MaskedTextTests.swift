import Diagnostics
import Testing

@Suite("MaskedText")
struct MaskedTextTests {
    @Test(
        "Numbers of 16 digits and more keep their first 8; everything else stays",
        arguments: [
            ("198102022006022002", "19810202**********"),
            ("123456789012345", "123456789012345"), ("1234567890123456", "12345678********"),
            ("a/198102022006022002.csv", "a/19810202**********.csv"),
            ("daftar198102022006022002baru", "daftar19810202**********baru"),
            ("abc198102022006022002def", "abc19810202**********def"),
            ("1981 0202 2006", "1981 0202 2006"), ("", ""), ("é→°", "é→°"),
            ("x\n198102022006022002\n", "x\n19810202**********\n"),
        ])
    func numbers(text: String, shown: String) {
        #expect(MaskedText.of(text) == shown)
    }

    @Test("A hash is no number, whatever its digits; one digit more or less is")
    func hashes() {
        let hash = "a" + String(repeating: "1", count: 63)
        #expect(MaskedText.of("(\(hash))") == "(\(hash))")
        for other in [hash + "1", String(hash.dropLast())] {
            #expect(MaskedText.of(other).contains("***"))
        }
    }
}
