internal import Definition

/// The headings that exports are known to use, by kind and column.
///
/// Of a column the headings are written best first: `a | b > c` prefers `a` or `b` to `c`; where `a` and `b` are
/// both in a file, a human decides. Headings are compared without regard to case, blanks and signs.
struct HeadingBook {
    /// What is known of one column.
    struct Entry {
        let column: String
        /// Folded headings; those of an earlier tier are preferred.
        let tiers: [[String]]
        /// How much the column speaks for its kind, 1...4.
        let weight: Int
    }

    /// What is known of one kind.
    struct Page {
        let kind: Kind
        let entries: [Entry]
        /// Of each group at least one column must be found.
        let needs: [[String]]
    }

    static let known = HeadingBook()

    let pages: [Page]
    /// Every heading of every kind, and those that are known and say nothing.
    let headings: Set<String>

    private init() {
        pages = [
            Self.register, Self.outcome, Self.attainment, Self.rating, Self.attendance, Self.survey,
            Self.competency, Self.training, Self.sanction, Self.event, Self.correction, Self.unit,
            Self.indicator, Self.standard, Self.table,
        ]
        headings = Set(pages.flatMap(\.entries).flatMap(\.tiers).flatMap { $0 })
            .union(Self.others.map(HeadingKeys.fold))
    }

    /// Reads a table of literals: column, weight, headings.
    static func page(
        _ kind: Kind, needs: [[String]], _ rows: [(String, Int, String)]
    ) -> Page {
        let entries = rows.map { column, weight, text in
            Entry(
                column: column,
                tiers: text.split(separator: ">").map { tier in
                    tier.split(separator: "|").map { HeadingKeys.fold(String($0)) }
                }, weight: weight)
        }
        return Page(kind: kind, entries: entries, needs: needs)
    }

    func isKnown(_ keys: [String]) -> Bool { keys.contains(where: headings.contains) }
}
