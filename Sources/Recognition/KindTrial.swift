internal import Definition
internal import Diagnostics
internal import Documents

/// Holds a table against what is known of one kind: which heading is which column, and how well that fits.
struct KindTrial {
    let page: HeadingBook.Page
    private(set) var columns: [ColumnGuess] = []
    /// Numbers of the table's columns that are mapped, by name.
    private(set) var taken: [String: Int] = [:]
    private(set) var elements: [SampleColumn] = []
    /// Columns that may be elements, under headings that nobody knows.
    private var unnamedElements = 0
    private(set) var questions: [Wording] = []
    private(set) var score = 0

    private let table: SampleTable
    private let hasMonth: Bool

    /// - Parameters:
    ///   - page: What is known of the kind.
    ///   - table: The table of a sample.
    ///   - hasMonth: Whether the file's name tells the month.
    init(_ page: HeadingBook.Page, _ table: SampleTable, hasMonth: Bool) {
        self.hasMonth = hasMonth
        self.page = page
        self.table = table
        for entry in page.entries { match(entry) }
        if page.kind.column("nip") != nil, taken["nip"] == nil { matchNIPByValue() }
        if page.kind == .survey { matchElements() }
        keepOneAlternative()
    }

    /// Whether each group of needed columns has one, read from the table.
    var isPossible: Bool {
        page.needs.allSatisfy { group in
            group.contains {
                taken[$0] != nil || $0 == "u1" && hasElements || $0 == "bulan" && hasMonth
            }
        }
    }

    private var hasElements: Bool { !elements.isEmpty || unnamedElements > 0 }

    private mutating func match(_ entry: HeadingBook.Entry) {
        guard let type = page.kind.column(entry.column)?.type else { return }
        let free = table.columns.filter { column in
            !taken.values.contains(column.number) && !column.keys.isEmpty
                && fits(column, type, entry)
        }
        for tier in entry.tiers {
            for (place, quality) in [(0, 100), (1, 95), (2, 90), (3, 85)] {
                let found = free.filter { $0.keys.count > place && tier.contains($0.keys[place]) }
                guard let first = found.first else { continue }
                if found.count > 1 { ask(entry.column, found) }
                take(entry, first, type, quality: found.count > 1 ? 50 : quality)
                return
            }
        }
        guard let near = nearest(entry, free) else { return }
        take(entry, near, type, quality: 75)
    }

    /// Values decide whether a heading can be this column; event words must be seen.
    private func fits(
        _ column: SampleColumn, _ type: ValueType, _ entry: HeadingBook.Entry
    ) -> Bool {
        let profile = column.profile
        if entry.column == "peristiwa" {
            return profile.filled > 0 && profile.events * 2 >= profile.filled
        }
        if entry.column == "nip_lama" {
            return profile.filled == 0 || profile.oldNIPs * 2 >= profile.filled
        }
        return profile.fits(type)
    }

    /// A heading that is known for nothing and differs from a known one by a slip.
    private func nearest(_ entry: HeadingBook.Entry, _ free: [SampleColumn]) -> SampleColumn? {
        let known = entry.tiers.flatMap { $0 }.filter { $0.count >= 5 }
        return free.first { column in
            guard !HeadingBook.known.isKnown(column.keys), let key = column.keys.first,
                SurveyElements.number(of: column.keys) == nil,
                let near = Similarity.nearest(to: key, among: known)
            else { return false }
            // One slip in short headings: `target min` is not `target maks`.
            return key.count >= 5 && abs(key.count - near.count) <= 1
                && zip(key, near).count { $0 != $1 } <= max(1, key.count / 8)
        }
    }

    private mutating func take(
        _ entry: HeadingBook.Entry, _ column: SampleColumn, _ type: ValueType, quality: Int
    ) {
        let profile = column.profile
        let typed = profile.count(of: type)
        taken[entry.column] = column.number
        score += entry.weight * quality
        let share = profile.filled == 0 ? 100 : 100 * typed / profile.filled
        let heading =
            quality == 75
            ? Wording("judul mirip yang dikenal", "heading close to a known one")
            : Wording("judul dikenal", "known heading")
        let values =
            switch type {
            case .text, .rating:
                Wording("\(profile.filled) nilai", "\(profile.filled) values")
            default:
                Wording(
                    "\(typed) dari \(profile.filled) nilai berupa ",
                    "\(typed) of \(profile.filled) values are "
                ) + type.expectation
            }
        columns.append(
            ColumnGuess(
                name: entry.column, origin: origin(of: column),
                confidence: min(quality, max(50, share)), evidence: heading + "; " + values))
    }

    func origin(of column: SampleColumn) -> ColumnGuess.Origin {
        column.isNumbered ? .number(column.number) : .heading(column.heading)
    }

    private mutating func ask(_ name: String, _ found: [SampleColumn]) {
        let list = found.map { "kolom \($0.number)" }.joined(separator: ", ")
        let english = found.map { "column \($0.number)" }.joined(separator: ", ")
        questions.append(
            Wording(
                "beberapa judul cocok untuk '\(name)' (\(list)): yang mana?",
                "several headings fit '\(name)' (\(english)): which one?"))
    }

    private mutating func matchNIPByValue() {
        let found = table.columns.filter { column in
            !taken.values.contains(column.number) && column.profile.filled > 0
                && column.profile.nips * 5 >= column.profile.filled * 4
        }
        guard let first = found.first, taken["unit"] == nil || page.kind != .unit else { return }
        if found.count > 1 { ask("nip", found) }
        taken["nip"] = first.number
        score += 70
        columns.insert(
            ColumnGuess(
                name: "nip",
                // An unknown heading is not repeated: it may itself be a person's.
                origin: table.container == "xml" ? origin(of: first) : .number(first.number),
                confidence: 70,
                evidence: Wording(
                    "judul tidak dikenal; \(first.profile.nips) dari \(first.profile.filled) nilai berupa NIP",
                    "unknown heading; \(first.profile.nips) of \(first.profile.filled) values are NIPs"
                )), at: 0)
    }

    private mutating func matchElements() {
        let free = table.columns.filter { !taken.values.contains($0.number) }
        elements = SurveyElements.columns(free)
        if !elements.isEmpty {
            score += 300 * elements.count
            return
        }
        guard taken["responden"] != nil, !table.columns.contains(where: \.isPivot) else { return }
        // Their headings may be names of people, so they are named by number and mapped by a human.
        unnamedElements = SurveyElements.unnamed(free).count
        guard unnamedElements > 0 else { return }
        score += 100 * unnamedElements
        let list = SurveyElements.unnamed(free).map { "\($0.number)" }.joined(separator: ", ")
        questions.append(
            Wording(
                "kolom \(list) berisi bilangan kecil tanpa judul yang dikenal: apakah itu unsur survei? Jika ya, tulis judulnya di elements",
                "columns \(list) hold small numbers without a known heading: are they the elements? If so, write their headings under elements"
            ))
    }

    /// Of `nip|unit` and the like a definition maps exactly one: the person before the unit.
    private mutating func keepOneAlternative() {
        for group in page.kind.alternatives {
            let order = group == ["jabatan", "jenjang"] ? ["jenjang", "jabatan"] : group
            let found = order.filter { taken[$0] != nil }
            for name in found.dropFirst() {
                columns.removeAll { $0.name == name }
                taken[name] = nil
            }
        }
    }
}
