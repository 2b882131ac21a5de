internal import CivilService
internal import Diagnostics
internal import Ledger
internal import Payroll

/// Lays the answers of a return file beside the rows of a payment file.
///
/// A transfer is all that a file pays a person: rapel is in it, and what was set off is taken out of it. So an
/// answer by NIP is one for all rows of the person. A single row can be named by its key where nothing was set off.
struct ReturnMatching {
    private let file: PaidFile
    /// What is known of each row already.
    private let known: [PaymentResult?]
    private let path: String
    private let nets: [Rupiah]
    private let places: [NIP: [Int]]

    struct Match {
        /// Of every row, with the answers of this file.
        var results: [PaymentResult?]
        /// Answers that were not known before.
        var news: [(row: Int, result: PaymentResult, reason: String)] = []
        var findings: [Diagnostic] = []
    }

    init(_ file: PaidFile, results: [PaymentResult?], path: String) {
        self.file = file
        self.path = path
        known = results
        nets = file.rows.map { row in
            zip(file.lines, row.amounts).reduce(.zero) { sum, pair in
                switch pair.0.kind {
                case .gross: sum + pair.1
                case .deduction: sum - pair.1
                case .employer: sum
                }
            }
        }
        places = Dictionary(grouping: file.rows.indices) { file.rows[$0].nip }
    }

    /// - Throws: ``RunFailure`` of kind `input` where a line names no row of the file, or two lines the same row.
    func callAsFunction(_ answers: [ReturnFile.Row]) throws(RunFailure) -> Match {
        var match = Match(results: known)
        var problems: [Diagnostic] = []
        var named: [Int: Int] = [:]
        for answer in answers {
            guard answer.payment.isEmpty || answer.payment == "\(file.id)" else {
                problems.append(
                    refusal(
                        answer, "it is of \(VisibleText.of(answer.payment))", "a row of \(file.id)")
                )
                continue
            }
            guard let rows = rows(named: answer, problems: &problems) else { continue }
            if let other = rows.compactMap({ named[$0] }).first {
                problems.append(
                    refusal(answer, "line \(other) answers for the same row", "one line for each"))
                continue
            }
            for row in rows { named[row] = answer.line }
            enter(answer, rows, into: &match)
        }
        guard problems.isEmpty else { throw RunFailure(.input, problems) }
        // A person whose rows cancel out gets no transfer that anybody could answer for.
        for (_, rows) in places.sorted(by: { $0.key < $1.key })
        where rows.allSatisfy({ match.results[$0] == nil }) && net(rows) == .zero {
            for row in rows {
                match.results[row] = .paid
                match.news.append((row, .paid, ""))
            }
        }
        return match
    }

    private func net(_ rows: [Int]) -> Rupiah { rows.reduce(.zero) { $0 + nets[$1] } }

    private func rows(
        named answer: ReturnFile.Row, problems: inout [Diagnostic]
    ) -> [Int]? {
        guard let ofPerson = places[answer.nip] else {
            problems.append(
                refusal(answer, "\(answer.nip.masked) is not in \(file.id)", "a person of the file")
            )
            return nil
        }
        guard let month = answer.month else { return ofPerson }
        guard let row = ofPerson.first(where: { file.rows[$0].month == month }) else {
            problems.append(
                refusal(
                    answer, "\(answer.nip.masked) has no row of \(month) in \(file.id)",
                    "a row of the file"))
            return nil
        }
        guard ofPerson.allSatisfy({ nets[$0] >= .zero }) else {
            problems.append(
                refusal(
                    answer, "\(answer.nip.masked) has rows that were set off against each other",
                    "the whole transfer by NIP"))
            return nil
        }
        return [row]
    }

    private func enter(_ answer: ReturnFile.Row, _ rows: [Int], into match: inout Match) {
        let expected = net(rows)
        guard answer.amount == expected else {
            match.findings.append(
                finding(answer, "the amount is \(answer.amount), the file pays \(expected)"))
            return
        }
        guard answer.result == .returned || rows.allSatisfy({ known[$0] != .returned }) else {
            match.findings.append(
                finding(answer, "it came back before, and is due again since then"))
            return
        }
        for row in rows where known[row] != answer.result {
            match.results[row] = answer.result
            match.news.append((row, answer.result, answer.reason))
        }
    }

    private func finding(_ answer: ReturnFile.Row, _ message: String) -> Diagnostic {
        Diagnostic(
            .returnMismatch, severity: .warning,
            at: SourceLocation(file: path, line: answer.line),
            "\(answer.nip.masked): \(message)", hint: "clear it up with the bank or the treasury")
    }

    private func refusal(
        _ answer: ReturnFile.Row, _ found: String, _ expected: String
    ) -> Diagnostic {
        Diagnostic(
            .returnUnknown, at: SourceLocation(file: path, line: answer.line),
            "\(found), expected \(expected)",
            hint: "check that it is the return file of this payment; nothing of it was entered")
    }
}
