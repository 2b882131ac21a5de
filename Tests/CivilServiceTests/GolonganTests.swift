import CivilService
import Testing

@Suite("Golongan")
struct GolonganTests {
    @Test("The seventeen golongan of PNS go from I/a to IV/e")
    func namesPNS() {
        let expected = [
            "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c",
            "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
        ]
        #expect(Golongan.allPNS.map(\.description) == expected)
        #expect(Golongan.allPNS.allSatisfy { !$0.isPPPK })
        #expect(Golongan.allPNS == Golongan.allPNS.sorted())
    }

    @Test("The seventeen golongan of PPPK go from I to XVII")
    func namesPPPK() {
        let expected = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
            "XIV", "XV", "XVI", "XVII",
        ]
        #expect(Golongan.allPPPK.map(\.description) == expected)
        #expect(Golongan.allPPPK.allSatisfy { $0.isPPPK })
    }

    @Test("Codes outside both scales are refused", arguments: [-1, 0, 18, 100, 118])
    func refusesCode(_ code: Int) {
        #expect(Golongan(code: code) == nil)
    }

    @Test("Only IV has a fifth ruang")
    func limitsRuang() {
        #expect(
            (1...4).map { Golongan(level: $0, ruang: 5)?.description } == [nil, nil, nil, "IV/e"])
        #expect(Golongan(level: 4, ruang: 6) == nil && Golongan(level: 5, ruang: 1) == nil)
        #expect(Golongan(level: 3, ruang: 4)?.code == 12)
        #expect(Golongan(pppk: 9)?.code == 109 && Golongan(pppk: 18) == nil)
    }

    @Test("Roman numerals have one spelling in either case")
    func readsRoman() {
        for number in 1...17 {
            for text in [RomanNumeral.text(number), RomanNumeral.text(number).lowercased()] {
                #expect(RomanNumeral.value(of: text.utf8.span, 0..<text.utf8.count) == number)
            }
        }
        for text in ["", "IIII", "IIV", "VX", "XVIII", "IXI", "VV", "1", "XIIV", "L"] {
            #expect(RomanNumeral.value(of: text.utf8.span, 0..<text.utf8.count) == nil)
        }
    }
}
