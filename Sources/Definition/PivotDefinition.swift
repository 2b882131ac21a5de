package import Diagnostics

/// How a table with one column for each person and aspect (*formulir 360*) is read as one row for each answer.
package struct PivotDefinition: Sendable {
    /// The columns of the kind that no column of the file gives: the heading does, and the cell below it.
    package static let columns = ["nip", "aspek", "nilai"]

    package let heading: PivotHeading
    /// Source whose rows pair names with NIPs.
    package let people: String
    package let place: SourceLocation
}

/// The form of headings that name a person, such as `{aspek} [{nama}]`; blanks in it are not exact.
package struct PivotHeading: Sendable, Hashable {
    package let text: String
    private let before: String
    /// `nil` without `{aspek}`.
    private let between: String?
    private let after: String
    private let isAspekFirst: Bool

    /// - Returns: `nil` unless `{nama}` stands once, `{aspek}` at most once, and text parts what they stand for.
    package init?(_ text: String) {
        let pieces = text.split(separator: "{nama}", omittingEmptySubsequences: false)
        guard pieces.count == 2 else { return nil }
        let sides = pieces.map { $0.split(separator: "{aspek}", omittingEmptySubsequences: false) }
        let literals = sides.joined().map { Self.plain($0) }
        guard !literals.joined().contains(where: { $0 == "{" || $0 == "}" }) else { return nil }
        self.text = text
        isAspekFirst = sides[0].count == 2
        switch literals.count {
        case 2:
            (before, between, after) = (literals[0], nil, literals[1])
            guard !before.isEmpty || !after.isEmpty else { return nil }
        case 3:
            (before, between, after) = (literals[0], literals[1], literals[2])
            guard !literals[1].isEmpty else { return nil }
        default:
            return nil
        }
    }

    package var hasAspek: Bool { between != nil }

    /// What a heading of this form says; each text may be empty.
    ///
    /// What parts aspect and name may stand in the aspect also: the name is the shorter reading.
    ///
    /// - Returns: `nil` for a heading of another form.
    package func match(_ heading: String) -> (aspek: String, nama: String)? {
        let plain = Self.plain(heading)
        guard plain.hasPrefix(before), plain.hasSuffix(after),
            plain.count >= before.count + after.count
        else { return nil }
        let inner = plain.dropFirst(before.count).dropLast(after.count)
        guard let between else { return ("", Self.plain(inner)) }
        let places = inner.ranges(of: between)
        guard let place = isAspekFirst ? places.last : places.first else { return nil }
        let first = Self.plain(inner[..<place.lowerBound])
        let second = Self.plain(inner[place.upperBound...])
        return isAspekFirst ? (first, second) : (second, first)
    }

    /// A heading for people to see: of this form without the name.
    package func masked(_ heading: String) -> String {
        guard let found = match(heading) else { return heading }
        guard let between else { return Self.plain("\(before) *** \(after)") }
        let (first, second) = isAspekFirst ? (found.aspek, "***") : ("***", found.aspek)
        return Self.plain("\(before) \(first) \(between)\(second)\(after)")
    }

    private static func plain(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
