import CivilService
import Testing

@Suite("NIP")
struct NIPTests {
    struct Person: Sendable {
        let text: String
        let birth: String
        let year: Int
        let month: Int?
        let isPPPK: Bool
        let isFemale: Bool
    }

    @Test(
        "A number tells birth, appointment and sex",
        arguments: [
            Person(
                text: "198503122011011001", birth: "1985-03-12", year: 2011, month: 1,
                isPPPK: false, isFemale: false),
            Person(
                text: "197008151995031009", birth: "1970-08-15", year: 1995, month: 3,
                isPPPK: false, isFemale: false),
            Person(
                text: "199107202025242014", birth: "1991-07-20", year: 2025, month: nil,
                isPPPK: true, isFemale: true),
            Person(
                text: "199001012025211001", birth: "1990-01-01", year: 2025, month: nil,
                isPPPK: true, isFemale: false),
        ])
    func tells(_ person: Person) throws {
        let nip = try NIP(parsing: person.text.utf8.span)
        #expect(nip.description == person.text)
        #expect(nip.digits == UInt64(person.text))
        #expect(nip.birthDate?.description == person.birth)
        #expect(nip.appointmentYear == person.year)
        #expect(nip.appointmentMonth == person.month)
        #expect(nip.isPPPK == person.isPPPK)
        #expect(nip.isFemale == person.isFemale)
    }

    @Test("A mask hides all but the first eight digits, and zeros in front stay")
    func masks() throws {
        #expect(NIP(unchecked: 198_503_122_011_011_001).masked == "19850312**********")
        #expect(NIP(unchecked: 7).description == "000000000000000007")
        var bytes = Array("x".utf8)
        NIP(unchecked: 198_503_122_011_011_001).append(to: &bytes)
        #expect(bytes == Array("x198503122011011001".utf8))
    }

    @Test(
        "By anatomy a number is refused for its first defect",
        arguments: [
            ("", .length(0)), ("340012345", .length(9)), ("1985031220110110011", .length(19)),
            ("1.98503E+17", .length(11)), ("x98503122011011001", .notADigit(offset: 0)),
            ("1985031x2011011001", .notADigit(offset: 7)),
            ("19850312:011011001", .notADigit(offset: 8)),
            ("198503122011011O01", .notADigit(offset: 15)),
            ("1985031220110110/1", .notADigit(offset: 16)),
            ("19850312201101100 ", .notADigit(offset: 17)),
            ("198513122011011001", .birthDate), ("198500122011011001", .birthDate),
            ("198502292011011001", .birthDate), ("198503002011011001", .birthDate),
            ("000003122011011001", .birthDate), ("198503122011131001", .appointment),
            ("198503122011201001", .appointment), ("198503122011001001", .appointment),
            ("198503121999121001", .appointment), ("198503122011010001", .sexDigit(0)),
            ("198503122011013001", .sexDigit(3)),
        ] as [(String, NIPDefect)])
    func refusesByAnatomy(_ text: String, for defect: NIPDefect) {
        #expect(throws: defect) { try NIP(parsing: text.utf8.span) }
    }

    @Test(
        "By anatomy the boundaries are taken",
        arguments: [
            "198402292011121001", "198503122000011001", "198503122011992999",
            "198503122011212000",
        ])
    func takesBoundaries(_ text: String) throws {
        #expect(try NIP(parsing: text.utf8.span).description == text)
    }

    @Test(
        "By syntax only month, day, appointment month and sex are limited",
        arguments: [
            ("198502312011011001", nil), ("000001010000011000", nil), ("999912319999122999", nil),
            ("198500312011011001", .birthDate), ("198513312011011001", .birthDate),
            ("198512002011011001", .birthDate), ("198512322011011001", .birthDate),
            ("198503122011001001", .appointment), ("198503122011131001", .appointment),
            ("199001012025211001", .appointment), ("198503122011010001", .sexDigit(0)),
            ("198503122011013001", .sexDigit(3)), ("198503122011019001", .sexDigit(9)),
            ("1985031220110110011", .length(19)), ("19850312201101100:", .notADigit(offset: 17)),
        ] as [(String, NIPDefect?)])
    func checksSyntax(_ text: String, _ defect: NIPDefect?) throws {
        if let defect {
            #expect(throws: defect) { try NIP(syntaxOf: text.utf8.span) }
        } else {
            #expect(try NIP(syntaxOf: text.utf8.span).description == text)
        }
    }

    @Test("A birth day that is not in the calendar is read by syntax and has no date")
    func hasNoDate() throws {
        #expect(try NIP(syntaxOf: "198502312011011001".utf8.span).birthDate == nil)
    }

    @Test("Every byte that is not a digit is found at every place")
    func findsEveryByte() {
        let good = Array("198503122011011001".utf8)
        for position in good.indices {
            for byte in UInt8.min...UInt8.max where !(0x30...0x39).contains(byte) {
                var bytes = good
                bytes[position] = byte
                #expect(throws: NIPDefect.notADigit(offset: position)) {
                    try NIP(syntaxOf: bytes.span)
                }
            }
        }
    }

    @Test("Numbers are ordered by their digits")
    func orders() {
        #expect(NIP(unchecked: 1) < NIP(unchecked: 2))
        #expect(!(NIP(unchecked: 2) < NIP(unchecked: 2)))
    }

    @Test(
        "A defect says what was found and what belongs there",
        arguments: [
            (.length(9), "9 characters instead of 18 digits"),
            (.notADigit(offset: 16), "character 17 is not a digit"),
            (.birthDate, "digits 1 to 8 are not a date of birth (yyyymmdd)"),
            (
                .appointment,
                "digits 9 to 14 are not an appointment (year, then month 01 to 12 or PPPK code)"
            ),
            (.sexDigit(3), "digit 15 is 3 instead of 1 (male) or 2 (female)"),
        ] as [(NIPDefect, String)])
    func describes(_ defect: NIPDefect, as text: String) {
        #expect(defect.description == text)
    }
}
