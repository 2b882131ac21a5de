package import Arithmetic
package import Regulation
internal import Spelling

/// The category of an assessed competency (sangat baik, baik, kurang) by percent and ladder of posts.
///
/// - Source: PermenKKP 39/2023, pasal 52.
package struct KategoriKompetensi: Sendable {
    private struct Ladder: Sendable {
        /// Folded.
        let jabatan: String
        let names: [String]
        let bands: PrintedBands
    }

    private let ladders: [Ladder]

    package init(_ rules: RuleReader) {
        let records = rules.records(
            "kompetensi-kategori", columns: ["jabatan", "nama"] + PrintedBands.columns)
        let gap: RuleChoice<PrintedBands.Gap>? = rules.choice("kompetensi-kategori-sela")
        var groups: [(jabatan: String, rows: [RuleRecord])] = []
        for record in records.records {
            let jabatan = FoldedSpelling.fold(record.text("jabatan"))
            if let place = groups.firstIndex(where: { $0.jabatan == jabatan }) {
                groups[place].rows.append(record)
            } else {
                groups.append((jabatan, [record]))
            }
        }
        // In the order of the file, since each reports what is wrong with it.
        ladders = groups.map { jabatan, rows in
            let names = rows.map { $0.text("nama") }
            return Ladder(
                jabatan: jabatan, names: names,
                bands: PrintedBands(rows, words: names, use: records.use, gap: gap))
        }
    }

    /// - Parameters:
    ///   - percent: 0 to 100.
    ///   - ladder: As the parameter names it, in any spelling.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` for an unknown ladder, or in a gap that has no category.
    package func category(
        of percent: Rational, ladder: String, _ trace: inout Trace
    ) -> String? {
        let jabatan = FoldedSpelling.fold(ladder)
        guard let ladder = ladders.first(where: { $0.jabatan == jabatan }) else { return nil }
        let name = ladder.bands.place(of: percent).map { ladder.names[$0] }
        trace.add(
            Trace.Node(
                label: "kategori", value: name, formula: percent.traceText,
                basis: ladder.bands.basis(of: percent)))
        return name
    }
}
