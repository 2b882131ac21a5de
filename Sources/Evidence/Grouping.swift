/// Rows in the order of what they belong to: the rows of subject `i` are one slice.
package struct Grouping: Sendable {
    private var starts: [Int32]
    private var rows: [Int32]

    /// Counting sort, stable: rows of one subject stay in the order they came.
    ///
    /// - Parameters:
    ///   - subjects: One per row; negative ones belong to nobody.
    ///   - count: Number of subjects.
    package init(subjects: [Int32], count: Int) {
        starts = Array(repeating: 0, count: count + 1)
        for subject in subjects where subject >= 0 { starts[Int(subject) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        rows = Array(repeating: 0, count: Int(starts[count]))
        var next = starts
        for (row, subject) in subjects.enumerated() where subject >= 0 {
            rows[Int(next[Int(subject)])] = Int32(row)
            next[Int(subject)] += 1
        }
    }

    package func rows(of subject: Int32) -> ArraySlice<Int32> {
        rows[Int(starts[Int(subject)])..<Int(starts[Int(subject) + 1])]
    }

    package var subjectCount: Int { starts.count - 1 }
}
