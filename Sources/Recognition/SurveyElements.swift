/// Headings of the elements of a survey: `U1`, `U2`, ….
enum SurveyElements {
    /// - Returns: The element's number; nil for any other heading.
    static func number(of keys: [String]) -> Int? {
        for key in keys where key.first == "u" {
            let digits = key.dropFirst()
            if (1...2).contains(digits.count), digits.allSatisfy(\.isNumber),
                let number = Int(digits), number > 0
            {
                return number
            }
        }
        return nil
    }

    /// The columns that are elements, in their order; empty unless all numbers from 1 are there.
    static func columns(_ columns: [SampleColumn]) -> [SampleColumn] {
        let found = columns.compactMap { column in
            number(of: column.keys).map { (number: $0, column: column) }
        }.sorted { $0.number < $1.number }
        let isWhole = found.enumerated().allSatisfy { $0.offset + 1 == $0.element.number }
        return found.count > 1 && isWhole ? found.map(\.column) : []
    }

    /// Columns of small whole numbers that no heading explains, where no element is numbered.
    static func unnamed(_ columns: [SampleColumn]) -> [SampleColumn] {
        let found = columns.filter { column in
            let filled = column.profile.filled
            return filled > 0 && column.profile.smallIntegers * 10 >= filled * 9
                && !column.heading.isEmpty
                && !HeadingBook.known.isKnown(column.keys)
        }
        return found.count > 1 ? found : []
    }
}
