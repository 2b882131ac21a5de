package import Batches
package import Diagnostics
internal import Markup

/// The records of an XML document that no definition describes.
///
/// The document is walked twice: first to learn which element repeats and what is in it, then by the reader of
/// described documents.
package final class UndescribedXML {
    /// Fields of a record, at most; the reader's own limit.
    private static let mostFields = 512
    /// Records named in a message, at most.
    private static let mostCandidates = 6

    private let records: XMLRecordsSource
    private let record: String
    private let isDeclared: Bool
    private let count: Int
    /// Paths of what the records hold, as a definition would name them.
    package let fields: [String]

    /// - Parameters:
    ///   - path: The file as it is named.
    ///   - record: Path of the records from the root; nil where they are the only element that repeats.
    ///   - head: The file's first bytes, already taken from `source`.
    ///   - source: The rest.
    /// - Throws: ``RunFailure``: `input` for a file that is refused, `definition` where it is open what a record is.
    package init(
        path: String, record: String?, head: [UInt8], rest source: ByteSource
    ) throws(RunFailure) {
        var bytes = head
        while try source.pull(into: &bytes) {
            guard bytes.count <= SheetFile.limit else {
                throw InputFailures.refuse(
                    .forbiddenXML, file: path, "the file has more than \(SheetFile.limit) bytes",
                    hint: "describe it in a definition: there it is read piece by piece")
            }
        }
        let shape = XMLShape()
        do throws(XMLFailure) {
            try MarkupDocument.readXML(bytes, into: shape)
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
        isDeclared = record != nil
        self.record = try Self.record(record, of: shape, path)
        count = shape.count(of: self.record)
        fields = shape.fields(of: self.record)
        guard !shape.isTooVaried, fields.count <= Self.mostFields else {
            throw InputFailures.refuse(
                .forbiddenXML, file: path, "the document has more kinds of elements than a table",
                hint: "name the records with --record, or describe the file in a definition")
        }
        let paths: XMLRecordPaths
        do throws(XMLPathFailure) {
            paths = try XMLRecordPaths(record: self.record, fields: fields)
        } catch {
            throw Self.open(path, error.description)
        }
        var rest: [UInt8]? = bytes
        records = try XMLRecordsSource(path, paths: paths, isStrict: false, listsFaults: true) {
            (output) throws(RunFailure) in
            guard let whole = rest.take() else { return false }
            output = whole
            return true
        }
    }

    private static func record(
        _ wanted: String?, of shape: XMLShape, _ path: String
    ) throws(RunFailure) -> String {
        let candidates = shape.candidates
        let list = candidates.prefix(mostCandidates)
            .map { "\(VisibleText.of($0.path)) (\($0.count))" }.joined(separator: ", ")
        if let wanted {
            guard shape.count(of: wanted) == 0 else { return wanted }
            throw open(path, "no element is at '\(wanted)', found: \(list)")
        }
        guard candidates.count == 1, let only = candidates.first else {
            throw open(
                path,
                candidates.isEmpty
                    ? "no element with fields stands several times: it is open what a record is"
                    : "several elements repeat: \(list)")
        }
        return only.path
    }

    private static func open(_ path: String, _ message: String) -> RunFailure {
        RunFailure(
            .definition,
            Diagnostic(
                .badValue, at: SourceLocation(file: path), message,
                hint: "name the element that is a record with --record, such as /laporan/baris"))
    }

    /// - Returns: Records with the line of their start tag; nil at the end.
    package func nextBatch() throws(RunFailure) -> RawBatch? { try records.next() }

    /// What is known of the file, for people.
    package var description: [String] {
        let reason = isDeclared ? "declared" : "the only element that repeats"
        return [
            "format: XML", "record: \(VisibleText.of(record)), \(count) times (\(reason))",
            "fields: \(fields.count), named by the elements and attributes of all records",
        ]
    }
}
