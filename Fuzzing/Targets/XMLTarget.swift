internal import Markup

/// XML records: the same in pieces of every size; what is accepted is well-formed and has no DOCTYPE by another
/// check, and has as many records as that check finds.
///
/// The limit of one tag is left as it is: where a tag is malformed and too long at once, the pieces decide which of the
/// two is said.
struct XMLTarget {
    private struct Paths {
        let record: [String]
        let fields: [String?]
    }

    private static let choices = [
        Paths(record: ["a", "b"], fields: ["@n", "c", "c/d", "e/@n", ".", nil]),
        Paths(record: ["a", "*"], fields: ["c", "c", "@n"]),
        Paths(record: ["a"], fields: ["b/c", "b/@n", "."]),
        Paths(record: ["*", "*", "b"], fields: []),
        Paths(record: ["capaian", "baris"], fields: ["@nip", "kode", "bulan", "realisasi"]),
    ]

    private let paths: Paths
    private let limits: XMLLimits
    private let pieceBytes: Int
    private let takesOften: Bool
    private let document: [UInt8]

    init(_ input: inout FuzzInput) {
        paths = input.choose(Self.choices)
        limits = input.choose([
            XMLLimits(),
            XMLLimits(
                depth: 4, fieldBytes: 16, attributeBytes: 8, fieldsPerRecord: 3),
            XMLLimits(depth: 1, fieldBytes: 0, attributeBytes: 0, fieldsPerRecord: 0),
        ])
        pieceBytes = input.choose([1, 2, 3, 7, 64, 300])
        takesOften = input.byte() & 1 == 0
        document = input.rest
    }

    private struct Seen: Equatable {
        var values: [[[UInt8]?]] = []
        var places: [[UInt64]] = []
        var rows: [String] = []
        var failure: String?
    }

    func run() throws(Violation) {
        let whole = try read(piece: max(document.count, 1))
        let pieces = try read(piece: pieceBytes)
        try require(
            whole.failure == pieces.failure,
            "\(whole.failure ?? "accepted") as a whole, \(pieces.failure ?? "accepted") in pieces")
        try require(whole == pieces, "records differ: \(whole) and \(pieces)")
        guard whole.failure == nil, let check = PlainXML(document) else { return }
        try require(check.fault == nil, "accepted in spite of \(check.fault ?? "")")
        let count = check.elements.count { names in
            names.count == paths.record.count
                && zip(names, paths.record).allSatisfy { $1 == "*" || $0 == $1 }
        }
        try require(
            whole.rows.count == count, "\(whole.rows.count) records of \(count) elements")
    }

    private func read(piece: Int) throws(Violation) -> Seen {
        var seen = Seen()
        do {
            let record = "/" + paths.record.joined(separator: "/")
            let reader = try XMLRecordReader(
                paths: XMLRecordPaths(record: record, fields: paths.fields), limits: limits)
            do throws(XMLFailure) {
                for start in stride(from: 0, to: document.count, by: piece) {
                    let end = min(start + piece, document.count)
                    try reader.push(document.span.extracting(start..<end))
                    if takesOften { take(reader, into: &seen) }
                }
                try reader.finish()
            } catch {
                seen.failure = "\(error.kind) at \(error.line):\(error.column)"
            }
            take(reader, into: &seen)
        } catch {
            throw Violation("\(error)")
        }
        for value in seen.values.joined() {
            try require(
                (value?.count ?? 0) <= limits.fieldBytes || seen.failure != nil, "a field too long")
        }
        return seen
    }

    private func take(_ reader: XMLRecordReader, into seen: inout Seen) {
        let records = reader.take(padding: 8)
        let width = paths.fields.count
        for (number, row) in records.rows.enumerated() {
            let own = number * width..<(number + 1) * width
            seen.rows.append(
                "\(row.line):\(row.column) \(row.presentFields) \(row.unknownFields) \(row.repeatedFields)"
            )
            seen.places.append(Array(records.places[own]))
            seen.values.append(
                records.fields[own].map { field in
                    guard field.isPresent else { return nil }
                    let start = Int(field.start)
                    return Array(records.text[start..<start + Int(field.byteCount)])
                })
        }
    }
}
