internal import CivilService
internal import Exporting

/// A comparison of two runs as JSON; the same keys in every language.
struct RunComparisonJSON {
    let before: Manifest
    let after: Manifest
    let people: PeopleComparison
    let differences: RunDifferences
    let cost: CostComparison?
    let places: Int
    let masksNIPs: Bool

    var text: String { String(decoding: document.bytes, as: UTF8.self) }

    private var document: JSONValue {
        .object([
            ("before", run(before)), ("after", run(after)),
            ("rose", .integer(people.rose)), ("fell", .integer(people.fell)),
            ("same", .integer(people.same)), ("incomparable", .integer(people.incomparable)),
            ("entered", .array(people.entered.map(nip))),
            ("left", .array(people.left.map(nip))),
            ("totals", sums(people.totals)),
            (
                "predikat",
                .array(
                    people.predikat.keys.sorted().map { name in
                        let count = people.predikat[name] ?? (0, 0)
                        return .object([
                            ("name", .text(name)), ("before", .integer(count.before)),
                            ("after", .integer(count.after)),
                        ])
                    })
            ),
            (
                "units",
                .array(
                    people.units.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                        .map { name in
                            .object([
                                ("unit", .text(name)),
                                ("sums", sums(people.units[name] ?? .init())),
                            ])
                        })
            ),
            ("changes", .array(people.changes.map(change))),
            ("differences", self.differing),
            ("cost", cost?.json { masksNIPs ? $0.masked : $0.description } ?? .null),
        ])
    }

    private func run(_ manifest: Manifest) -> JSONValue {
        .object([
            ("pipeline", .text(manifest.pipeline)), ("period", .text(manifest.period)),
            ("run", .text(manifest.runID)),
        ])
    }

    private func nip(_ number: UInt64) -> JSONValue {
        let nip = NIP(unchecked: number)
        return .text(masksNIPs ? nip.masked : nip.description)
    }

    private func figure(_ value: Int128) -> JSONValue {
        .decimal(ComparedPeople.text(value, places: places))
    }

    private func sums(_ sums: PeopleComparison.Sums) -> JSONValue {
        .object([
            ("people_before", .integer(sums.countBefore)),
            ("people_after", .integer(sums.countAfter)),
            ("sum_before", figure(sums.before)), ("sum_after", figure(sums.after)),
            ("difference", figure(sums.after - sums.before)),
        ])
    }

    private func change(_ change: PeopleComparison.Change) -> JSONValue {
        .object([
            ("nip", nip(change.nip)), ("before", person(change.before)),
            ("after", person(change.after)),
            ("causes", .array(change.causes.map(cause))),
        ])
    }

    private func person(_ person: ComparedPeople.Person) -> JSONValue {
        .object([
            ("final", person.final.map { figure(Int128($0)) } ?? .null),
            ("predikat", .text(person.predikat)), ("unit", .text(person.unit)),
        ])
    }

    private func cause(_ cause: PeopleComparison.Cause) -> JSONValue {
        func entry(_ kind: String, _ before: String, _ after: String) -> JSONValue {
            .object([
                ("what", .text(kind)), ("before", .text(before)), ("after", .text(after)),
            ])
        }
        switch cause {
        case .scheme(let before, let after): return entry("scheme", before, after)
        case .component(let name, let before, let after):
            return entry("component \(name)", before, after)
        case .factor(let before, let after): return entry("factor", before, after)
        case .weights: return .object([("what", .text("weights"))])
        case .bands: return .object([("what", .text("bands"))])
        }
    }

    private var differing: JSONValue {
        .object([
            (
                "inputs",
                .array(
                    differences.inputs.map { input in
                        .object([
                            ("path", .text(input.path)), ("source", .text(input.source)),
                            ("fate", .text(input.fate.rawValue)),
                        ])
                    })
            ),
            (
                "parameters",
                .array(
                    differences.parameters.map { value in
                        .object([
                            ("name", .text(value.name)), ("before", .optional(value.before)),
                            ("after", .optional(value.after)),
                        ])
                    })
            ),
            ("definition", .array(differences.definition.map { .text($0) })),
            ("rules", .array(differences.rules.map { .text($0) })),
            ("as_of", .array(differences.asOf.map { .text($0) })),
            ("program", .array(differences.program.map { .text($0) })),
        ])
    }
}
