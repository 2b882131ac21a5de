import Spelling
import Testing

@Suite("NumberSyntax")
struct NumberSyntaxTests {
    /// The decimals of the reference job: `-?[0-9]{1,7}(\.[0-9]{1,2})?`.
    private let decimal = NumberSyntax(
        decimalMark: UInt8(ascii: "."), lenient: false, maximumDigits: 7, maximumPlaces: 2)
    /// What Indonesian spreadsheets export.
    private let indonesian = NumberSyntax(
        decimalMark: UInt8(ascii: ","), lenient: true, maximumDigits: 12, maximumPlaces: 2)

    @Test(
        "A strict syntax takes digits, one mark and digits",
        arguments: [
            ("0", 0), ("7", 700), ("-7", -700), ("92.5", 9250), ("92.50", 9250), ("-0.05", -5),
            ("9999999.99", 999_999_999), ("0000001", 100), ("-0", 0), ("00.10", 10),
        ] as [(String, Int64)])
    func readsStrictly(_ text: String, as expected: Int64) throws {
        #expect(try decimal.parse(text.utf8.span) == expected)
    }

    @Test(
        "A strict syntax refuses everything else",
        arguments: [
            ("", .notANumber), ("-", .notANumber), (".", .notANumber), (".5", .notANumber),
            ("5.", .notANumber), ("--5", .notANumber), ("+5", .notANumber), (" 5", .notANumber),
            ("5 ", .notANumber), ("92,5", .notANumber), ("1e3", .notANumber),
            ("1.2.3", .notANumber),
            ("1,000.5", .notANumber), ("5%", .notANumber), ("Rp 5", .notANumber),
            ("123456789x", .notANumber), ("1.2345x", .notANumber), ("nihil", .notANumber),
            ("12345678", .tooManyDigits), ("00000001", .tooManyDigits),
            ("12345678.123", .tooManyDigits), ("1.123", .tooManyPlaces),
            ("99999999999999999999999999", .tooManyDigits), ("1/", .notANumber),
            ("1:", .notANumber),
        ] as [(String, NumberSyntax.Defect)])
    func refusesStrictly(_ text: String, for defect: NumberSyntax.Defect) {
        #expect(throws: defect) { try decimal.parse(text.utf8.span) }
    }

    @Test("An integer has no mark")
    func readsIntegers() throws {
        let integer = NumberSyntax(
            decimalMark: UInt8(ascii: "."), lenient: false, maximumDigits: 6, maximumPlaces: 0)
        #expect(try integer.parse("-999999".utf8.span) == -999_999)
        #expect(throws: NumberSyntax.Defect.tooManyPlaces) { try integer.parse("5.0".utf8.span) }
        #expect(throws: NumberSyntax.Defect.tooManyDigits) {
            try integer.parse("1000000".utf8.span)
        }
    }

    @Test(
        "A lenient syntax takes what agencies write around a number",
        arguments: [
            ("1.250.000,50", 125_000_050), ("92,5", 9250), ("Rp 1.250.000,-", 125_000_000),
            ("Rp1.250.000", 125_000_000), ("rp. 5.000", 500_000), ("RP 7", 700), ("92,5%", 9250),
            ("92,5 %", 9250), (" 12 ", 1200), ("\t12\r\n", 1200), ("\u{A0}12\u{A0}", 1200),
            ("+12", 1200), ("-Rp 5.000", -500_000), ("Rp -5.000,25", -500_025), ("- 5", -500),
            ("1.250", 125_000), ("12.345.678", 1_234_567_800), ("100,-", 10_000), ("0,5", 50),
            ("999.999.999.999,99", 99_999_999_999_999),
        ] as [(String, Int64)])
    func readsLeniently(_ text: String, as expected: Int64) throws {
        #expect(try indonesian.parse(text.utf8.span) == expected)
    }

    @Test(
        "A lenient syntax still refuses what has two meanings or none",
        arguments: [
            ("", .notANumber), ("   ", .notANumber), ("-", .notANumber), ("Rp", .notANumber),
            ("Rp.", .notANumber), ("%", .notANumber), (",-", .notANumber), ("0.500", .notANumber),
            ("1.25", .notANumber), ("1.2500", .notANumber), ("1250.000", .notANumber),
            (".250", .notANumber), ("1..250", .notANumber), ("1.250.", .notANumber),
            ("1,250.5", .notANumber), ("1.250,", .notANumber), ("1,2,3", .notANumber),
            ("+-5", .notANumber), ("-Rp -5", .notANumber), ("1 250", .notANumber),
            ("1,5E+3", .notANumber), ("5%%", .notANumber), ("1.25a", .notANumber),
            ("1.250,1a", .notANumber), ("1.234.567.890.123", .tooManyDigits),
            ("1.250,123", .tooManyPlaces), ("1,123", .tooManyPlaces),
        ] as [(String, NumberSyntax.Defect)])
    func refusesLeniently(_ text: String, for defect: NumberSyntax.Defect) {
        #expect(throws: defect) { try indonesian.parse(text.utf8.span) }
    }

    @Test("With the point as decimal mark the comma groups thousands")
    func swapsMarks() throws {
        let syntax = NumberSyntax(
            decimalMark: UInt8(ascii: "."), lenient: true, maximumDigits: 9, maximumPlaces: 3)
        #expect(try syntax.parse("1,250.5".utf8.span) == 1_250_500)
        #expect(try syntax.parse("1.250".utf8.span) == 1250)
        #expect(throws: NumberSyntax.Defect.notANumber) { try syntax.parse("92,5".utf8.span) }
    }

    @Test("Limits that 64 bits cannot hold refuse the value and never wrap")
    func neverWraps() throws {
        let widest = NumberSyntax(
            decimalMark: UInt8(ascii: "."), lenient: false, maximumDigits: 15, maximumPlaces: 6)
        #expect(try widest.parse("9223372036854".utf8.span) == 9_223_372_036_854_000_000)
        #expect(try widest.parse("-999999999999.999999".utf8.span) == -999_999_999_999_999_999)
        for text in ["9223372036855", "999999999999999", "999999999999999.999999"] {
            #expect(throws: NumberSyntax.Defect.tooManyDigits) { try widest.parse(text.utf8.span) }
        }
    }

    @Test("A defect says in words what is wrong")
    func describes() {
        let texts = [NumberSyntax.Defect.notANumber, .tooManyDigits, .tooManyPlaces].map {
            $0.description
        }
        #expect(
            texts == [
                "not a number", "too many digits before the decimal mark",
                "too many digits after the decimal mark",
            ])
    }
}
