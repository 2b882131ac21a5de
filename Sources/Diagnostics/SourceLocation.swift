/// A place in an input or definition file, as editors and grep understand it.
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// Path as people know it: relative to the inputs, or as given on the command line.
    package let file: String
    /// 1-based physical line; 0 when the whole file is meant.
    package let line: Int
    /// 1-based character of the line; 0 when the whole line is meant.
    package let column: Int

    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// For terminal and log: a file that is named for a person shows no whole NIP.
    package var description: String {
        let file = MaskedText.of(file)
        if line == 0 { return file }
        return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
}
