internal import Batches
internal import Diagnostics
internal import Files
internal import Tabular

/// Records that are not in the output as they stand in the file, as a CSV file of their own.
final class RejectList {
    private enum Field: String, CaseIterable {
        case file
        case line
        case byteOffset = "byte_offset"
        case column
        case kind
        case text
    }

    private static let pieceBytes = 1 << 18
    private let input: String
    private var file: FreshFile?
    private var writer = RecordWriter()

    /// Begins the list at `path`; at nil nobody wants it.
    init(_ path: String?, of input: String) throws(RunFailure) {
        self.input = input
        guard let path else { return }
        do throws(FileFailure) {
            file = try FreshFile(path: path)
        } catch {
            throw Self.failure(error)
        }
        for field in Field.allCases { writer.append(Array(field.rawValue.utf8)) }
        writer.endRecord()
    }

    /// Adds a record by the 1-based line and the place of its first byte, nil where it has none; `column` is the cell
    /// from 1 on, nil where it cannot be said. Bytes of `text` that are no UTF-8 are shown as U+FFFD.
    func add(
        line: Int, byte: Int?, column: Int?, kind: String, text: [UInt8]
    ) throws(RunFailure) {
        guard file != nil else { return }
        let valid = String(decoding: text, as: UTF8.self)
        let (byte, column) = (byte.map { "\($0)" } ?? "", column.map { "\($0)" } ?? "")
        for cell in [input, "\(line)", byte, column, kind, valid] {
            writer.append(Array(cell.utf8))
        }
        writer.endRecord()
        if writer.bytes.count >= Self.pieceBytes { try flush() }
    }

    private func flush() throws(RunFailure) {
        let bytes = writer.take()
        do throws(FileFailure) {
            try file?.write(bytes.span)
        } catch {
            throw Self.failure(error)
        }
    }

    /// Gives the file its name.
    func publish() throws(RunFailure) {
        guard file != nil else { return }
        try flush()
        do throws(FileFailure) {
            try file?.publish()
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: FileFailure) -> RunFailure {
        RunFailure(
            .output,
            Diagnostic(
                .outputFailed, at: SourceLocation(file: error.path), error.description,
                hint: "free the disk or correct the rights, then run again"))
    }
}

extension RecordFault {
    /// What is wrong with a record, in the words of the list of rejects.
    var kind: String {
        switch self {
        case .none: ""
        case .cellCount, .missingField, .unknownField: "cell-count"
        case .repeatedField: "repeated-field"
        case .quoting, .tooManyLines: "quoting"
        case .tooLong: "too-long"
        case .encoding: "encoding"
        case .blank: "blank"
        }
    }
}
