internal import Foundation
internal import TestSupport
import Testing

@Suite("Dirt: its page")
struct DirtPageTests {
    @Test("The page names every test of dirt, and no other")
    func namesTests() throws {
        let named = try Set(
            Disk.text(Repository.path("Documentation/dirt.md"))
                .matches(of: Regex(#"`(\w+Tests\.\w+)`"#))
                .compactMap { $0.output[1].substring.map(String.init) })
        var written: Set<String> = []
        let folder = Repository.path("Tests/DirtTests")
        for file in Disk.names(in: folder) where file.hasSuffix("Tests.swift") {
            let suite = file.dropLast(".swift".count)
            if suite == "DirtPageTests" { continue }
            let text = try Disk.text("\(folder)/\(file)")
            // A test stands behind its attribute, at four blanks; helpers are private.
            for match in text.matches(of: try Regex(#"\n    func (\w+)\("#)) {
                if let name = match.output[1].substring { written.insert("\(suite).\(name)") }
            }
        }
        #expect(written.count > 60)
        #expect(named == written)
    }
}
