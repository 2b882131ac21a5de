internal import Tabular

/// Texts that many cells repeat, one behind the other: printing one touches no reference count.
struct TextList: Sendable {
    private var bytes: [UInt8] = []
    /// Where text `i` begins; it ends where text `i + 1` begins.
    private var starts = [0]

    init(_ texts: some Sequence<String>) {
        for text in texts {
            bytes.append(text)
            starts.append(bytes.count)
        }
    }

    func append(_ number: Int, to cells: inout CellBlock) {
        cells.append(
            contentsOf: bytes.span.extracting(starts[number]..<starts[number + 1]))
    }

    /// Appends and ends a cell per person: the text that the person's number names, none below 0.
    func append(
        _ numbers: [Int16], of people: ArraySlice<Int32>, to cells: inout CellBlock
    ) {
        for number in numbers.values(of: people) {
            if number >= 0 { append(Int(number), to: &cells) }
            cells.endCell()
        }
    }
}
