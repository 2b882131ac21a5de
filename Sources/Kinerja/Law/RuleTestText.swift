package import Diagnostics
internal import Exporting
internal import Formulas
internal import Regulation
package import RuleTesting

/// The results of rule tests for people.
package struct RuleTestText {
    private let language: Language
    private let isVerbose: Bool

    /// `isVerbose`: Shows the steps of passed tests too.
    package init(_ language: Language, isVerbose: Bool = false) {
        self.language = language
        self.isVerbose = isVerbose
    }

    /// A line per file, below it what failed, and the sum of all.
    package func render(_ files: [RuleTestRun.FileResult]) -> String {
        var lines: [String] = []
        for file in files {
            lines.append("\(file.file): \(counts(of: file.results.count, failed: file.failed))")
            for result in file.results where isVerbose || !result.passed {
                lines += describe(result).map { $0.isEmpty ? "" : "  " + $0 }
            }
        }
        let total = files.reduce(0) { $0 + $1.results.count }
        let failed = files.reduce(0) { $0 + $1.failed }
        lines.append(
            counts(of: total, failed: failed) + " "
                + language(
                    "dalam \(files.count) berkas",
                    "in \(files.count) file\(files.count == 1 ? "" : "s")"))
        return lines.joined(separator: "\n") + "\n"
    }

    /// One test: what it is, expected beside found, what the source says, problems, and the steps.
    package func describe(_ result: RuleTestResult) -> [String] {
        let test = result.test
        var lines =
            result.failure.map { ["\($0)"] } ?? [
                "\(test.place): \(test.id) " + language("lulus", "passed")
            ]
        lines.append(
            "  " + language("rumus", "formula") + " \(test.formula), "
                + language("periode", "period") + " \(test.period)")
        lines += table(result)
        lines += WrappedText.lines(
            language("sumber", "source") + " (\(test.origin.rawValue)): \(test.source)",
            first: "  ", next: "    ")
        if let remark = test.remark {
            lines += WrappedText.lines(
                language("catatan", "remark") + ": \(remark)", first: "  ", next: "    ")
        }
        if !result.problems.isEmpty {
            lines.append("  " + language("masalah", "problems") + ":")
            lines += result.problems.flatMap { problem in
                "\(problem)".split(separator: "\n").map { "    \($0)" }
            }
        }
        if !result.steps.isEmpty {
            lines.append("  " + language("langkah", "steps") + ":")
            lines += result.steps.flatMap { steps($0, indent: "    ") }
        }
        return lines
    }

    private func counts(of total: Int, failed: Int) -> String {
        let passed = "\(total - failed) " + language("lulus", "passed")
        return failed == 0 ? passed : passed + ", \(failed) " + language("gagal", "failed")
    }

    /// Expected beside found; rows that differ are marked.
    private func table(_ result: RuleTestResult) -> [String] {
        guard !result.lines.isEmpty else { return [] }
        var table = AlignedText()
        table.add([
            "  " + language("keluaran", "output"), language("diharapkan", "expected"),
            language("ditemukan", "found"),
        ])
        for line in result.lines {
            table.add([(line.agrees ? "  " : "✗ ") + line.output, line.expected, line.found])
        }
        return table.text.split(separator: "\n").map(String.init)
    }

    private func steps(_ node: Trace.Node, indent: String) -> [String] {
        var step = node.label
        if let value = node.value { step += " = \(value)" }
        if let formula = node.formula { step += "   [\(formula)]" }
        return [indent + step]
            + node.basis.flatMap {
                WrappedText.lines(
                    $0.text(language), first: "\(indent)  ← ", next: "\(indent)      ")
            } + node.children.flatMap { steps($0, indent: indent + "  ") }
    }
}
