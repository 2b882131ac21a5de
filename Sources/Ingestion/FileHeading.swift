/// The header of a file as it was found, and what of it is read.
package struct FileHeading: Sendable {
    /// From the first column on; empty where a column has no heading.
    package let names: [String]
    /// Of its first line or row, from 1.
    package let line: Int
    /// By column of the source, the place of its heading in `names`; -1 for what is no cell.
    package let wanted: [Int]

    /// Headings that no column of the source asks for.
    package var unclaimed: [String] {
        let claimed = Set(wanted)
        return names.indices.filter { !claimed.contains($0) && !names[$0].isEmpty }
            .map { names[$0] }
    }
}
