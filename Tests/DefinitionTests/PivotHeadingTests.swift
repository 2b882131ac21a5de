internal import Definition
import Testing

@Suite("Headings of a pivot")
struct PivotHeadingTests {
    @Test(
        "A form has the name once, the aspect at most once, and text that parts them",
        arguments: [
            ("{aspek} [{nama}]", true), ("{nama}: {aspek}", true), ("Nilai [{nama}]", true),
            ("{nama}", false), ("{aspek} {nama}", false), ("{aspek}", false), ("", false),
            ("{nama} [{nama}]", false), ("{aspek} {aspek} [{nama}]", false),
            ("{aspek} [{nama}] {x}", false), ("{aspek} [{orang}]", false),
        ])
    func forms(_ text: String, _ isForm: Bool) {
        #expect((PivotHeading(text) != nil) == isForm)
    }

    @Test(
        "The name is the shorter reading, and blanks are not exact",
        arguments: [
            (
                "{aspek} [{nama}]", "Kerja  sama [tim] [Andi, S.E. ]", "Kerja sama [tim]",
                "Andi, S.E."
            ),
            ("{aspek} [{nama}]", "Disiplin[Andi]", "Disiplin", "Andi"),
            ("{aspek} [{nama}]", "Disiplin\n[]", "Disiplin", ""),
            ("{nama}: {aspek}", "Andi: mutu: waktu", "mutu: waktu", "Andi"),
            ("Nilai [{nama}]", " Nilai [Andi] ", "", "Andi"),
        ])
    func matches(_ form: String, _ heading: String, _ aspek: String, _ nama: String) throws {
        let found = try #require(PivotHeading(form)?.match(heading))
        #expect(found == (aspek, nama))
    }

    @Test(
        "Other headings are of no such form",
        arguments: ["Timestamp", "Disiplin (Andi)", "Disiplin [Andi] 2", "]", ""])
    func others(_ heading: String) {
        #expect(PivotHeading("{aspek} [{nama}]")?.match(heading) == nil)
        #expect(PivotHeading("{aspek} [{nama}]")?.masked(heading) == heading)
    }

    @Test(
        "A heading is shown without its name",
        arguments: [
            ("{aspek} [{nama}]", "Mutu [Andi]", "Mutu [***]"),
            ("{nama}: {aspek}", "Andi: mutu", "***: mutu"),
            ("Nilai [{nama}]", "Nilai [Andi]", "Nilai [ *** ]"),
        ])
    func masked(_ form: String, _ heading: String, _ shown: String) {
        let blank: (Character) -> Bool = { $0 == " " }
        let text = PivotHeading(form)?.masked(heading) ?? ""
        #expect(text.filter { !blank($0) } == shown.filter { !blank($0) })
    }
}
