package import Diagnostics
internal import Evidence
internal import Exporting
internal import Files
internal import Tabular

/// The indices of data quality that runs have published.
package enum PublishedQuality {
    private static let name = "kualitas-data.csv"

    /// By extent and unit, `unit|Dinas Sosial`, as printed; empty where the run has none.
    ///
    /// `folder`: A run that was checked against its manifest.
    static func indices(in folder: String) throws(RunFailure) -> [String: String] {
        guard FileTree.exists("\(folder)/\(name)") else { return [:] }
        let table = try PublishedTable("\(folder)/\(name)")
        var indices: [String: String] = [:]
        for row in table.rows.indices where table.cell(row, "tingkat", "level") == "indeks" {
            let key = table.cell(row, "cakupan", "extent") + "|" + table.cell(row, "unit")
            indices[key] = table.cell(row, "nilai", "value")
        }
        return indices
    }

    /// The index of each unit in the order of the runs, a column a run, as CSV.
    ///
    /// A unit that a run does not have has an empty cell there.
    ///
    /// - Throws: ``RunFailure`` of kind `input` for a run that does not verify or has no index.
    package static func sideBySide(_ folders: [String]) throws(RunFailure) -> String {
        var columns: [(heading: String, indices: [String: String])] = []
        for folder in folders {
            let previous = try PreviousRunReader.read(folder)
            guard !previous.run.quality.isEmpty else {
                throw RunFailure(
                    .input,
                    Diagnostic(
                        .unreadableFile, at: SourceLocation(file: "\(folder)/\(name)"),
                        "the run has published no index of data quality",
                        hint: "name runs whose definition has a source of kind master"))
            }
            columns.append(
                ("\(previous.run.period) \(previous.run.runID)", previous.run.quality))
        }
        let keys = Set(columns.flatMap(\.indices.keys)).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        var bytes: [UInt8] = []
        let width = columns.count + 2
        // Names of units are texts, the rest are figures.
        let writer = CSVWriter(
            delimiter: UInt8(ascii: ","),
            spreadsheetSafe: [true, true] + columns.map { _ in false })
        var block = CellBlock(cells: width * (keys.count + 1))
        func append(column texts: [String]) {
            for text in texts {
                block.append(text)
                block.endCell()
            }
            block.endColumn()
        }
        let parts = keys.map { key in
            key.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
        }
        append(column: ["cakupan"] + parts.map { $0[0] })
        append(column: ["unit"] + parts.map { $0[1] })
        for column in columns {
            append(column: [column.heading] + keys.map { column.indices[$0] ?? "" })
        }
        writer.append(block, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
