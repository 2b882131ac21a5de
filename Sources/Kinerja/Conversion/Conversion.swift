internal import Batches
package import Diagnostics
internal import Tabular

/// A whole `convert`: any table in, clean RFC 4180 out, each record exactly once in the output or in the rejects.
package struct Conversion {
    /// What became of the records.
    package struct Outcome: Sendable {
        /// Records written below the header, repaired ones included.
        package fileprivate(set) var written = 0
        package fileprivate(set) var rejected = 0
        package fileprivate(set) var repaired = 0
        /// Whether a header was expected and is among the rejects, with no declared names in its place.
        package fileprivate(set) var lacksHeader = false
        /// How the file was read, one property a line.
        package fileprivate(set) var description: [String] = []
    }

    private static let pieceBytes = 1 << 18

    private let options: ConversionOptions
    private let source: any TableSource
    private let rejects: RejectList
    private let write: ([UInt8]) throws(RunFailure) -> Void
    private var writer = RecordWriter()
    private var outcome = Outcome()
    /// Header records still to come, and the cells of those that came.
    private var headerLeft: Int
    private var header: [[[UInt8]]] = []
    /// The last record written, while what follows may show that it is none.
    private var doubtful: DoubtfulRecord?

    /// Converts one file; `write` takes the output in pieces of whole records.
    ///
    /// Throws ``RunFailure``: `input` when the file is refused, `definition` when the declared columns do not
    /// fit, `output` when a file cannot be written or `write` says so.
    package static func run(
        _ options: ConversionOptions, write: @escaping ([UInt8]) throws(RunFailure) -> Void
    ) throws(RunFailure) -> Outcome {
        var conversion = try Conversion(options, write: write)
        try conversion.convert()
        return conversion.outcome
    }

    private init(
        _ options: ConversionOptions, write: @escaping ([UInt8]) throws(RunFailure) -> Void
    ) throws(RunFailure) {
        self.options = options
        self.write = write
        source = try TableSources.open(options)
        if let columns = options.columns, columns.count != source.cellCount {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .badValue, at: SourceLocation(file: options.path),
                    "--columns names \(columns.count) columns, the table has \(source.cellCount)",
                    hint: "name every column of the table from left to right, or none"))
        }
        rejects = try RejectList(options.rejects, of: options.path)
        headerLeft = source.headerRecords
        outcome.description = source.description
    }

    private mutating func convert() throws(RunFailure) {
        while let batch = try source.next() {
            for row in batch.records.rows.indices { try take(row, of: batch) }
            if writer.bytes.count >= Self.pieceBytes {
                try write(writer.take(before: doubtful?.start))
                doubtful?.start = 0
            }
        }
        if headerLeft > 0, source.headerRecords > 0 { endHeader() }
        try write(writer.take())
        try rejects.publish()
    }

    private mutating func take(_ row: Int, of batch: TableBatch) throws(RunFailure) {
        let records = batch.records
        guard records.rows[row].fault == .none else {
            try takeFaulted(row, of: batch)
            return
        }
        if headerLeft > 0 {
            let cells = (0..<source.cellCount).map {
                records.plainText(records.field(row: row, column: $0))
            }
            takeHeader(cells)
            return
        }
        doubtful = doubt(row, of: batch)
        for column in 0..<source.cellCount {
            let field = records.field(row: row, column: column)
            if field.isEscaped || field.isAbsent {
                writer.append(records.plainText(field))
            } else {
                let start = Int(field.offset)
                writer.append(records.bytes[start..<start + field.count])
            }
        }
        writer.endRecord()
        outcome.written += 1
    }

    private mutating func takeFaulted(_ row: Int, of batch: TableBatch) throws(RunFailure) {
        let origin = batch.records.rows[row]
        let text = Array(batch.records.bytes[Int(origin.start)..<Int(origin.end)])
        try settleDoubt(text)
        let fault =
            batch.faults[row]
            ?? RowFault(
                kind: origin.fault.kind, cell: column(of: origin, text),
                isRepairable: origin.fault.kind == "cell-count" || origin.fault.kind == "quoting")
        var kind = fault.kind
        var cells: [[UInt8]]?
        if options.isLenient, fault.isRepairable {
            cells = source.repair?.repair(text)
        }
        if cells == nil {
            outcome.rejected += 1
        } else {
            outcome.repaired += 1
            kind = "repaired-" + kind
        }
        try rejects.add(
            line: batch.firstLine + Int(origin.line), byte: batch.byte(of: origin),
            column: fault.cell, kind: kind, text: text)
        if headerLeft > 0 {
            takeHeader(cells)
        } else if let cells {
            for cell in cells { writer.append(cell) }
            writer.endRecord()
            outcome.written += 1
        }
    }

    /// A record that spans lines, in strict reading: its quotes may not be the ones that belong together.
    private func doubt(_ row: Int, of batch: TableBatch) -> DoubtfulRecord? {
        let origin = batch.records.rows[row]
        guard origin.lineCount > 1, !options.isLenient else { return nil }
        return DoubtfulRecord(
            start: writer.bytes.count, line: batch.firstLine + Int(origin.line),
            byte: batch.byte(of: origin),
            text: Array(batch.records.bytes[Int(origin.start)..<Int(origin.end)]))
    }

    /// Rejects the record before a malformed one when its first line may as well be the malformed one, and the
    /// rest of it a part of what follows: of two readings that are equally good none is taken.
    private mutating func settleDoubt(_ following: [UInt8]) throws(RunFailure) {
        guard var record = doubtful.take(), let repair = source.repair else { return }
        guard repair.endsAsRecord(record.otherwise(with: following)) else {
            doubtful = record
            return
        }
        writer.takeBack(from: record.start)
        outcome.written -= 1
        outcome.rejected += 1
        try rejects.add(
            line: record.line, byte: record.byte, column: nil, kind: RecordFault.quoting.kind,
            text: record.text)
    }

    /// The cell, from 1 on, where a record stops being right.
    private func column(of origin: RowOrigin, _ text: [UInt8]) -> Int? {
        switch origin.fault {
        case .cellCount: min(Int(origin.cells), source.cellCount) + 1
        case .quoting, .tooManyLines, .encoding: source.repair?.faultyCell(text)
        default: nil
        }
    }

    /// - Parameter cells: Nil where the header record was rejected.
    private mutating func takeHeader(_ cells: [[UInt8]]?) {
        headerLeft -= 1
        if let cells { header.append(cells) } else { outcome.lacksHeader = true }
        if headerLeft == 0 { endHeader() }
    }

    /// Writes the header: the declared names, or its records joined cell by cell with a blank.
    private mutating func endHeader() {
        headerLeft = 0
        if let columns = options.columns {
            outcome.lacksHeader = false
            for column in columns { writer.append(Array(column.utf8)) }
            writer.endRecord()
            return
        }
        guard !outcome.lacksHeader, !header.isEmpty else { return }
        for column in 0..<source.cellCount {
            let parts = header.map { $0[column] }.filter { !$0.isEmpty }
            writer.append(Array(parts.joined(separator: [UInt8(ascii: " ")])))
        }
        writer.endRecord()
    }
}

/// A record that spans lines and was written, with what it would take to write it otherwise.
private struct DoubtfulRecord {
    /// Place of its first byte in the output in hand.
    var start: Int
    let line: Int
    let byte: Int?
    let text: [UInt8]
    /// Malformed records behind it, with their line ends.
    private var following: [UInt8] = []

    /// Bytes behind which no quote of this record can close.
    private static let mostBytes = 1 << 16

    init(start: Int, line: Int, byte: Int?, text: [UInt8]) {
        self.start = start
        self.line = line
        self.byte = byte
        self.text = text
    }

    /// The lines behind its first one, with the malformed ones that follow.
    mutating func otherwise(with line: [UInt8]) -> [UInt8] {
        guard following.count < Self.mostBytes else { return [] }
        following += [UInt8(ascii: "\n")] + line
        let rest = text.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return Array(rest.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) + following
    }
}
