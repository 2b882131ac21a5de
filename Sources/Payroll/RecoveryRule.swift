/// How much of an overpayment one file takes back from a person, as the pay scheme declares it.
package struct RecoveryRule: Hashable, Sendable {
    package enum Ceiling: Hashable, Sendable {
        /// All of the current net.
        case whole
        /// So many hundredths of a percent (0...10,000) of the current net.
        case share(basisPoints: Int64)
        /// So much in a file, 0 or more, and never more than the current net.
        case amount(Rupiah)
    }

    /// Of a share that is no whole rupiah.
    package enum Rounding: String, Sendable, CaseIterable {
        case down
        case halfUp = "half-up"
        case up
    }

    /// Which overpaid month is taken back first.
    package enum MonthOrder: String, Sendable, CaseIterable {
        case oldestFirst = "oldest-first"
        case newestFirst = "newest-first"
    }

    /// Of the net of the file's own month, as long as nothing of it has reached the person.
    package let ceiling: Ceiling
    package let rounding: Rounding
    package let order: MonthOrder
    /// Whether rapel of the same file is set off whole before the ceiling is asked; else it is paid out untouched.
    package let setsOffArrears: Bool

    package init(
        ceiling: Ceiling, rounding: Rounding, order: MonthOrder, setsOffArrears: Bool
    ) {
        if case .share(let share) = ceiling { precondition((0...10_000).contains(share)) }
        if case .amount(let amount) = ceiling { precondition(amount >= .zero) }
        self.ceiling = ceiling
        self.rounding = rounding
        self.order = order
        self.setsOffArrears = setsOffArrears
    }

    /// What a file may take back from somebody whom it pays these nets, both 0 or more.
    package func limit(current: Rupiah, arrears: Rupiah) -> Rupiah {
        let allowed: Rupiah =
            switch ceiling {
            case .whole: current
            case .share(let basisPoints): share(basisPoints, of: current)
            case .amount(let amount): min(amount, current)
            }
        return setsOffArrears ? allowed + arrears : allowed
    }

    /// Divided before it is multiplied, so that no product leaves 64 bits.
    private func share(_ basisPoints: Int64, of net: Rupiah) -> Rupiah {
        let (whole, rest) = net.amount.quotientAndRemainder(dividingBy: 10_000)
        let (more, remainder) = (rest * basisPoints).quotientAndRemainder(dividingBy: 10_000)
        let rounded: Int64 =
            switch rounding {
            case .down: 0
            case .halfUp: remainder >= 5_000 ? 1 : 0
            case .up: remainder > 0 ? 1 : 0
            }
        return Rupiah(whole * basisPoints + more + rounded)
    }
}
