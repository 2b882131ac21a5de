package import Batches

/// Text of whole records, cut by whoever has time for it.
///
/// Finding where a chunk may end is the reader's work and nearly free; cutting it into cells is not, and
/// depends on nothing but the chunk.
package struct CSVChunk: Sendable {
    private var batch: RawBatch
    /// Nil when the reader had to cut the records itself to know where they end.
    private let tokenizer: CSVTokenizer?

    init(_ batch: consuming RawBatch, tokenizer: CSVTokenizer?) {
        self.batch = batch
        self.tokenizer = tokenizer
    }

    /// Bytes of text.
    package var textLength: Int { batch.textLength }

    /// The records; to be reported to ``CSVReader/book(_:)`` in the order of the file.
    package consuming func cut() -> RawBatch {
        var batch = self.batch
        if let tokenizer {
            let end = tokenizer.tokenize(into: &batch, from: 0, isLast: false)
            precondition(end == batch.textLength, "a chunk ends where a record does")
        }
        var lines = 0
        for row in batch.rows { lines &+= Int(row.lineCount) }
        batch.recordLineCount = lines
        return batch
    }
}
