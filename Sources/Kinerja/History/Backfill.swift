package import CivilService
internal import Definition
package import Diagnostics
internal import Files
internal import Ledger

/// The same definition over a stretch of periods, one run after the other.
package struct Backfill: Sendable {
    /// Which periods that were tried before are tried again.
    package enum Redo: String, Sendable, CaseIterable {
        /// None, whatever came of them.
        case none
        /// Those without a published run.
        case failed
        /// All; a run that is already published is verified and not computed again.
        case all
    }

    /// What became of one period.
    package enum Result: Sendable {
        case ran(Appraisal.Outcome)
        /// `isDone`: A complete run stands; else it was tried in vain, and is not to be tried again.
        case skipped(isDone: Bool)
        case failed(RunFailure)

        /// What the process would leave with for this period alone.
        package var exitCode: Int32 {
            switch self {
            case .ran(let outcome): outcome.exitCode
            case .skipped: 0
            case .failed(let failure): failure.exitCode
            }
        }

        /// The next periods would meet the same: lock, disk, program, or somebody's wish to end.
        fileprivate var endsAll: Bool {
            guard case .failed(let failure) = self else { return false }
            return [.locked, .output, .internal, .interrupted, .terminated].contains(failure.kind)
        }
    }

    /// What stands for the period in the pattern of inputs.
    package static let placeholder = "{period}"

    private let periods: [AppraisalPeriod]
    private let inputs: String
    private let redo: Redo

    /// - Returns: `nil` where the periods are of two lengths, the last lies before the first, or the pattern names no
    ///   period.
    package init?(
        from first: AppraisalPeriod, to last: AppraisalPeriod, inputs: String, redo: Redo
    ) {
        guard first.length == last.length, first.first <= last.first,
            inputs.contains(Self.placeholder)
        else { return nil }
        var periods = [last]
        while let earliest = periods.last, earliest != first { periods.append(earliest.previous) }
        self.periods = periods.reversed()
        self.inputs = inputs
        self.redo = redo
    }

    /// Runs the periods in order, and hands on what became of each as it is known.
    package func perform(
        _ options: RunOptions, progress: RunProgress?,
        report: (AppraisalPeriod, Result) -> Void
    ) async {
        for period in periods {
            var asked = options
            asked.period = period
            asked.inputs = inputs.replacing(Self.placeholder, with: "\(period)")
            let result = await result(asked, progress)
            report(period, result)
            if result.endsAll { return }
        }
    }

    private func result(_ options: RunOptions, _ progress: RunProgress?) async -> Result {
        do throws(RunFailure) {
            if let isDone = try skipping(options) { return .skipped(isDone: isDone) }
            return .ran(try await Appraisal.run(options, mode: .publish, progress: progress))
        } catch {
            return .failed(error)
        }
    }

    /// Whether a period that is not tried again has a complete run; `nil` where it is tried.
    private func skipping(_ options: RunOptions) throws(RunFailure) -> Bool? {
        if redo == .all { return nil }
        let name = try PreparedRun.definition(options).name
        let period = "\(options.period)"
        let ledger = try RunBook.asked { () throws(LedgerFailure) in
            try Ledger.read(in: options.output)
        }
        guard let ledger else { return nil }
        let (runs, attempts) = try RunBook.asked { () throws(LedgerFailure) in
            (
                try ledger.runs(pipeline: name, period: period),
                try ledger.attempts(pipeline: name, period: period)
            )
        }
        let isDone = runs.contains { run in
            run.state == .published && run.pointer != .none
                && FileTree.exists("\(options.output)/\(run.folder)")
        }
        if isDone { return true }
        return redo == .none && !attempts.isEmpty ? false : nil
    }
}
