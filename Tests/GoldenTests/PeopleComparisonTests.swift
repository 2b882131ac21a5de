internal import TestSupport
internal import Testing

@testable import Kinerja

/// The differences of two lists of people against a second small computation, on made-up lists.
@Suite("Comparison of people")
struct PeopleComparisonTests {
    private typealias Person = ComparedPeople.Person

    private func list(_ people: [UInt64: Person]) -> ComparedPeople {
        var list = ComparedPeople()
        list.components = ["a", "b"]
        list.people = people
        return list
    }

    private func person(
        _ final: Int64?, _ predikat: String, unit: String = "Satu", a: String = "1",
        b: String = "2", factor: String = "1.000000", scheme: String = "s"
    ) -> Person {
        Person(
            final: final, predikat: predikat, unit: unit, scheme: scheme, factor: factor,
            components: [a, b])
    }

    @Test("Each cause is named alone, and several together in their order")
    func causes() {
        let old = person(90, "Baik")
        func causes(_ new: Person) -> [PeopleComparison.Cause]? {
            PeopleComparison(list([1: old]), list([1: new])).changes.first?.causes
        }
        #expect(causes(old) == nil)
        #expect(causes(person(91, "Baik")) == [.weights])
        #expect(causes(person(90, "Cukup")) == [.bands])
        #expect(causes(person(91, "Baik", a: "7")) == [.component("a", before: "1", after: "7")])
        #expect(
            causes(person(80, "Cukup", b: "", factor: "0.500000", scheme: "t")) == [
                .scheme(before: "s", after: "t"), .component("b", before: "2", after: ""),
                .factor(before: "1.000000", after: "0.500000"),
            ])
        // Points that changed without moving final or predikat change nobody's result.
        #expect(causes(person(90, "Baik", a: "7")) == nil)
    }

    @Test("A component that only one run has is absent in the other")
    func components() {
        var before = list([1: person(90, "Baik")])
        before.components = ["a", "z"]
        let after = list([1: person(91, "Baik", a: "1", b: "2")])
        #expect(
            PeopleComparison(before, after).changes.first?.causes == [
                .component("z", before: "2", after: ""), .component("b", before: "", after: "2"),
            ])
    }

    @Test("A final on one side only is neither a rise nor a fall")
    func noNumber() {
        let before = list([1: person(nil, "Baik"), 2: person(nil, "Baik"), 3: person(0, "")])
        let after = list([1: person(nil, "Cukup"), 2: person(5, "Baik"), 3: person(0, "")])
        let found = PeopleComparison(before, after)
        #expect([found.rose, found.fell, found.same, found.incomparable] == [0, 0, 2, 1])
        #expect(found.changes.map(\.nip) == [1, 2])
    }

    @Test("Counts and sums are those of a second computation", arguments: 0..<200)
    func agreement(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func any() -> [UInt64: Person] {
            var people: [UInt64: Person] = [:]
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                people[UInt64.random(in: 1...40, using: &random)] = person(
                    Int64.random(in: -3...3, using: &random) * 1_000_000_000,
                    ["Baik", "Cukup", "Kurang"].randomElement(using: &random) ?? "",
                    unit: ["X", "Y", ""].randomElement(using: &random) ?? "")
            }
            return people
        }
        let (old, new) = (any(), any())
        let found = PeopleComparison(list(old), list(new))
        // One pass over all numbers that can occur, each asked alone.
        var wanted = [0, 0, 0, 0, 0]
        var sums: [String: [Int]] = [:]
        for nip in UInt64(1)...40 {
            let (a, b) = (old[nip], new[nip])
            if let a {
                sums[a.unit, default: [0, 0, 0, 0]][0] += 1
                sums[a.unit]?[1] += Int(a.final ?? 0)
            }
            if let b {
                sums[b.unit, default: [0, 0, 0, 0]][2] += 1
                sums[b.unit]?[3] += Int(b.final ?? 0)
            }
            if let a, let b, let x = a.final, let y = b.final {
                wanted[x < y ? 0 : x > y ? 1 : 2] += 1
            } else if a == nil, b != nil {
                wanted[3] += 1
            } else if b == nil, a != nil {
                wanted[4] += 1
            }
        }
        #expect(
            [found.rose, found.fell, found.same, found.entered.count, found.left.count] == wanted)
        #expect(found.units.count == sums.count)
        for (unit, sum) in found.units {
            #expect(
                [sum.countBefore, Int(sum.before), sum.countAfter, Int(sum.after)] == sums[unit])
        }
        #expect(
            found.totals.after - found.totals.before
                == found.units.values.reduce(0) { $0 + $1.after - $1.before })
        #expect(found.predikat.values.reduce(0) { $0 + $1.before } == old.count)
        // What rose and fell one way falls and rises the other way.
        let back = PeopleComparison(list(new), list(old))
        #expect((back.rose, back.fell, back.entered) == (found.fell, found.rose, found.left))
    }

    @Test(
        "Finals keep their decimals, and sums print as many as asked for",
        arguments: [
            ("97.5", 97_500_000_000 as Int64), ("-0.000000001", -1), ("100", 100_000_000_000),
        ])
    func figures(text: String, scaled: Int64) {
        #expect(ComparedPeople.scaled(text) == scaled)
        #expect(ComparedPeople.scaled("") == nil && ComparedPeople.scaled("1,5") == nil)
        #expect(ComparedPeople.text(97_500_000_000, places: 2) == "97.50")
        #expect(ComparedPeople.text(-97_500_000_000, places: 1) == "-97.5")
    }
}
