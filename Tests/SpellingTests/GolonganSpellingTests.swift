import CivilService
import Spelling
import Testing

@Suite("GolonganSpelling")
struct GolonganSpellingTests {
    @Test(
        "Every spelling of one golongan gives that golongan",
        arguments: [
            ("III/a", "III/a"), ("IIIa", "III/a"), ("III/A", "III/a"), ("III a", "III/a"),
            ("iii/a", "III/a"), ("3a", "III/a"), ("3/a", "III/a"), ("3 A", "III/a"),
            ("III / a", "III/a"), ("III-a", "III/a"), ("III.a", "III/a"), (" III/a\t", "III/a"),
            ("(III/a)", "III/a"), ("Gol. III/a", "III/a"), ("Golongan III/a", "III/a"),
            ("Golongan Ruang: III/a", "III/a"), ("Gol/Ruang III/a", "III/a"),
            ("Penata Muda (III/a)", "III/a"), ("Penata Muda ( III/a )", "III/a"),
            ("Penata Muda (Gol. III/a)", "III/a"), ("Penata Muda Tk. I, III/b", "III/b"),
            ("Penata Muda Tingkat I (III/b)", "III/b"), ("Penata Muda Tk.I III/b", "III/b"),
            ("Penata Muda Tk. I/III/b", "III/b"), ("Pembina Utama - IV/e", "IV/e"),
            ("IVe", "IV/e"), ("I/a", "I/a"), ("1d", "I/d"), ("IX", "IX"), ("V", "V"),
            ("Golongan (V)", "V"), ("Golongan V", "V"), ("Gol. IX", "IX"), ("(IX)", "IX"),
            ("xvii", "XVII"), ("I", "I"),
        ])
    func reads(_ text: String, as expected: String) {
        #expect(GolonganSpelling.parse(text.utf8.span)?.description == expected)
    }

    @Test(
        "What is no golongan is refused",
        arguments: [
            "", " ", "I/E", "III/e", "IV/f", "V/a", "IIIId", "IIII/a", "0a", "5a", "33a", "3",
            "III//a", "XVIII", "-", "Penata Muda Tk. I", "Pengatur Tingkat I", "Pembina", "Juru",
            "Penata Muda (III)", "Golongan", "Gol.", "()", "(", ")", "Penata (Muda)", "/a", "a",
            "XIII/a", "Divi/a", "\\N",
        ])
    func refuses(_ text: String) {
        #expect(GolonganSpelling.parse(text.utf8.span) == nil)
    }

    @Test("What we write of a golongan reads back as the same one")
    func readsBack() {
        for golongan in Golongan.allPNS + Golongan.allPPPK {
            #expect(GolonganSpelling.parse(golongan.description.utf8.span) == golongan)
        }
    }
}
