internal import Diagnostics

/// What holds for every problem that reading YAML reports.
enum ProblemCheck {
    /// - Parameters:
    ///   - problems: What was reported.
    ///   - files: Texts by name, those among which a problem's place must be.
    /// - Throws: ``Violation`` for the first of them that says nothing or stands nowhere.
    static func check(_ problems: [Diagnostic], _ files: [String: String]) throws(Violation) {
        for problem in problems {
            try require(!problem.message.isEmpty, "a problem without words")
            guard let text = files[problem.location.file] else { continue }
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .count
            try require(
                problem.location.line <= lines + 1,
                "line \(problem.location.line) of \(lines): \(problem.message)")
        }
    }
}
