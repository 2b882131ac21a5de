/// Long lines for people, broken at blanks.
enum WrappedText {
    /// Characters of a line.
    static let width = 100

    /// - Parameters:
    ///   - text: One line.
    ///   - first: What stands before it.
    ///   - next: What stands before each line that continues it.
    ///   - width: Characters of a line.
    /// - Returns: Lines within `width`; a word that is longer has a line of its own.
    static func lines(
        _ text: String, first: String, next: String, width: Int = width
    ) -> [String] {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = next
                isEmpty = true
            }
            line += isEmpty ? "\(word)" : " \(word)"
            isEmpty = false
        }
        return lines + [line]
    }
}
