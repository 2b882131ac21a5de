internal import Batches
internal import Definition

/// Turns records with one cell for each person and aspect into rows, one for each such cell, empty ones too.
///
/// A record that could not be cut stays one row. Which cells are no answer is told where values are read.
struct PivotUnfolding: Sendable {
    private let columnCount: Int
    private let nip: Int
    private let aspek: Int?
    private let nilai: Int
    private let texts: [(aspek: [UInt8], nip: [UInt8]?)]

    /// - Returns: `nil` for a source whose records are rows.
    init?(_ source: SourceDefinition, _ headings: PivotHeadings?) {
        func place(_ name: String) -> Int? {
            source.columns.firstIndex { $0.name == name && $0.origin == .pivot }
        }
        guard let headings, let nip = place("nip"), let nilai = place("nilai") else { return nil }
        (columnCount, self.nip, self.nilai) = (source.columns.count, nip, nilai)
        aspek = place("aspek")
        texts = headings.all.map { (Array($0.aspek.utf8), $0.nip.map { Array($0.utf8) }) }
    }

    /// - Parameter batch: The source's columns, and behind them one for each heading.
    func unfold(_ batch: consuming RawBatch) -> RawBatch {
        let wide = batch.columnCount
        precondition(wide == columnCount + texts.count)
        let said = texts.map { texts in
            (
                aspek: Self.append(texts.aspek, to: &batch.bytes),
                nip: texts.nip.map { Self.append($0, to: &batch.bytes) } ?? .absent
            )
        }
        let (fields, places) = (batch.fields, batch.fieldPlaces)
        var rows: [RowOrigin] = []
        var unfolded: [FieldSlice] = []
        var unfoldedPlaces: [UInt64] = []
        rows.reserveCapacity(batch.rows.count * texts.count)
        unfolded.reserveCapacity(batch.rows.count * texts.count * columnCount)
        var firsts: [Int] = []
        for (record, origin) in batch.rows.enumerated() {
            firsts.append(rows.count)
            let start = record * wide
            let isCut = origin.fault == .none
            for heading in 0..<(isCut ? texts.count : 1) {
                rows.append(origin)
                let base = unfolded.count
                unfolded.append(contentsOf: fields[start..<start + columnCount])
                if isCut {
                    unfolded[base + nilai] = fields[start + columnCount + heading]
                    unfolded[base + nip] = said[heading].nip
                    if let aspek { unfolded[base + aspek] = said[heading].aspek }
                }
                guard !places.isEmpty else { continue }
                unfoldedPlaces.append(contentsOf: places[start..<start + columnCount])
                for column in [nip, nilai, aspek ?? nilai] {
                    unfoldedPlaces[base + column] = places[start + columnCount + heading]
                }
            }
        }
        batch.cellFaults = faults(batch.cellFaults, firsts: firsts)
        batch.columnCount = columnCount
        batch.rows = rows
        batch.fields = unfolded
        batch.fieldPlaces = unfoldedPlaces
        batch.pivot = PivotColumns(
            answer: nilai, ofHeading: [nip] + (aspek.map { [$0] } ?? []))
        return batch
    }

    /// A fault of an ordinary cell is one of all rows of its record.
    private func faults(_ faults: [CellFault], firsts: [Int]) -> [CellFault] {
        let unfolded = faults.flatMap { fault -> [CellFault] in
            let first = firsts[Int(fault.row)]
            let heading = Int(fault.column) - columnCount
            if heading >= 0 {
                return [CellFault(row: Int32(first + heading), column: Int32(nilai))]
            }
            return texts.indices.map {
                CellFault(row: Int32(first + $0), column: fault.column)
            }
        }
        return unfolded.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    private static func append(_ text: [UInt8], to bytes: inout [UInt8]) -> FieldSlice {
        let offset = bytes.count
        bytes.append(contentsOf: text)
        return FieldSlice(offset: offset, count: text.count)
    }
}
