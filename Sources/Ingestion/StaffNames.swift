internal import Spelling

/// The people of a staff list, to be found by their names as headings spell them.
///
/// Case, blanks, dots, hyphens and apostrophes do not count, nor do the degrees behind a comma, unless they tell apart
/// people who else have the same name.
package struct StaffNames: Sendable {
    package enum Match: Sendable, Equatable {
        /// The NIP as the list writes it.
        case person(String)
        case nobody
        case several
    }

    private struct Entry {
        let full: String
        let digits: String
        let nip: String
    }

    /// By the name without degrees.
    private var entries: [String: [Entry]] = [:]

    package init(_ people: [(name: String, nip: String)]) {
        for person in people {
            let name = Self.bare(person.name)
            if name.isEmpty { continue }
            let digits = person.nip.filter { $0.isASCII && $0.isNumber }
            entries[name, default: []].append(
                Entry(full: Self.key(person.name), digits: digits, nip: person.nip))
        }
    }

    package func find(_ name: String) -> Match {
        guard let found = entries[Self.bare(name)], let first = found.first else { return .nobody }
        if found.allSatisfy({ $0.digits == first.digits }) { return .person(first.nip) }
        // A name without degrees may be any of them.
        guard name.contains(",") else { return .several }
        let same = found.filter { $0.full == Self.key(name) }
        guard let one = same.first, same.allSatisfy({ $0.digits == one.digits }) else {
            return .several
        }
        return .person(one.nip)
    }

    private static func bare(_ name: String) -> String {
        key(String(name.prefix { $0 != "," }))
    }

    private static func key(_ text: String) -> String {
        let apostrophes: Set<Character> = ["'", "`", "´", "‘", "’", "ʼ"]
        return FoldedSpelling.fold(text.filter { !apostrophes.contains($0) })
    }
}
