internal import Definition

/// The header of a file as it was found, and what of it is read.
package struct FileHeading: Sendable {
    /// From the first column on; empty where a column has no heading. Of a pivot without the names in them.
    package let names: [String]
    /// Of its first line or row, from 1.
    package let line: Int
    /// By column of the source, the place of its heading in `names`, -1 for what is no cell; then the pivot's.
    package let wanted: [Int]
    /// Of these the pivot's.
    package let pivoted: Int

    init(names: [String], line: Int, wanted: [Int], pivot: PivotHeading?, pivoted: Int) {
        self.names = pivot.map { names.map($0.masked) } ?? names
        self.line = line
        self.wanted = wanted
        self.pivoted = pivoted
    }

    /// Headings that no column of the source asks for.
    package var unclaimed: [String] {
        let claimed = Set(wanted)
        return names.indices.filter { !claimed.contains($0) && !names[$0].isEmpty }
            .map { names[$0] }
    }
}
