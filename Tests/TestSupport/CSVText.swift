/// A comma-separated file read plainly (RFC 4180), by another reader than the one under test.
package struct CSVText: Sendable {
    package let header: [String]
    package let rows: [[String]]

    package init(_ path: String) throws {
        try self.init(text: Disk.text(path))
    }

    package init(text: String) throws {
        var records = Self.records(text)
        guard !records.isEmpty else { throw ToolFailure("no heading line") }
        header = records.removeFirst()
        rows = records
        for (number, row) in rows.enumerated() where row.count != header.count {
            throw ToolFailure(
                "record \(number + 1) has \(row.count) cells, not \(header.count)")
        }
    }

    /// Places of the columns with these headings.
    package func places(_ names: [String]) throws -> [Int] {
        try names.map { name in
            guard let place = header.firstIndex(of: name) else {
                throw ToolFailure("no column '\(name)' among \(header)")
            }
            return place
        }
    }

    /// The rows with these columns only.
    package func selecting(_ names: [String]) throws -> [[String]] {
        let places = try places(names)
        return rows.map { row in places.map { row[$0] } }
    }

    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch (scalar, isQuoted) {
            case ("\"", true) where next == "\"":
                cell.unicodeScalars.append(scalar)
                next = scalars.next()
            case ("\"", _):
                isQuoted.toggle()
            case (",", false):
                cells.append(cell)
                cell = ""
            case ("\n", false):
                records.append(cells + [cell])
                cells = []
                cell = ""
            default:
                cell.unicodeScalars.append(scalar)
            }
        }
        if !cells.isEmpty || !cell.isEmpty { records.append(cells + [cell]) }
        return records
    }
}
