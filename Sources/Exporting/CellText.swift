internal import Evidence
internal import Tabular

extension CellBlock {
    mutating func append(integer: some BinaryInteger) {
        append(figure: Int64(integer), decimals: 0)
    }

    /// Appends a published figure, nothing where it is absent.
    mutating func append(published figure: Int64?, decimals: Int) {
        guard let figure, figure != Results.absent else { return }
        append(figure: figure, decimals: decimals)
    }

    /// Appends and ends a cell per person: the person's published figure.
    mutating func append(
        published figures: [Int64], of people: ArraySlice<Int32>, decimals: Int
    ) {
        let absent = Results.absent
        for figure in figures.values(of: people) {
            if figure != absent { append(figure: figure, decimals: decimals) }
            endCell()
        }
    }

    /// Appends and ends a cell per person: the person's flag.
    mutating func append(flags: [Bool], of people: ArraySlice<Int32>) {
        for flag in flags.values(of: people) {
            append(flag: flag)
            endCell()
        }
    }

    /// Appends a flag in the words that definitions use.
    mutating func append(flag: Bool) { append(flag ? "ya" : "tidak") }
}

extension Array {
    /// The elements of some people, who stand in any order.
    ///
    /// Fetched before they are printed, so that the processor waits for many of them at a time and
    /// not for each.
    func values(of people: ArraySlice<Int32>) -> [Element] {
        people.map { self[Int($0)] }
    }
}

extension [UInt8] {
    mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}

extension String {
    /// The order of bytes, which no locale and no Unicode version changes.
    func precedesByBytes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
