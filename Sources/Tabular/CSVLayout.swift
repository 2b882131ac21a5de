/// What stands before the first record of a file.
package struct CSVLayout: Sendable, Hashable {
    /// Header cells as written but unquoted, trimmed of blanks and no-break spaces.
    package var header: [String]

    /// Line of the header's first byte, 1-based.
    package var headerLine: Int

    /// Physical lines before the first record; its line is one more, unless blank lines follow.
    package var linesConsumed: Int

    /// Place of the first record in the decoded file, in bytes, a byte order mark not counted.
    package var firstRecordOffset: Int
}
