import Markup

/// What a reader made of a document: records with their places, and the failure if any.
struct Reading: Equatable {
    var records: [Record] = []
    var failure: XMLFailure.Kind?
    /// `line:column` of the failure.
    var failedAt: String?

    /// One record. Places are `line:column`.
    struct Record: Equatable {
        var place: String
        /// `nil` for an absent field.
        var values: [String?]
        var places: [String]
        var unknown: UInt16 = 0
        var repeated: UInt16 = 0
    }

    /// Reads `document` in pieces of `pieceSize`, taking records after each.
    init(
        _ document: [UInt8], record: String, fields: [String], limits: XMLLimits = XMLLimits(),
        pieceSize: Int = 65_536
    ) throws {
        let cuts = Array(stride(from: pieceSize, to: max(document.count, 1), by: pieceSize))
        try self.init(document, record: record, fields: fields, limits: limits, cuts: cuts)
    }

    /// Reads `document` cut at `cuts`.
    init(
        _ document: [UInt8], record: String, fields: [String], limits: XMLLimits = XMLLimits(),
        cuts: [Int]
    ) throws {
        let paths = try XMLRecordPaths(record: record, fields: fields)
        let reader = try XMLRecordReader(paths: paths, limits: limits)
        var start = 0
        do throws(XMLFailure) {
            for end in cuts + [document.count] {
                let piece = Array(document[start..<end])
                start = end
                try unsafe piece.span.withUnsafeBytes { (bytes) throws(XMLFailure) in
                    try unsafe reader.push(bytes)
                }
                add(reader.take(), fields: fields.count)
            }
            try reader.finish()
        } catch {
            failure = error.kind
            failedAt = "\(error.line):\(error.column)"
        }
        add(reader.take(), fields: fields.count)
    }

    private mutating func add(_ taken: XMLRecords, fields: Int) {
        precondition(taken.fields.count == taken.rows.count * fields)
        precondition(taken.places.count == taken.fields.count)
        for (number, row) in taken.rows.enumerated() {
            let own = number * fields..<(number + 1) * fields
            precondition(taken.fields[own].count { $0.isPresent } == Int(row.presentFields))
            records.append(
                Record(
                    place: "\(row.line):\(row.column)", values: own.map { taken.value($0) },
                    places: taken.places[own].map { "\($0 >> 32):\($0 & 0xFFFF_FFFF)" },
                    unknown: row.unknownFields, repeated: row.repeatedFields))
        }
    }
}

extension XMLRecords {
    /// The text of a field, `nil` where it is absent.
    func value(_ place: Int) -> String? {
        let field = fields[place]
        guard field.isPresent else { return nil }
        let start = Int(field.start)
        return String(decoding: text[start..<start + Int(field.byteCount)], as: UTF8.self)
    }
}
