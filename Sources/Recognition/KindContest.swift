internal import Definition

/// Which kind a table is of.
struct KindContest {
    let winner: KindTrial?
    /// A second kind that fits as well.
    let rival: KindTrial?

    /// - Parameters:
    ///   - table: The table of a sample.
    ///   - hasMonth: Whether the file's name tells the month.
    init(_ table: SampleTable, hasMonth: Bool) {
        let trials = HeadingBook.known.pages.map {
            KindTrial($0, table, hasMonth: hasMonth)
        }.filter(\.isPossible)
        // Any list of codes and names would do as a table: only where nothing else does.
        let real = trials.filter { $0.page.kind != .table }
        let ranked = (real.isEmpty ? trials : real).enumerated().sorted {
            ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
        }.map(\.element)
        winner = ranked.first
        let second = ranked.dropFirst().first
        rival = second.flatMap { trial in
            trial.score * 20 >= (ranked.first?.score ?? 0) * 19 ? trial : nil
        }
    }
}
