package import Batches

/// What became of every row and line of one input file.
package struct FileAccount: Sendable {
    /// Path relative to the inputs.
    package let path: String
    package let source: String
    package let supplier: String
    /// SHA-256 of the file as it is, 64 hex digits.
    package var checksum: String
    package let size: Int
    /// `nil` for a file that counts; else the path that counts instead.
    package let replacedBy: String?
    /// Rows by ``RowOutcome``, in the order of its cases.
    package private(set) var outcomes = [Int](repeating: 0, count: RowOutcome.allCases.count)
    /// Rejects that follow from another reject.
    package var consequentRejects = 0
    /// Rows that count by agency, where the definition expects agencies by a column.
    package private(set) var agencies: [String: Int] = [:]
    /// Physical lines; `nil` for XML.
    package var lines: Lines?

    package struct Lines: Sendable, Equatable {
        package var preamble = 0
        package var header = 0
        package var blank = 0
        package var footer = 0
        /// Lines that the records span.
        package var records = 0
        /// Counted by the reader as it went, batch by batch.
        package var total = 0

        package init() {}

        package var isBalanced: Bool { total == preamble + header + blank + footer + records }
    }

    package init(
        path: String, source: String, supplier: String, checksum: String, size: Int,
        replacedBy: String?
    ) {
        self.path = path
        self.source = source
        self.supplier = supplier
        self.checksum = checksum
        self.size = size
        self.replacedBy = replacedBy
    }

    package mutating func add(_ outcome: RowOutcome, count: Int = 1) {
        outcomes[Int(outcome.rawValue)] += count
    }

    /// Books every row of a batch and the lines of its records.
    package mutating func add(_ batch: borrowing CheckedBatch) {
        for outcome in batch.outcomes { outcomes[Int(outcome.rawValue)] &+= 1 }
        addRecordLines(batch.raw.recordLineCount)
    }

    /// Books the rows of a batch by the agency that a column of text names.
    package mutating func addAgencies(_ batch: borrowing CheckedBatch, column: Int) {
        for row in 0..<batch.rowCount where Self.counting.contains(batch.outcomes[row]) {
            agencies[batch.text(batch.columns[column].values[row]), default: 0] += 1
        }
    }

    package mutating func restore(agencies: [String: Int]) { self.agencies = agencies }

    /// Takes the rows by outcome as an earlier reading counted them.
    package mutating func restore(outcomes: [Int]) {
        for (place, count) in outcomes.enumerated() where place < self.outcomes.count {
            self.outcomes[place] = count
        }
    }

    package mutating func addRecordLines(_ count: Int) {
        var lines = self.lines ?? Lines()
        lines.records += count
        self.lines = lines
    }

    /// Books a row otherwise, when only the end of its source tells what becomes of it.
    package mutating func move(from old: RowOutcome, to new: RowOutcome) {
        precondition(count(old) > 0, "a row is booked before it moves")
        add(old, count: -1)
        add(new)
    }

    package func count(_ outcome: RowOutcome) -> Int { outcomes[Int(outcome.rawValue)] }

    /// What shows that something was delivered for the run, whoever it is about.
    private static let counting: [RowOutcome] = [.used, .excluded, .acting, .notInForce]

    package var countingRows: Int { Self.counting.reduce(0) { $0 + count($1) } }

    package var read: Int { outcomes.reduce(0, +) }

    /// Rows set aside by a declared rule.
    package var setAside: Int {
        count(.acting) + count(.otherPeriod) + count(.repeated) + count(.notInForce)
            + count(.unanswered)
    }
}
